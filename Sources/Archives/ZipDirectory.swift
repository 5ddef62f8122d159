/// The directory at the end of a ZIP archive, as far as libarchive's reader does not judge it.
///
/// Layout: APPNOTE 6.3, sections 4.3.12, 4.3.15 and 4.3.16.
struct ZipDirectory {
  /// Bytes of the directory that are looked at; 200,000 entries with paths of 250 bytes.
  static let bytesLimit = 64 << 20

  /// Names that hold a NUL, cut there as C programs read them.
  private(set) var cutNames: Set<String> = []
  /// Where each file's bytes start and at least end, from the archive's start, with its name.
  private var spans: [(start: Int, end: Int, name: String)] = []

  /// - Parameter read: Bytes from an offset on, as many as asked for, or `nil`.
  /// - Returns: `nil` if there is no directory.
  init?(size: Int, read: (_ offset: Int, _ count: Int) -> [UInt8]?) {
    let tailCount = min(size, 22 + 0xFFFF)
    guard let tail = read(size - tailCount, tailCount), let end = Self.endRecord(in: tail) else { return nil }
    var count = tail.little(end + 12, 4) ?? 0
    var start = tail.little(end + 16, 4) ?? 0
    var endOffset = size - tailCount + end
    if let far = Self.farEndRecord(before: end, in: tail, read: read) { (count, start, endOffset) = far }
    // Programs that unpack themselves stand before the archive, and its offsets do not count them.
    let base = endOffset - count - start
    guard base >= 0, count >= 0, let bytes = read(base + start, min(count, Self.bytesLimit)) else {
      return nil
    }
    readEntries(bytes, base: base)
  }

  private static func endRecord(in tail: [UInt8]) -> Int? {
    guard tail.count >= 22 else { return nil }
    return stride(from: tail.count - 22, through: 0, by: -1).first { tail.little($0, 4) == 0x0605_4B50 }
  }

  /// ZIP64: a locator before the end record says where the larger end record is.
  private static func farEndRecord(
    before end: Int, in tail: [UInt8], read: (Int, Int) -> [UInt8]?
  ) -> (count: Int, start: Int, end: Int)? {
    guard end >= 20, tail.little(end - 20, 4) == 0x0706_4B50, let offset = tail.little(end - 12, 8),
      let record = read(offset, 56), record.little(0, 4) == 0x0606_4B50,
      let count = record.little(40, 8), let start = record.little(48, 8)
    else { return nil }
    let (sum, overflow) = count.addingReportingOverflow(start)
    return overflow || sum > offset ? nil : (count, start, offset)
  }

  private mutating func readEntries(_ bytes: [UInt8], base: Int) {
    var position = 0
    while bytes.little(position, 4) == 0x0201_4B50,
      let nameCount = bytes.little(position + 28, 2), let extraCount = bytes.little(position + 30, 2),
      let commentCount = bytes.little(position + 32, 2), position + 46 + nameCount <= bytes.count
    {
      let name = bytes[(position + 46)..<(position + 46 + nameCount)]
      if let nul = name.firstIndex(of: 0) { cutNames.insert(String(decoding: name[..<nul], as: UTF8.self)) }
      // Values of ZIP64 lie elsewhere; archives of that size are bounded by what they expand to.
      if let packed = bytes.little(position + 20, 4), let offset = bytes.little(position + 42, 4),
        packed != 0xFFFF_FFFF, offset != 0xFFFF_FFFF
      {
        let start = base + offset
        spans.append((start, start + 30 + packed, String(decoding: name, as: UTF8.self)))
      }
      position += 46 + nameCount + extraCount + commentCount
    }
    spans.sort { $0.start < $1.start }
  }

  /// Two files that share bytes, as no program writes them.
  var overlap: (name: String, other: String)? {
    var furthest: (end: Int, name: String) = (0, "")
    for span in spans {
      if span.start < furthest.end { return (span.name, furthest.name) }
      if span.end > furthest.end { furthest = (span.end, span.name) }
    }
    return nil
  }
}

extension [UInt8] {
  /// An unsigned number of up to eight bytes, the lowest first; `nil` if it lies outside or exceeds `Int`.
  func little(_ offset: Int, _ count: Int) -> Int? {
    guard offset >= 0, offset <= self.count - count else { return nil }
    var value: UInt64 = 0
    for index in (offset..<(offset + count)).reversed() { value = value << 8 | UInt64(self[index]) }
    return Int(exactly: value)
  }
}
