internal import ApplicationModel
package import FindingModel
package import RuleModel

/// Asynchronous functions whose failed events vanish.
package struct NoFailureDestination: Rule {
  package static let metadata = RuleMetadata(
    id: "sas5-no-failure-destination", risk: .inadequateMonitoring, title: "Failed events are lost",
    severity: .medium, weaknesses: [755, 778],
    peers: ["checkov:CKV_AWS_116", "prowler:awslambda_function_no_dead_letter_queue"],
    rationale: """
      Events from buckets, topics, rules and the like are queued for the function. When it fails, the \
      platform tries twice more and then drops the event: the order, upload or message is gone, and nothing \
      says which one it was. Whoever finds an input that makes the function fail can make its work disappear \
      unnoticed.
      """,
    blindSpots: """
      Only functions that something invokes asynchronously are looked at; queues and streams have failure \
      settings of their own, callers of APIs see the error. Direct asynchronous calls by other programs are \
      not known. Functions that only a schedule starts are another rule's.
      """,
    remediation: Remediation(
      """
      Send failed events to a queue or topic and raise an alarm when something arrives there.
      """,
      snippets: [
        .sam: """
        {name}:
          Type: AWS::Serverless::Function
          Properties:
            EventInvokeConfig:
              DestinationConfig:
                OnFailure:
                  Type: SQS
                  Destination: !GetAtt FailedEvents.Arn
        """,
        .cloudFormation: """
        {name}Failures:
          Type: AWS::Lambda::EventInvokeConfig
          Properties:
            FunctionName: !Ref {name}
            Qualifier: $LATEST
            DestinationConfig:
              OnFailure:
                Destination: !GetAtt FailedEvents.Arn
        """,
        .serverlessFramework: """
        functions:
          orders:
            handler: app.orders
            destinations:
              onFailure:
                type: sqs
                arn: !GetAtt FailedEvents.Arn
        """,
      ]),
    references: ["https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html"])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    let losing = context.application.writtenFunctions.map { ($0, LostEvents(of: $0)) }.filter { _, events in
      !events.triggers.isEmpty && !events.onlyBySchedule
    }
    guard !losing.isEmpty else { return [.notApplicable] }
    // Functions that lose the same events for the same reason are one flaw: one setting for all of them ends it.
    let causes = losing.filter { !$0.1.areKept }.map { function, events in
      (
        function: function,
        cause: Cause(
          sources: events.sources, keepsUndelivered: events.keepUndelivered(in: context.application))
      )
    }
    let groups = Dictionary(grouping: causes, by: \.cause).mapValues { $0.map(\.function) }
    let findings = groups.sorted { ($0.value[0].location) < ($1.value[0].location) }.compactMap { group in
      finding(for: group.key, of: group.value, in: context)
    }
    return findings.isEmpty ? [.pass] : [.fail(findings)]
  }

  private struct Cause: Hashable {
    let sources: String
    let keepsUndelivered: Bool
  }

  private func finding(for cause: Cause, of functions: [Function], in context: RuleContext) -> Finding? {
    guard let first = functions.first else { return nil }
    // The event was handed over before the function failed on it, so the source's own queue never gets it.
    let reason =
      cause.keepsUndelivered
      ? "the dead-letter queue of the source only gets what could not be handed to the function"
      : "\(functions.verb("it has", "they have")) neither a dead-letter queue nor a destination for failures"
    return finding(
      "Events from \(cause.sources) that \(functions.enumeration) \(functions.verb("fails", "fail")) on are dropped "
        + "after two more tries: \(reason).",
      aboutEach: functions, at: first.location, severity: cause.keepsUndelivered ? .low : nil,
      discriminator: functions.count == 1
        ? "" : cause.sources + (cause.keepsUndelivered ? ", undelivered" : ""),
      in: context)
  }
}
