internal import ApplicationGraph
package import ApplicationModel
package import FindingModel
package import RuleModel

/// Buckets that start functions or are public, without a record of access.
package struct BucketNoAccessLog: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas5-bucket-no-access-log", risk: .inadequateMonitoring, title: "Bucket without an access log",
    severity: .info, profile: .strict, weaknesses: [778],
    peers: ["checkov:CKV_AWS_18", "cfn_nag:W35", "securityhub:S3.9"],
    rationale: """
      Who read, wrote or listed the objects of a bucket is recorded only if asked for. For a bucket whose \
      objects start functions, or that strangers can read, that record is what tells an upload by an \
      attacker from one by a user.
      """,
    blindSpots: """
      Data events of CloudTrail record the same and are not seen here. Other buckets are left alone.
      """,
    remediation: Remediation(
      """
      Write access logs to a bucket of their own, or record data events with CloudTrail.
      """,
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::S3::Bucket
          Properties:
            LoggingConfiguration:
              DestinationBucketName: !Ref AccessLogs
              LogFilePrefix: uploads/
        """
      ]),
    references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html"])

  package init() {}

  package func subjects(in application: Application) -> [Bucket] {
    application.buckets.filter { !$0.isImplied }
  }

  package func evaluate(_ bucket: Bucket, in context: RuleContext) -> Verdict {
    let functions = context.graph.functions(triggeredBy: bucket.id)
    let isPublic = bucket.isWebsite || bucket.accessControl.value?.hasPrefix("PublicRead") == true
    guard !functions.isEmpty || isPublic else { return .notApplicable }
    guard !bucket.hasLogging else { return .pass }
    let why = functions.isEmpty ? "is public" : "starts \(functions.enumeration)"
    return .fail([
      finding(
        "Bucket '\(bucket.name)' \(why) and keeps no record of who reads and writes its objects.",
        about: bucket,
        in: context)
    ])
  }
}
