internal import ApplicationModel
package import FindingModel
internal import PolicyEngine
internal import RuleModel

/// Functions that may rewrite who gets at resources.
package struct ResourceExposure: ConcernRule {
  package static let metadata = RuleMetadata(
    id: "sas4-resource-exposure", risk: .overPrivilegedRoles, title: "Function may open resources to others",
    severity: .high, weaknesses: [732, 269],
    peers: ["checkov:CKV_AWS_109", "checkov:CKV_AWS_289"],
    rationale: """
      A function that may write the policies of buckets, queues, keys or snapshots can let anyone in. An \
      attacker in it does not have to carry data out through the function: he shares the bucket or the \
      snapshot with his own account and copies it from there, long after the function was repaired.
      """,
    blindSpots: """
      Actions on named resources pass, because a function that manages the policy of its own bucket is \
      common. A pattern such as `s3:Put*` counts, since it includes `s3:PutBucketPolicy`. Permissions of \
      functions belong to `sas4-lambda-self-modify`.
      """,
    remediation: Remediation(
      "Write policies of resources in the template, not from functions. Where a function must, name the "
        + "resource.",
      snippets: [
        .cloudFormation: """
        - Effect: Allow
          Action: s3:PutObject
          Resource: !Sub "${Uploads.Arn}/*"
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html"
    ])

  package init() {}

  static let concern = StatementConcern.exposure

  func judge(_ grant: Grant, in context: RuleContext) -> Judgement? {
    Judgement(
      message: "\(grant.holder.title) may change who has access to resources (\(grant.patterns.phrase) on "
        + "\(grant.resource)): an attacker in it can share them with his own account." + grant.companions)
  }
}
