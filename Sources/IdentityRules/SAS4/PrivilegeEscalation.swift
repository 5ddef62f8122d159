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
      that role may be strong. Rights from AWS managed policies are not expanded. Changing functions and \
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
      guard let first = escalations.first, let location = first.patterns.first?.location else { return .pass }
      let names = escalations.map { "\($0.path.summary) (\($0.path.id))" }.phrase()
      let message =
        "\(holder.title) can gain rights it was not given: \(names)."
        + context.reachSentence(holder.functions)
      return .fail([
        finding(
          message, about: holder.subject, functions: holder.functions, at: location,
          severity: severity(of: escalations, held: holder, in: context), confidence: holder.confidence,
          trace: trace(of: escalations), in: context)
      ])
    }
  }

  private func severity(
    of escalations: [Escalation], held holder: WorkloadRole, in context: RuleContext
  ) -> Severity {
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

extension EscalationPath {
  /// `passes a role with `iam:PassRole` and `ec2:RunInstances``.
  fileprivate var summary: String {
    let actions = actions.map { "`\($0)`" }.phrase(limit: 6)
    return switch gain {
    case .newWorkload: "a stronger role for something new by \(actions)"
    case .existingWorkload: "the role of something that runs already by \(actions)"
    case .ownRights: "its own policies by \(actions)"
    case .otherIdentity: "another identity by \(actions)"
    }
  }
}
