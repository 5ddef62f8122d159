internal import ApplicationModel

/// What one policy says of a request.
struct PolicyVerdict {
  /// The statement that denies and how certain that is.
  var denial: (statement: Statement?, truth: Truth) = (nil, .no)
  var grant: (statement: Statement?, truth: Truth) = (nil, .no)
  /// How the grant names the principal; for resource policies.
  var match = PrincipalMatch.none
  /// Statements that nobody can decide.
  var open: [Statement] = []

  /// Most open statements that are kept: a reader needs some, not all.
  static let openLimit = 8

  mutating func note(_ statement: Statement) {
    if open.count < Self.openLimit { open.append(statement) }
  }
}

extension PolicyDocument {
  /// - Parameter isResourcePolicy: Whether statements name principals and may leave out the resource.
  func verdict(on request: AccessRequest, isResourcePolicy: Bool = false) -> PolicyVerdict {
    var verdict = PolicyVerdict()
    // What could not be read may allow or deny anything.
    if !unresolved.isEmpty { (verdict.denial.truth, verdict.grant.truth) = (.maybe, .maybe) }
    for statement in statements {
      statement.judge(request, isResourcePolicy: isResourcePolicy, into: &verdict)
      // Nothing can outweigh a certain denial.
      if verdict.denial.truth == .yes { break }
    }
    return verdict
  }
}

extension Statement {
  fileprivate func judge(_ request: AccessRequest, isResourcePolicy: Bool, into verdict: inout PolicyVerdict)
  {
    var match = PrincipalMatch.none
    var truth = matches(action: request.action)
    guard truth != .no else { return }
    if isResourcePolicy {
      let named = principals.match(request.principal)
      match = named.kind
      truth = truth && named.truth
    }
    truth = truth && matches(request.target, in: request.context, isResourcePolicy: isResourcePolicy)
    truth = truth && conditions.all { $0.holds(in: request.context) }
    guard truth != .no else { return }
    let isOpen = effect.expression != nil
    if truth == .maybe || isOpen { verdict.note(self) }
    if effect.value == .deny || isOpen { Self.raise(&verdict.denial, self, isOpen ? .maybe : truth) }
    // A statement without an effect is no statement to the platform.
    guard effect.value == .allow || isOpen else { return }
    let grant = isOpen ? .maybe : truth
    if (grant, match) > (verdict.grant.truth, verdict.match) { verdict.match = match }
    Self.raise(&verdict.grant, self, grant)
  }

  private static func raise(
    _ known: inout (statement: Statement?, truth: Truth), _ statement: Statement, _ truth: Truth
  ) {
    if truth > known.truth || known.statement == nil { known = (statement, max(truth, known.truth)) }
  }

  /// Whether `Action` or `NotAction` covers an action, open parts taken as open.
  package func matches(action: String) -> Truth {
    switch actions {
    case .absent: .no
    case .only(let patterns): patterns.any { $0.value.matches(action: action) }
    case .allExcept(let patterns): !patterns.any { $0.value.matches(action: action) }
    }
  }

  private func matches(
    _ target: AccessRequest.Target, in context: RequestContext, isResourcePolicy: Bool
  ) -> Truth {
    let test = { (pattern: Located<Text>) -> Truth in
      switch target {
      case .everything:
        pattern.value.isWildcard
          ? .yes : (pattern.value.expressions.isEmpty ? .no : pattern.value.mayBeWildcard)
      case .resource(let name): PatternMatching.matchesARN(pattern.value, name, context: context)
      }
    }
    switch resources {
    // The policy of a resource without names is about the resource itself; trust policies never have one.
    case .absent: return Truth(isResourcePolicy)
    case .only(let patterns): return patterns.any(test)
    case .allExcept(let patterns): return !patterns.any(test)
    }
  }
}

extension Text {
  fileprivate func matches(action: String) -> Truth {
    guard let literal else {
      return Truth(Glob(glob, ignoringCase: true).matches(action.lowercased())) && .maybe
    }
    return Truth(literal == "*" || Glob(literal, ignoringCase: true).matches(action.lowercased()))
  }

  /// One open part alone may turn out to be `*`.
  fileprivate var mayBeWildcard: Truth { parts.count == 1 ? .maybe : .no }
}
