internal import ApplicationModel
package import FindingModel
package import RuleModel

/// Queue that outsiders can send to.
package struct RogueEntryQueue: Rule {
  package static let metadata = RuleMetadata(
    id: "sas2-rogue-entry-queue", risk: .brokenAuthentication, title: "Queue that outsiders can send to",
    severity: .critical, weaknesses: [306, 284],
    peers: [
      "checkov:CKV_AWS_168", "securityhub:SQS.3", "cfn_nag:F21", "prowler:sqs_queues_not_publicly_accessible",
    ],
    rationale: """
      A function that reads a queue takes its messages for those of the application. If the queue's \
      policy lets strangers send, they run the function with messages of their own making, skip \
      whatever checks the real sender does, and can fill the queue until genuine work waits for \
      days. A statement that names SNS or S3 without a source lets any customer's topic or bucket do \
      so.
      """,
    blindSpots: """
      Writers of the own account, of trusted accounts, of an organisation or of certain networks are \
      accepted. A resource that carries data between two functions of the application is reported by \
      sas9-writable-midpoint instead. Accounts given by a parameter are taken for known.
      """,
    remediation: Remediation(
      "Name the senders, and for services the source.",
      snippets: [
        .cloudFormation: """
        QueuePolicy:
          Type: AWS::SQS::QueuePolicy
          Properties:
            Queues: [!Ref {name}]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: {Service: sns.amazonaws.com}
                  Action: sqs:SendMessage
                  Resource: !GetAtt {name}.Arn
                  Condition:
                    ArnEquals: {aws:SourceArn: !Ref Topic}
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html"
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    rogueEntries(of: .queue, in: context)
  }
}
