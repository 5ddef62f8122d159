extension ByteWriter {
  @inline(never)
  mutating func append(hexadecimal byte: UInt8) {
    append(hexadecimalDigit(byte >> 4))
    append(hexadecimalDigit(byte & 15))
  }

  private func hexadecimalDigit(_ value: UInt8) -> UInt8 { value < 10 ? value &+ 48 : value &+ 87 }

  /// Appends the inside of a JSON string, at most up to the position `end`; invalid UTF-8 becomes U+FFFD.
  ///
  /// - Returns: Whether everything fitted.
  @discardableResult
  @inline(never)
  mutating func append(escaping text: Text, upTo end: Int) -> Bool {
    var index = 0
    while index < text.count {
      // Longer than anything one step appends, so an escape is never cut in two.
      guard count &+ 6 <= end else { return false }
      let byte = text.start[index]
      var length = 1
      if byte >= 0x80 {
        length = lengthOfScalar(text.dropping(index))
      } else if byte < 0x20 || byte == 0x7f {
        append("\\u00")
        append(hexadecimal: byte)
        index &+= 1
        continue
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        append(UInt8(ascii: "\\"))
      }
      if length == 0 {
        append("\\ufffd")
        length = 1
      } else {
        append(Text(start: text.start + index, count: length))
      }
      index &+= length
    }
    return true
  }
}

/// Length of the well-formed multi-byte UTF-8 sequence that the text begins with, or 0.
///
/// Unicode, table 3-7.
private func lengthOfScalar(_ text: Text) -> Int {
  let first = text.start[0]
  let length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
  guard first >= 0xc2, first <= 0xf4, text.count >= length else { return 0 }
  let second = text.start[1]
  // Overlong forms, surrogates, and what lies above U+10FFFF.
  if first == 0xe0 && second < 0xa0 || first == 0xed && second > 0x9f { return 0 }
  if first == 0xf0 && second < 0x90 || first == 0xf4 && second > 0x8f { return 0 }
  for index in 1..<length where text.start[index] & 0xc0 != 0x80 { return 0 }
  return length
}
