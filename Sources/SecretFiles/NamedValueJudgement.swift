internal import FindingModel
internal import SecretDetection

/// Whether a literal beside a name is a secret that somebody would have to change.
///
/// Stricter than for a variable of a function, whose value is what the template says: in files a name stands beside
/// labels, messages, types and names of fields as often as beside a password.
struct NamedValueJudgement {
  struct Opinion: Equatable {
    let kind: SecretKind
    let confidence: Confidence
    let profile: Profile
  }

  let file: FileKind

  func opinion(name: String, value: String, form: NamedValue.Form) -> Opinion? {
    guard let promise = SecretName.promise(of: name), !HarmlessNames.contains(name),
      !PublishedExamples.values.contains(value)
    else { return nil }
    guard NamedLiteral.mayBeSecret(value, of: name) else { return nil }
    if AWSSecret.isOne(value, name: name) {
      return Opinion(kind: .awsSecretKey, confidence: .high, profile: .default)
    }
    guard let confidence = NamedSecret.confidence(name: name, value: value) else { return nil }
    let isStrong = SecretValue.looksRandom(value)
    let kind: SecretKind =
      promise == .password && NamedLiteral.isPasswordName(name) ? .password : .namedSecret
    if isStrong {
      return Opinion(
        kind: kind, confidence: file.isTest ? .low : confidence, profile: file.isTest ? .strict : .default)
    }
    guard takesWeakValues, form != .argument || NamedLiteral.isMixed(value) else { return nil }
    // A single word beside a password is a guess, as a password for tests is nobody's.
    let isSure =
      !file.isTest
      && (promise == .password ? isLikelyPassword(value, of: name) : NamedLiteral.hasDigit(value))
    return Opinion(kind: kind, confidence: isSure ? .medium : .low, profile: isSure ? .default : .strict)
  }

  /// Elsewhere only what looks random counts.
  private var takesWeakValues: Bool {
    switch file.content {
    case .program, .script, .configuration, .environment, .dockerfile, .notebook, .key, .other: true
    case .packedProgram, .lockfile, .translation, .document, .data: false
    }
  }

  private func isLikelyPassword(_ value: String, of name: String) -> Bool {
    if NamedLiteral.isMixed(value) || (NamedLiteral.hasDigit(value) && value.utf8.count >= 6) { return true }
    // `admin` beside DB_PASSWORD of an environment is one; in a program the word may be anything.
    return file.content == .environment && value.utf8.count >= 4
      && !name.lowercased().contains(value.lowercased())
  }
}

/// What a literal looks like.
enum NamedLiteral {
  /// Nothing that is fetched, computed, translated or put in later.
  static func mayBeSecret(_ value: String, of name: String) -> Bool {
    let bytes = Array(value.utf8)
    guard bytes.count >= 3, let first = bytes.first, !bytes.contains(0x20), !notFirst.contains(first) else {
      return false
    }
    if bytes.contains(where: notInside.contains) || bytes.contains(where: { $0 < 0x20 || $0 >= 0x7F }) {
      return false
    }
    if markers.contains(where: value.contains) { return false }
    // The name again, as constants, fields and headers have it: `PASSWORD = "password"`.
    let word = plain(value)
    if plain(name).hasSuffix(word) || isConstantName(bytes) || isIdentifier(value) { return false }
    return !isPath(value)
  }

  /// What people log in with; what signs or encrypts has other names.
  static func isPasswordName(_ name: String) -> Bool {
    let words = name.lowercased()
    return ["passw", "pwd", "passphrase", "passcode", "_pass", "-pass", ".pass"].contains(
      where: words.contains)
      || words == "pass"
  }

  /// Letters with digits or signs among them, long enough not to be a name.
  static func isMixed(_ value: String) -> Bool {
    let bytes = Array(value.utf8)
    let letters = bytes.count { $0.isLetter }
    let signs = bytes.count { !$0.isNameByte }
    return bytes.count >= 7 && letters > 1 && (signs > 0 || hasDigit(value)) && !isVersioned(value)
  }

  static func hasDigit(_ value: String) -> Bool { value.utf8.contains { (0x30...0x39).contains($0) } }

  private static func plain(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// `DB_PASSWORD`, `X-API-KEY`.
  private static func isConstantName(_ bytes: [UInt8]) -> Bool {
    bytes.contains { $0 == 0x5F || $0 == 0x2D }
      && bytes.allSatisfy { (0x41...0x5A).contains($0) || $0 == 0x5F || $0 == 0x2D }
  }

  /// `user.password`, `passwordReset`, `new-password`, `cognito:token`: words that are joined.
  private static func isIdentifier(_ value: String) -> Bool {
    let words = value.split { [".", "_", "-", ":", "/", "@"].contains($0) }
    guard words.allSatisfy({ $0.utf8.allSatisfy(\.isLetter) }) else { return false }
    let speaksOfSecrets = ["password", "passwd", "secret", "token", "key", "auth", "credential"].contains {
      value.lowercased().contains($0)
    }
    return speaksOfSecrets || words.count > 2
  }

  /// `v2`, `sha256`, `token1`: a word with its number.
  private static func isVersioned(_ value: String) -> Bool {
    let word = value.utf8.prefix { $0.isLetter }
    return value.utf8.dropFirst(word.count).allSatisfy { (0x30...0x39).contains($0) }
      && value.utf8.count - word.count < 2
  }

  private static func isPath(_ value: String) -> Bool {
    value.hasPrefix("/") || value.hasPrefix("./") || value.hasPrefix("../") || value.hasPrefix("~/")
      || [".pem", ".key", ".json", ".txt", ".js", ".py", ".html", ".yml", ".yaml", ".ts"].contains(
        where: value.hasSuffix)
  }

  private static let notFirst: Set<UInt8> = Set("+,.;:)]}>=&|?%<([{".utf8)
  private static let notInside: Set<UInt8> = Set("()<>{}[]`\"'\\".utf8)
  private static let markers = ["://", "...", "***", "xxx", "XXX", "${", "%(", "%s", "$(", "{{"]
}
