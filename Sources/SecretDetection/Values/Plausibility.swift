/// Whether the open part of a token was drawn at random, or stands for one in a text.
package enum Plausibility {
  /// - Parameter minimum: Bits per character; `nil` for what a random text of that length and alphabet always has.
  static func isRandom(_ bytes: [UInt8], minimum: Double? = nil) -> Bool {
    guard bytes.count >= 8 else { return true }
    return SecretValue.entropy(of: bytes) >= (minimum ?? expected(bytes)) && !hasSequence(bytes)
      && !containsWord(bytes)
  }

  /// Well below what random texts have: one in thousands is lost.
  private static func expected(_ bytes: [UInt8]) -> Double {
    let isHexadecimal = bytes.allSatisfy { $0.isHexadecimal || $0 == 0x2D }
    switch bytes.count {
    case ..<16: return 1.9
    case ..<24: return isHexadecimal ? 2.3 : 2.8
    case ..<32: return isHexadecimal ? 2.6 : 3.2
    default: return isHexadecimal ? 2.9 : 3.4
    }
  }

  /// `aaaaaa`, `12345678`, `abcdefgh`, and the same backwards.
  static func hasSequence(_ bytes: [UInt8]) -> Bool {
    var same = 1
    var rising = 1
    var falling = 1
    for (previous, byte) in zip(bytes, bytes.dropFirst()) {
      same = byte == previous ? same + 1 : 1
      rising = byte == previous &+ 1 ? rising + 1 : 1
      falling = byte == previous &- 1 ? falling + 1 : 1
      if same >= 6 || rising >= 7 || falling >= 7 { return true }
    }
    return false
  }

  /// A word by which people say that it is none.
  static func containsWord(_ bytes: [UInt8]) -> Bool {
    words.isIn(bytes)
  }

  /// What programs make and open nothing with: a UUID, a text in base 64, a word that says it is none.
  package static func isMade(_ value: String) -> Bool {
    let bytes = Array(value.utf8)
    return containsWord(bytes) || hasSequence(bytes) || isCounted(bytes) || isUUID(bytes)
      || isEncodedText(bytes)
  }

  /// `ABC12345`, `abcd1234`: two runs of characters that follow each other.
  private static func isCounted(_ bytes: [UInt8]) -> Bool {
    zip(bytes, bytes.dropFirst()).count { $1 != $0 &+ 1 } < 2
  }

  private static func isUUID(_ bytes: [UInt8]) -> Bool {
    bytes.count == 36 && [8, 13, 18, 23].allSatisfy { bytes[$0] == UInt8(ascii: "-") }
      && bytes.allSatisfy(ByteSet.uuid.contains)
  }

  /// JSON in base 64, which is state that is carried around, or a word such as the password of `user:password`.
  private static func isEncodedText(_ bytes: [UInt8]) -> Bool {
    guard let text = Base64.decoded(bytes), text.allSatisfy({ (0x20...0x7E).contains($0) }) else {
      return false
    }
    let last = text.split(separator: UInt8(ascii: ":")).last ?? []
    return text.first == UInt8(ascii: "{") || PasswordText.isWord(String(decoding: last, as: UTF8.self))
  }

  private static let words = WordList([
    "example", "xxxx", "redacted", "dummy", "sample", "placeholder", "changeme", "change-me", "change_me",
    "your-", "your_", "yourtoken", "yourkey", "yoursecret", "fake", "insert", "replace", "foobar", "deadbeef",
    "notreal", "invalid", "00000", "abcabc", "123123", "...",
  ])
}
