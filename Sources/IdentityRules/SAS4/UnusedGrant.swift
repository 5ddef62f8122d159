internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
package import FindingModel
internal import PolicyEngine
package import RuleModel

/// Rights that no code of the function uses.
package struct UnusedGrant: Rule {
  package static let metadata = RuleMetadata(
    id: "sas4-unused-grant", risk: .overPrivilegedRoles, title: "A role may do what the code never does",
    severity: .medium, weaknesses: [250],
    peers: ["securityhub:IAM.21"],
    rationale:
      """
      Every right that the code does not use is a right that only an attacker uses. The calls in the \
      code say what is needed; whatever the role has beyond that is what a flaw in the function, or in a \
      package it carries, is worth.
      """,
    blindSpots:
      """
      Silent where some of the code could not be read, and about the services that a library calls by \
      itself, for which requests are signed by hand, or of which an unknown operation is called. \
      Rights that only another tool with the same role uses look unused. Statements and managed policies \
      that another rule reports are left to that rule, which shows the needs of the code as well.
      """,
    remediation: Remediation(
      """
      Replace what the role is given by the minimal statements below; the comments say which line of the \
      code asked for each action.
      """,
      snippets: [
        .sam: """
        Policies:
          - Statement:
              - Effect: Allow
                Action: dynamodb:PutItem
                Resource: !GetAtt Table.Arn
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
      "https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html",
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    GrantReview.verdicts(of: self, in: context)
  }
}
