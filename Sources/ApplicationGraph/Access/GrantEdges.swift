internal import ApplicationModel
internal import FindingModel
internal import PolicyEngine

extension AccessGraphBuilder {
  /// What roles and users may do, by their own policies.
  mutating func addGrants() {
    let policies = Dictionary(graph.application.policies.map { ($0.id, $0) }) { first, _ in first }
    var holders: [GrantHolder] = []
    var managed = ManagedGrants()
    for role in graph.application.roles {
      guard let node = existingNode("role:\(role.id)") else { continue }
      var holder = GrantHolder(role, node: node, policies: policies, managed: &managed)
      for function in graph.functions(runningAs: role) {
        holder.needs.formUnion(graph.neededActions[function.id] ?? [])
      }
      holders.append(holder)
    }
    for user in graph.application.users {
      guard let node = existingNode("user:\(user.id)") else { continue }
      holders.append(GrantHolder(user, node: node, managed: &managed))
    }
    let assumable = AssumableRoles(graph.application)
    for holder in holders {
      for statement in holder.allows { add(statement, of: holder) }
      addEscalations(of: holder)
      addAssumptions(of: holder, assumable: assumable)
    }
  }

  private mutating func add(_ statement: Statement, of holder: GrantHolder) {
    if statement.coversEveryAction, statement.coversEveryResource {
      addAdministration(by: statement, of: holder)
      return
    }
    var evidence: [EvidenceKey: Int32] = [:]
    for (grant, covered) in ordered(coveredActions(of: statement)) {
      let actions = covered.filter(holder.boundaryAllows)
      guard !actions.isEmpty else { continue }
      for target in targets(of: statement, grant: grant, actions: actions, holder: holder) {
        guard case .open(let condition) = permission(actions, on: target.node, grant.kind, holder) else {
          continue
        }
        let conditions = [
          statement.openCondition, condition, holder.openBoundary,
          target.isCertain ? nil : "the names match once deployed",
        ].compactMap { $0 }
        let key = EvidenceKey(grant: grant, conditions: conditions)
        let by = evidence[key] ?? add(self.evidence(statement, actions, holder, conditions))
        evidence[key] = by
        connect(holder.node, target.node, grant.access, by: by)
      }
    }
  }

  private struct EvidenceKey: Hashable {
    let grant: ActionGrants.Grant
    let conditions: [String]
  }

  private func evidence(
    _ statement: Statement, _ actions: [String], _ holder: GrantHolder, _ conditions: [String]
  ) -> AccessEvidence {
    AccessEvidence(
      source: statement.evidenceSource, location: statement.location,
      note: "\(holder.title) is allowed \(statement.phrase(covering: actions))",
      condition: conditions.isEmpty ? nil : conditions.joined(separator: ", and "),
      isNeeded: actions.contains { holder.needs.contains($0.lowercased()) })
  }

  /// All that a statement of `*` on `*` gives, as one edge.
  private mutating func addAdministration(by statement: Statement, of holder: GrantHolder) {
    // A boundary of the application that does not allow everything makes an administrator of nobody.
    if let boundary = holder.boundary,
      !boundary.contains(where: { $0.allows && $0.coversEveryAction && $0.coversEveryResource })
    {
      return
    }
    let conditions = [
      statement.openCondition, holder.openBoundary,
      holder.denies.isEmpty ? nil : "its Deny statements leave a way",
    ].compactMap { $0 }
    let by = add(
      AccessEvidence(
        source: statement.evidenceSource, location: statement.location,
        note: "\(holder.title) is allowed every action on every resource",
        condition: conditions.isEmpty ? nil : conditions.joined(separator: ", and ")))
    connect(holder.node, admin, .mayAdminister, by: by)
  }

  var admin: Int32 {
    mutating get { node("admin", .admin, "Administrator of the account") }
  }

  private mutating func coveredActions(of statement: Statement) -> ActionGrants.Covered {
    switch statement.actions {
    case .absent: return [:]
    case .allExcept:
      return ActionGrants.everything().mapValues { $0.filter(statement.covers(action:)) }
        .filter { !$0.value.isEmpty }
    case .only(let patterns):
      var result: ActionGrants.Covered = [:]
      for pattern in patterns {
        // A pattern whose very service is open would cover everything and say nothing.
        if pattern.value.literal == nil, pattern.value.leadingLiteral.isEmpty { continue }
        for (grant, actions) in self.actions.grants(ofPattern: pattern.value.glob) {
          let known = result[grant] ?? []
          result[grant] = known + actions.filter { !known.contains($0) }
        }
      }
      return result
    }
  }

  private func ordered(_ covered: ActionGrants.Covered) -> [(ActionGrants.Grant, [String])] {
    covered.sorted {
      ($0.key.kind.rawValue, $0.key.access.rawValue) < ($1.key.kind.rawValue, $1.key.access.rawValue)
    }.map { ($0.key, $0.value) }
  }

  private mutating func targets(
    of statement: Statement, grant: ActionGrants.Grant, actions: [String], holder: GrantHolder
  ) -> [GrantTarget] {
    var result: [GrantTarget] = []
    switch statement.resources {
    case .absent: return []
    case .only(let texts):
      for text in texts {
        for target in grantTargets(text.value, grant.kind) where !result.contains(target) {
          result.append(target)
        }
      }
    case .allExcept(let texts):
      let excepted = Set(texts.flatMap { grantTargets($0.value, grant.kind) }.map(\.node))
      let others = (members[grant.kind] ?? []).map(\.node).filter { !excepted.contains($0) }
      result = others.map { GrantTarget(node: $0, isCertain: true) }
      result.append(GrantTarget(node: outside(grant.kind, "other \(grant.kind.title)s"), isCertain: true))
    }
    return expanded(result, grant: grant, actions: actions, holder: holder)
  }

  /// A group of which a `Deny` takes some members is written out.
  private mutating func expanded(
    _ targets: [GrantTarget], grant: ActionGrants.Grant, actions: [String], holder: GrantHolder
  ) -> [GrantTarget] {
    let narrowing = holder.denies.contains { deny in
      !deny.coversEveryResource && actions.contains(where: deny.covers(action:))
    }
    guard narrowing, targets.contains(where: { nodes[Int($0.node)].extent == .every }) else { return targets }
    var result = targets.filter { nodes[Int($0.node)].extent != .every }
    for member in members[grant.kind] ?? [] {
      result.append(GrantTarget(node: member.node, isCertain: true))
    }
    result.append(GrantTarget(node: outside(grant.kind, "other \(grant.kind.title)s"), isCertain: true))
    return result
  }

  // MARK: Deny

  private enum Permitted {
    case closed
    /// `nil`: no `Deny` stands against it.
    case open(String?)
  }

  /// What the holder's `Deny` statements leave of some actions on a node.
  private mutating func permission(
    _ actions: [String], on node: Int32, _ kind: AccessNodeKind, _ holder: GrantHolder
  ) -> Permitted {
    if holder.denies.isEmpty { return .open(nil) }
    var condition: String?
    for action in actions {
      var isDenied = false
      var unless: String?
      for deny in holder.denies where deny.covers(action: action) && covers(deny, node, kind) {
        if let open = deny.openCondition { unless = "no Deny applies (\(open))" } else { isDenied = true }
      }
      if isDenied { continue }
      guard let unless else { return .open(nil) }
      condition = unless
    }
    return condition.map { .open($0) } ?? .closed
  }

  private mutating func covers(_ deny: Statement, _ node: Int32, _ kind: AccessNodeKind) -> Bool {
    switch deny.resources {
    case .absent: return false
    case .only(let texts):
      if deny.coversEveryResource { return true }
      for text in texts {
        for target in grantTargets(text.value, kind) {
          if target.isCertain, target.node == node || nodes[Int(target.node)].extent == .every { return true }
        }
      }
      return false
    case .allExcept(let texts):
      for text in texts where grantTargets(text.value, kind).contains(where: { $0.node == node }) {
        return false
      }
      return true
    }
  }
}
