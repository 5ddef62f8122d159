package import FindingModel

/// What a secret is, whose it is, and what whoever has it can do.
///
/// The kinds stand by family in the other files of this folder.
package struct SecretKind: Sendable {
  /// Part of fingerprints, so it never changes: `awsAccessKey`.
  package let rawValue: String
  /// In a sentence: `an AWS access key id`.
  package let title: String
  /// What is lost at once is critical; what needs a second half, or serves little, is high or less.
  package let severity: Severity
  /// What whoever has it can do, after *can*: `call AWS as the user it belongs to`.
  package let power: String
  /// The issuer's page on which it is withdrawn, or that says how; `nil` for what has no issuer.
  package let withdrawal: String?
  /// Passwords and their like: what is chosen can be guessed, and is often the same in two places.
  package let isChosenByPeople: Bool

  init(
    _ rawValue: String, _ title: String, _ severity: Severity, _ power: String, _ withdrawal: String? = nil,
    isChosenByPeople: Bool = false
  ) {
    self.rawValue = rawValue
    self.title = title
    self.severity = severity
    self.power = power
    self.withdrawal = withdrawal
    self.isChosenByPeople = isChosenByPeople
  }
}

extension SecretKind {
  /// By family, in the order of their files; a test looks for a kind that is missing.
  package static let all: [SecretKind] =
    cloud + code + operations + intelligence + payments + messages + work + general
}

extension SecretKind: Hashable {
  package static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }

  package func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}

extension SecretKind: CustomStringConvertible {
  package var description: String { rawValue }
}
