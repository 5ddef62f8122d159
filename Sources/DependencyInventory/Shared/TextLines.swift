/// Lines of a text file whose bytes may be anything.
enum TextLines {
  /// Without their ends and the white space around them; `\r\n`, `\n` and `\r` end a line.
  static func of(_ bytes: [UInt8]) -> [Substring] {
    raw(bytes).map { line in
      let start = line.drop { $0 == " " || $0 == "\t" }
      guard let end = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return start.prefix(0) }
      return start[...end]
    }
  }

  /// As written, without their ends.
  static func raw(_ bytes: [UInt8]) -> [Substring] {
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let text = String(decoding: bytes[mark...], as: UTF8.self)
    return text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
  }
}
