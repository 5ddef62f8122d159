/// What escapes of every language are made of: digits, and the character that they stand for.
enum EscapedCharacter {
  /// The value of the digits at a place, which moves behind them.
  ///
  /// - Parameter radix: At most 16. A value too large for any character wraps around.
  static func digits(
    _ source: ArraySlice<UInt8>, _ index: inout Int, atMost count: Int, radix: UInt32 = 16
  ) -> UInt32 {
    var value: UInt32 = 0
    let end = min(source.endIndex, index + count)
    while index < end, let digit = digit(source[index]), digit < radix {
      value = value &* radix &+ digit
      index += 1
    }
    return value
  }

  /// The value of a hexadecimal digit.
  static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }

  /// Adds a character, or the sign for none if no character has that value.
  static func append(_ value: UInt32, to text: inout [UInt8]) {
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
