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
    // The value rules most out, and costs less than the name.
    guard NamedLiteral.mayBeSecret(value, of: name), let promise = SecretName.promise(of: name),
      !HarmlessNames.contains(name), !DocumentedExamples.contains(value)
    else { return nil }
    // Without quotes it may be the member of a record as well, but for settings of a shell.
    if form == .bare, file.content != .environment, NamedLiteral.isMember(value) { return nil }
    if promise != .password, NamedLiteral.isSlug(value) { return nil }
    if AWSSecret.isOne(value, name: name) {
      return Opinion(kind: .awsSecretKey, confidence: .high, profile: .default)
    }
    if let service = Service.kind(name: name, value: value) {
      return Opinion(kind: service, confidence: file.isTest ? .low : .medium, profile: .default)
    }
    guard !Plausibility.isMade(value), !CodeReference.isOne(value) else { return nil }
    guard let confidence = NamedSecret.confidence(name: name, value: value) else { return nil }
    let isStrong = SecretValue.looksRandom(value) && (promise == .password || !PasswordText.isCommon(value))
    let kind: SecretKind =
      promise == .password && NamedLiteral.isPasswordName(name) ? .password : .namedSecret
    if isStrong {
      return Opinion(
        kind: kind, confidence: file.isTest ? .low : confidence, profile: file.isTest ? .strict : .default)
    }
    guard takesWeakValues, form != .query, form != .argument || NamedLiteral.isMixed(value) else {
      return nil
    }
    // A single word beside a password is a guess, as a password for tests is nobody's.
    let isSure =
      !file.isTest
      && (promise == .password ? isLikelyPassword(value, of: name) : isLikelyToken(value))
    return Opinion(kind: kind, confidence: isSure ? .medium : .low, profile: isSure ? .default : .strict)
  }

  /// Elsewhere only what looks random counts.
  private var takesWeakValues: Bool {
    switch file.content {
    case .program, .script, .configuration, .environment, .dockerfile, .notebook, .key, .other: true
    case .packedProgram, .lockfile, .translation, .document, .data: false
    }
  }

  /// Tokens are drawn at random; what is short and plain is an example in the comment of a program.
  private func isLikelyToken(_ value: String) -> Bool {
    NamedLiteral.hasDigit(value) && !PasswordText.isCommon(value)
      && (file.content != .program || NamedLiteral.hasSign(value))
  }

  private func isLikelyPassword(_ value: String, of name: String) -> Bool {
    if file.content != .environment, PasswordText.isCommon(value) { return false }
    if NamedLiteral.isMixed(value) || (NamedLiteral.hasDigit(value) && value.utf8.count >= 6) { return true }
    // `admin` beside DB_PASSWORD of an environment is one; in a program the word may be anything.
    return file.content == .environment && value.utf8.count >= 4
      && !name.lowercased().contains(value.lowercased())
  }
}
