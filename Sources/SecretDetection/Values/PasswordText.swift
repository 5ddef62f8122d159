/// Whether a text beside a user, a host or a name is a password somebody has, or stands for one.
package enum PasswordText {
  /// A password in an address or a connection string.
  ///
  /// - Parameter isFile: In files examples abound, so a word in small letters is not enough.
  static func isPlausible(_ text: String, user: String, isFile: Bool) -> Bool {
    guard text.utf8.count >= 3, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
      !marks.isIn(text), !isWord(text), text.lowercased() != user.lowercased(),
      !SecretValue.isPlaceholder(text)
    else { return false }
    return !isFile || isMixed(text)
  }

  /// Letters with digits or signs, or letters of both cases in a text that is no name.
  static func isMixed(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count >= 6, Set(bytes).count >= 5, !Plausibility.hasSequence(bytes) else { return false }
    let hasLetter = bytes.contains { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    let digits = bytes.count { (0x30...0x39).contains($0) }
    let signs = Set(bytes.filter { !$0.isLetterOrDigit && !$0.isJoint })
    let capitals = bytes.count { $0.isCapital }
    let isScrambled = capitals > 1 && bytes.count - capitals > 1 && !SecretValue.isWordy(bytes)
    return hasLetter && (digits > 0 || signs.count > 1 || isScrambled)
  }

  /// `password123`, `Test1234`, `admin1`: what examples and tests say.
  static func isWord(_ text: String) -> Bool {
    let letters = text.lowercased().filter { $0.isLetter || $0 == "0" }
    let rest = text.count - letters.count
    return words.contains(letters) && rest <= 4
  }

  /// What anybody would try first: a common word with a few digits, or the word password in whatever spelling.
  package static func isCommon(_ text: String) -> Bool { isWord(text) || spellsPassword(Array(text.utf8)) }

  /// `P@ssw0rd!`, `SomePassword1`: the word in whatever spelling.
  private static func spellsPassword(_ bytes: [UInt8]) -> Bool {
    let plain = bytes.map { byte -> UInt8 in
      switch byte {
      case UInt8(ascii: "@"), UInt8(ascii: "4"): UInt8(ascii: "a")
      case UInt8(ascii: "$"), UInt8(ascii: "5"): UInt8(ascii: "s")
      case UInt8(ascii: "0"): UInt8(ascii: "o")
      default: byte
      }
    }
    return spelled.isIn(plain)
  }

  private static let spelled = WordList(["password", "passwd", "passwort", "passphrase", "secret"])

  private static let marks = WordList([
    "$", "{", "}", "*", "%(", "[", "<", ">", "%s", "%d", "%v", "%@", "\\", "\"", "'", "`", ",", "%20",
  ])

  private static let words: Set<String> = [
    "password", "passwd", "pass", "pwd", "secret", "user", "username", "admin", "root", "test", "testing",
    "foo",
    "bar", "foobar", "baz", "example", "changeme", "mypass", "mypassword", "mypwd", "mysecret", "guest",
    "postgres",
    "mysql", "redis", "mongo", "demo", "dummy", "sample", "token", "apikey", "key", "yourpassword",
    "passw0rd",
    "p0stgres", "hello", "abc", "abcdef", "qwerty", "letmein", "xoauthbasic", "oauth", "pw", "p",
    "passphrase",
    "secretpassword", "testpassword", "testpass", "dbpassword", "dbpass", "userpassword", "userpass",
    "newpassword",
    "oldpassword", "wrongpassword", "invalidpassword", "fakepassword", "hunter", "correcthorsebatterystaple",
    "supersecret", "topsecret", "verysecret", "value", "string",
  ]
}
