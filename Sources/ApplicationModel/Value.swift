package import FindingModel

/// A property that a template may leave open.
///
/// A `switch` over it makes every rule say what it does with all three cases.
package enum Value<Wrapped: Hashable & Sendable>: Hashable, Sendable {
  /// Not written; the platform's default holds.
  case absent
  case known(Wrapped, at: SourceLocation)
  /// Written, but nobody can tell the value from what was scanned.
  case unresolved(Expression, at: SourceLocation)
}

extension Value {
  /// The value, if it is known.
  package var value: Wrapped? {
    if case .known(let value, _) = self { value } else { nil }
  }

  package var isAbsent: Bool {
    if case .absent = self { true } else { false }
  }

  package var expression: Expression? {
    if case .unresolved(let expression, _) = self { expression } else { nil }
  }

  /// Where it is written; `nil` if it is not.
  package var location: SourceLocation? {
    switch self {
    case .absent: nil
    case .known(_, let location), .unresolved(_, let location): location
    }
  }

  package func map<Other>(_ transform: (Wrapped) -> Other) -> Value<Other> {
    switch self {
    case .absent: .absent
    case .known(let value, let location): .known(transform(value), at: location)
    case .unresolved(let expression, let location): .unresolved(expression, at: location)
    }
  }
}

/// What the user wrote where a value could not be resolved.
package struct Expression: Hashable, Sendable {
  package enum Origin: Hashable, Sendable {
    /// A parameter without a default or given value.
    case parameter(String)
    /// `AWS::Region` and its like: fixed for a deployment, whatever it is.
    case pseudoParameter(String)
    /// An attribute of a resource that only exists after deployment.
    case attribute(resource: String, name: String)
    /// `Fn::ImportValue`, `${cf:…}`: another stack's output.
    case otherStack(String)
    /// `{{resolve:…}}`, `${ssm:…}`: fetched at deployment; `service` is `ssm`, `ssm-secure` or `secretsmanager`.
    case dynamicReference(service: String, key: String)
    /// A variable, macro or function that only the deployment can evaluate.
    case other
  }

  /// As written, `!ImportValue shared-vpc`.
  package let text: String
  package let origin: Origin

  package init(_ text: String, origin: Origin = .other) {
    self.text = text
    self.origin = origin
  }

  /// Whether it has one value for the whole deployment that an attacker cannot choose.
  ///
  /// True for the account's own number and for parameters, so that a condition which compares with one
  /// of these is a fixed condition although its value is not known here.
  package var isFixedAtDeployment: Bool {
    switch origin {
    case .parameter, .pseudoParameter, .otherStack, .dynamicReference, .attribute: true
    case .other: false
    }
  }
}

extension Expression: CustomStringConvertible {
  package var description: String { text }
}
