package import ApplicationModel
package import FindingModel
package import RuleModel

/// Asynchronous functions whose failed events vanish.
package struct NoFailureDestination: FunctionRule {
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

  package func evaluate(_ function: Function, in context: RuleContext) -> Verdict {
    let events = LostEvents(of: function)
    guard !function.isImplied, !events.triggers.isEmpty, !events.onlyBySchedule else { return .notApplicable }
    guard !events.areKept else { return .pass }
    // The event was handed over before the function failed on it, so the source's own queue never gets it.
    if events.keepUndelivered(in: context.application) {
      return .fail([
        finding(
          "Events from \(events.sources) that '\(function.name)' fails on are dropped after two more tries: the "
            + "dead-letter queue of the source only gets what could not be handed to the function.",
          about: function,
          severity: .low, in: context)
      ])
    }
    return .fail([
      finding(
        "Events from \(events.sources) that '\(function.name)' fails on are dropped after two more tries: it has "
          + "neither a dead-letter queue nor a destination for failures.", about: function, in: context)
    ])
  }
}
