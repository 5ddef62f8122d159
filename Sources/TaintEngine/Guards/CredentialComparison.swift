/// Comparisons by which a program decides on its own who its caller is.
enum CredentialComparison {
  /// Whether a value of the request is compared with what only the right caller knows.
  static func isOne(_ given: Value, _ expected: Value, _ labels: LabelTable) -> Bool {
    let fields = given.taints.compactMap { taint -> FieldPath? in
      switch labels.kind(of: taint.label) {
      case .event(let path), .request(let path): path
      default: nil
      }
    }
    guard !fields.isEmpty else { return false }
    if expected.atoms.contains(where: \.isKeyedDigest) { return true }
    if expected.taints.contains(where: { isSecret(labels.kind(of: $0.label), labels) }) { return true }
    // A constant counts where the name of the field says that it is a credential, and the whole of it is compared.
    guard let text = expected.literal, text.utf8.count >= 4, expected.taints.isEmpty else { return false }
    return fields.contains { labels.isCredential($0.components.last(where: { $0 != "[]" }) ?? "") }
      && given.taints.contains { labels[$0.label].isWhole }
  }

  private static func isSecret(_ kind: Origin.Kind, _ labels: LabelTable) -> Bool {
    switch kind {
    case .secret: true
    case .environmentVariable(let name): labels.isCredential(name)
    default: false
    }
  }

  /// Whether a field or variable is named for a credential.
  fileprivate static func names(_ name: String) -> Bool {
    let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
    return [
      "password", "passwd", "passphrase", "secret", "token", "apikey", "accesskey", "authorization",
      "credential",
    ].contains { plain.contains($0) }
  }
}

extension LabelTable {
  /// Every comparison asks this of the same few names.
  func isCredential(_ name: String) -> Bool {
    if let known = credentialNames[name] { return known }
    let answer = CredentialComparison.names(name)
    credentialNames[name] = answer
    return answer
  }
}
