package import ApplicationModel
package import FindingModel
package import RuleModel

/// Kinesis streams without encryption at rest.
package struct StreamUnencrypted: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas3-stream-unencrypted", risk: .insecureDeployment, title: "Stream without encryption at rest",
    severity: .medium, profile: .strict, weaknesses: [311],
    peers: ["checkov:CKV_AWS_43", "prowler:kinesis_stream_encrypted_at_rest", "securityhub:Kinesis.1"],
    rationale: """
      A stream keeps every record for a day to a year, and does so in the clear unless a key is named. Click \
      streams, payments and telemetry are personal data more often than not.
      """,
    blindSpots: """
      Records that the producer encrypts itself are not known to be so.
      """,
    remediation: Remediation(
      """
      Encrypt the stream with a key; the service's own key costs nothing.
      """,
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::Kinesis::Stream
          Properties:
            StreamEncryption:
              EncryptionType: KMS
              KeyId: alias/aws/kinesis
        """
      ]),
    references: ["https://docs.aws.amazon.com/streams/latest/dev/what-is-sse.html"])

  package init() {}

  package func subjects(in application: Application) -> [DataStream] {
    application.streams.filter { !$0.isImplied }
  }

  package func evaluate(_ stream: DataStream, in context: RuleContext) -> Verdict {
    switch stream.encryption {
    case .known("KMS", _): return .pass
    case .unresolved(let expression, let location):
      return .undetermined(reason: "the encryption of stream '\(stream.name)' is \(expression)", at: location)
    case .absent, .known:
      return .fail([
        finding(
          "Stream '\(stream.name)' keeps its records in the clear: it names no key.", about: stream,
          in: context)
      ])
    }
  }
}
