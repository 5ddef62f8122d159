/// Writes ZIP archives byte by byte, so that they can be wrong in any way.
struct RawZip {
  struct Entry {
    var name: [UInt8]
    var content: [UInt8]
    var declaredSize: Int?
    /// Where the directory says that the entry starts; `nil` for where it does.
    var offset: Int?
    /// How many bytes the directory says that it takes; `nil` for its own.
    var packed: Int?
  }

  static func make(_ entries: [Entry]) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let start = bytes.count
      let sizes =
        little(checksum(entry.content), 4) + little(entry.packed ?? entry.content.count, 4)
        + little(entry.declaredSize ?? entry.content.count, 4)
      // Version, flags, method, time, date.
      let head = little(20, 2) + little(0, 2) + little(0, 2) + little(0, 4)
      bytes += little(0x0403_4B50, 4) + head + sizes + little(entry.name.count, 2) + little(0, 2)
      bytes += entry.name + entry.content
      directory += little(0x0201_4B50, 4) + little(0x0314, 2) + head + sizes + little(entry.name.count, 2)
      directory += little(0, 8) + little(0o100644 << 16, 4) + little(entry.offset ?? start, 4) + entry.name
    }
    let end =
      little(0x0605_4B50, 4) + little(0, 4) + little(entries.count, 2) + little(entries.count, 2)
      + little(directory.count, 4) + little(bytes.count, 4) + little(0, 2)
    return bytes + directory + end
  }

  static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  /// CRC-32 of ZIP, bit by bit.
  private static func checksum(_ bytes: [UInt8]) -> Int {
    var value: UInt32 = .max
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
    return Int(~value)
  }
}
