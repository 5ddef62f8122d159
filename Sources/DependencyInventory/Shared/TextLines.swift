/// Lines of a text file whose bytes may be anything.
enum TextLines {
  /// Without their ends and the white space around them; `\r\n`, `\n` and `\r` end a line.
  static func of(_ bytes: [UInt8]) -> [Substring] { raw(bytes).map(\.trimmed) }

  /// As written, without their ends.
  ///
  /// By bytes: to look for the borders of characters costs more than all that readers do with a line.
  static func raw(_ bytes: [UInt8]) -> [Substring] {
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let text = String(decoding: bytes[mark...], as: UTF8.self)
    let units = text.utf8
    var lines: [Substring] = []
    var start = units.startIndex
    var index = start
    while index < units.endIndex {
      let byte = units[index]
      let end = index
      index = units.index(after: index)
      guard byte == 0x0A || byte == 0x0D else { continue }
      lines.append(text[start..<end])
      if byte == 0x0D, index < units.endIndex, units[index] == 0x0A { index = units.index(after: index) }
      start = index
    }
    lines.append(text[start...])
    return lines
  }
}

extension Substring {
  /// Without ASCII's white space at its ends.
  var trimmed: Substring {
    let units = utf8
    guard let start = units.firstIndex(where: { !$0.isBlank }),
      let last = units.lastIndex(where: { !$0.isBlank })
    else { return prefix(0) }
    return self[start...last]
  }

  /// Where a text of ASCII first stands; compares bytes, which the library's search does not.
  func place(of text: StaticString) -> Range<Index>? {
    let length = text.utf8CodeUnitCount
    guard length > 0 else { return nil }
    let first = text.utf8Start.pointee
    let units = utf8
    var from = units.startIndex
    while let start = units[from...].firstIndex(of: first) {
      let isHere = text.withUTF8Buffer { units[start...].starts(with: $0) }
      if isHere { return start..<units.index(start, offsetBy: length) }
      from = units.index(after: start)
    }
    return nil
  }
}

extension String {
  func place(of text: StaticString) -> Range<Index>? { self[...].place(of: text) }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
