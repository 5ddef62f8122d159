internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
package import FindingModel
internal import PolicyEngine
package import RuleModel

/// SAM policy templates that give more than the code uses.
package struct TemplateOvergrant: Rule {
  package static let metadata = RuleMetadata(
    id: "sas4-sam-template-overgrant", risk: .overPrivilegedRoles,
    title: "A SAM policy template gives more than the code uses", severity: .medium, weaknesses: [250],
    rationale:
      """
      Policy templates are quick to write and wide: `DynamoDBCrudPolicy` lets a function that only \
      writes read and delete every item, `S3FullAccessPolicy` lets it change the access lists of \
      objects. The difference is what an attacker gets for free.
      """,
    blindSpots:
      """
      Silent where some of the code could not be read. A narrower template is often enough; the minimal \
      statements below are the least.
      """,
    remediation: Remediation(
      """
      Use the narrower template (`DynamoDBWritePolicy`, `S3WritePolicy`), or the minimal statements \
      below.
      """),
    references: [
      "https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-template-list.html"
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    GrantReview.verdicts(of: self, in: context) { excess, role in
      excess.template(in: role) != nil
    }
  }
}
