/// What is written between the quotes, as the text it means.
enum PythonEscapes {
  struct Prefix {
    var isRaw = false
    var isBytes = false
    var isFormat = false
  }

  static func decode(_ source: ArraySlice<UInt8>, _ prefix: Prefix, into text: inout [UInt8]) {
    var index = source.startIndex
    while index < source.endIndex {
      let byte = source[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\\") where !prefix.isRaw:
        decodeEscape(source, &index, prefix, into: &text)
      case UInt8(ascii: "\r"):
        // Python reads every kind of line end as one line feed.
        if index < source.endIndex, source[index] == UInt8(ascii: "\n") { index += 1 }
        text.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "{"), UInt8(ascii: "}"):
        if prefix.isFormat, index < source.endIndex, source[index] == byte { index += 1 }
        text.append(byte)
      default:
        text.append(byte)
      }
    }
  }

  private static func decodeEscape(
    _ source: ArraySlice<UInt8>, _ index: inout Int, _ prefix: Prefix, into text: inout [UInt8]
  ) {
    guard index < source.endIndex else {
      text.append(UInt8(ascii: "\\"))
      return
    }
    let byte = source[index]
    index += 1
    switch byte {
    case UInt8(ascii: "\r"):
      if index < source.endIndex, source[index] == UInt8(ascii: "\n") { index += 1 }
    case UInt8(ascii: "\n"): break
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): text.append(byte)
    case UInt8(ascii: "a"): text.append(7)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "v"): text.append(11)
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      index -= 1
      EscapedCharacter.append(EscapedCharacter.digits(source, &index, atMost: 3, radix: 8), to: &text)
    case UInt8(ascii: "x"):
      EscapedCharacter.append(EscapedCharacter.digits(source, &index, atMost: 2), to: &text)
    case UInt8(ascii: "u") where !prefix.isBytes:
      EscapedCharacter.append(EscapedCharacter.digits(source, &index, atMost: 4), to: &text)
    case UInt8(ascii: "U") where !prefix.isBytes:
      EscapedCharacter.append(EscapedCharacter.digits(source, &index, atMost: 8), to: &text)
    case UInt8(ascii: "N") where !prefix.isBytes && source[index...].first == UInt8(ascii: "{"):
      // A character by its name: which one matters to nobody here.
      index = source[index...].firstIndex(of: UInt8(ascii: "}")).map { $0 + 1 } ?? source.endIndex
      EscapedCharacter.append(0xFFFD, to: &text)
    default:
      // Not an escape: the backslash stays.
      text.append(UInt8(ascii: "\\"))
      text.append(byte)
    }
  }
}
