internal import ApplicationModel
package import FindingModel
package import RuleModel

/// AWS managed policies that open a whole service to a function.
package struct ManagedPolicyBroad: Rule {
  package static let metadata = RuleMetadata(
    id: "sas4-managed-policy-broad", risk: .overPrivilegedRoles, title: "Managed policy for a whole service",
    severity: .medium, weaknesses: [250, 272],
    peers: ["securityhub:IAM.21"],
    rationale: """
      Policies such as AmazonS3FullAccess are written for people who administer a service. On a function \
      they allow every action on every resource of it, and AWS adds actions to them without asking. A flaw \
      in the function then reaches all buckets or tables of the account instead of the one it works with.
      """,
    blindSpots: """
      What a policy gives is read in its document, which is as old as the program; a policy that is newer \
      is undetermined. It counts if it writes, opens or reads the data of every resource of a kind. Full \
      access to services whose actions take no resources, such as Textract, passes, and so do the policies \
      for execution roles. AdministratorAccess, PowerUserAccess and IAMFullAccess belong to `sas4-admin`. \
      Policies of your own outside the template are not read.
      """,
    remediation: Remediation(
      "Replace the managed policy by statements for the resources the function works with.",
      snippets: [
        .sam: """
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
      ]),
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html",
      "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html",
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    context.workloadRoles.map { holder in
      let findings = holder.managed.filter { $0.isBroad && !$0.isAdministrative }.map { policy in
        managedFinding(
          "\(holder.title) may \(policy.phrase): it holds the managed policy \(policy.name).", about: policy,
          of: holder, severity: policy.severity, in: context)
      }
      if !findings.isEmpty { return .fail(findings) }
      let known = Set(holder.managed.map(\.location))
      let unread = holder.role.managedPolicies.first { policy in
        policy.value.pattern.contains(":aws:policy/") && !known.contains(policy.location)
      }
      return unread.map { policy in
        .undetermined(
          reason:
            "The managed policy \(policy.value.pattern) of '\(holder.role.name)' is not among those that "
            + "this version knows.", at: policy.location)
      } ?? .pass
    }
  }
}
