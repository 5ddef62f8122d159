package import ApplicationModel
package import FindingModel

/// The policies that AWS writes and keeps.
package struct ManagedPolicyCatalogue: Sendable {
  package init() {}

  /// Names of all policies, sorted without regard to case.
  package var names: [String] {
    let data = PackedData()
    return data.rows(data.policies, width: PackedData.Width.policy).map { $0.text(0) }
  }

  /// - Parameter name: `AmazonS3ReadOnlyAccess`, `service-role/AWSLambdaBasicExecutionRole`, or the ARN.
  /// - Returns: JSON text of the policy's default version when the data was made.
  package func text(of name: String) -> String? { row(name)?.text(4) }

  package func arn(of name: String) -> String? {
    row(name).map { "arn:aws:iam::aws:policy\($0.text(2))\($0.text(0))" }
  }

  /// - Parameter location: Where the policy is attached: its statements have no place of their own.
  package func document(of name: String, at location: SourceLocation) -> PolicyDocument? {
    text(of: name).map { PolicyText.read($0, at: location).document }
  }

  private func row(_ name: String) -> PackedData.Row? {
    let data = PackedData()
    let last = name.split(separator: "/").last.map(String.init) ?? name
    // An account's own policy may have the name of an AWS policy.
    if name.hasPrefix("arn:"), !name.contains(":iam::aws:policy/") { return nil }
    return data.row(named: last, in: data.policies, width: PackedData.Width.policy)
  }
}
