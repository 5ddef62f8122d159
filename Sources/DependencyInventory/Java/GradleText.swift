/// Pieces of Groovy and Kotlin that can be read without running them.
enum GradleText {
  /// Blanks comments out, so that lines and columns stay.
  static func withoutComments(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    var quote: UInt8?
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if let open = quote {
        if byte == UInt8(ascii: "\\") {
          index += 1
        } else if byte == open || byte == UInt8(ascii: "\n") {
          quote = nil
        }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "/"), next == UInt8(ascii: "/") || next == UInt8(ascii: "*") {
        index = blank(&result, from: index, isBlock: next == UInt8(ascii: "*"))
        continue
      }
      index += 1
    }
    return result
  }

  /// - Returns: The index behind the comment.
  private static func blank(_ bytes: inout [UInt8], from start: Int, isBlock: Bool) -> Int {
    var index = start + 2
    bytes[start] = UInt8(ascii: " ")
    bytes[start + 1] = UInt8(ascii: " ")
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") {
        if !isBlock { return index }
      } else {
        bytes[index] = UInt8(ascii: " ")
      }
      index += 1
      if isBlock, byte == UInt8(ascii: "*"), index < bytes.count, bytes[index] == UInt8(ascii: "/") {
        bytes[index] = UInt8(ascii: " ")
        return index + 1
      }
    }
    return index
  }

  /// The first text in quotes.
  static func literal(in text: Substring) -> String? {
    guard let start = text.firstIndex(where: { $0 == "\"" || $0 == "'" }) else { return nil }
    let rest = text[text.index(after: start)...]
    guard let end = rest.firstIndex(of: text[start]) else { return nil }
    return String(rest[..<end])
  }

  /// The text of a named argument: `name: 'x'` in Groovy, `name = "x"` in Kotlin.
  static func argument(_ name: String, in text: Substring) -> String? {
    for separator in [":", " =", "="] {
      guard let found = text.firstRange(of: name + separator) else { continue }
      return literal(in: text[found.upperBound...])
    }
    return nil
  }
}
