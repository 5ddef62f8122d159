package import FindingModel

/// Whether a literal beside a name is a secret.
package enum NamedSecret {
  /// How sure it is that a value is one; `nil` if it is none, or none that a person would have to change.
  package static func confidence(name: String, value: String) -> Confidence? {
    guard let promise = SecretName.promise(of: name), !SecretValue.isPlaceholder(value) else { return nil }
    if promise == .password, isKnownWeak(value) { return .medium }
    guard !SecretValue.isReference(value) else { return nil }
    if SecretValue.looksRandom(value) { return .high }
    switch promise {
    case .password: return value.utf8.count < 3 || isResourceName(value, of: name) ? nil : .medium
    case .token: return SecretValue.looksLikeSecret(value) ? .medium : nil
    case .key: return nil
    }
  }

  /// Passwords that are words, and so would pass for placeholders or switches.
  private static func isKnownWeak(_ value: String) -> Bool {
    ["password", "secret", "admin", "root", "postgres", "mysql", "letmein", "qwerty", "12345678", "123456"]
      .contains(value.lowercased())
  }

  /// `DB_PASSWORD: shop-db-password`: the name of where the password is kept.
  private static func isResourceName(_ value: String, of name: String) -> Bool {
    let words = SecretName.words(of: value)
    return words.count > 1 && words.contains(where: { ["password", "secret", "key", "token"].contains($0) })
      && value.utf8.allSatisfy { $0.isLetterOrDigit || $0.isJoint } && !value.utf8.contains { $0 == 0x2E }
      && value.lowercased() == value && value.contains("-")
  }
}
