internal import ApplicationGraph
package import ApplicationModel
package import FindingModel
package import RuleModel

/// Queues whose bad messages are tried again for days.
package struct QueueWithoutRedrive: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas8-queue-without-redrive", risk: .denialOfServiceAndWallet,
    title: "Bad messages are tried again until they expire", severity: .medium, weaknesses: [400, 755],
    peers: ["checkov:CKV_AWS_116", "serverless-rules:ES6000"],
    rationale: """
      A message that makes the function fail returns to the queue and is tried again, by default for four days. A \
      handful of such messages, sent by mistake or on purpose, keep the function busy, delay good messages and are \
      lost without a trace in the end.
      """,
    blindSpots: """
      Only queues of the same template are judged. Whether the function itself sets bad messages aside is not known.
      """,
    remediation: Remediation(
      "Give the queue a dead-letter queue after a few tries, and an alarm on the dead-letter queue.",
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::SQS::Queue
          Properties:
            RedrivePolicy:
              deadLetterTargetArn: !GetAtt FailedMessages.Arn
              maxReceiveCount: 5
        FailedMessages:
          Type: AWS::SQS::Queue
          Properties:
            MessageRetentionPeriod: 1209600
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html"
    ])

  package init() {}

  package func subjects(in application: Application) -> [Queue] { application.queues }

  package func evaluate(_ queue: Queue, in context: RuleContext) -> Verdict {
    let functions = context.graph.functions(triggeredBy: queue.id)
      .filter { function in
        function.triggers.contains { $0.kind == .queue && $0.source.value?.reference?.id == queue.id }
      }
    guard !functions.isEmpty else { return .notApplicable }
    switch queue.deadLetterTarget {
    case .known, .unresolved: return .pass
    case .absent:
      let names = functions.map { "'\($0.name)'" }.joined(separator: " and ")
      return .fail([
        finding(
          "A message of '\(queue.name)' that makes \(names) fail is tried again until it expires: the queue has no "
            + "dead-letter queue.",
          about: queue, functions: functions, in: context)
      ])
    }
  }
}
