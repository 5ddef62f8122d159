internal import FindingModel

extension TOMLReader {
  mutating func literalString() throws(DocumentError) -> String {
    cursor.advance()
    var content: [UInt8] = []
    while let byte = cursor.peek, byte != UInt8(ascii: "'") {
      try plain(byte, into: &content, mayBreak: false)
    }
    guard cursor.take(UInt8(ascii: "'")) else { throw malformed("the document ends inside a string") }
    return String(decoding: content, as: UTF8.self)
  }

  mutating func basicString() throws(DocumentError) -> String {
    cursor.advance()
    var content: [UInt8] = []
    while let byte = cursor.peek, byte != UInt8(ascii: "\"") {
      if byte == UInt8(ascii: "\\") {
        cursor.advance()
        try escape(into: &content)
      } else {
        try plain(byte, into: &content, mayBreak: false)
      }
    }
    guard cursor.take(UInt8(ascii: "\"")) else { throw malformed("the document ends inside a string") }
    return String(decoding: content, as: UTF8.self)
  }

  /// The rest of a string in three quotes, after its opening ones.
  mutating func multilineString(quote: UInt8) throws(DocumentError) -> String {
    _ = cursor.takeLineEnd()
    var content: [UInt8] = []
    while let byte = cursor.peek {
      if byte == quote, cursor.byte(after: 1) == quote, cursor.byte(after: 2) == quote {
        // Up to two quotes may stand right before the closing three.
        var quotes = 3
        while quotes < 5, cursor.byte(after: quotes) == quote { quotes += 1 }
        cursor.advance(by: quotes)
        content += Array(repeating: quote, count: quotes - 3)
        return String(decoding: content, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        cursor.advance()
        if !takeLineContinuation() { try escape(into: &content) }
      } else {
        try plain(byte, into: &content, mayBreak: true)
      }
    }
    throw malformed("the document ends inside a string")
  }

  /// After a backslash: space to the line's end, and all that is blank behind it.
  private mutating func takeLineContinuation() -> Bool {
    let before = cursor
    cursor.skipSpace()
    guard cursor.takeLineEnd() else {
      cursor = before
      return false
    }
    repeat { cursor.skipSpace() } while cursor.takeLineEnd()
    return true
  }

  private mutating func plain(
    _ byte: UInt8, into content: inout [UInt8], mayBreak: Bool
  ) throws(DocumentError) {
    if byte == UInt8(ascii: "\r"), mayBreak, cursor.byte(after: 1) == UInt8(ascii: "\n") {
      // As the common readers do: a line ends the same way on every system.
      cursor.advance()
      return try plain(UInt8(ascii: "\n"), into: &content, mayBreak: true)
    }
    let isBreak = byte == UInt8(ascii: "\n")
    guard byte >= 0x20 && byte != 0x7F || byte == 0x09 || isBreak && mayBreak else {
      throw malformed(isBreak ? "the line ends inside a string" : "a control character inside a string")
    }
    content.append(byte)
    cursor.advance()
    cursor.takePlain(into: &content)
  }

  private mutating func escape(into content: inout [UInt8]) throws(DocumentError) {
    guard let byte = cursor.peek else { throw malformed("the document ends inside a string") }
    switch byte {
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): content.append(byte)
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      cursor.advance()
      return try scalar(digits: byte == UInt8(ascii: "u") ? 4 : 8, into: &content)
    default: throw malformed("a backslash that is no TOML escape")
    }
    cursor.advance()
  }

  private mutating func scalar(digits: Int, into content: inout [UInt8]) throws(DocumentError) {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let byte = cursor.peek, let digit = Character(UnicodeScalar(byte)).hexDigitValue, byte < 0x80
      else { throw malformed("expected \(digits) hexadecimal digits") }
      value = value << 4 | UInt32(digit)
      cursor.advance()
    }
    guard let scalar = UnicodeScalar(value) else { throw malformed("an escape that is no character") }
    content += Array(String(Character(scalar)).utf8)
  }
}
