package import ApplicationModel
package import FindingModel
package import RuleModel

/// Topics without encryption at rest.
package struct TopicUnencrypted: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas3-topic-unencrypted", risk: .insecureDeployment, title: "Topic without encryption at rest",
    severity: .low, profile: .strict, weaknesses: [311],
    peers: [
      "checkov:CKV_AWS_26", "cfn_nag:W47", "prowler:sns_topics_kms_encryption_at_rest_enabled",
      "securityhub:SNS.1",
    ],
    rationale: """
      Unlike queues, topics are not encrypted unless they name a key. Messages lie in the clear on the \
      platform's disks while they wait to be delivered and retried, which rules for personal and payment \
      data often forbid.
      """,
    blindSpots: """
      Topics that carry nothing personal, such as alarms, need no key. Whether publishers may use the key is \
      not checked.
      """,
    remediation: Remediation(
      """
      Name a key; the alias of the service's own key is enough unless other accounts or services publish.
      """,
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::SNS::Topic
          Properties:
            KmsMasterKeyId: alias/aws/sns
        """
      ]),
    references: ["https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html"])

  package init() {}

  package func subjects(in application: Application) -> [Topic] {
    application.topics.filter { !$0.isImplied }
  }

  package func evaluate(_ topic: Topic, in context: RuleContext) -> Verdict {
    guard topic.key.isAbsent else { return .pass }
    return .fail([
      finding(
        "Topic '\(topic.name)' names no key: its messages lie in the clear until they are delivered.",
        about: topic,
        in: context)
    ])
  }
}
