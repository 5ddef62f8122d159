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
      Policies are known by name: those that end in FullAccess and a table of others. Full access to \
      services whose actions take no resources, such as Textract, passes. AdministratorAccess, \
      PowerUserAccess and IAMFullAccess belong to `sas4-admin`. Policies of your own outside the template \
      are not read.
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
      let findings = holder.role.managedPolicies.compactMap { policy -> Finding? in
        guard let name = ManagedPolicies.name(of: policy.value), let reach = ManagedPolicies.reach(of: name)
        else { return nil }
        return finding(
          "\(holder.title) may \(reach): it holds the managed policy \(name)."
            + context.reachSentence(holder.functions),
          about: holder.subject, functions: holder.functions, at: policy.location,
          severity: Self.severe.contains(name) ? .high : nil, confidence: holder.confidence,
          discriminator: name, in: context)
      }
      return findings.isEmpty ? .pass : .fail(findings)
    }
  }

  /// Policies that reach other services by way of code, secrets or machines.
  private static let severe: Set<String> = [
    "AWSLambda_FullAccess", "AmazonEC2FullAccess", "AmazonSSMFullAccess", "AWSCloudFormationFullAccess",
    "ReadOnlyAccess", "SecretsManagerReadWrite", "SystemAdministrator",
  ]
}
