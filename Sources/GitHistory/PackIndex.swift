/// Where the objects of a pack are: an `.idx` file of version 2.
///
/// Format: https://git-scm.com/docs/pack-format
struct PackIndex: Sendable {
  /// Bytes of one index; about eight million objects.
  static let byteLimit = 256 << 20

  private let bytes: [UInt8]
  let count: Int

  init(_ bytes: [UInt8]) throws(GitError) {
    guard bytes.count >= 8 + 1_024, bytes.starts(with: [0xFF, 0x74, 0x4F, 0x63, 0, 0, 0, 2]) else {
      throw .unsupported("an index of packs that is not of version 2")
    }
    self.bytes = bytes
    count = Self.word(in: bytes, at: 8 + 255 * 4)
    guard bytes.count >= 8 + 1_024 + count * 28 + 40 else { throw .malformed("an index of a pack") }
  }

  /// - Returns: The object's offset in the pack; `nil` if the pack has no such object.
  func offset(of id: ObjectID) -> Int? {
    let wanted = id.bytes
    let first = Int(wanted[0])
    var low = first == 0 ? 0 : Self.word(in: bytes, at: 8 + (first - 1) * 4)
    var high = min(Self.word(in: bytes, at: 8 + first * 4), count)
    while low < high {
      let middle = (low + high) / 2
      let start = 8 + 1_024 + middle * ObjectID.byteCount
      let name = bytes[start..<(start + ObjectID.byteCount)]
      if name.elementsEqual(wanted) { return position(of: middle) }
      if name.lexicographicallyPrecedes(wanted) { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private func position(of index: Int) -> Int? {
    let offsets = 8 + 1_024 + count * 24
    let word = Self.word(in: bytes, at: offsets + index * 4)
    guard word & 0x8000_0000 != 0 else { return word }
    // Offsets beyond 2 GB stand in a table of their own.
    let start = offsets + count * 4 + (word & 0x7FFF_FFFF) * 8
    guard start + 8 <= bytes.count - 40 else { return nil }
    let high = Self.word(in: bytes, at: start)
    return high < 0x4000_0000 ? high << 32 | Self.word(in: bytes, at: start + 4) : nil
  }

  private static func word(in bytes: [UInt8], at index: Int) -> Int {
    Int(bytes[index]) << 24 | Int(bytes[index + 1]) << 16 | Int(bytes[index + 2]) << 8 | Int(bytes[index + 3])
  }
}
