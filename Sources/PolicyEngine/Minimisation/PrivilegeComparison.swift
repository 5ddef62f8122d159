package import ApplicationModel
internal import FindingModel

/// What a role is given beside what its code needs.
package struct PrivilegeComparison: Hashable, Sendable {
  /// What an entry of an `Allow` gives and nobody needs.
  package struct Excess: Hashable, Sendable {
    package let statement: Statement
    /// The entry of `Action`; `nil` for `NotAction`.
    package let pattern: Located<Text>?
    /// Needed actions that it covers, sorted.
    package let used: [String]
    /// Actions that it covers and of which nobody can tell whether they are needed, sorted.
    package let open: [String]
    /// Actions that it covers and nobody needs, by what they can do; one that an earlier entry of the same
    /// place covers is counted there.
    package let unused: [AccessLevel: Int]
    /// Some of the unused, the most harmful first; all of them if there are few.
    package let examples: [String]
    /// Unused actions that the catalogue does not know, as written.
    package let unknown: [String]

    /// Whether nothing that it gives is needed.
    package var isIdle: Bool { used.isEmpty && open.isEmpty }

    package var unusedCount: Int { unused.values.reduce(0, +) + unknown.count }
  }

  package let needed: [ActionNeed]
  /// Needs that no policy allows.
  package let missing: [ActionNeed]
  /// Needs of which nobody can tell whether they are allowed.
  package let undecided: [ActionNeed]
  /// In the order of the statements; entries without excess are left out.
  package let excess: [Excess]

  /// Most examples kept of one entry.
  package static let exampleLimit = 12

  /// - Parameters:
  ///   - granted: All statements of the role's policies.
  ///   - boundary: Statements of its permissions boundary; `nil` for none.
  ///   - open: Patterns of actions, `dynamodb:*`, of which nobody can tell whether they are needed.
  ///   - names: What references of the template stand for.
  package init(
    granted: [Statement], boundary: [Statement]? = nil, needed: [ActionNeed], open: [String] = [],
    names: ResourceNames = ResourceNames(), catalogue: ServiceCatalogue = ServiceCatalogue()
  ) {
    self.needed = needed
    let sides = [granted, boundary].compactMap { $0?.map(names.normalised) }.map {
      GrantSet($0, catalogue: catalogue)
    }
    var missing: [ActionNeed] = []
    var undecided: [ActionNeed] = []
    for need in needed {
      let resource = names.normalised(need.resource)
      switch sides.all({ $0.covers(action: need.action, resource: resource) }) {
      case .yes: break
      case .maybe: undecided.append(need)
      case .no: if !need.isConditional { missing.append(need) }
      }
    }
    self.missing = missing
    self.undecided = undecided
    var reader = ExcessReader(needed: needed, open: open, names: names, catalogue: catalogue)
    excess = granted.filter(\.allows).flatMap { reader.excess(of: $0) }
  }
}

/// Sorts what statements give into used and unused.
private struct ExcessReader {
  let needed: [ActionNeed]
  let names: ResourceNames
  let catalogue: ServiceCatalogue
  private let resources: [String: [Text]]
  private let open: [Glob]
  /// What the entries met so far cover: policies repeat them.
  private var coverage: [Text: [ActionGrant]] = [:]
  /// What the entries of one place, which may hold a whole policy, have given so far.
  private var place: SourceLocation?
  private var counted: Set<String> = []

  init(needed: [ActionNeed], open: [String], names: ResourceNames, catalogue: ServiceCatalogue) {
    self.needed = needed
    self.open = open.map { Glob($0, ignoringCase: true) }
    self.names = names
    self.catalogue = catalogue
    resources = Dictionary(grouping: needed) { $0.action.lowercased() }
      .mapValues { $0.map { names.normalised($0.resource) } }
  }

  mutating func excess(of statement: Statement) -> [PrivilegeComparison.Excess] {
    let patterns: [Located<Text>?]
    switch statement.actions {
    case .absent: patterns = []
    case .only(let texts): patterns = texts
    case .allExcept: patterns = [nil]
    }
    let usable = usableActions(of: statement)
    if place != statement.location { (place, counted) = (statement.location, []) }
    return patterns.compactMap { self.excess(of: statement, pattern: $0, usable: usable) }
  }

  /// Needed actions, in lower case, on a resource that the statement may be about.
  private func usableActions(of statement: Statement) -> Set<String> {
    let statement = names.normalised(statement)
    let usable = resources.filter { action, targets in
      guard catalogue.action(action)?.isScopable ?? true else {
        return statement.coversListing(by: action) != .no
      }
      return targets.contains { statement.coversAll(of: $0) != .no }
    }
    return Set(usable.keys)
  }

  private mutating func grants(of statement: Statement, _ pattern: Located<Text>?) -> [ActionGrant] {
    guard let pattern else { return Array(statement.grants(in: catalogue)) }
    if let known = coverage[pattern.value] { return known }
    let grants = Array(statement.narrowed(to: pattern).grants(in: catalogue))
    if coverage.count < Self.coverageLimit { coverage[pattern.value] = grants }
    return grants
  }

  /// Most entries whose actions are kept.
  private static let coverageLimit = 1000

  private func mayBeNeeded(_ action: String) -> Bool {
    let name = action.lowercased()
    return open.contains { $0.matches(name) }
  }

  private mutating func excess(
    of statement: Statement, pattern: Located<Text>?, usable: Set<String>
  ) -> PrivilegeComparison.Excess? {
    var used: Set<String> = []
    var counts: [AccessLevel: Int] = [:]
    var unused: [AccessLevel: [String]] = [:]
    var unknown: [String] = []
    var possible: [String] = []
    for grant in grants(of: statement, pattern) {
      if grant.accessLevel == nil {
        let pattern = Glob(grant.action, ignoringCase: true)
        let needed = usable.filter(pattern.matches)
        used.formUnion(needed)
        guard needed.isEmpty else { continue }
        if mayBeNeeded(grant.action) { possible.append(grant.action) } else { unknown.append(grant.action) }
      } else if usable.contains(grant.action.lowercased()) {
        used.insert(grant.action)
      } else if mayBeNeeded(grant.action) {
        possible.append(grant.action)
      } else if let level = grant.accessLevel, counted.insert(grant.action).inserted {
        counts[level, default: 0] += 1
        if unused[level, default: []].count < PrivilegeComparison.exampleLimit {
          unused[level, default: []].append(grant.action)
        }
      }
    }
    guard !counts.isEmpty || !unknown.isEmpty else { return nil }
    let examples = AccessLevel.allCases.sorted(by: >).flatMap { unused[$0, default: []] }
    return PrivilegeComparison.Excess(
      statement: statement, pattern: pattern, used: used.sorted(), open: possible.sorted(), unused: counts,
      examples: Array(examples.prefix(PrivilegeComparison.exampleLimit)), unknown: unknown)
  }
}

extension Statement {
  /// The statement with one of its entries only.
  fileprivate func narrowed(to pattern: Located<Text>?) -> Statement {
    guard let pattern else { return self }
    return Statement(
      sid: sid, effect: effect, actions: .only([pattern]), resources: resources, principals: principals,
      conditions: conditions, location: location, isImplied: isImplied)
  }
}
