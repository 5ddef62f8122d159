package import ApplicationModel
package import FindingModel
package import RuleModel

/// Scheduled functions whose failures nobody notices.
package struct ScheduleNoFailureDestination: FunctionRule {
  package static let metadata = RuleMetadata(
    id: "sas5-schedule-no-failure-destination", risk: .inadequateMonitoring,
    title: "Failed scheduled run goes unnoticed",
    severity: .low, profile: .strict, weaknesses: [755, 778],
    peers: ["checkov:CKV_AWS_116", "prowler:awslambda_function_no_dead_letter_queue"],
    rationale: """
      A scheduled function that fails is tried twice more and then left until its next turn. The backup, the \
      cleanup or the revocation of access did not happen, and nothing says so.
      """,
    blindSpots: """
      An alarm on the function's errors serves as well, since a scheduled event holds nothing to lose; this \
      rule does not look for one.
      """,
    remediation: Remediation(
      """
      Send failed runs to a queue or topic, or raise an alarm on the function's errors.
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
    guard !function.isImplied, !events.triggers.isEmpty, events.onlyBySchedule else { return .notApplicable }
    guard !events.areKept else { return .pass }
    return .fail([
      finding(
        "When '\(function.name)' fails on its schedule, nothing tells: it has no destination for failures.",
        about: function, in: context)
    ])
  }
}
