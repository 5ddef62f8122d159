/// The lines of a requirements file as pip takes them: continued lines joined, comments apart.
enum RequirementLines {
  struct Line {
    /// Without comment; never empty unless there is only a comment.
    var text: String
    var comment: String?
    /// Of its first part, from 1.
    let number: Int
  }

  static func of(_ bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    // Grown in place: a file may consist of one line that is continued a million times.
    var text = ""
    var start: Int?
    for (index, raw) in TextLines.raw(decoded(bytes)).enumerated() {
      // A comment ends a continued line, whatever it ends with itself.
      let isComment = raw.trimmed.first == "#"
      let continues = raw.last == "\\" && !isComment
      start = start ?? index + 1
      if isComment { text += " " }
      text += continues ? raw.dropLast() : raw
      if continues { continue }
      append(text, start ?? index + 1, to: &lines)
      (text, start) = ("", nil)
    }
    if let start { append(text, start, to: &lines) }
    return lines
  }

  private static func append(_ text: String, _ number: Int, to lines: inout [Line]) {
    let parts = split(text)
    guard !parts.text.isEmpty || parts.comment != nil else { return }
    lines.append(Line(text: parts.text, comment: parts.comment, number: number))
  }

  /// A `#` starts a comment at the line's start or after white space: within an address it does not.
  private static func split(_ text: String) -> (text: String, comment: String?) {
    let units = text.utf8
    var previous = UInt8(ascii: " ")
    for index in units.indices {
      if units[index] == UInt8(ascii: "#"), previous == 0x20 || previous == 0x09 {
        let comment = text[units.index(after: index)...].trimmed
        return (String(text[..<index].trimmed), String(comment))
      }
      previous = units[index]
    }
    return (String(text[...].trimmed), nil)
  }

  /// Windows' shells write UTF-16, which pip reads by its mark.
  private static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return bytes }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index -> UInt16 in
      let (low, high) = isLittle ? (bytes[index], bytes[index + 1]) : (bytes[index + 1], bytes[index])
      return UInt16(high) << 8 | UInt16(low)
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
