internal import ApplicationGraph
package import ApplicationModel
package import FindingModel
package import RuleModel

/// Stream mappings that one bad record blocks until it expires.
package struct EndlessRetries: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas8-esm-unbounded", risk: .denialOfServiceAndWallet,
    title: "One bad record blocks the stream until it expires", severity: .medium, weaknesses: [400, 755],
    peers: ["serverless-rules:ES1000", "lambda-security-scanner:E.2"],
    rationale: """
      A stream is read in order: a record that makes the function fail is tried again until it expires, and \
      everything behind it in its shard waits. By default that is one day for DynamoDB and up to a year for \
      Kinesis. Whoever can write one bad record stops the shard, and every try is paid for.
      """,
    blindSpots: """
      Whether the function itself catches bad records is not known; one that never fails is not affected.
      """,
    remediation: Remediation(
      "Bound the tries or the age of records, split failing batches, and send what is given up to a queue.",
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            MaximumRetryAttempts: 3
            BisectBatchOnFunctionError: true
            DestinationConfig:
              OnFailure:
                Destination: !GetAtt FailedRecords.Arn
        """,
        .sam: """
        Events:
          Stream:
            Type: Kinesis
            Properties:
              MaximumRetryAttempts: 3
              BisectBatchOnFunctionError: true
              DestinationConfig:
                OnFailure:
                  Type: SQS
                  Destination: !GetAtt FailedRecords.Arn
        """,
        .serverlessFramework: """
        events:
          - stream:
              arn: !GetAtt Stream.Arn
              maximumRetryAttempts: 3
              bisectBatchOnFunctionError: true
              destinations:
                onFailure:
                  type: sqs
                  arn: !GetAtt FailedRecords.Arn
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html",
      "https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html",
    ])

  package init() {}

  package func subjects(in application: Application) -> [EventSourceMapping] {
    application.mappings.filter { $0.kind == .kinesis || $0.kind == .tableStream }
  }

  package func evaluate(_ mapping: EventSourceMapping, in context: RuleContext) -> Verdict {
    if let expression = mapping.maximumRetries.expression ?? mapping.maximumAge.expression {
      return .undetermined(
        reason: "MaximumRetryAttempts or MaximumRecordAgeInSeconds is \(expression)", at: mapping.location)
    }
    // -1 means without end, and is the default of both.
    guard mapping.maximumRetries.value ?? -1 < 0, mapping.maximumAge.value ?? -1 < 0 else { return .pass }
    if mapping.isEnabled.value == false { return .notApplicable }
    let function = mapping.function.value.flatMap { context.graph.function(meantBy: $0) }
    let name = function.map { "'\($0.name)'" } ?? "the function"
    return .fail([
      finding(
        "A record that makes \(name) fail is tried again until it expires, and the records behind it wait: neither "
          + "the tries nor the age are bounded.",
        about: mapping, functions: function.map { [$0] } ?? [],
        at: mapping.maximumRetries.location ?? mapping.location, in: context)
    ])
  }
}
