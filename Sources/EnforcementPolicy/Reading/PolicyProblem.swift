package import FindingModel

/// What is wrong with a policy, or worth a second look, and where.
package struct PolicyProblem: Hashable, Sendable {
  package let location: SourceLocation
  /// A whole sentence.
  package let message: String
  /// Whether the policy can be used all the same.
  package let isWarning: Bool

  package init(_ message: String, at location: SourceLocation, isWarning: Bool = false) {
    self.message = message
    self.location = location
    self.isWarning = isWarning
  }
}

extension PolicyProblem: CustomStringConvertible {
  package var description: String { "\(location): \(message)" }
}
