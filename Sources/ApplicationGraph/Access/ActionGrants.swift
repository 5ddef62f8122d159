internal import PolicyEngine

/// What actions do to which kind of resource: the one place that knows classes of actions.
///
/// A catalogue of every action with its access level can stand behind ``grants(ofPattern:)`` instead.
struct ActionGrants {
  /// A kind of resource and what is done to it.
  struct Grant: Hashable {
    let kind: AccessNodeKind
    let access: AccessEdgeKind
  }

  /// The actions that a pattern covers, by what they do.
  typealias Covered = [Grant: [String]]

  private var cache: [String: Covered] = [:]

  /// - Parameter pattern: `dynamodb:Get*`; open parts as `*`.
  mutating func grants(ofPattern pattern: String) -> Covered {
    let lowered = pattern.lowercased()
    if let known = cache[lowered] { return known }
    let result = Self.covered(by: lowered)
    // A template of a megabyte has few different patterns; one that has many gains nothing from the cache.
    if cache.count < 20_000 { cache[lowered] = result }
    return result
  }

  private static func covered(by pattern: String) -> Covered {
    let service = pattern.prefix { $0 != ":" }
    let isOpen = service.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
    let isEverything = pattern.utf8.allSatisfy { $0 == UInt8(ascii: "*") }
    let glob = Glob(isEverything ? "*:*" : pattern)
    var result: Covered = [:]
    for entry in isOpen || isEverything ? all : byService[String(service)] ?? []
    where glob.matches(entry.lowered) {
      result[entry.grant, default: []].append(entry.action)
    }
    return result
  }

  /// Actions of a kind and class, for questions about what is denied.
  static func everything() -> Covered {
    var result: Covered = [:]
    for entry in all { result[entry.grant, default: []].append(entry.action) }
    return result
  }

  private struct Entry: Sendable {
    let grant: Grant
    let action: String
    let lowered: String
  }

  private static let all: [Entry] = table.flatMap { kind, access, actions in
    actions.split(separator: " ").map {
      Entry(grant: Grant(kind: kind, access: access), action: String($0), lowered: $0.lowercased())
    }
  }

  private static let byService = Dictionary(grouping: all) { String($0.lowered.prefix { $0 != ":" }) }

  /// From the platform's service authorization reference: what moves data or control, not what lists or describes.
  private static let table: [(AccessNodeKind, AccessEdgeKind, String)] = [
    (.bucket, .mayRead, "s3:GetObject s3:GetObjectVersion s3:GetObjectTorrent"),
    (.bucket, .mayWrite, "s3:PutObject s3:DeleteObject s3:DeleteObjectVersion s3:RestoreObject"),
    (
      .bucket, .mayAdminister,
      "s3:PutBucketPolicy s3:DeleteBucketPolicy s3:PutBucketAcl s3:PutObjectAcl s3:DeleteBucket "
        + "s3:PutBucketPublicAccessBlock s3:PutReplicationConfiguration s3:PutBucketNotification "
        + "s3:PutLifecycleConfiguration s3:PutBucketOwnershipControls"
    ),
    (
      .table, .mayRead,
      "dynamodb:GetItem dynamodb:BatchGetItem dynamodb:Query dynamodb:Scan dynamodb:PartiQLSelect "
        + "dynamodb:ExportTableToPointInTime dynamodb:GetRecords dynamodb:TransactGetItems"
    ),
    (
      .table, .mayWrite,
      "dynamodb:PutItem dynamodb:UpdateItem dynamodb:DeleteItem dynamodb:BatchWriteItem "
        + "dynamodb:PartiQLInsert dynamodb:PartiQLUpdate dynamodb:PartiQLDelete dynamodb:TransactWriteItems"
    ),
    (
      .table, .mayAdminister,
      "dynamodb:DeleteTable dynamodb:UpdateTable dynamodb:PutResourcePolicy dynamodb:DeleteResourcePolicy"
    ),
    (
      .database, .mayRead,
      "rds-data:ExecuteStatement rds-data:BatchExecuteStatement rds-db:connect redshift:GetClusterCredentials "
        + "redshift-data:ExecuteStatement es:ESHttpGet aoss:APIAccessAll neptune-db:ReadDataViaQuery "
        + "neptune-db:connect timestream:Select elasticfilesystem:ClientMount dax:GetItem dax:Query dax:Scan"
    ),
    (
      .database, .mayWrite,
      "rds-data:ExecuteStatement rds-data:BatchExecuteStatement rds-db:connect es:ESHttpPost es:ESHttpPut "
        + "es:ESHttpDelete aoss:APIAccessAll neptune-db:WriteDataViaQuery timestream:WriteRecords "
        + "elasticfilesystem:ClientWrite dax:PutItem dax:UpdateItem dax:DeleteItem"
    ),
    (
      .database, .mayAdminister,
      "rds:DeleteDBInstance rds:DeleteDBCluster rds:ModifyDBInstance rds:ModifyDBCluster "
        + "rds:CreateDBSnapshot rds:ModifyDBSnapshotAttribute es:UpdateDomainConfig es:DeleteDomain"
    ),
    (.queue, .mayRead, "sqs:ReceiveMessage"),
    (.queue, .mayWrite, "sqs:SendMessage sqs:DeleteMessage sqs:PurgeQueue"),
    (.queue, .mayAdminister, "sqs:AddPermission sqs:SetQueueAttributes sqs:DeleteQueue"),
    (.topic, .mayRead, "sns:Subscribe"),
    (.topic, .mayWrite, "sns:Publish"),
    (.topic, .mayAdminister, "sns:AddPermission sns:SetTopicAttributes sns:DeleteTopic"),
    (.stream, .mayRead, "kinesis:GetRecords kinesis:SubscribeToShard"),
    (.stream, .mayWrite, "kinesis:PutRecord kinesis:PutRecords"),
    (.stream, .mayAdminister, "kinesis:PutResourcePolicy kinesis:DeleteStream"),
    (.bus, .mayWrite, "events:PutEvents"),
    (.bus, .mayAdminister, "events:PutPermission events:DeleteEventBus"),
    (.secret, .mayRead, "secretsmanager:GetSecretValue secretsmanager:BatchGetSecretValue"),
    (.secret, .mayWrite, "secretsmanager:PutSecretValue secretsmanager:UpdateSecret"),
    (.secret, .mayAdminister, "secretsmanager:PutResourcePolicy secretsmanager:DeleteSecret"),
    (
      .parameter, .mayRead,
      "ssm:GetParameter ssm:GetParameters ssm:GetParametersByPath ssm:GetParameterHistory"
    ),
    (.parameter, .mayWrite, "ssm:PutParameter"),
    (.parameter, .mayAdminister, "ssm:DeleteParameter ssm:DeleteParameters"),
    (.key, .mayRead, "kms:Decrypt"),
    (.key, .mayAdminister, "kms:PutKeyPolicy kms:CreateGrant kms:ScheduleKeyDeletion kms:DisableKey"),
    (.userPool, .mayRead, "cognito-idp:AdminGetUser cognito-idp:ListUsers"),
    (
      .userPool, .mayWrite,
      "cognito-idp:AdminCreateUser cognito-idp:AdminUpdateUserAttributes cognito-idp:AdminSetUserPassword "
        + "cognito-idp:AdminAddUserToGroup cognito-idp:AdminDeleteUser"
    ),
    (.userPool, .mayAdminister, "cognito-idp:UpdateUserPool cognito-idp:DeleteUserPool"),
    (.logGroup, .mayRead, "logs:GetLogEvents logs:FilterLogEvents logs:StartQuery"),
    (.logGroup, .mayAdminister, "logs:DeleteLogGroup logs:PutSubscriptionFilter"),
    (
      .function, .mayInvoke,
      "lambda:InvokeFunction lambda:InvokeAsync lambda:InvokeFunctionUrl lambda:AddPermission "
        + "lambda:CreateEventSourceMapping lambda:CreateFunctionUrlConfig"
    ),
    (
      .function, .mayAdminister,
      "lambda:UpdateFunctionCode lambda:UpdateFunctionConfiguration"
    ),
    (.stateMachine, .mayInvoke, "states:StartExecution states:StartSyncExecution"),
    (.stateMachine, .mayAdminister, "states:UpdateStateMachine"),
  ]

  /// The service that stands in the ARN of a kind of resource.
  static func service(of kind: AccessNodeKind) -> String {
    switch kind {
    case .bucket: "s3"
    case .table: "dynamodb"
    case .queue: "sqs"
    case .topic: "sns"
    case .stream: "kinesis"
    case .bus: "events"
    case .secret: "secretsmanager"
    case .parameter: "ssm"
    case .key: "kms"
    case .userPool: "cognito-idp"
    case .logGroup: "logs"
    case .function: "lambda"
    case .stateMachine: "states"
    case .role: "iam"
    default: ""
    }
  }

  /// What stands before the name in the last part of the ARN.
  static func prefix(of kind: AccessNodeKind) -> String {
    switch kind {
    case .table: "table/"
    case .stream: "stream/"
    case .bus: "event-bus/"
    case .secret: "secret:"
    case .parameter: "parameter/"
    case .key: "key/"
    case .userPool: "userpool/"
    case .logGroup: "log-group:"
    case .function: "function:"
    case .stateMachine: "stateMachine:"
    case .role: "role/"
    default: ""
    }
  }
}
