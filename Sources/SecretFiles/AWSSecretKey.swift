internal import SecretDetection

/// Forty characters without a mark of their own: a secret key only beside a name that says so.
enum AWSSecretKey {
  static func isOne(_ value: String, name: String) -> Bool {
    guard value.utf8.count == 40 else { return false }
    let name = name.lowercased().filter(\.isLetter)
    return (name.contains("secretaccesskey") || name.contains("awssecretkey") || name.contains("awssecret"))
      && value.utf8.allSatisfy { $0.isLetter || (0x30...0x39).contains($0) || $0 == 0x2B || $0 == 0x2F }
      && !value.uppercased().contains("EXAMPLE") && SecretValue.looksRandom(value)
  }
}
