/// Bytes in memory that somebody else keeps, most often a path or a part of one.
struct Text {
  let start: UnsafePointer<UInt8>
  let count: Int

  init(start: UnsafePointer<UInt8>, count: Int) {
    self.start = start
    self.count = count
  }

  init(_ literal: StaticString) {
    start = literal.utf8Start
    count = literal.utf8CodeUnitCount
  }

  /// The bytes before the NUL, or the first `limit` when there is none before.
  @inline(never)
  init(terminated start: UnsafeRawPointer, limit: Int = .max) {
    let bytes = start.assumingMemoryBound(to: UInt8.self)
    self.start = bytes
    var count = 0
    // Words at their natural places never reach into a page that the text does not reach.
    while count < limit, Int(bitPattern: bytes + count) & 7 != 0 {
      if bytes[count] == 0 {
        self.count = count
        return
      }
      count &+= 1
    }
    while count < limit {
      let word = UnsafeRawPointer(bytes + count).load(as: UInt64.self)
      if let place = firstZeroByte(word) {
        count &+= place
        break
      }
      count &+= 8
    }
    self.count = min(count, limit)
  }

  var isEmpty: Bool { count == 0 }

  /// Zero outside, so that no caller has to check twice.
  subscript(index: Int) -> UInt8 { index >= 0 && index < count ? start[index] : 0 }

  func prefix(_ length: Int) -> Text { Text(start: start, count: max(0, min(length, count))) }

  func dropping(_ length: Int) -> Text {
    let dropped = max(0, min(length, count))
    return Text(start: start + dropped, count: count &- dropped)
  }

  @inline(never)
  func hasPrefix(_ other: Text) -> Bool {
    guard count >= other.count else { return false }
    for index in 0..<other.count where start[index] != other.start[index] { return false }
    return true
  }

  @inline(never)
  func hasSuffix(_ other: Text) -> Bool { count >= other.count && dropping(count &- other.count) == other }

  @inline(never)
  func index(of byte: UInt8, from first: Int = 0) -> Int? {
    var index = first
    let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
    while index &+ 8 <= count {
      let word = UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self)
      if let place = firstZeroByte(word ^ pattern) { return index &+ place }
      index &+= 8
    }
    while index < count {
      if start[index] == byte { return index }
      index &+= 1
    }
    return nil
  }

  @inline(never)
  func lastIndex(of byte: UInt8) -> Int? {
    var index = count &- 1
    while index >= 0 {
      if start[index] == byte { return index }
      index &-= 1
    }
    return nil
  }

  /// What follows the last slash.
  var lastComponent: Text { lastIndex(of: UInt8(ascii: "/")).map { dropping($0 &+ 1) } ?? self }

  /// Whether the path is `directory` or something below it; the directory carries no final slash.
  @inline(never)
  func isWithin(_ directory: Text) -> Bool {
    hasPrefix(directory) && (count == directory.count || self[directory.count] == UInt8(ascii: "/"))
  }

  @inline(never)
  static func == (left: Text, right: Text) -> Bool { left.count == right.count && left.hasPrefix(right) }
  static func != (left: Text, right: Text) -> Bool { !(left == right) }

  static func == (left: Text, right: StaticString) -> Bool { left == Text(right) }

  @inline(never)
  static func ~= (pattern: StaticString, value: Text) -> Bool { value == Text(pattern) }
}

/// Place of the first byte that is zero, counted from the lowest, which stands first in memory.
@inline(__always)
private func firstZeroByte(_ word: UInt64) -> Int? {
  let marks = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  return marks == 0 ? nil : marks.trailingZeroBitCount / 8
}
