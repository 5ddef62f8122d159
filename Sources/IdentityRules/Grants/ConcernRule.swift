internal import ApplicationGraph
internal import ApplicationModel
internal import FindingModel
internal import PolicyEngine
internal import RuleModel

/// A rule that answers for one concern of the statements of workload roles: one finding per statement.
protocol ConcernRule: Rule {
  static var concern: StatementConcern { get }

  /// - Returns: `nil` where the concern is none after all.
  func judge(_ grant: Grant, in context: RuleContext) -> Judgement?
}

/// A statement of a role with the actions that raise a concern.
struct Grant {
  let holder: WorkloadRole
  /// Roles that hold the very same statement, by a managed policy of the template.
  let alsoHeldBy: [Role]
  let statement: Statement
  /// Not empty, but for `NotAction` and `NotResource`.
  let patterns: [ActionPattern]
  let breadth: ResourceBreadth

  var functions: [Function] { holder.functions }

  /// `` `*` ``, or the widest resource as written.
  var resource: String { "`\(statement.widestResource)`" }

  /// Other actions the statement allows on the same services, as a clause for the end of a sentence.
  var companions: String {
    let services = Set(patterns.map(\.service))
    let others = statement.actionPatterns.filter { services.contains($0.service) && !patterns.contains($0) }
    return others.isEmpty ? "" : " The same statement allows \(others.phrase) as well."
  }
}

/// What a rule says about one grant.
struct Judgement {
  let message: String
  var severity: Severity?
}

extension ConcernRule {
  package func evaluate(in context: RuleContext) -> [Verdict] { concernVerdicts(in: context) }

  /// One verdict per workload role, in their order.
  func concernVerdicts(in context: RuleContext) -> [Verdict] {
    let workloads = context.fact(WorkloadRoles.self)
    var reported: Set<SourceLocation> = []
    let privileges = context.fact(RolePrivileges.self).all
    return workloads.roles.indices.map { index in
      let holder = workloads.roles[index]
      var findings: [Finding] = []
      for reviewed in holder.statements {
        guard let patterns = reviewed.concerns[Self.concern] else { continue }
        let statement = reviewed.statement
        let remaining = patterns.filter { !holder.excludes($0) }
        guard !remaining.isEmpty || patterns.isEmpty, !reported.contains(statement.location) else { continue }
        let others = (workloads.byStatement[statement.location] ?? []).filter { $0.id != holder.role.id }
        let grant = Grant(
          holder: holder, alsoHeldBy: others, statement: statement, patterns: remaining,
          breadth: statement.breadth ?? .named)
        guard let finding = finding(for: grant, privileges[index], in: context) else { continue }
        reported.insert(statement.location)
        findings.append(finding)
      }
      if !findings.isEmpty { return .fail(findings) }
      return workloads.undetermined[index] ?? .pass
    }
  }

  private func finding(
    for grant: Grant, _ privileges: CodePrivileges?, in context: RuleContext
  ) -> Finding? {
    guard let judgement = judge(grant, in: context) else { return nil }
    let functions =
      grant.functions
      + grant.alsoHeldBy.flatMap { context.graph.functions(runningAs: $0) }
    // What one role needs is no advice for the others that hold the statement.
    let privileges = grant.alsoHeldBy.isEmpty ? privileges : nil
    var message = judgement.message + (privileges?.needSentence ?? "") + context.reachSentence(functions)
    if !grant.alsoHeldBy.isEmpty {
      message += " So can \(grant.alsoHeldBy.map { "'\($0.name)'" }.phrase())."
    }
    let patterns = grant.patterns.map(\.text).sorted().joined(separator: ",")
    var finding = finding(
      message, about: grant.holder.subject, functions: functions,
      at: grant.patterns.first?.location ?? grant.statement.actions.texts.first?.location
        ?? grant.statement.location,
      severity: judgement.severity, confidence: grant.holder.confidence,
      discriminator: patterns.isEmpty ? grant.statement.widestResource : patterns, in: context)
    if let service = grant.patterns.first?.service, !Self.metadata.remediation.variants.isEmpty {
      finding = finding.showing(
        ServiceExamples.kind(of: service), named: grant.holder.role.name, of: Self.metadata, in: context)
    }
    if let privileges {
      finding.show(
        privileges.advice(onStatementAt: grant.statement.location), for: grant.statement.noun,
        in: privileges.dialect, of: Self.metadata)
    }
    return finding
  }
}

extension WorkloadRole {
  /// The verdict for statements that nobody can read.
  var undetermined: Verdict? {
    for policy in role.policies {
      if let expression = policy.document.unresolved.first {
        return .undetermined(
          reason: "Policy '\(policy.name)' of '\(role.name)' holds \(expression.text), which only the "
            + "deployment can evaluate.", at: policy.document.location)
      }
    }
    for statement in role.statements where statement.allows && !statement.isImplied {
      if let open = statement.openPart {
        return .undetermined(
          reason: "A statement of '\(role.name)' names \(open.value.pattern), which only the deployment "
            + "can evaluate.", at: open.location)
      }
    }
    return nil
  }
}
