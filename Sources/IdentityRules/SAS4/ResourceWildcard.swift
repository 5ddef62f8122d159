internal import ApplicationModel
package import FindingModel
internal import PolicyEngine
internal import RuleModel

/// Writing actions on every resource, where the platform would let them be scoped.
package struct ResourceWildcard: ConcernRule {
  package static let metadata = RuleMetadata(
    id: "sas4-resource-wildcard", risk: .overPrivilegedRoles, title: "Writing allowed on every resource",
    severity: .medium, weaknesses: [250, 1220],
    peers: [
      "checkov:CKV_AWS_111", "checkov:CKV_AWS_290", "checkov:CKV_AWS_355", "cfn_nag:W11", "cfn_nag:W12",
      "cfn_nag:W13", "trivy:AVD-AWS-0057",
    ],
    rationale: """
      An action on `*` is allowed on every table, queue or stream of the account, also on those of other \
      teams and on those that do not exist yet. A flaw in one function then changes or deletes data that \
      the function has nothing to do with.
      """,
    blindSpots: """
      The platform's list of actions is long: an action is taken for writing by its verb, and a table names \
      those that cannot be scoped, such as `cloudwatch:PutMetricData` and the network interfaces of \
      functions in a VPC. `Create…` is left alone, because what it makes has no name yet, and so are the \
      three actions by which a function writes its log. Prefixes such as `table/app-*` pass.
      """,
    remediation: Remediation(
      "Name the resources the code writes to.",
      snippets: [
        .sam: """
        Policies:
          - Statement:
              - Effect: Allow
                Action: sqs:SendMessage
                Resource: !GetAtt Jobs.Arn
        """,
        .cloudFormation: """
        Statement:
          - Effect: Allow
            Action: sqs:SendMessage
            Resource: !GetAtt Jobs.Arn
        """,
        .serverlessFramework: """
        provider:
          iam:
            role:
              statements:
                - Effect: Allow
                  Action: sqs:SendMessage
                  Resource: !GetAtt Jobs.Arn
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html",
      "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
    ])

  package init() {}

  static let concern = StatementConcern.write

  func judge(_ grant: Grant, in context: RuleContext) -> Judgement? {
    Judgement(
      message: "\(grant.holder.title) may use \(grant.patterns.phrase) on \(grant.resource): not only on "
        + "what it works with, but on everything of the kind in the account.",
      severity: severity(of: grant.patterns))
  }

  private func severity(of patterns: [ActionPattern]) -> Severity {
    if patterns.contains(where: ActionAccess.destroys) { return .high }
    return patterns.allSatisfy(ActionAccess.isMild) ? .low : .medium
  }
}
