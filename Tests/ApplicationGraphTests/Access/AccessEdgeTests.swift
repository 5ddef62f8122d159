import ApplicationGraph
import Testing

/// Each kind of edge, where it must be and where it must not.
@Suite struct AccessEdgeTests {
  @Test(arguments: Self.entries + Self.openings + Self.grants + Self.denials + Self.roles)
  func holdsTheEdges(of item: AccessCase) throws {
    let texts = try item.template.accessGraph().edgeTexts
    for edge in item.present { #expect(texts.contains(edge), "\(edge) is not among \(texts.sorted())") }
    for edge in item.missing {
      #expect(!texts.contains(edge) && !texts.contains(edge + "?"), "\(edge) is there")
    }
  }

  private static func url(_ authorization: String) -> String {
    "URL: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !Ref Work, AuthType: \(authorization)}}"
  }

  private static let open = """
    PublicAccessBlockConfiguration: {BlockPublicAcls: false, BlockPublicPolicy: false, IgnorePublicAcls: false, \
    RestrictPublicBuckets: false}
    """

  static let entries: [AccessCase] = [
    AccessCase(
      "open URL", url("NONE"),
      has: [
        "internet mayInvoke api:url:Work", "api:url:Work triggers function:Work",
        "function:Work executesAs role:Role",
      ]),
    AccessCase(
      "URL with IAM", url("AWS_IAM"), has: ["api:url:Work triggers function:Work"],
      lacks: ["internet mayInvoke api:url:Work"]),
    AccessCase(
      "schedule",
      """
      Rule:
        Type: AWS::Events::Rule
        Properties: {ScheduleExpression: rate(1 day), Targets: [{Id: work, Arn: !GetAtt Work.Arn}]}
      """, has: ["rule:Rule triggers function:Work"], lacks: ["internet mayInvoke rule:Rule"]),
    AccessCase(
      "disabled schedule",
      """
      Rule:
        Type: AWS::Events::Rule
        Properties: {ScheduleExpression: rate(1 day), State: DISABLED, Targets: [{Id: work, Arn: !GetAtt Work.Arn}]}
      """, has: [], lacks: ["rule:Rule triggers function:Work"]),
    AccessCase(
      "topic to queue to function",
      """
      Topic: {Type: AWS::SNS::Topic}
      Queue: {Type: AWS::SQS::Queue}
      Subscription:
        Type: AWS::SNS::Subscription
        Properties: {TopicArn: !Ref Topic, Protocol: sqs, Endpoint: !GetAtt Queue.Arn}
      Mapping:
        Type: AWS::Lambda::EventSourceMapping
        Properties: {FunctionName: !Ref Work, EventSourceArn: !GetAtt Queue.Arn}
      """, has: ["topic:Topic triggers queue:Queue", "queue:Queue triggers function:Work"]),
  ]

  static let openings: [AccessCase] = [
    AccessCase(
      "bucket that anyone reads",
      """
      Files: {Type: AWS::S3::Bucket, Properties: {\(open)}}
      Policy:
        Type: AWS::S3::BucketPolicy
        Properties:
          Bucket: !Ref Files
          PolicyDocument:
            Statement: [{Effect: Allow, Principal: '*', Action: 's3:GetObject', Resource: !Sub '${Files.Arn}/*'}]
      """, has: ["internet mayRead bucket:Files", "bucket:Files holds data"],
      lacks: ["internet mayWrite bucket:Files"]),
    AccessCase(
      "queue that another account fills",
      """
      Queue: {Type: AWS::SQS::Queue}
      Policy:
        Type: AWS::SQS::QueuePolicy
        Properties:
          Queues: [!Ref Queue]
          PolicyDocument:
            Statement: [{Effect: Allow, Principal: {AWS: '111122223333'}, Action: 'sqs:SendMessage', Resource: '*'}]
      """, has: ["otherAccounts mayWrite queue:Queue"],
      lacks: ["internet mayWrite queue:Queue", "otherAccounts mayRead queue:Queue"]),
  ]

  private static let stores = """
    Orders: {Type: AWS::DynamoDB::Table, Properties: {TableName: orders}}
    Audit: {Type: AWS::DynamoDB::Table, Properties: {TableName: audit}}
    Files: {Type: AWS::S3::Bucket}
    Key: {Type: AWS::SecretsManager::Secret, Properties: {Name: shop/key}}
    Queue: {Type: AWS::SQS::Queue, Properties: {QueueName: work-queue}}
    """

  private static func allow(_ rest: String) -> String { "{Effect: Allow, \(rest)}" }

  static let grants: [AccessCase] = [
    AccessCase(
      "read by reference", policy: allow("Action: 'dynamodb:GetItem', Resource: !GetAtt Orders.Arn"), stores,
      has: ["role:Role mayRead table:Orders"],
      lacks: ["role:Role mayRead table:Audit", "role:Role mayWrite table:Orders"]),
    AccessCase(
      "write by name",
      policy: allow("Action: 'dynamodb:Put*', Resource: 'arn:aws:dynamodb:*:*:table/orders'"),
      stores, has: ["role:Role mayWrite table:Orders", "role:Role mayAdminister table:Orders"],
      lacks: ["role:Role mayRead table:Orders", "role:Role mayWrite table:Audit"]),
    AccessCase(
      "pattern of names",
      policy: allow("Action: 'dynamodb:Query', Resource: 'arn:aws:dynamodb:*:*:table/o*'"),
      stores, has: ["role:Role mayRead table:Orders"], lacks: ["role:Role mayRead table:Audit"]),
    AccessCase(
      "index of a table",
      policy: allow(
        "Action: 'dynamodb:Query', Resource: 'arn:aws:dynamodb:eu-west-1:1:table/orders/index/*'"),
      stores, has: ["role:Role mayRead table:Orders"]),
    AccessCase(
      "every table", policy: allow("Action: 'dynamodb:Scan', Resource: '*'"), stores,
      has: [
        "role:Role mayRead every:table", "every:table holds table:Orders", "every:table holds table:Audit",
      ],
      lacks: ["role:Role mayRead every:bucket"]),
    AccessCase(
      "objects of a bucket", policy: allow("Action: 's3:*', Resource: !Sub '${Files.Arn}/*'"), stores,
      has: [
        "role:Role mayRead bucket:Files", "role:Role mayWrite bucket:Files",
        "role:Role mayAdminister bucket:Files",
      ]),
    AccessCase(
      "secret by ARN with its suffix",
      policy: allow(
        "Action: 'secretsmanager:GetSecretValue', Resource: 'arn:aws:secretsmanager:*:*:secret:shop/key-??????'"
      ),
      stores, has: ["role:Role mayRead secret:Key", "secret:Key holds secrets"]),
    AccessCase(
      "bucket of somebody else",
      policy: allow("Action: 's3:GetObject', Resource: 'arn:aws:s3:::elsewhere/*'"),
      stores, has: ["role:Role mayRead outside:bucket:elsewhere"], lacks: ["role:Role mayRead bucket:Files"]),
    AccessCase(
      "action of another service", policy: allow("Action: 's3:GetObject', Resource: !GetAtt Orders.Arn"),
      stores,
      has: [], lacks: ["role:Role mayRead table:Orders", "role:Role mayRead bucket:Files"]),
    AccessCase(
      "under a condition",
      policy: allow(
        "Action: 'dynamodb:GetItem', Resource: !GetAtt Orders.Arn, "
          + "Condition: {'ForAllValues:StringEquals': {'dynamodb:LeadingKeys': ['a']}}"), stores,
      has: ["role:Role mayRead table:Orders?"]),
    AccessCase(
      "only over TLS",
      policy: allow(
        "Action: 'dynamodb:GetItem', Resource: !GetAtt Orders.Arn, Condition: {Bool: {'aws:SecureTransport': 'true'}}"
      ),
      stores, has: ["role:Role mayRead table:Orders"]),
    AccessCase(
      "administrator", policy: allow("Action: '*', Resource: '*'"), stores,
      has: ["role:Role mayAdminister admin"], lacks: ["role:Role mayRead every:table"]),
    AccessCase(
      "listing is not reading",
      policy: allow("Action: ['s3:ListBucket', 'dynamodb:DescribeTable'], Resource: '*'"),
      stores, has: [], lacks: ["role:Role mayRead every:bucket", "role:Role mayRead every:table"]),
    AccessCase(
      "invoking and changing code",
      policy: allow(
        "Action: ['lambda:InvokeFunction', 'lambda:UpdateFunctionCode'], Resource: !GetAtt Work.Arn"),
      stores, has: ["role:Role mayInvoke function:Work", "role:Role mayAdminister function:Work"]),
  ]

  private static func deny(_ rest: String) -> String { "{Effect: Deny, \(rest)}" }

  static let denials: [AccessCase] = [
    AccessCase(
      "denied table of all",
      policy: allow("Action: 'dynamodb:Query', Resource: '*'") + ", "
        + deny("Action: 'dynamodb:*', Resource: !GetAtt Audit.Arn"), stores,
      has: ["role:Role mayRead table:Orders"],
      lacks: ["role:Role mayRead table:Audit", "role:Role mayRead every:table"]),
    AccessCase(
      "denied action",
      policy: allow("Action: ['dynamodb:Query', 'dynamodb:PutItem'], Resource: !GetAtt Orders.Arn") + ", "
        + deny("Action: 'dynamodb:Put*', Resource: '*'"), stores,
      has: ["role:Role mayRead table:Orders"], lacks: ["role:Role mayWrite table:Orders"]),
    AccessCase(
      "one action left",
      policy: allow("Action: ['dynamodb:Query', 'dynamodb:Scan'], Resource: !GetAtt Orders.Arn") + ", "
        + deny("Action: 'dynamodb:Scan', Resource: '*'"), stores, has: ["role:Role mayRead table:Orders"]),
    AccessCase(
      "denied under a condition",
      policy: allow("Action: 'dynamodb:Query', Resource: !GetAtt Orders.Arn") + ", "
        + deny("Action: '*', Resource: '*', Condition: {StringNotEquals: {'aws:SourceVpc': vpc-1}}"), stores,
      has: ["role:Role mayRead table:Orders?"]),
    AccessCase(
      "everything but IAM", policy: allow("NotAction: 'iam:*', Resource: '*'"), stores,
      has: [
        "role:Role mayRead every:table", "role:Role mayRead every:secret", "role:Role mayAdminister admin?",
      ]),
    AccessCase(
      "everything but one table", policy: allow("Action: 'dynamodb:Query', NotResource: !GetAtt Audit.Arn"),
      stores,
      has: ["role:Role mayRead table:Orders", "role:Role mayRead outside:table:other tables"],
      lacks: ["role:Role mayRead table:Audit"]),
  ]

  private static func role(_ name: String, _ principal: String, _ policy: String) -> String {
    """
    \(name):
      Type: AWS::IAM::Role
      Properties:
        AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: \(principal), Action: 'sts:AssumeRole'}]}
        Policies: [{PolicyName: p, PolicyDocument: {Statement: [\(policy)]}}]
    """
  }

  private static let strong = allow("Action: '*', Resource: '*'")
  private static let root = "{AWS: !Sub 'arn:aws:iam::${AWS::AccountId}:root'}"

  static let roles: [AccessCase] = [
    AccessCase(
      "assume a role", policy: allow("Action: 'sts:AssumeRole', Resource: !GetAtt Strong.Arn"),
      role("Strong", root, strong),
      has: ["role:Role mayAdminister role:Strong", "role:Strong mayAdminister admin"]),
    AccessCase(
      "a role that trusts nobody of the account", policy: allow("Action: 'sts:AssumeRole', Resource: '*'"),
      role("Strong", "{Service: lambda.amazonaws.com}", strong), has: [],
      lacks: ["role:Role mayAdminister role:Strong"]),
    AccessCase(
      "a trust policy that names the role", role("Strong", "{AWS: !GetAtt Role.Arn}", strong),
      has: ["role:Role mayAdminister role:Strong"]),
    AccessCase(
      "a trust policy for everybody", role("Strong", "'*'", strong),
      has: ["internet mayAdminister role:Strong"]),
    AccessCase(
      "passing a role that Lambda may use",
      policy: allow("Action: 'iam:PassRole', Resource: !GetAtt Strong.Arn") + ", "
        + allow("Action: ['lambda:CreateFunction', 'lambda:InvokeFunction'], Resource: '*'"),
      role("Strong", "{Service: lambda.amazonaws.com}", strong), has: ["role:Role mayAdminister role:Strong"],
      lacks: ["role:Role mayAdminister admin"]),
    AccessCase(
      "passing a role that Lambda may not use",
      policy: allow("Action: 'iam:PassRole', Resource: !GetAtt Strong.Arn") + ", "
        + allow("Action: ['lambda:CreateFunction', 'lambda:InvokeFunction'], Resource: '*'"),
      role("Strong", "{Service: ecs-tasks.amazonaws.com}", strong), has: [],
      lacks: ["role:Role mayAdminister role:Strong"]),
    AccessCase(
      "passing without anything to start", policy: allow("Action: 'iam:PassRole', Resource: '*'"),
      role("Strong", "{Service: lambda.amazonaws.com}", strong), has: [],
      lacks: ["role:Role mayAdminister role:Strong", "role:Role mayAdminister admin"]),
    AccessCase(
      "writing its own policy", policy: allow("Action: 'iam:PutRolePolicy', Resource: '*'"), "",
      has: ["role:Role mayAdminister admin"]),
    AccessCase(
      "writing a policy of one other role",
      policy: allow("Action: 'iam:PutRolePolicy', Resource: 'arn:aws:iam::1:role/other'"), "", has: [],
      lacks: ["role:Role mayAdminister admin"]),
    AccessCase(
      "guests of an identity pool",
      """
      Pool: {Type: AWS::Cognito::IdentityPool, Properties: {AllowUnauthenticatedIdentities: true}}
      Roles:
        Type: AWS::Cognito::IdentityPoolRoleAttachment
        Properties: {IdentityPoolId: !Ref Pool, Roles: {unauthenticated: !GetAtt Role.Arn}}
      """,
      has: [
        "internet mayInvoke identityPool:internet:Pool", "identityPool:internet:Pool executesAs role:Role",
      ]),
    AccessCase(
      "no guests",
      """
      Pool: {Type: AWS::Cognito::IdentityPool, Properties: {AllowUnauthenticatedIdentities: false}}
      Roles:
        Type: AWS::Cognito::IdentityPoolRoleAttachment
        Properties: {IdentityPoolId: !Ref Pool, Roles: {unauthenticated: !GetAtt Role.Arn}}
      """, has: [], lacks: ["internet mayInvoke identityPool:internet:Pool"]),
  ]
}
