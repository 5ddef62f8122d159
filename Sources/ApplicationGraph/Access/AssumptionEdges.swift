internal import ApplicationModel
internal import FindingModel
internal import PolicyEngine

/// Roles of the application that identities of the account may assume, by their trust policies.
struct AssumableRoles {
  struct Entry {
    let role: Role
    /// Logical ids of roles and users that the trust policy names; with these it suffices.
    let named: Set<String>
    /// Whether it lets every identity in that is allowed to by its own policies.
    let admitsAccount: Bool
    let statement: Statement
  }

  let entries: [Entry]

  init(_ application: Application) {
    entries = application.roles.flatMap { role -> [Entry] in
      (role.trust?.statements ?? []).filter { $0.allows && $0.covers(action: "sts:AssumeRole") }
        .compactMap { statement in
          guard case .only(let principals) = statement.principals else { return nil }
          let people = principals.filter { $0.kind == .aws || $0.kind == .anyone }
          guard !people.isEmpty else { return nil }
          let named = Set(people.compactMap { $0.value.references.first?.id })
          let admits = people.contains { principal in
            principal.kind == .anyone || principal.value.isOwnAccountNumber
              || (principal.value.belongsToOwnAccount && principal.value.references.isEmpty)
          }
          return Entry(role: role, named: named, admitsAccount: admits, statement: statement)
        }
    }
  }
}

extension AccessGraphBuilder {
  /// Roles that a holder may become.
  mutating func addAssumptions(of holder: GrantHolder, assumable: AssumableRoles) {
    for entry in assumable.entries where entry.named.contains(holder.id) {
      assume(entry.role, holder, .trustPolicy, entry.statement, [entry.statement.openCondition])
    }
    for statement in holder.allows where statement.covers(action: "sts:AssumeRole") {
      if statement.coversEveryAction, statement.coversEveryResource { continue }
      let isDenied = holder.denies.contains {
        $0.openCondition == nil && $0.coversEveryResource && $0.covers(action: "sts:AssumeRole")
      }
      guard !isDenied, holder.boundaryAllows("sts:AssumeRole") else { continue }
      assume(by: statement, holder, assumable)
    }
  }

  private mutating func assume(by statement: Statement, _ holder: GrantHolder, _ assumable: AssumableRoles) {
    var named: [Int32: Bool] = [:]
    for text in statement.resources.texts where !text.value.isWildcard {
      for target in grantTargets(text.value, .role) { named[target.node] = target.isCertain }
    }
    for entry in assumable.entries where entry.admitsAccount {
      guard let node = existingNode("role:\(entry.role.id)"),
        statement.coversEveryResource || named[node] != nil
          || named.keys.contains(where: { nodes[Int($0)].extent == .every })
      else { continue }
      let uncertain = named[node] == false ? "the names match once deployed" : nil
      assume(
        entry.role, holder, statement.evidenceSource, statement,
        [statement.openCondition, entry.statement.openCondition, uncertain, holder.openBoundary])
    }
    for (node, _) in named.sorted(by: { $0.key < $1.key }) where nodes[Int(node)].extent == .outside {
      let by = add(
        AccessEvidence(
          source: statement.evidenceSource, location: statement.location,
          note: "\(holder.title) may assume role '\(nodes[Int(node)].title)'",
          condition: "that role's trust policy allows it"))
      connect(holder.node, node, .mayAdminister, by: by)
    }
  }

  private mutating func assume(
    _ role: Role, _ holder: GrantHolder, _ source: AccessEvidence.Source, _ statement: Statement,
    _ conditions: [String?]
  ) {
    guard let target = existingNode("role:\(role.id)"), target != holder.node else { return }
    let open = conditions.compactMap { $0 }
    let by = add(
      AccessEvidence(
        source: source, location: statement.location,
        note: "\(holder.title) may assume role '\(role.name)'",
        condition: open.isEmpty ? nil : open.joined(separator: ", and ")))
    connect(holder.node, target, .mayAdminister, by: by)
  }
}
