import Documents
import TemplateLoaders
import Testing

struct SAMEventTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let event: String
    let makes: [String: String]
    /// Of the function's role, or of the principal of its permission.
    let grants: String
    var testDescription: String { event }
  }

  private func expand(_ event: String, kind: String = "Function", _ more: String = "") throws -> ExpandedSAM {
    let properties =
      kind == "Function"
      ? "Runtime: python3.13, Handler: a.b, InlineCode: x"
      : "Definition: {StartAt: A, States: {A: {Type: Succeed}}}"
    return try ExpandedSAM(
      """
      Resources:
        F:
          Type: AWS::Serverless::\(kind)
          Properties: {\(properties), Events: {E: \(event)}}
        Bucket: {Type: AWS::S3::Bucket}
        Pool: {Type: AWS::Cognito::UserPool}
        Topic: {Type: AWS::SNS::Topic}
      \(more)
      """)
  }

  static let cases = [
    Case(
      event: "{Type: S3, Properties: {Bucket: !Ref Bucket, Events: 's3:ObjectCreated:*'}}",
      makes: ["FEPermission": "AWS::Lambda::Permission"], grants: "s3.amazonaws.com"),
    Case(
      event: "{Type: SNS, Properties: {Topic: !Ref Topic}}",
      makes: ["FEPermission": "AWS::Lambda::Permission", "FE": "AWS::SNS::Subscription"],
      grants: "sns.amazonaws.com"),
    Case(
      event: "{Type: SNS, Properties: {Topic: !Ref Topic, SqsSubscription: true}}",
      makes: [
        "FEQueue": "AWS::SQS::Queue", "FEQueuePolicy": "AWS::SQS::QueuePolicy",
        "FE": "AWS::SNS::Subscription",
        "FEEventSourceMapping": "AWS::Lambda::EventSourceMapping",
      ], grants: "AWSLambdaSQSQueueExecutionRole"),
    Case(
      event: "{Type: SQS, Properties: {Queue: q}}", makes: ["FE": "AWS::Lambda::EventSourceMapping"],
      grants: "AWSLambdaSQSQueueExecutionRole"),
    Case(
      event: "{Type: Kinesis, Properties: {Stream: s, StartingPosition: LATEST}}",
      makes: ["FE": "AWS::Lambda::EventSourceMapping"], grants: "AWSLambdaKinesisExecutionRole"),
    Case(
      event: "{Type: DynamoDB, Properties: {Stream: s, StartingPosition: LATEST}}",
      makes: ["FE": "AWS::Lambda::EventSourceMapping"], grants: "AWSLambdaDynamoDBExecutionRole"),
    Case(
      event: "{Type: MSK, Properties: {Stream: s, Topics: [t]}}",
      makes: ["FE": "AWS::Lambda::EventSourceMapping"], grants: "AWSLambdaMSKExecutionRole"),
    Case(
      event: "{Type: MQ, Properties: {Broker: b, SourceAccessConfigurations: [{Type: BASIC_AUTH, URI: s}]}}",
      makes: ["FE": "AWS::Lambda::EventSourceMapping"], grants: "mq:DescribeBroker"),
    Case(
      event: "{Type: SelfManagedKafka, Properties: {KafkaBootstrapServers: [k], Topics: [t], "
        + "SourceAccessConfigurations: [{Type: BASIC_AUTH, URI: s}]}}",
      makes: ["FE": "AWS::Lambda::EventSourceMapping"], grants: "secretsmanager:GetSecretValue"),
    Case(
      event: "{Type: DocumentDB, Properties: {Cluster: c, DatabaseName: d}}",
      makes: ["FE": "AWS::Lambda::EventSourceMapping"], grants: "rds:DescribeDBClusters"),
    Case(
      event: "{Type: Schedule, Properties: {Schedule: rate(1 day)}}",
      makes: ["FE": "AWS::Events::Rule", "FEPermission": "AWS::Lambda::Permission"],
      grants: "events.amazonaws.com"),
    Case(
      event: "{Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 day)}}",
      makes: ["FE": "AWS::Scheduler::Schedule", "FERole": "AWS::IAM::Role"], grants: "scheduler.amazonaws.com"
    ),
    Case(
      event: "{Type: EventBridgeRule, Properties: {Pattern: {source: [a]}}}",
      makes: ["FE": "AWS::Events::Rule", "FEPermission": "AWS::Lambda::Permission"],
      grants: "events.amazonaws.com"),
    Case(
      event: "{Type: CloudWatchLogs, Properties: {LogGroupName: g, FilterPattern: p}}",
      makes: ["FE": "AWS::Logs::SubscriptionFilter", "FEPermission": "AWS::Lambda::Permission"],
      grants: "logs.amazonaws.com"),
    Case(
      event: "{Type: IoTRule, Properties: {Sql: SELECT 1}}",
      makes: ["FE": "AWS::IoT::TopicRule", "FEPermission": "AWS::Lambda::Permission"],
      grants: "iot.amazonaws.com"),
    Case(
      event: "{Type: AlexaSkill}", makes: ["FEPermission": "AWS::Lambda::Permission"],
      grants: "alexa-appkit.amazon.com"),
    Case(
      event: "{Type: Cognito, Properties: {UserPool: !Ref Pool, Trigger: PreSignUp}}",
      makes: ["FCognitoPermission": "AWS::Lambda::Permission"], grants: "cognito-idp.amazonaws.com"),
  ]

  @Test(arguments: cases)
  func makesWhatTheSourceNeeds(_ example: Case) throws {
    let expanded = try expand(example.event)
    for (id, type) in example.makes { #expect(expanded.resource(id)?["Type"]?.text == type, "\(id)") }
    #expect(expanded.template["Resources"].map(NodeJSON.write)?.contains(example.grants) == true)
    #expect(expanded.errors.isEmpty)
  }

  @Test func writesTheNotificationIntoTheBucket() throws {
    let expanded = try expand("{Type: S3, Properties: {Bucket: !Ref Bucket, Events: [a, b]}}")
    let configurations = expanded.node("Bucket", "NotificationConfiguration", "LambdaConfigurations")
    #expect(configurations?.elements.count == 2)
    #expect(expanded.resource("Bucket")?["DependsOn"].map(NodeJSON.write) == #"["FEPermission"]"#)
  }

  @Test(arguments: [
    "Properties: {NotificationConfiguration: !If [C, {}, {}]}", "Properties: [1]",
    "Properties: {NotificationConfiguration: {LambdaConfigurations: !Ref L}}",
  ])
  func leavesABucketAloneThatItCannotWriteInto(_ properties: String) throws {
    let written = "Bucket: {Type: AWS::S3::Bucket, \(properties)}"
    let expanded = try ExpandedSAM(
      """
      Resources:
        F:
          Type: AWS::Serverless::Function
          Properties:
            InlineCode: x
            Events: {E: {Type: S3, Properties: {Bucket: !Ref Bucket, Events: a}}}
        \(written)
      """)
    #expect(expanded.errors.contains { $0.contains("'Bucket'") })
    #expect(expanded.resource("Bucket").map(NodeJSON.write)?.contains("FEPermission") == false)
  }

  @Test(arguments: ["Schedule", "EventBridgeRule", "ScheduleV2"])
  func letsTheServiceStartAStateMachineWithARole(_ type: String) throws {
    let expanded = try expand(
      "{Type: \(type), Properties: {Schedule: r, ScheduleExpression: r, Pattern: {}}}", kind: "StateMachine")
    #expect(expanded.json("FERole", "Policies").contains("states:StartExecution"))
    #expect(expanded.ids(of: "AWS::Lambda::Permission").isEmpty)
  }

  @Test func reportsAnEventItDoesNotKnow() throws {
    let expanded = try expand("{Type: Telepathy}")
    #expect(expanded.errors.contains { $0.contains("Telepathy") })
    #expect(expanded.resource("F")?["Type"]?.text == "AWS::Lambda::Function")
  }

  @Test func takesBothSidesOfAConditionalEvent() throws {
    let expanded = try expand("!If [C, {Type: AlexaSkill}, !Ref AWS::NoValue]")
    #expect(expanded.resource("FEPermission") != nil)
    #expect(expanded.errors.isEmpty)
  }
}
