/// What one function gets so that the enforcer runs in it, whoever applies it: an editor of templates, or a client
/// of an account.
package struct Attachment: Hashable, Sendable {
  /// The layer, as its user can name it.
  package enum Layer: Hashable, Sendable {
    /// An ARN with version, or anything that the platform takes for one, such as `{{resolve:ssm:/layer}}`.
    case arn(String)
    /// A parameter or resource of the same template.
    case reference(String)
  }

  package struct Variable: Hashable, Sendable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package let layer: Layer
  /// In the order in which they are written.
  package let variables: [Variable]
  /// Whether the function's own `AWS_LAMBDA_EXEC_WRAPPER` moves to `PARAPET_NEXT_WRAPPER`.
  package let movesWrapper: Bool
  /// What its user should know of this function's protection, sentences.
  package let remarks: [String]

  package init(layer: Layer, variables: [Variable], movesWrapper: Bool, remarks: [String]) {
    self.layer = layer
    self.variables = variables
    self.movesWrapper = movesWrapper
    self.remarks = remarks
  }
}

/// Variables of functions that the enforcer reads, and those it is started by.
package enum EnforcerVariable {
  package static let wrapper = "AWS_LAMBDA_EXEC_WRAPPER"
  package static let nextWrapper = "PARAPET_NEXT_WRAPPER"
  package static let preload = "LD_PRELOAD"
  package static let policy = "PARAPET_POLICY"
}
