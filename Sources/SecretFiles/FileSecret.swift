package import FindingModel
package import SecretDetection

/// A secret in a file of the scanned tree, of a bundle or of the history.
package struct FileSecret: Hashable, Sendable {
  package let secret: DetectedSecret
  /// The name beside the value, where only it tells that the value is a secret.
  package let name: String?
  package let file: FileKind
  package let location: SourceLocation
  package let confidence: Confidence
  /// Who wants to hear of it: `strict` for what may well be a word.
  package let profile: Profile

  package init(
    secret: DetectedSecret, name: String? = nil, file: FileKind, location: SourceLocation,
    confidence: Confidence, profile: Profile = .default
  ) {
    self.secret = secret
    self.name = name
    self.file = file
    self.location = location
    self.confidence = confidence
    self.profile = profile
  }

  /// One lower in tests and examples, where nobody deploys it.
  package var severity: Severity {
    let lower = Severity(rawValue: secret.severity.rawValue - 1) ?? .info
    return file.isTest ? lower : secret.severity
  }

  package func moved(to location: SourceLocation) -> FileSecret {
    FileSecret(
      secret: secret, name: name, file: file, location: location, confidence: confidence, profile: profile)
  }
}

extension FileSecret: CustomStringConvertible {
  package var description: String { "\(secret.kind) \(name ?? secret.description) at \(location)" }
}
