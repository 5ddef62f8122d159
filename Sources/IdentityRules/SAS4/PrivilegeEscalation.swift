internal import ApplicationModel
package import FindingModel
internal import PolicyEngine
package import RuleModel

/// Roles whose rights add up to more rights.
package struct PrivilegeEscalation: Rule {
  package static let metadata = RuleMetadata(
    id: "sas4-privilege-escalation", risk: .overPrivilegedRoles, title: "Rights that lead to more rights",
    severity: .critical, weaknesses: [269, 250],
    peers: ["checkov:CKV_AWS_110", "checkov:CKV_AWS_286"],
    rationale: """
      Some actions look harmless one by one and together make their holder whatever he likes: he passes a \
      stronger role to a function he creates, attaches an administrator's policy to himself, or changes who \
      may assume a role. An attacker who takes over the function walks the path in a few calls, and the \
      role's other limits no longer matter.
      """,
    blindSpots: """
      The paths are those publicly known in 2026. A path counts if the role may use all its actions on \
      every resource of the kind, or on itself; a role limited to a prefix or to one role passes, although \
      that role may be strong. Giving policies to a named user, role or group counts, unless a condition on \
      iam:PolicyARN or the boundary says which. Rights from AWS managed policies are not expanded. Changing functions and \
      assuming roles have rules of their own, and a role that is administrator already is left to \
      `sas4-admin`.
      """,
    remediation: Remediation(
      "Remove one action of each path, or scope it to the resources the function works with. Let "
        + "iam:PassRole name the role and the service.",
      snippets: [
        .cloudFormation: """
        - Effect: Allow
          Action: iam:PassRole
          Resource: !GetAtt WorkerRole.Arn
          Condition:
            StringEquals:
              iam:PassedToService: lambda.amazonaws.com
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    context.workloadRoles.map { holder in
      let escalations = holder.escalations
      guard let step = escalations.first?.steps.first else { return .pass }
      let names = escalations.map { "\($0.summary) (\($0.path.id))" }.phrase()
      let message =
        "\(holder.title) can gain rights it was not given: \(names)."
        + context.reachSentence(holder.functions)
      var finding = finding(
        message, about: holder.subject, functions: holder.functions, at: step.pattern.location,
        severity: severity(of: escalations, held: holder, in: context), confidence: holder.confidence,
        trace: trace(of: escalations), in: context)
      finding.advise(on: escalations, from: context.privileges(of: holder), of: Self.metadata)
      return .fail([finding])
    }
  }

  private func severity(
    of escalations: [Escalation], held holder: WorkloadRole, in context: RuleContext
  ) -> Severity {
    if escalations.allSatisfy(\.isForNamedOthers) { return .high }
    let isDirect = escalations.contains { $0.path.gain == .ownRights || $0.path.gain == .otherIdentity }
    return isDirect || context.isReachable(holder.functions) ? .critical : .high
  }

  private func trace(of escalations: [Escalation]) -> [TraceStep] {
    var seen: Set<ActionPattern> = []
    return escalations.flatMap(\.patterns).filter { seen.insert($0).inserted }.map {
      TraceStep(at: $0.location, note: "`\($0.text)` is allowed")
    }
  }
}

extension Finding {
  fileprivate mutating func advise(
    on escalations: [Escalation], from privileges: CodePrivileges?, of rule: RuleMetadata
  ) {
    if let step = escalations.first?.steps.first, escalations.allSatisfy(\.isForNamedOthers) {
      advise(step.limitingAdvice, example: step.limitingExample)
      return
    }
    let called = Set((privileges?.needed ?? []).map { $0.lowercased() })
    let isCalled = escalations.flatMap(\.path.actions).contains { called.contains($0.lowercased()) }
    if let privileges, !isCalled, let statement = escalations.first?.steps.first?.statement {
      show(
        privileges.advice(onStatementAt: statement.location), for: statement.noun, in: privileges.dialect,
        of: rule)
    } else if !escalations.contains(where: { $0.path.passedTo != nil }) {
      // The rule's example is about passing roles, and what the code calls is the flaw itself.
      advise(rule.remediation.advice)
    }
  }
}

extension Escalation.Step {
  private var givesWrittenPolicies: Bool { pattern.name.hasPrefix("put") }

  fileprivate var limitingAdvice: String {
    givesWrittenPolicies
      ? "Attach policies that the template defines instead of writing new ones; or demand a permissions boundary."
      : "Say by a condition which policies may be given."
  }

  fileprivate var limitingExample: String {
    let (key, operation, value) =
      givesWrittenPolicies
      ? ("iam:PermissionsBoundary", "StringEquals", "!Ref Boundary")
      : ("iam:PolicyARN", "ArnEquals", "!Ref ReadReports")
    return """
      Condition:
        \(operation):
          \(key): \(value)
      """
  }
}

extension Escalation {
  /// `a stronger role for something new by `iam:PassRole` and `ec2:RunInstances``.
  fileprivate var summary: String {
    let actions = path.actions.map { "`\($0)`" }.phrase(limit: 6)
    if isForNamedOthers, let step = steps.first(where: { !$0.isWide }) {
      return
        "any policy for \(step.statement.resources.texts.map { "`\($0.value.pattern)`" }.phrase()) by \(actions)"
    }
    return switch path.gain {
    case .newWorkload: "a stronger role for something new by \(actions)"
    case .existingWorkload: "the role of something that runs already by \(actions)"
    case .ownRights: "its own policies by \(actions)"
    case .otherIdentity: "another identity by \(actions)"
    }
  }
}
