/// A compiled policy, read where it lies in memory: nothing is copied, and nothing is trusted before it was checked.
struct Policy {
  static let formatVersion: UInt16 = 1
  static let headerSize = 96
  /// Largest policy accepted, in bytes.
  static let sizeLimit = 256 * 1024
  static let sectionLimit = 32
  static let entryLimit = 4096
  static let stringLimit = 4096

  let base: UnsafeRawPointer

  /// For memory that ``problem(base:size:)`` found nothing wrong with.
  init(checked base: UnsafeRawPointer) { self.base = base }

  /// Of the whole file, in bytes.
  var size: Int { Int(number(12, as: UInt32.self)) }

  func number<Value: FixedWidthInteger>(_ offset: Int, as type: Value.Type) -> Value {
    Value(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: type))
  }

  private func offset(at place: Int) -> Int { Int(number(place, as: UInt32.self)) }

  /// The string that a field at `place` points to.
  @inline(never)
  func string(at place: Int) -> Text { Text(terminated: base + offset(at: place), limit: Policy.stringLimit) }

  var flags: UInt32 { number(24, as: UInt32.self) }
  var isLearning: Bool { flags & 1 != 0 }
  var announcesStart: Bool { flags & 2 != 0 }
  var honeypotEndsProcess: Bool { flags & 4 != 0 }
  var usesKernelLayer: Bool { flags & 8 != 0 }
  /// Seconds since 1970, before which `block` acts as `alert`; 0 when there is no such date.
  var enforceAfter: Int64 { number(32, as: Int64.self) }
  var functionName: Text { string(at: 64) }
  var identifier: Text { string(at: 68) }

  /// As written, whatever the date.
  @inline(never)
  func writtenMode(of control: Control) -> Mode {
    guard control.rawValue < 24 else { return .alert }
    return Mode(rawValue: number(40 &+ Int(control.rawValue), as: UInt8.self)) ?? .off
  }

  /// Whether any control keeps something from happening, now or after a date.
  var blocksAnything: Bool {
    for index in 0..<24 where number(40 &+ index, as: UInt8.self) == Mode.block.rawValue { return true }
    return false
  }

  /// - Parameter now: Seconds since 1970; asked for only where it matters.
  @inline(never)
  func mode(of control: Control, now: () -> Int64) -> Mode {
    let mode = writtenMode(of: control)
    guard mode == .block, enforceAfter > 0 else { return mode }
    return now() >= enforceAfter ? .block : .alert
  }
}
