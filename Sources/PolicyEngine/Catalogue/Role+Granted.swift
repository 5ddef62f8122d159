package import ApplicationModel
internal import FindingModel

/// All that a role's policies say.
package struct GrantedStatements: Hashable, Sendable {
  /// Of inline policies, policies of the template and policies of AWS; those of the last lie where they are attached.
  package let statements: [Statement]
  /// Attached policies whose documents nobody can read here: a customer's own from elsewhere, open names.
  package let unread: [Located<Text>]

  package var isComplete: Bool { unread.isEmpty }
}

extension Role {
  /// - Parameter policies: Policies of the template, for references to them.
  package func granted(
    policies: [Policy] = [], managed: ManagedPolicyCatalogue = ManagedPolicyCatalogue()
  ) -> GrantedStatements {
    var statements = self.statements
    var unread: [Located<Text>] = []
    for attached in managedPolicies {
      if let policy = managed.policy(attached: attached.value) {
        statements += policy.document.statements.map { $0.moved(to: attached.location) }
      } else if let id = attached.value.references.first?.id, let own = policies.first(where: { $0.id == id })
      {
        // The loader may have added it to the role's policies already.
        statements += own.document.statements.filter { !self.statements.contains($0) }
      } else {
        unread.append(attached)
      }
    }
    return GrantedStatements(statements: statements, unread: unread)
  }
}

extension Statement {
  fileprivate func moved(to location: SourceLocation) -> Statement {
    Statement(
      sid: sid, effect: effect, actions: actions.moved(to: location),
      resources: resources.moved(to: location),
      principals: principals, conditions: conditions, location: location, isImplied: isImplied)
  }
}

extension Matchers {
  fileprivate func moved(to location: SourceLocation) -> Matchers {
    switch self {
    case .absent: .absent
    case .only(let texts): .only(texts.map { Located($0.value, at: location) })
    case .allExcept(let texts): .allExcept(texts.map { Located($0.value, at: location) })
    }
  }
}
