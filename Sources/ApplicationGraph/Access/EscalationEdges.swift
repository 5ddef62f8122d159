internal import ApplicationModel
internal import FindingModel
internal import PolicyEngine

extension AccessGraphBuilder {
  /// Ways by which a holder gains what it was not given: new workloads, its own policies, other identities.
  ///
  /// Changing a function's code is an ordinary edge to that function and assuming a role one to that role:
  /// both are worth what the function or role may do.
  mutating func addEscalations(of holder: GrantHolder) {
    let candidates = holder.allows.filter(\.mayEscalate)
    guard !candidates.isEmpty else { return }
    var toAdmin: AccessEvidence?
    for path in EscalationPath.all where !path.hasOwnRule {
      guard let step = EscalationStep(path, candidates, holder) else { continue }
      if path.gain == .newWorkload { pass(step, holder) }
      guard let evidence = step.administration else { continue }
      // One way is enough to read; a certain one before one that depends.
      if toAdmin == nil || (toAdmin?.condition != nil && evidence.condition == nil) { toAdmin = evidence }
    }
    if let toAdmin { connect(holder.node, admin, .mayAdminister, by: add(toAdmin)) }
  }

  /// Roles of the application that the holder may hand to a new workload of its own.
  private mutating func pass(_ step: EscalationStep, _ holder: GrantHolder) {
    guard let passing = step.passing, let service = step.path.passedTo else { return }
    var found: [GrantTarget] = []
    for text in passing.resources.texts where !text.value.isWildcard {
      found += grantTargets(text.value, .role)
    }
    if passing.coversEveryResource {
      found = (members[.role] ?? []).map { GrantTarget(node: $0.node, isCertain: true) }
    }
    for target in found where target.node != holder.node {
      let title = nodes[Int(target.node)].title
      if nodes[Int(target.node)].extent == .one {
        let id = String(nodes[Int(target.node)].key.dropFirst("role:".count))
        guard graph.role(id)?.trusts(service: service) == true else { continue }
      }
      let conditions = [step.condition, target.isCertain ? nil : "the names match once deployed"]
      let by = add(
        AccessEvidence(
          source: .statement, location: passing.location,
          note: "\(holder.title) may pass role '\(title)' to \(service) and run code there (\(step.path.id))",
          condition: conditions.compactMap { $0 }.first))
      connect(holder.node, target.node, .mayAdminister, by: by)
    }
  }
}

/// An escalation path that a holder's statements complete.
struct EscalationStep {
  let path: EscalationPath
  let passing: Statement?
  let condition: String?
  private let holder: GrantHolder
  private let statement: Statement
  private let isWide: Bool

  /// - Returns: `nil` where an action of the path is not allowed.
  init?(_ path: EscalationPath, _ statements: [Statement], _ holder: GrantHolder) {
    var used: [Statement] = []
    var wide = true
    for action in path.actions {
      guard let statement = Self.allowing(action, path, statements, holder) else { return nil }
      if !Self.isUnscoped(action), !statement.reachesOthers(than: holder.id) {
        // A role that is passed may be a named one; every other step must reach what it is about.
        guard action == "iam:PassRole" else { return nil }
        wide = false
      }
      used.append(statement)
    }
    guard let first = used.first else { return nil }
    self.path = path
    self.holder = holder
    statement = first
    passing = path.actions.contains("iam:PassRole") ? first : nil
    isWide = wide
    // A condition on the service that the role is passed to was met, or the statement would not be here.
    let open =
      used.compactMap { $0.openCondition(besides: "iam:passedtoservice") }
      + [holder.openBoundary].compactMap { $0 }
    condition = open.first
  }

  private static func allowing(
    _ action: String, _ path: EscalationPath, _ statements: [Statement], _ holder: GrantHolder
  ) -> Statement? {
    let isDenied = holder.denies.contains {
      $0.openCondition == nil && $0.coversEveryResource && $0.covers(action: action)
    }
    guard !isDenied, holder.boundaryAllows(action) else { return nil }
    return statements.first { statement in
      statement.covers(action: action)
        && (action != "iam:PassRole" || statement.mayPass(to: path.passedTo ?? ""))
    }
  }

  /// Creation takes a name that the attacker chooses, so that a narrow resource does not hold him back.
  private static func isUnscoped(_ action: String) -> Bool {
    let name = action.split(separator: ":").last ?? ""
    return ["Create", "Register", "Run", "Request"].contains { name.hasPrefix($0) }
      && !action.hasPrefix("iam:") && action != "cloudformation:CreateChangeSet"
  }

  /// The edge to the administration of the account; `nil` for a path that leads to named roles only.
  var administration: AccessEvidence? {
    guard isWide else { return nil }
    let actions = path.actions.prefix(3).map { "`\($0)`" }.joined(separator: ", ")
    return AccessEvidence(
      source: statement.evidenceSource, location: statement.location,
      note: "\(holder.title) can raise its rights with \(actions) (\(path.id))",
      condition: condition ?? dependency)
  }

  /// What of the account, beyond the template, decides whether the way leads anywhere.
  private var dependency: String? {
    switch path.gain {
    case .newWorkload: "the account has a role of wider rights for \(path.passedTo ?? "the service")"
    case .existingWorkload: "a workload of the account that it reaches has wider rights"
    case .otherIdentity: "the account has an identity of wider rights"
    case .ownRights: changesOwnKind ? nil : "the attacker also has an identity that the change is for"
    }
  }

  /// Whether the path raises the rights of an identity of the holder's kind: a role's policies, or a user's.
  private var changesOwnKind: Bool {
    switch path.actions.first {
    case "iam:CreatePolicyVersion": true
    case "iam:PutRolePolicy", "iam:AttachRolePolicy": !holder.isUser
    default: holder.isUser
    }
  }
}

extension Statement {
  /// Whether it names a service that some escalation goes through; nearly all do not.
  fileprivate var mayEscalate: Bool {
    switch actions {
    case .absent: false
    case .allExcept: true
    case .only(let patterns):
      patterns.contains { pattern in
        let text = pattern.value.glob.lowercased()
        let service = text.prefix { $0 != ":" }
        return service.contains("*") || Self.escalatingServices.contains(String(service))
      } && !(coversEveryAction && coversEveryResource)
    }
  }

  private static let escalatingServices = Set(
    EscalationPath.all.filter { !$0.hasOwnRule }.flatMap(\.actions).compactMap {
      $0.split(separator: ":").first?.lowercased()
    })

  /// All resources of a kind, or the holder itself, whose rights it could then raise.
  fileprivate func reachesOthers(than id: String) -> Bool {
    if coversEveryResource { return true }
    return resources.texts.contains { text in
      if text.value.references.first?.id == id { return true }
      guard text.value.references.isEmpty, let rest = text.value.arnSegment(5)?.literal else { return false }
      return rest == "*" || rest.hasSuffix("/*") && rest.filter({ $0 == "/" }).count == 1
        || rest.hasSuffix(":*")
    }
  }

  fileprivate func mayPass(to service: String) -> Bool {
    conditions.filter { $0.key.lowercased() == "iam:passedtoservice" }.allSatisfy { condition in
      condition.values.contains { Glob($0.glob, ignoringCase: true).matches(service) }
    }
  }

  fileprivate func openCondition(besides key: String) -> String? {
    Statement(
      sid: sid, effect: effect, actions: actions, resources: resources, principals: principals,
      conditions: conditions.filter { $0.key.lowercased() != key }, location: location, isImplied: isImplied
    ).openCondition
  }
}

extension Role {
  func trusts(service: String) -> Bool {
    (trust?.statements ?? []).filter(\.allows).contains { statement in
      guard case .only(let principals) = statement.principals else { return false }
      return principals.contains {
        $0.kind == .service && $0.value.pattern.hasPrefix(service.prefix { $0 != "." })
      }
        || principals.contains { $0.kind == .anyone }
    }
  }
}
