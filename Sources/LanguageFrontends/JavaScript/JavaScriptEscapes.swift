/// What is written between the quotes, as the text it means.
enum JavaScriptEscapes {
  /// - Parameter limit: Bytes of text after which the rest is dropped.
  static func decode(_ source: ArraySlice<UInt8>, limit: Int) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(min(source.count, limit))
    var index = source.startIndex
    while index < source.endIndex, text.count < limit {
      let byte = source[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\\"): decodeEscape(source, &index, into: &text)
      case UInt8(ascii: "\r"):
        // A template reads every kind of line end as one line feed.
        if index < source.endIndex, source[index] == UInt8(ascii: "\n") { index += 1 }
        text.append(UInt8(ascii: "\n"))
      default: text.append(byte)
      }
    }
    return String(decoding: text.prefix(limit), as: UTF8.self)
  }

  private static func decodeEscape(
    _ source: ArraySlice<UInt8>, _ index: inout Int, into text: inout [UInt8]
  ) {
    guard index < source.endIndex else { return }
    let byte = source[index]
    index += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case UInt8(ascii: "v"): text.append(11)
    case UInt8(ascii: "\r"):
      if index < source.endIndex, source[index] == UInt8(ascii: "\n") { index += 1 }
    case UInt8(ascii: "\n"): break
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      index -= 1
      EscapedCharacter.append(octal(source, &index), to: &text)
    case UInt8(ascii: "x"):
      EscapedCharacter.append(EscapedCharacter.digits(source, &index, atMost: 2), to: &text)
    case UInt8(ascii: "u"): EscapedCharacter.append(unicode(source, &index), to: &text)
    case 0xE2
    where source[index...].starts(with: [0x80, 0xA8]) || source[index...].starts(with: [0x80, 0xA9]):
      // U+2028 and U+2029 end a line, too.
      index += 2
    default:
      // Not an escape: the backslash goes.
      text.append(byte)
    }
  }

  /// `uXXXX`, a pair of those, or `u{X…}`.
  private static func unicode(_ source: ArraySlice<UInt8>, _ index: inout Int) -> UInt32 {
    if index < source.endIndex, source[index] == UInt8(ascii: "{") {
      index += 1
      let value = EscapedCharacter.digits(source, &index, atMost: 16)
      if index < source.endIndex, source[index] == UInt8(ascii: "}") { index += 1 }
      return value
    }
    let high = EscapedCharacter.digits(source, &index, atMost: 4)
    guard (0xD800..<0xDC00).contains(high), source[index...].starts(with: Array("\\u".utf8)) else {
      return high
    }
    var next = index + 2
    let low = EscapedCharacter.digits(source, &next, atMost: 4)
    guard (0xDC00..<0xE000).contains(low) else { return high }
    index = next
    return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
  }

  private static func octal(_ source: ArraySlice<UInt8>, _ index: inout Int) -> UInt32 {
    var value: UInt32 = 0
    let end = min(source.endIndex, index + 3)
    while index < end, (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(source[index]), value < 32 {
      value = value * 8 + UInt32(source[index] - UInt8(ascii: "0"))
      index += 1
    }
    return value
  }
}
