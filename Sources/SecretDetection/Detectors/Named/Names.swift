internal import FindingModel

/// Whether a constant of a program or a file of settings is a secret because of the name beside it.
///
/// Stricter than ``NamedSecret``, which judges the variables of a function: in programs, names like these stand
/// beside labels, field names and keys of translations as often as beside secrets.
enum Names {
  static func confidence(name: String, value: String) -> Confidence? {
    let bytes = Array(value.utf8)
    guard !isReference(value), !SecretValue.isPlaceholder(value), !Plausibility.containsWord(bytes),
      !Plausibility.hasSequence(bytes), !harmless.isIn(name), let promise = SecretName.promise(of: name)
    else { return nil }
    if SecretValue.looksRandom(value), !SecretValue.isWordy(bytes), !isUUID(bytes), !isDigest(value, promise),
      !isEncodedObject(bytes)
    {
      return promise == .key ? .low : .medium
    }
    // Letters of both cases alone are the name of a type more often than a password.
    guard promise == .password, bytes.contains(where: { !$0.isLetter && !$0.isJoint }),
      PasswordText.isMixed(value), !PasswordText.isWord(value), !isName(bytes),
      !PasswordText.spellsPassword(bytes)
    else { return nil }
    return .low
  }

  /// Something that is looked up, called or filled in.
  static func isReference(_ value: String) -> Bool {
    if SecretValue.isReference(value) { return true }
    if value.utf8.first.map({ signsOfCode.contains($0) }) ?? true { return true }
    return codeParts.isIn(value)
  }

  /// `#password`, `.token`, `@secret`, `--password`, `/path`, `!ImportValue`, `*alias`, `&anchor`.
  private static let signsOfCode = Set("#.@-/!*&%~:;,+?|=^\\".utf8)

  private static let codeParts = WordList([
    "{{", "}}", "{", "%s", "%d", "(", "::", "->", "=>", "process.env", "os.environ", "getenv", "env.",
    "secrets.",
    "vault:", "ssm:", "kms:", "ref:", "op://", "config.", "settings.", "self.", "this.", "options.",
    "params.",
    "request.", "args.", "import", "getatt", "resolve:", "secretsmanager", "keyvault", "context.", "event.",
    "var.",
    "data.", "local.", "module.", "<", ">", "\\", "[", "]",
  ])

  /// Names of digests, of places in lists, and of what is shown to everybody.
  private static let harmless = WordList([
    "sha", "md5", "hash", "digest", "checksum", "commit", "integrity", "etag", "nonce", "csrf", "xsrf",
    "fingerprint",
    "signature", "public", "revision", "cursor", "continuation", "nexttoken", "next_token", "pagetoken",
    "page_token", "tokenizer", "tokentype", "token_type", "sitekey", "site_key", "recaptcha", "foreign",
    "primary",
    "verification", "lastused", "last_used", "lastset", "last_set", "expir", "changed", "created", "updated",
  ])

  static func isUUID(_ bytes: [UInt8]) -> Bool {
    bytes.count == 36 && [8, 13, 18, 23].allSatisfy { bytes[$0] == UInt8(ascii: "-") }
      && bytes.allSatisfy(ByteSet.uuid.contains)
  }

  /// Hexadecimal of the length of a common digest says little, unless the name says a lot.
  private static func isDigest(_ value: String, _ promise: SecretName.Promise) -> Bool {
    promise == .key && [32, 40, 64, 128].contains(value.utf8.count) && value.utf8.allSatisfy(\.isHexadecimal)
  }

  /// JSON in base 64: state that is carried around, and no draw of random bytes.
  private static func isEncodedObject(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: Array("eyJ".utf8))
      && Base64.decoded(bytes)?.allSatisfy { (0x20...0x7E).contains($0) } == true
  }

  /// `userPassword1`, `db-password`, `Password.Length.6`: words that are joined.
  private static func isName(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { $0.isLetterOrDigit || $0.isJoint } && SecretValue.isWordy(bytes)
  }
}
