package import ApplicationModel

/// What the platform answers to a request.
package enum AccessDecision: Hashable, Sendable {
  package enum Denial: Hashable, Sendable {
    case explicit(Statement)
    case serviceControlPolicy
    case resourcePolicy
    case boundary
    case identityPolicy
  }

  /// The statement that allows; `nil` where the account's own root user needs none.
  case allowed(by: Statement?)
  case denied(Denial)
  /// Statements of which at least one decides and cannot be decided here; a few of them, the first ones.
  case depends(on: [Statement])
}

/// All policies that bear on a request, and the decision on it.
package struct AccessEvaluation: Sendable {
  package var identityPolicies: [PolicyDocument]
  /// The policy of the resource; for `sts:AssumeRole` the trust policy.
  package var resourcePolicy: PolicyDocument?
  package var boundary: PolicyDocument?
  /// Policies by level, from the organisation's root to the account; every level must allow.
  package var serviceControlPolicies: [[PolicyDocument]]

  package init(
    identityPolicies: [PolicyDocument] = [], resourcePolicy: PolicyDocument? = nil,
    boundary: PolicyDocument? = nil, serviceControlPolicies: [[PolicyDocument]] = []
  ) {
    self.identityPolicies = identityPolicies
    self.resourcePolicy = resourcePolicy
    self.boundary = boundary
    self.serviceControlPolicies = serviceControlPolicies
  }

  package func decision(for request: AccessRequest) -> AccessDecision {
    Decider(evaluation: self, request: request).decision()
  }
}

/// The steps of one decision, in the order of the platform's documentation.
private struct Decider {
  let request: AccessRequest
  let identity: [PolicyVerdict]
  let resource: PolicyVerdict?
  let boundary: PolicyVerdict?
  let levels: [[PolicyVerdict]]

  init(evaluation: AccessEvaluation, request: AccessRequest) {
    self.request = request
    identity = evaluation.identityPolicies.map { $0.verdict(on: request) }
    resource = evaluation.resourcePolicy?.verdict(on: request, isResourcePolicy: true)
    boundary = evaluation.boundary?.verdict(on: request)
    levels = evaluation.serviceControlPolicies.map { $0.map { $0.verdict(on: request) } }
  }

  private var all: [PolicyVerdict] {
    // Nobody's identity policies bear on a service or on nobody.
    (isPrincipalOfAccount ? identity + levels.joined() + (boundary.map { [$0] } ?? []) : [])
      + (resource.map { [$0] } ?? [])
  }

  private var isPrincipalOfAccount: Bool {
    switch request.principal.kind {
    case .role, .user, .account: true
    case .anonymous, .service, .federated: false
    }
  }

  func decision() -> AccessDecision {
    if let denied = all.first(where: { $0.denial.truth == .yes }), let statement = denied.denial.statement {
      return .denied(.explicit(statement))
    }
    let (granted, denial) = grant()
    let isDenied = all.any { $0.denial.truth }
    switch granted && !isDenied {
    case .no: return .denied(denial)
    case .yes: return .allowed(by: allowing)
    case .maybe: return .depends(on: Array(all.flatMap(\.open).prefix(PolicyVerdict.openLimit)))
    }
  }

  private var allowing: Statement? {
    let verdicts = isPrincipalOfAccount ? identity : []
    return (verdicts + (resource.map { [$0] } ?? [])).first { $0.grant.truth == .yes }?.grant.statement
  }

  /// Whether the request is granted, denials aside, and what is missing if it is not.
  private func grant() -> (Truth, AccessDecision.Denial) {
    let byResource = resource?.grant.truth ?? .no
    guard isPrincipalOfAccount else { return (byResource, .resourcePolicy) }
    let organisation = levels.all { level in level.any(\.grant.truth) }
    if organisation == .no { return (.no, .serviceControlPolicy) }
    let identity = request.principal.kind == .account ? .yes : identity.any(\.grant.truth)
    let limit = boundary?.grant.truth ?? .yes
    if request.isCrossAccount || needsResourcePolicy {
      if byResource == .no { return (.no, .resourcePolicy) }
      let own = isNamedDirectly && !request.isCrossAccount ? (identity || byResource) : identity
      return (organisation && byResource && own && limit, own == .no ? .identityPolicy : .boundary)
    }
    // Within an account either policy is enough, but naming the account only hands over to identity policies.
    let direct = isNamedDirectly ? byResource && (isUnlimited ? .yes : limit) : .no
    let own = identity && limit
    return (organisation && (own || direct), identity == .no ? .identityPolicy : .boundary)
  }

  /// Keys and roles answer to their own policy only.
  private var needsResourcePolicy: Bool {
    let action = request.action.lowercased()
    return resource != nil && (action.hasPrefix("kms:") || action.hasPrefix("sts:assumerole"))
  }

  private var isNamedDirectly: Bool { (resource?.match ?? .none) >= .direct }

  /// A boundary does not limit what a resource policy gives to a user or to one session.
  private var isUnlimited: Bool {
    resource?.match == .session || request.principal.kind == .user
  }
}
