package import FindingModel
package import RuleModel

internal import ApplicationModel
internal import PolicyEngine

/// Roles of functions that may do everything.
package struct Admin: ConcernRule {
  package static let metadata = RuleMetadata(
    id: "sas4-admin", risk: .overPrivilegedRoles, title: "Function with administrator rights",
    severity: .critical, weaknesses: [250, 269],
    peers: [
      "checkov:CKV_AWS_62", "checkov:CKV_AWS_63", "checkov:CKV_AWS_274", "checkov:CKV_AWS_275", "cfn_nag:F3",
      "cfn_nag:W43", "securityhub:IAM.1",
    ],
    rationale: """
      The code of a function runs with the credentials of its role, and any flaw in that code or in a \
      package it loads hands them over. With administrator rights the attacker owns the account: he reads \
      every table and secret, starts machines at the owner's expense, creates users for himself and deletes \
      the logs. Every action of IAM is as good as administration, because the role can give itself the \
      rest.
      """,
    blindSpots: """
      Only roles that functions or state machines of the template use, or that Lambda or Step Functions may \
      assume, are looked at. Of policies written outside the template only those that AWS made are read. \
      Service control policies and boundaries outside the template may take rights away again.
      """,
    remediation: Remediation(
      "List the actions the code calls and the resources it calls them on. Give each function a role of "
        + "its own.",
      snippets: [
        .sam: """
        {name}:
          Type: AWS::Serverless::Function
          Properties:
            Policies:
              - DynamoDBCrudPolicy:
                  TableName: !Ref Orders
        """,
        .cloudFormation: """
        Policies:
          - PolicyName: orders
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: [dynamodb:GetItem, dynamodb:PutItem]
                  Resource: !GetAtt Orders.Arn
        """,
        .serverlessFramework: """
        provider:
          iam:
            role:
              statements:
                - Effect: Allow
                  Action: [dynamodb:GetItem, dynamodb:PutItem]
                  Resource: !GetAtt Orders.Arn
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
      "https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html",
    ])

  package init() {}

  static let concern = StatementConcern.administration

  func judge(_ grant: Grant, in context: RuleContext) -> Judgement? {
    let isIAM = !grant.patterns.contains(where: \.isEverything)
    let what =
      isIAM
      ? "may do everything in IAM, so it can give itself any right in the account"
      : "may do everything in the account"
    let condition = grant.statement.conditions.first.map { " as long as `\($0.key)` fits" } ?? ""
    return Judgement(
      message: "\(grant.holder.title) \(what)\(condition): \(grant.patterns.phrase) on \(grant.resource).",
      severity: severity(of: grant.holder, isConditional: !grant.statement.conditions.isEmpty))
  }

  /// A role that nothing of the template uses, or that a condition holds back, is one step from the harm.
  private func severity(of holder: WorkloadRole, isConditional: Bool) -> Severity {
    holder.functions.isEmpty && holder.machines.isEmpty || isConditional ? .high : .critical
  }

  package func evaluate(in context: RuleContext) -> [Verdict] {
    zip(context.workloadRoles, concernVerdicts(in: context)).map { holder, verdict in
      let managed = findings(managedPoliciesOf: holder, in: context)
      guard !managed.isEmpty else { return verdict }
      if case .fail(let findings) = verdict { return .fail(findings + managed) }
      return .fail(managed)
    }
  }

  private func findings(managedPoliciesOf holder: WorkloadRole, in context: RuleContext) -> [Finding] {
    holder.managed.filter(\.isAdministrative).map { policy in
      let what =
        policy.concerns[.administration].map { patterns in
          patterns.contains(where: \.isEverything)
            ? "may do everything in the account" : "can give itself any right in the account"
        } ?? "may do everything in the account but a few things"
      return managedFinding(
        "\(holder.title) \(what): it holds the managed policy \(policy.name).", about: policy, of: holder,
        severity: severity(of: holder, isConditional: false), in: context)
    }
  }
}
