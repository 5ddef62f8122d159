internal import ApplicationModel
package import FindingModel
internal import PolicyEngine
internal import RuleModel

/// Roles that may hand any role to a service.
package struct PassRoleAny: ConcernRule {
  package static let metadata = RuleMetadata(
    id: "sas4-passrole-any", risk: .overPrivilegedRoles, title: "Any role may be passed",
    severity: .high, weaknesses: [269, 250],
    peers: ["cfn_nag:F38", "cfn_nag:F39", "cfn_nag:F40", "trivy:AVD-AWS-0342"],
    rationale: """
      `iam:PassRole` lets its holder give a role to a function, a machine or a job that it starts. On every \
      role it is a blank cheque: the most powerful role that some service may assume becomes reachable as \
      soon as the holder may also start something that uses it.
      """,
    blindSpots: """
      Where the role may start such a thing already, `sas4-privilege-escalation` reports both together and \
      this rule is silent. A condition on `iam:PassedToService` or `iam:AssociatedResourceArn` is taken as \
      a sufficient limit.
      """,
    remediation: Remediation(
      "Name the role that is passed, and the service it may be passed to.",
      snippets: [
        .cloudFormation: """
        - Effect: Allow
          Action: iam:PassRole
          Resource: !GetAtt WorkerRole.Arn
          Condition:
            StringEquals:
              iam:PassedToService: states.amazonaws.com
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
      "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html",
    ])

  package init() {}

  static let concern = StatementConcern.passRole

  func judge(_ grant: Grant, in context: RuleContext) -> Judgement? {
    // The path that uses it is the graver statement about the same cause.
    if grant.holder.escalations.contains(where: { $0.path.passedTo != nil }) { return nil }
    return Judgement(
      message: "\(grant.holder.title) may pass any role of the account to a service "
        + "(\(grant.patterns.phrase) on \(grant.resource)), also one that may do more than itself."
        + grant.companions)
  }
}
