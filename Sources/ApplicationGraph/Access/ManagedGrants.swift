internal import ApplicationModel

/// What well-known AWS managed policies let their holder do to data and code, as statements.
enum ManagedGrants {
  /// - Returns: `nil` for a policy of no known name.
  static func statement(of policy: Located<Text>) -> Statement? {
    let pattern = policy.value.pattern
    guard let name = pattern.split(separator: "/").last.map(String.init), let actions = table[name],
      policy.value.literal.map({ !$0.contains("/") }) == true || pattern.contains(":aws:policy/")
    else { return nil }
    let place = policy.location
    return Statement(
      sid: name, effect: .known(.allow, at: place),
      actions: .only(actions.split(separator: " ").map { Located(Text(String($0)), at: place) }),
      resources: .only([Located("*", at: place)]), location: place, isImplied: true)
  }

  /// Shortened to what the graph asks: the classes of access, not every action.
  private static let table: [String: String] = [
    "AdministratorAccess": "*", "PowerUserAccess": "*", "IAMFullAccess": "iam:*",
    "AWSLambdaDynamoDBExecutionRole": "dynamodb:GetRecords",
    "AWSLambdaInvocation-DynamoDB": "lambda:InvokeFunction dynamodb:GetRecords",
    "AWSLambdaKinesisExecutionRole": "kinesis:GetRecords", "AWSLambdaRole": "lambda:InvokeFunction",
    "AWSLambdaSQSQueueExecutionRole": "sqs:ReceiveMessage sqs:DeleteMessage",
    "AWSLambda_FullAccess": "lambda:* states:StartExecution", "AWSStepFunctionsFullAccess": "states:*",
    "AmazonCognitoPowerUser": "cognito-idp:*", "AmazonDynamoDBFullAccess": "dynamodb:*",
    "AmazonDynamoDBFullAccess_v2": "dynamodb:*",
    "AmazonDynamoDBReadOnlyAccess": "dynamodb:Get* dynamodb:BatchGet* dynamodb:Query dynamodb:Scan",
    "AmazonElasticFileSystemClientFullAccess": "elasticfilesystem:Client*",
    "AmazonEventBridgeFullAccess": "events:*", "AmazonKinesisFullAccess": "kinesis:*",
    "AmazonRDSDataFullAccess": "rds-data:* secretsmanager:GetSecretValue", "AmazonRDSFullAccess": "rds:*",
    "AmazonS3FullAccess": "s3:*", "AmazonS3ReadOnlyAccess": "s3:Get*", "AmazonSNSFullAccess": "sns:*",
    "AmazonSQSFullAccess": "sqs:*", "AmazonSSMFullAccess": "ssm:*", "AmazonSSMReadOnlyAccess": "ssm:Get*",
    "DatabaseAdministrator": "dynamodb:* rds:* lambda:InvokeFunction",
    "ReadOnlyAccess":
      "s3:Get* dynamodb:Get* dynamodb:BatchGet* dynamodb:Query dynamodb:Scan kinesis:Get* ssm:Get* logs:Get*",
    "SecretsManagerReadWrite": "secretsmanager:*",
  ]
}
