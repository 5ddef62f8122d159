package import ApplicationModel
package import FindingModel
package import RuleModel

/// Buckets that keep no earlier versions.
package struct BucketVersioning: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas3-bucket-versioning", risk: .insecureDeployment, title: "Bucket without versioning",
    severity: .low, profile: .strict, weaknesses: [693],
    peers: ["checkov:CKV_AWS_21", "prowler:s3_bucket_object_versioning", "securityhub:S3.14"],
    rationale: """
      Without versions an overwritten or deleted object is gone. A function with a bug, a stolen role or an \
      extortionist who encrypts objects in place then destroys the only copy, and the platform has nothing \
      to restore from.
      """,
    blindSpots: """
      Copies made elsewhere, by replication or backups, are not seen. Buckets for data that can be made \
      again need no versions.
      """,
    remediation: Remediation(
      """
      Turn versioning on, with a lifecycle rule that removes old versions after some weeks.
      """,
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::S3::Bucket
          Properties:
            VersioningConfiguration:
              Status: Enabled
            LifecycleConfiguration:
              Rules:
                - Status: Enabled
                  NoncurrentVersionExpiration:
                    NoncurrentDays: 30
        """
      ]),
    references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html"])

  package init() {}

  package func subjects(in application: Application) -> [Bucket] {
    application.buckets.filter { !$0.isImplied }
  }

  package func evaluate(_ bucket: Bucket, in context: RuleContext) -> Verdict {
    switch bucket.versioning {
    case .known("Enabled", _): return .pass
    case .unresolved(let expression, let location):
      return .undetermined(reason: "the versioning of '\(bucket.name)' is \(expression)", at: location)
    case .absent, .known:
      return .fail([
        finding(
          "Bucket '\(bucket.name)' keeps no versions: an object that is overwritten or deleted cannot be restored.",
          about: bucket, in: context)
      ])
    }
  }
}
