import Foundation

@testable import EnforcerLogic

/// A policy as bytes, put together by hand.
struct PolicyBytes {
  var modes = [UInt8](repeating: 0, count: 24)
  /// Kind, number of entries and the entries; texts in them are places within ``strings``.
  var sections: [(kind: UInt32, count: UInt32, bytes: [UInt8])] = []
  var strings = [UInt8]("name\0identifier\0/tmp\0NAME=value\0/usr/bin/tool\0".utf8)
  var version: UInt16 = 1
  var enforceAfter: Int64 = 0

  /// Where a text of ``strings`` will stand, as an entry has it.
  func offset(of text: String) -> UInt32 {
    let bytes = [UInt8](text.utf8) + [0]
    let place = strings.indices.first { strings[$0...].starts(with: bytes) } ?? 0
    return UInt32(stringStart + place)
  }

  private var table: Int { 96 }
  private var stringStart: Int {
    table + 16 * (sections.count + 1) + sections.reduce(0) { $0 + $1.bytes.count }
  }

  func encoded() -> [UInt8] {
    var body: [UInt8] = []
    var rows: [[UInt32]] = []
    for section in sections {
      let place = table + 16 * (sections.count + 1) + body.count
      rows.append([section.kind, UInt32(place), section.count, UInt32(section.bytes.count)])
      body += section.bytes
    }
    rows.append([1, UInt32(stringStart), UInt32(strings.count), UInt32(strings.count)])
    rows.sort { $0[0] < $1[0] }
    var bytes = [UInt8]("PARAPET\0".utf8) + little(version) + little(UInt16(96))
    bytes += little(UInt32(stringStart + strings.count)) + little(UInt64(0)) + little(UInt64(0))
    bytes += little(enforceAfter) + modes + little(offset(of: "name")) + little(offset(of: "identifier"))
    bytes += little(UInt32(rows.count)) + little(UInt32(table)) + [UInt8](repeating: 0, count: 16)
    bytes += rows.flatMap { $0.flatMap(little) } + body + strings
    return PolicyBytes.sealed(bytes)
  }

  /// The same bytes with the checksum that belongs to them.
  static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count >= 24 else { return bytes }
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325
    for (index, byte) in bytes.enumerated() {
      sum = (sum ^ UInt64(16..<24 ~= index ? 0 : byte)) &* 0x100_0000_01b3
    }
    return bytes[..<16] + little(sum) + bytes[24...]
  }
}

func little<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
  withUnsafeBytes(of: value.littleEndian) { [UInt8]($0) }
}

/// Memory that ends where no further byte may be read.
final class GuardedMemory {
  private let start: UnsafeMutableRawPointer
  private let size = Policy.sizeLimit + 8192

  init() {
    start = mmap(nil, size + 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    mprotect(start + size, 4096, PROT_NONE)
  }

  deinit { munmap(start, size + 4096) }

  /// Calls `body` with the bytes, the last of which is the last that can be read.
  func with<Result>(_ bytes: [UInt8], _ body: (UnsafeRawPointer) -> Result) -> Result {
    let place = start + (size - bytes.count)
    place.copyMemory(from: bytes, byteCount: bytes.count)
    return body(place)
  }
}
