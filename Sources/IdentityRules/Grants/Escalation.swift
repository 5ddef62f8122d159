internal import ApplicationModel
internal import FindingModel
internal import PolicyEngine

/// An escalation path that a role's statements complete.
struct Escalation {
  /// An action of the path with what allows it.
  struct Step {
    let statement: Statement
    let pattern: ActionPattern
    /// Whether it reaches all of a kind, or the role itself.
    let isWide: Bool
  }

  let path: EscalationPath
  /// One for each action of the path, in its order.
  let steps: [Step]

  var patterns: [ActionPattern] { steps.map(\.pattern) }

  /// Whether it only raises the rights of others that the role names.
  var isForNamedOthers: Bool { !steps.allSatisfy(\.isWide) }
}

extension WorkloadRole {
  /// The shortest paths that the role's statements complete, in the order of the table.
  ///
  /// Empty for an administrator, to whom no path adds anything.
  var escalations: [Escalation] {
    let reviewed = self.statements.filter {
      $0.statement.allows && !$0.statement.isImplied && !$0.statement.actions.isException
    }
    if reviewed.contains(where: { $0.concerns[.administration] != nil }) { return [] }
    if managed.contains(where: \.isAdministrative) { return [] }
    let patterns = reviewed.map { ($0.statement, $0.statement.actionPatterns) }
    // Most roles touch no service that a path goes through.
    guard patterns.contains(where: { $0.1.contains(where: EscalationPath.concerns) }) else { return [] }
    let complete = EscalationPath.all.filter { !$0.hasOwnRule }.compactMap { path -> Escalation? in
      let steps = path.actions.compactMap { allowing($0, of: path, among: patterns) }
      guard steps.count == path.actions.count, !isSpokenFor(steps.map(\.pattern)) else { return nil }
      return Escalation(path: path, steps: steps)
    }
    return complete.filter { candidate in
      !complete.contains { Set($0.path.actions).isStrictSubset(of: candidate.path.actions) }
    }
  }

  /// Whether one `service:*` gives the whole path: `sas4-service-wildcard` reports that.
  private func isSpokenFor(_ patterns: [ActionPattern]) -> Bool {
    patterns.allSatisfy(\.isWholeService) && Set(patterns.map(\.service)).count == 1
  }

  private func allowing(
    _ action: String, of path: EscalationPath, among statements: [(Statement, [ActionPattern])]
  ) -> Escalation.Step? {
    let lowered = action.lowercased()
    for (statement, patterns) in statements {
      guard let pattern = patterns.first(where: { $0.covers(lowered) }) else { continue }
      let isWide = statement.reachesOthers(than: role) || isUnscoped(lowered)
      guard isWide || Self.givesAnything.contains(lowered) && statement.namesSomebody,
        statement.conditionsAdmit(path, for: lowered), !excludes(pattern)
      else { continue }
      return Escalation.Step(statement: statement, pattern: pattern, isWide: isWide)
    }
    return nil
  }

  /// Actions that give any right at all to whomever they name: to name one person holds nobody back.
  ///
  /// What they may give is limited by a condition on `iam:PolicyARN` or on the permissions boundary only.
  private static let givesAnything: Set<String> = [
    "iam:attachgrouppolicy", "iam:attachrolepolicy", "iam:attachuserpolicy", "iam:putgrouppolicy",
    "iam:putrolepolicy", "iam:putuserpolicy",
  ]

  /// Creation takes a name that the attacker chooses, so that a narrow resource does not hold him back.
  private func isUnscoped(_ action: String) -> Bool {
    let name = action.split(separator: ":").last ?? ""
    return ["create", "register", "run", "request"].contains { name.hasPrefix($0) }
      && !action.hasPrefix("iam:") && !action.hasPrefix("cloudformation:createchangeset")
  }
}

extension Statement {
  fileprivate var namesSomebody: Bool { breadth != nil }

  /// All resources of a kind, or the role itself, whose rights it could then raise.
  fileprivate func reachesOthers(than role: Role) -> Bool {
    guard let breadth else { return false }
    if breadth > .named { return true }
    return resources.texts.contains { $0.value.reference?.id == role.id }
  }

  fileprivate func conditionsAdmit(_ path: EscalationPath, for action: String) -> Bool {
    let narrowing = conditions.filter(\.narrowsResources)
    if narrowing.isEmpty { return true }
    guard action == "iam:passrole", let service = path.passedTo,
      narrowing.allSatisfy({ $0.key.lowercased() == "iam:passedtoservice" })
    else { return false }
    return narrowing.allSatisfy { condition in
      condition.values.contains { Glob($0.glob, ignoringCase: true).matches(service) }
    }
  }
}

extension EscalationPath {
  private static let services = Set(
    all.flatMap(\.actions).compactMap { $0.split(separator: ":").first?.lowercased() })

  /// Whether a pattern names a service that some path goes through.
  static func concerns(_ pattern: ActionPattern) -> Bool {
    services.contains(pattern.service)
      || pattern.service.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
  }
}
