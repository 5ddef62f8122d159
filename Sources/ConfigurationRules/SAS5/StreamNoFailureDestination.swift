internal import ApplicationGraph
package import ApplicationModel
package import FindingModel
package import RuleModel

/// Stream mappings whose discarded records vanish.
package struct StreamNoFailureDestination: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas5-stream-no-failure-destination", risk: .inadequateMonitoring,
    title: "Discarded records of a stream are lost",
    severity: .medium, weaknesses: [755, 778],
    rationale: """
      When a function keeps failing on a batch of a stream, the platform gives the batch up once its tries \
      or its age run out, at the latest when the records expire. With a destination for failures it writes \
      down which records those were; without one they are gone, and the gap is found when somebody misses \
      the data.
      """,
    blindSpots: """
      How often and how long the platform tries is another rule's matter. Kafka and document streams are not \
      looked at.
      """,
    remediation: Remediation(
      """
      Name a queue or topic as destination for failures of the mapping.
      """,
      snippets: [
        .sam: """
        {name}:
          Type: AWS::Serverless::Function
          Properties:
            Events:
              Clicks:
                Type: Kinesis
                Properties:
                  Stream: !GetAtt Clicks.Arn
                  StartingPosition: LATEST
                  DestinationConfig:
                    OnFailure:
                      Destination: !GetAtt FailedRecords.Arn
        """,
        .cloudFormation: """
        {name}:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            DestinationConfig:
              OnFailure:
                Destination: !GetAtt FailedRecords.Arn
        """,
        .serverlessFramework: """
        functions:
          count:
            handler: app.count
            events:
              - stream:
                  type: kinesis
                  arn: !GetAtt Clicks.Arn
                  destinations:
                    onFailure:
                      type: sqs
                      arn: !GetAtt FailedRecords.Arn
        """,
      ]),
    references: ["https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html"])

  package init() {}

  package func subjects(in application: Application) -> [EventSourceMapping] {
    application.mappings.filter { $0.kind == .kinesis || $0.kind == .tableStream }
  }

  package func evaluate(_ mapping: EventSourceMapping, in context: RuleContext) -> Verdict {
    guard mapping.isEnabled.value != false else { return .notApplicable }
    guard mapping.onFailure.isAbsent else { return .pass }
    let function = mapping.function.value.flatMap { context.graph.function(meantBy: $0) }
    let name = function.map { "'\($0.name)'" } ?? "the function"
    return .fail([
      finding(
        "Records of \(mapping.kind.title) that \(name) keeps failing on are discarded without a note: the mapping "
          + "has no destination for failures.", about: mapping, functions: [function].compactMap { $0 },
        in: context)
    ])
  }
}
