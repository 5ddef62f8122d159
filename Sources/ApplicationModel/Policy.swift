package import FindingModel

/// An IAM policy as written: identity, resource or trust policy.
package struct PolicyDocument: Hashable, Sendable {
  package let statements: [Statement]
  package let location: SourceLocation
  /// Parts that could not be read as statements.
  package let unresolved: [Expression]

  package init(statements: [Statement], location: SourceLocation, unresolved: [Expression] = []) {
    self.statements = statements
    self.location = location
    self.unresolved = unresolved
  }
}

/// One statement; every list keeps the order the user wrote.
package struct Statement: Hashable, Sendable {
  package enum Effect: String, Hashable, Sendable {
    case allow = "Allow"
    case deny = "Deny"
  }

  package let sid: String?
  package let effect: Value<Effect>
  package let actions: Matchers
  package let resources: Matchers
  package let principals: Principals
  package let conditions: [PolicyCondition]
  package let location: SourceLocation
  package let isImplied: Bool

  package init(
    sid: String? = nil, effect: Value<Effect>, actions: Matchers, resources: Matchers,
    principals: Principals = .absent, conditions: [PolicyCondition] = [], location: SourceLocation,
    isImplied: Bool = false
  ) {
    self.sid = sid
    self.effect = effect
    self.actions = actions
    self.resources = resources
    self.principals = principals
    self.conditions = conditions
    self.location = location
    self.isImplied = isImplied
  }
}

/// `Action`, `NotAction`, `Resource` or `NotResource`.
package enum Matchers: Hashable, Sendable {
  case absent
  case only([Located<Text>])
  case allExcept([Located<Text>])

  package var texts: [Located<Text>] {
    switch self {
    case .absent: []
    case .only(let texts), .allExcept(let texts): texts
    }
  }
}

/// `Principal` or `NotPrincipal`.
package enum Principals: Hashable, Sendable {
  case absent
  case only([Principal])
  case allExcept([Principal])
}

package struct Principal: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    /// `"Principal": "*"` and `{"AWS": "*"}` alike.
    case anyone
    case aws = "AWS"
    case service = "Service"
    case federated = "Federated"
    case canonicalUser = "CanonicalUser"
  }

  package let kind: Kind
  package let value: Text
  package let location: SourceLocation

  package init(kind: Kind, value: Text, location: SourceLocation) {
    self.kind = kind
    self.value = value
    self.location = location
  }
}

/// One operator and key of a `Condition` block with the values it accepts.
package struct PolicyCondition: Hashable, Sendable {
  /// As written, `StringEquals`, `ForAnyValue:ArnLikeIfExists`.
  package let operation: String
  /// As written, `aws:SourceAccount`; case does not matter to the platform.
  package let key: String
  package let values: [Text]
  package let location: SourceLocation

  package init(operation: String, key: String, values: [Text], location: SourceLocation) {
    self.operation = operation
    self.key = key
    self.values = values
    self.location = location
  }
}

/// A value and its place.
package struct Located<Wrapped: Hashable & Sendable>: Hashable, Sendable {
  package let value: Wrapped
  package let location: SourceLocation

  package init(_ value: Wrapped, at location: SourceLocation) {
    self.value = value
    self.location = location
  }
}

/// A role: who may assume it and what it may do.
package struct Role: Resource, Hashable {
  package let identity: ResourceIdentity
  package let roleName: Value<Text>
  package let trust: PolicyDocument?
  /// Inline policies, and policies of the template attached to the role.
  package var policies: [AttachedPolicy]
  /// ARNs of managed policies, as written.
  package let managedPolicies: [Located<Text>]
  /// Where a transform attached some of them by itself: at the `VpcConfig`, `Tracing` or event that asked for it.
  package let impliedPolicies: Set<SourceLocation>
  package let permissionsBoundary: Value<Text>

  package init(
    identity: ResourceIdentity, roleName: Value<Text>, trust: PolicyDocument?, policies: [AttachedPolicy],
    managedPolicies: [Located<Text>], impliedPolicies: Set<SourceLocation> = [],
    permissionsBoundary: Value<Text>
  ) {
    self.identity = identity
    self.roleName = roleName
    self.trust = trust
    self.policies = policies
    self.managedPolicies = managedPolicies
    self.impliedPolicies = impliedPolicies
    self.permissionsBoundary = permissionsBoundary
  }

  /// Statements of all its policies of the template.
  package var statements: [Statement] { policies.flatMap(\.document.statements) }
}

/// A policy document that a role holds.
package struct AttachedPolicy: Hashable, Sendable {
  package let name: String
  package let document: PolicyDocument
  /// The SAM policy template it was made from, `S3CrudPolicy`.
  package let template: String?

  package init(name: String, document: PolicyDocument, template: String? = nil) {
    self.name = name
    self.document = document
    self.template = template
  }
}

/// `AWS::Lambda::Permission`: who may invoke a function, by the function's own policy.
package struct Permission: Resource, Hashable {
  package let identity: ResourceIdentity
  package let function: Value<Text>
  package let action: Value<String>
  package let principal: Value<Text>
  package let sourceARN: Value<Text>
  package let sourceAccount: Value<Text>
  package let principalOrganization: Value<Text>
  package let functionURLAuthorization: Value<String>
  package let eventSourceToken: Value<Text>
  /// Whether it only holds for calls that come through the function's URL.
  package let isForFunctionURL: Value<Bool>

  package init(
    identity: ResourceIdentity, function: Value<Text>, action: Value<String>, principal: Value<Text>,
    sourceARN: Value<Text>, sourceAccount: Value<Text>, principalOrganization: Value<Text>,
    functionURLAuthorization: Value<String>, eventSourceToken: Value<Text>,
    isForFunctionURL: Value<Bool> = .absent
  ) {
    self.identity = identity
    self.function = function
    self.action = action
    self.principal = principal
    self.sourceARN = sourceARN
    self.sourceAccount = sourceAccount
    self.principalOrganization = principalOrganization
    self.functionURLAuthorization = functionURLAuthorization
    self.eventSourceToken = eventSourceToken
    self.isForFunctionURL = isForFunctionURL
  }
}
