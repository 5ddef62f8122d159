import ApplicationGraph
import FindingModel
import Testing

/// Functions that a bucket, a queue or a topic feeds: the policy of the source decides, and of what feeds it.
@Suite struct SourceExposureTests {
  @Test(arguments: Self.buckets + Self.queues)
  func whoWritesToTheSource(template: SmallTemplate, exposure: Exposure) throws {
    let (graph, function) = try template.graph()
    #expect(graph.exposure(of: function) == exposure, "\(graph.exposurePaths(of: function).map(\.summary))")
  }

  private static let closed = """
    PublicAccessBlockConfiguration: {BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, \
    RestrictPublicBuckets: true}
    """
  private static let open = """
    PublicAccessBlockConfiguration: {BlockPublicAcls: false, BlockPublicPolicy: false, IgnorePublicAcls: false, \
    RestrictPublicBuckets: false}
    """

  private static func bucket(_ properties: String, _ statement: String? = nil) -> String {
    let notification =
      "NotificationConfiguration: {LambdaConfigurations: [{Event: 's3:ObjectCreated:*', Function: !GetAtt Work.Arn}]}"
    let policy = statement.map {
      "\nPolicy: {Type: AWS::S3::BucketPolicy, Properties: {Bucket: !Ref Files, PolicyDocument: {Statement: [\($0)]}}}"
    }
    return "Files: {Type: AWS::S3::Bucket, Properties: {\(properties), \(notification)}}" + (policy ?? "")
  }

  private static func write(
    _ principal: String, _ action: String = "s3:PutObject", _ effect: String = "Allow"
  ) -> String {
    "{Effect: \(effect), Principal: \(principal), Action: '\(action)', Resource: !Sub '${Files.Arn}/*'}"
  }

  static let buckets: [(SmallTemplate, Exposure)] = [
    (SmallTemplate("bucket without a policy", bucket(open)), .account),
    (SmallTemplate("public write", bucket(open, write("'*'"))), .internet),
    (SmallTemplate("public write, blocked", bucket(closed, write("'*'"))), .account),
    (SmallTemplate("public read", bucket(open, write("'*'", "s3:GetObject"))), .account),
    (
      SmallTemplate("write by another account", bucket(closed, write("{AWS: '111122223333'}"))), .otherAccount
    ),
    (SmallTemplate("public list", bucket(open + ", AccessControl: PublicReadWrite")), .internet),
    (SmallTemplate("public list, blocked", bucket(closed + ", AccessControl: PublicReadWrite")), .account),
    (
      SmallTemplate("public write, denied", bucket(open, write("'*'") + ", " + write("'*'", "s3:*", "Deny"))),
      .account
    ),
  ]

  private static func queue(_ rest: String, mapping: String = "BatchSize: 10") -> String {
    """
    Jobs: {Type: AWS::SQS::Queue}
    Mapping:
      Type: AWS::Lambda::EventSourceMapping
      Properties: {EventSourceArn: !GetAtt Jobs.Arn, FunctionName: !Ref Work, \(mapping)}

    """ + rest
  }

  private static func queuePolicy(_ statement: String) -> String {
    "Policy: {Type: AWS::SQS::QueuePolicy, Properties: {Queues: [!Ref Jobs], PolicyDocument: {Statement: [\(statement)]}}}"
  }

  private static let send = "Effect: Allow, Action: 'sqs:SendMessage', Resource: '*'"

  static let queues: [(SmallTemplate, Exposure)] = [
    (SmallTemplate("queue without a policy", queue("")), .account),
    (SmallTemplate("open queue", queue(queuePolicy("{\(send), Principal: '*'}"))), .internet),
    (
      SmallTemplate(
        "open queue, mapping disabled",
        queue(queuePolicy("{\(send), Principal: '*'}"), mapping: "Enabled: false")),
      .nobody
    ),
    (
      SmallTemplate("queue of an account", queue(queuePolicy("{\(send), Principal: {AWS: '111122223333'}}"))),
      .otherAccount
    ),
    (
      SmallTemplate(
        "queue that a bucket of the own account fills",
        queue(
          queuePolicy(
            "{\(send), Principal: '*', Condition: {ArnLike: {'aws:SourceArn': 'arn:aws:s3:::uploads'}, "
              + "StringEquals: {'aws:SourceAccount': !Ref AWS::AccountId}}}"))), .account
    ),
    (
      SmallTemplate(
        "queue fed by an open topic",
        queue(
          """
          Topic: {Type: AWS::SNS::Topic}
          Feed: {Type: AWS::SNS::Subscription, Properties: {TopicArn: !Ref Topic, Protocol: sqs, Endpoint: !GetAtt Jobs.Arn}}
          TopicPolicy:
            Type: AWS::SNS::TopicPolicy
            Properties:
              Topics: [!Ref Topic]
              PolicyDocument: {Statement: [{Effect: Allow, Principal: '*', Action: 'sns:Publish', Resource: !Ref Topic}]}
          """)), .internet
    ),
  ]
}
