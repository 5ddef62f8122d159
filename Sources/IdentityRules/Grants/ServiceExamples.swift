internal import FindingModel

/// Statements that name an action and a resource of each service, for examples in place of a wildcard.
enum ServiceExamples {
  private static let table: [String: (action: String, resource: String)] = [
    "dynamodb": ("dynamodb:GetItem", "!GetAtt Table.Arn"),
    "events": ("events:PutEvents", "!GetAtt Bus.Arn"),
    "kinesis": ("kinesis:GetRecords", "!GetAtt Stream.Arn"),
    "kms": ("kms:Decrypt", "!GetAtt Key.Arn"),
    "lambda": ("lambda:InvokeFunction", "!GetAtt Worker.Arn"),
    "logs": ("logs:PutLogEvents", "!GetAtt LogGroup.Arn"),
    "s3": ("s3:GetObject", "!Sub ${Uploads.Arn}/*"),
    "secretsmanager": ("secretsmanager:GetSecretValue", "!Ref DatabaseSecret"),
    "sns": ("sns:Publish", "!Ref Topic"),
    "sqs": ("sqs:ReceiveMessage", "!GetAtt Queue.Arn"),
    "ssm": (
      "ssm:GetParameter",
      "!Sub arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/orders/*"
    ),
    "states": ("states:StartExecution", "!Ref Machine"),
  ]

  /// Of a service that is not listed there is no example: one of another's would mislead.
  private static let others: ExampleKind = "another service"

  static let all: [ExampleKind: [Dialect: String]] = {
    var all: [ExampleKind: [Dialect: String]] = [others: [.cloudFormation: ""]]
    for (service, example) in table {
      all[ExampleKind(stringLiteral: service)] = snippets(example.action, example.resource)
    }
    return all
  }()

  static func kind(of service: String) -> ExampleKind {
    table[service] == nil ? others : ExampleKind(stringLiteral: service)
  }

  private static func snippets(_ action: String, _ resource: String) -> [Dialect: String] {
    let cloudFormation = """
      - Effect: Allow
        Action: \(action)
        Resource: \(resource)
      """
    let sam = """
      Policies:
        - Statement:
            - Effect: Allow
              Action: \(action)
              Resource: \(resource)
      """
    let serverlessFramework = """
      provider:
        iam:
          role:
            statements:
              - Effect: Allow
                Action: \(action)
                Resource: \(resource)
      """
    return [.cloudFormation: cloudFormation, .sam: sam, .serverlessFramework: serverlessFramework]
  }
}
