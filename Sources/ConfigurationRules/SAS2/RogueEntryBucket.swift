internal import ApplicationModel
package import FindingModel
package import RuleModel

/// Bucket that outsiders write and functions read.
package struct RogueEntryBucket: Rule {
  package static let metadata = RuleMetadata(
    id: "sas2-rogue-entry-bucket", risk: .brokenAuthentication,
    title: "Bucket that outsiders write and functions read",
    severity: .critical, weaknesses: [306, 284], peers: ["checkov:CKV_AWS_57", "securityhub:S3.3"],
    rationale: """
      A function that runs for each new object trusts whoever may write objects. If the bucket's \
      policy or access list lets outsiders write, they choose the key and the content: parsers, \
      image libraries and path handling of the function are fed by strangers, and each object starts \
      another execution.
      """,
    blindSpots: """
      Writers of the own account, of trusted accounts, of an organisation or of certain networks are \
      accepted. A resource that carries data between two functions of the application is reported by \
      sas9-writable-midpoint instead. Accounts given by a parameter are taken for known. Buckets \
      that lead to no function are left to the rules about storage. A bucket without a public access \
      block has one by default since April 2023. Presigned URLs and uploads through an API are not \
      seen.
      """,
    remediation: Remediation(
      "Block public access and let only named roles write.",
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::S3::Bucket
          Properties:
            PublicAccessBlockConfiguration:
              BlockPublicAcls: true
              BlockPublicPolicy: true
              IgnorePublicAcls: true
              RestrictPublicBuckets: true
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    rogueEntries(of: .bucket, onlyWithReaders: true, in: context)
  }
}
