package import ApplicationModel
package import FindingModel
package import RuleModel

/// Queues whose encryption is switched off.
package struct QueueUnencrypted: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas3-queue-unencrypted", risk: .insecureDeployment, title: "Queue with encryption switched off",
    severity: .medium, weaknesses: [311],
    peers: [
      "checkov:CKV_AWS_27", "cfn_nag:W48", "prowler:sqs_queues_server_side_encryption_enabled",
      "securityhub:SQS.1",
    ],
    rationale: """
      Queues are encrypted by default; this one is told not to be. Its messages, often whole orders or user \
      records waiting for a function, then lie in the clear on the platform's disks, which most rules for \
      personal and payment data forbid. Nothing is gained by it: encryption with the service's keys is free \
      and needs no permission.
      """,
    blindSpots: """
      A queue that sets neither switch nor key is encrypted by default and passes. Queues made before \
      October 2022 may still be unencrypted although a template says nothing.
      """,
    remediation: Remediation(
      """
      Remove SqsManagedSseEnabled: false, or name a key.
      """,
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::SQS::Queue
          Properties:
            SqsManagedSseEnabled: true
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-sqs-sse-queue.html"
    ])

  package init() {}

  package func subjects(in application: Application) -> [Queue] {
    application.queues.filter { !$0.isImplied }
  }

  package func evaluate(_ queue: Queue, in context: RuleContext) -> Verdict {
    guard queue.key.isAbsent else { return .pass }
    switch queue.managedEncryption {
    case .absent, .known(true, _): return .pass
    case .unresolved(let expression, let location):
      return .undetermined(reason: "the encryption of queue '\(queue.name)' is \(expression)", at: location)
    case .known(false, let location):
      return .fail([
        finding(
          "Queue '\(queue.name)' stores its messages in the clear: encryption, on by default, is switched off.",
          about: queue, at: location, in: context)
      ])
    }
  }
}
