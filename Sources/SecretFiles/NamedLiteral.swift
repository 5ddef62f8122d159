/// What a literal looks like; all by bytes, because most literals of a program are asked.
enum NamedLiteral {
  /// The cheap questions, before a text is made of the bytes; a scheme may stand before a blank.
  static func mayBeSecret(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard bytes.count >= 3, let first = bytes.first, !notFirst.contains(first) else { return false }
    var blanks = 0
    for byte in bytes {
      if byte == 0x20 {
        blanks += 1
      } else if byte < 0x20 || byte >= 0x7F || notInside.contains(byte) {
        return false
      }
    }
    return blanks < 2
  }

  /// Nothing that is fetched, computed, translated or put in later.
  static func mayBeSecret(_ value: String, of name: String) -> Bool {
    let bytes = Array(value.utf8)
    guard bytes.count >= 3, let first = bytes.first, !bytes.contains(0x20), !notFirst.contains(first) else {
      return false
    }
    let plainName = plain(Array(name.utf8))
    let plainValue = plain(bytes)
    // The name again, as constants, fields and headers have it: `PASSWORD = "password"`.
    if plainName.suffix(plainValue.count).elementsEqual(plainValue) { return false }
    if isConstantName(bytes) || isIdentifier(bytes, plainValue) || isPath(bytes) { return false }
    return !markers.contains { contains($0, in: bytes) }
  }

  /// What people log in with; what signs or encrypts has other names.
  static func isPasswordName(_ name: String) -> Bool {
    let plain = plain(Array(name.utf8))
    return passwordWords.contains { contains($0, in: plain) } || plain.suffix(4).elementsEqual("pass".utf8)
  }

  /// Letters with digits or signs among them, long enough not to be a name.
  static func isMixed(_ value: String) -> Bool {
    let bytes = Array(value.utf8)
    let letters = bytes.count { $0.isLetter }
    let signs = bytes.count { !$0.isNameByte }
    return bytes.count >= 7 && letters > 1 && (signs > 0 || hasDigit(value)) && !isVersioned(bytes)
  }

  /// A character that stands in no name.
  static func hasSign(_ value: String) -> Bool { value.utf8.contains { !$0.isNameByte } }

  static func hasDigit(_ value: String) -> Bool { value.utf8.contains(where: \.isDigit) }

  /// Letters in lower case and digits.
  private static func plain(_ bytes: [UInt8]) -> [UInt8] {
    bytes.compactMap { $0.isLetter ? $0 | 0x20 : $0.isDigit ? $0 : nil }
  }

  /// `DB_PASSWORD`, `X-API-KEY`.
  private static func isConstantName(_ bytes: [UInt8]) -> Bool {
    bytes.contains { $0 == 0x5F || $0 == 0x2D }
      && bytes.allSatisfy { (0x41...0x5A).contains($0) || $0 == 0x5F || $0 == 0x2D }
  }

  /// `user.password`, `passwordReset`, `Token2Field`, `cognito:token`: words that are joined.
  private static func isIdentifier(_ bytes: [UInt8], _ plain: [UInt8]) -> Bool {
    guard bytes.allSatisfy({ $0.isLetter || $0.isDigit || joints.contains($0) }) else { return false }
    let digits = bytes.count { $0.isDigit }
    // With a digit the short words are parts of others: `keyboard-c4t`.
    let names = secretWords.filter { digits == 0 || $0.count > 4 }
    let isJoined = digits == 0 && bytes.split { joints.contains($0) }.count > 2
    return isJoined || (digits < 2 && names.contains { contains($0, in: plain) })
  }

  /// `local.db1_password`: names that are joined by full stops.
  static func isMember(_ value: String) -> Bool {
    let names = Array(value.utf8).split(separator: 0x2E, omittingEmptySubsequences: false)
    return names.count > 1
      && names.allSatisfy { name in
        (name.first.map { $0.isLetter || $0 == 0x5F } ?? false)
          && name.allSatisfy { $0.isLetter || $0.isDigit || $0 == 0x5F }
      }
  }

  /// `apache-2.0`, `orders-2024-10-04`, `x11vnc-openssl`: words and numbers that are joined, most of them plain.
  static func isSlug(_ value: String) -> Bool {
    let parts = Array(value.utf8).split { joints.contains($0) }
    let plain = parts.count { $0.allSatisfy(\.isLetter) || ($0.count <= 8 && $0.allSatisfy(\.isDigit)) }
    let hasWord = parts.contains { part in
      part.count > 2 && part.allSatisfy(\.isLetter) && part.contains { $0 & 0x20 != 0 }
    }
    return parts.count > 1 && hasWord && 2 * plain >= parts.count
      && parts.allSatisfy { $0.count <= ($0.allSatisfy(\.isLetter) ? 24 : 12) }
  }

  /// `v2`, `token1`: a word with its number.
  private static func isVersioned(_ bytes: [UInt8]) -> Bool {
    let digits = bytes.drop { $0.isLetter }
    return digits.count < 2 && digits.allSatisfy(\.isDigit)
  }

  private static func isPath(_ bytes: [UInt8]) -> Bool {
    beginnings.contains { bytes.starts(with: $0) }
      || endings.contains { bytes.suffix($0.count).elementsEqual($0) }
  }

  private static func contains(_ word: [UInt8], in bytes: [UInt8]) -> Bool {
    guard bytes.count >= word.count else { return false }
    return (0...(bytes.count - word.count)).contains {
      bytes[$0] == word[0] && bytes[$0...].starts(with: word)
    }
  }

  private static let notFirst = ByteTable("+,.;:)]}>=&|?%<([{")
  private static let notInside = ByteTable("()<>{}[]`\"'\\")
  private static let joints = ByteTable("._-:/@")
  private static let markers = bytes(["://", "...", "***", "xxx", "XXX", "${", "%(", "%s", "$(", "{{"])
  private static let passwordWords = bytes(["passw", "pwd", "passphrase", "passcode"])
  private static let secretWords = bytes([
    "password", "passwd", "secret", "token", "key", "auth", "credential",
  ])
  private static let beginnings = bytes(["/", "./", "../", "~/"])
  private static let endings = bytes([
    ".pem", ".key", ".json", ".txt", ".js", ".py", ".html", ".yml", ".yaml", ".ts",
  ])

  private static func bytes(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }
}

/// A set of bytes of ASCII that answers by one look.
private struct ByteTable: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ text: String) {
    for byte in text.utf8 {
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
    }
  }

  func contains(_ byte: UInt8) -> Bool {
    byte < 0x80 && (byte < 64 ? low : high) & (1 << UInt64(byte & 63)) != 0
  }
}
