internal import ApplicationModel
internal import FindingModel
internal import PolicyEngine

extension AccessGraphBuilder {
  /// Which code runs as which role, and who else may take a role.
  mutating func addRoles() {
    let application = graph.application
    for function in application.functions {
      run("function:\(function.id)", as: function.role, "'\(function.name)' runs as", function.location)
    }
    for machine in application.stateMachines {
      run("stateMachine:\(machine.id)", as: machine.role, "'\(machine.name)' runs as", machine.location)
    }
    for pool in application.identityPools { addPool(pool) }
    for role in application.roles { addTrust(of: role) }
  }

  private mutating func run(
    _ key: String, as role: Value<Text>, _ what: String, _ fallback: SourceLocation
  ) {
    guard let source = existingNode(key), let text = role.value else { return }
    let known = text.references.first.flatMap { nodesByID[$0.id] }
    // A role of another stack: nobody can tell here what it may do, but that it exists is worth showing.
    let target =
      known ?? node("outside:role:\(text.pattern)", .role, text.pattern, extent: .outside)
    guard nodes[Int(target)].kind == .role else { return }
    let place = role.location ?? fallback
    let by = add(
      AccessEvidence(
        source: .nature, location: place, note: "\(what) role '\(nodes[Int(target)].title)'"))
    connect(source, target, .executesAs, by: by)
  }

  private mutating func addPool(_ pool: IdentityPool) {
    // Without credentials only where the pool says so; the roles are handed out by the pool itself.
    if pool.allowsUnauthenticated.value != false {
      handOut(
        pool.unauthenticatedRole, of: pool, to: .internet, "guests", certain: pool.allowsUnauthenticated)
    }
    handOut(pool.authenticatedRole, of: pool, to: .authenticated, "signed-in users", certain: .absent)
  }

  private mutating func handOut(
    _ role: Value<Text>, of pool: IdentityPool, to exposure: Exposure, _ whom: String, certain: Value<Bool>
  ) {
    guard let id = role.value?.references.first?.id, let role = existingNode("role:\(id)"),
      let who = who(exposure)
    else { return }
    let door = node(
      "identityPool:\(exposure.name):\(pool.id)", .identityPool, "\(pool.name), \(whom)", at: pool.location)
    let condition = certain.expression.map { "\($0.text) lets guests in" }
    let entering = add(
      AccessEvidence(
        source: .guests, location: certain.location ?? pool.location,
        note: "identity pool '\(pool.name)' gives credentials to \(whom)", condition: condition))
    connect(who, door, .mayInvoke, by: entering)
    let handing = add(
      AccessEvidence(
        source: .nature, location: pool.location, note: "\(whom) get role '\(nodes[Int(role)].title)'"))
    connect(door, role, .executesAs, by: handing)
  }

  /// Strangers whom a trust policy lets assume a role.
  private mutating func addTrust(of role: Role) {
    guard let target = existingNode("role:\(role.id)"), let trust = role.trust else { return }
    for action in ["sts:AssumeRole", "sts:AssumeRoleWithWebIdentity", "sts:AssumeRoleWithSAML"] {
      for opening in trust.openings(for: action) {
        // Cognito's own trust is the identity pool's door.
        if case .federated(let provider) = opening.audience,
          provider.pattern.contains("cognito-identity.amazonaws.com")
        {
          continue
        }
        let reach = opening.reach
        guard let who = who(reach.exposure) else { continue }
        let by = add(
          AccessEvidence(
            source: .trustPolicy, location: opening.location,
            note: "\(reach.who) may assume role '\(role.name)'",
            condition: opening.statement.openCondition))
        connect(who, target, .mayAdminister, by: by)
      }
    }
  }
}

extension Statement {
  /// What must hold besides for the statement to apply; `nil` where nothing is asked that a caller lacks.
  var openCondition: String? {
    let open = conditions.filter { !Self.harmlessKeys.contains($0.key.lowercased()) }
    guard !open.isEmpty else { return nil }
    return open.prefix(3).map { condition in
      let values = condition.values.prefix(2).map(\.pattern).joined(separator: ", ")
      return "\(condition.key) \(condition.operation) \(values)"
    }.joined(separator: " and ")
  }

  /// Conditions that every ordinary call meets.
  private static let harmlessKeys: Set<String> = [
    "aws:securetransport", "aws:requestedregion", "aws:currenttime", "aws:epochtime", "aws:useragent",
    "s3:x-amz-server-side-encryption", "aws:resourceaccount",
  ]
}
