package import ApplicationModel

/// What statements give together; for comparing two policies.
package struct GrantSet: Sendable {
  private let allowed: [Statement]
  private let denied: [Statement]
  private let catalogue: ServiceCatalogue

  package init(_ statements: [Statement], catalogue: ServiceCatalogue = ServiceCatalogue()) {
    allowed = statements.filter(\.allows)
    denied = statements.filter(\.denies)
    self.catalogue = catalogue
  }

  /// Every action that is allowed on something, sorted, each once; denials are not taken off.
  package var actions: [String] {
    Set(allowed.flatMap { statement in statement.grants(in: catalogue).map(\.action) }).sorted()
  }

  /// Whether it gives an action on all that a pattern of resources stands for.
  ///
  /// A condition leaves that open on either side: *maybe*.
  package func covers(action: String, resource: Text) -> Truth {
    // Only a statement about everything gives an action that takes no resource, but for some that list.
    let isScopable = catalogue.action(action)?.isScopable ?? true
    let resource = isScopable ? resource : nil
    let given = allowed.any { Self.gives($0, action, resource) }
    let taken = denied.any { Self.gives($0, action, resource) }
    return given && !taken
  }

  private static func gives(_ statement: Statement, _ action: String, _ resource: Text?) -> Truth {
    let covers = resource.map { statement.coversAll(of: $0) } ?? statement.coversListing(by: action)
    let match = statement.matches(action: action) && covers
    return statement.conditions.isEmpty && statement.effect.value != nil ? match : match && .maybe
  }

  /// Grants of this set that another one does not give for certain, in order: what a change adds.
  ///
  /// An entry for many resources is compared resource by resource. Wildcards of `NotResource` cannot be
  /// compared and count as not given, unless the other set gives the action on everything.
  package func grants(notIn other: GrantSet) -> [ActionGrant] {
    allowed.flatMap { statement in
      statement.grants(in: catalogue).filter { grant in
        switch statement.resources {
        case .absent: false
        case .only(let texts):
          texts.contains { other.covers(action: grant.action, resource: $0.value) < own(grant, $0.value) }
        case .allExcept: other.covers(action: grant.action, resource: "*") < own(grant, "*")
        }
      }
    }
  }

  /// How certainly this set itself gives it: conditions on both sides are not told apart.
  private func own(_ grant: ActionGrant, _ resource: Text) -> Truth {
    covers(action: grant.action, resource: resource)
  }
}

extension Statement {
  /// Whether its resources include all that a pattern stands for; `nil` for what takes no resource.
  func coversAll(of resource: Text?) -> Truth {
    switch resources {
    case .absent: .no
    case .only(let patterns): patterns.any { ResourcePattern.covers($0.value, resource) }
    case .allExcept(let patterns): !patterns.any { ResourcePattern.meets($0.value, resource) }
    }
  }
}

/// Patterns of resources, compared with each other.
enum ResourcePattern {
  /// Whether one includes all that another stands for; *maybe* if some of it.
  ///
  /// There is no request, so nobody knows what policy variables stand for.
  static func covers(_ wide: Text, _ narrow: Text?) -> Truth {
    if wide.isWildcard { return .yes }
    guard let narrow else { return Truth(!wide.expressions.isEmpty) && .maybe }
    if wide == narrow { return .yes }
    if narrow.isWildcard { return .maybe }
    return PatternMatching.matchesARN(wide, narrow, context: RequestContext())
  }

  /// Whether two have something in common.
  static func meets(_ left: Text, _ right: Text?) -> Truth {
    max(covers(left, right), right.map { covers($0, left) } ?? .no)
  }
}
