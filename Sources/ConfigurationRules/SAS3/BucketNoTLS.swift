package import ApplicationModel
package import FindingModel
internal import PolicyEngine
package import RuleModel

/// Buckets that answer requests without encryption.
package struct BucketNoTLS: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas3-bucket-no-tls", risk: .insecureDeployment, title: "Bucket reachable without TLS",
    severity: .medium, profile: .strict, weaknesses: [319],
    peers: ["prowler:s3_bucket_secure_transport_policy", "securityhub:S3.5"],
    rationale: """
      S3 answers plain HTTP as readily as HTTPS. A client that is configured wrongly, or whose link somebody \
      changed to http, sends objects and presigned links over the network in the clear, and whoever is on \
      the way reads or replaces them. A statement in the bucket's policy makes the service refuse such \
      requests.
      """,
    blindSpots: """
      A policy attached outside the template is not seen. Buckets that a framework makes for its own \
      deployments are left out.
      """,
    remediation: Remediation(
      """
      Add a statement to the bucket's policy that denies everything when aws:SecureTransport is false.
      """,
      snippets: [
        .cloudFormation: """
        {name}Policy:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: !Ref {name}
            PolicyDocument:
              Statement:
                - Effect: Deny
                  Principal: "*"
                  Action: s3:*
                  Resource: [!GetAtt {name}.Arn, !Sub "${{name}.Arn}/*"]
                  Condition:
                    Bool:
                      aws:SecureTransport: "false"
        """
      ]),
    references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html"])

  package init() {}

  package func subjects(in application: Application) -> [Bucket] {
    application.buckets.filter { !$0.isImplied }
  }

  package func evaluate(_ bucket: Bucket, in context: RuleContext) -> Verdict {
    let documents = bucket.policies.map(\.document)
    if documents.flatMap(\.statements).contains(where: \.refusesPlainRequests) { return .pass }
    if let document = documents.first(where: { !$0.unresolved.isEmpty }),
      let expression = document.unresolved.first
    {
      return .undetermined(
        reason: "a part of the policy of '\(bucket.name)' is \(expression)", at: document.location)
    }
    return .fail([
      finding(
        "Bucket '\(bucket.name)' answers requests over plain HTTP: no statement of its policy denies them.",
        about: bucket, in: context)
    ])
  }
}

extension Statement {
  /// A `Deny` for everyone when the request is not encrypted.
  fileprivate var refusesPlainRequests: Bool {
    guard denies, isForEveryone, covers(action: "s3:GetObject") else { return false }
    return conditions.contains { condition in
      let key = condition.key.lowercased()
      if key == "s3:tlsversion" { return condition.operation.lowercased().hasPrefix("numericless") }
      return key == "aws:securetransport" && condition.values.contains { $0.literal?.lowercased() == "false" }
    }
  }
}
