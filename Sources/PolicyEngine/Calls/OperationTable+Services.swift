/// Secrets, keys, identities, mail, models, databases, logs and devices; and actions of another name.
extension OperationTable {
  private static func one(
    _ service: String, _ name: String, _ resource: ResourceTemplate, action: String? = nil,
    _ data: [DataOperation] = []
  ) -> Entry {
    let action = action ?? "\(service):\(name)"
    return Entry(service: service, name: name, actions: [NeededAction(action, resource)], data: data)
  }

  private static let parameter: ResourceTemplate = "arn:aws:ssm:*:*:parameter/{Name|path}"
  // A random suffix of six characters follows the name in the ARN.
  private static let secret: ResourceTemplate = "arn:aws:secretsmanager:*:*:secret:{SecretId}*"
  private static let readSecret = [DataOperation(.read, .secret, ["SecretId"])]
  private static let writeSecret = [
    DataOperation(.write, .secret, ["SecretId"], payload: ["SecretString", "SecretBinary"])
  ]

  static let secrets: [Entry] =
    [
      one("ssm", "GetParameter", parameter, [DataOperation(.read, .parameter, ["Name"])]),
      one("ssm", "GetParameterHistory", parameter, [DataOperation(.read, .parameter, ["Name"])]),
      one(
        "ssm", "GetParameters", "arn:aws:ssm:*:*:parameter/{Names[]|path}",
        [DataOperation(.read, .parameter, ["Names[]"])]),
      one(
        "ssm", "GetParametersByPath", "arn:aws:ssm:*:*:parameter/{Path|path}",
        [DataOperation(.read, .parameter, ["Path"])]),
      one(
        "ssm", "PutParameter", parameter, [DataOperation(.write, .parameter, ["Name"], payload: ["Value"])]),
      one("ssm", "DeleteParameter", parameter, [DataOperation(.delete, .parameter, ["Name"])]),
      one(
        "ssm", "DeleteParameters", "arn:aws:ssm:*:*:parameter/{Names[]|path}",
        [DataOperation(.delete, .parameter, ["Names[]"])]),
      one("secretsmanager", "GetSecretValue", secret, readSecret),
      one("secretsmanager", "BatchGetSecretValue", "*", [DataOperation(.read, .secret, ["SecretIdList[]"])]),
      one("secretsmanager", "PutSecretValue", secret, writeSecret),
      one("secretsmanager", "UpdateSecret", secret, writeSecret),
      one(
        "secretsmanager", "CreateSecret", "arn:aws:secretsmanager:*:*:secret:{Name}*",
        [DataOperation(.write, .secret, ["Name"], payload: ["SecretString", "SecretBinary"])]),
    ]
    + [
      "DescribeSecret", "DeleteSecret", "RestoreSecret", "RotateSecret", "ListSecretVersionIds",
      "GetResourcePolicy", "PutResourcePolicy", "DeleteResourcePolicy", "UpdateSecretVersionStage",
    ].map { one("secretsmanager", $0, secret) }

  /// `KeyId` may be an id, an ARN or an alias; only the first two name a key in a policy.
  private static let key: ResourceTemplate = "arn:aws:kms:*:*:key/{KeyId|key}"

  static let keys: [Entry] =
    [
      Entry(
        service: "kms", name: "ReEncrypt",
        actions: [
          NeededAction("kms:ReEncryptFrom", "arn:aws:kms:*:*:key/{SourceKeyId|key}"),
          NeededAction("kms:ReEncryptTo", "arn:aws:kms:*:*:key/{DestinationKeyId|key}"),
        ])
    ]
    + [
      "Encrypt", "Decrypt", "GenerateDataKey", "GenerateDataKeyPair", "GenerateDataKeyWithoutPlaintext",
      "GenerateDataKeyPairWithoutPlaintext", "Sign", "Verify", "GenerateMac", "VerifyMac", "GetPublicKey",
      "DescribeKey", "CreateGrant", "RevokeGrant", "PutKeyPolicy", "GetKeyPolicy", "EnableKeyRotation",
      "ScheduleKeyDeletion", "DisableKey", "EnableKey",
    ].map { one("kms", $0, key) }

  private static func mailing(_ name: String, action: String, from: String, payload: [String]) -> Entry {
    Entry(
      service: "ses", name: name,
      actions: [NeededAction("ses:\(action)", ResourceTemplate("arn:aws:ses:*:*:identity/{\(from)}"))],
      data: [DataOperation(.write, .mail, [from], payload: payload, [.subject: ["Message.Subject.Data"]])])
  }

  static let mail: [Entry] = [
    mailing("SendRawEmail", action: "SendRawEmail", from: "Source", payload: ["RawMessage.Data"]),
    mailing(
      "SendTemplatedEmail", action: "SendTemplatedEmail", from: "Source", payload: ["TemplateData"]),
    mailing(
      "SendBulkTemplatedEmail", action: "SendBulkTemplatedEmail", from: "Source",
      payload: ["Destinations[].ReplacementTemplateData"]),
    Entry(
      service: "ses", name: "SendEmail",
      actions: [
        NeededAction(
          "ses:SendEmail",
          [
            "arn:aws:ses:*:*:identity/{Source}", "arn:aws:ses:*:*:identity/{FromEmailAddress}",
          ]),
        NeededAction("ses:SendRawEmail", "*", .ifGiven(parameter: "Content.Raw")),
      ],
      data: [
        DataOperation(
          .write, .mail, ["Source", "FromEmailAddress"],
          payload: ["Message.Body", "Content.Simple.Body", "Content.Raw.Data"],
          [.subject: ["Message.Subject.Data", "Content.Simple.Subject.Data"]])
      ]),
  ]

  private static let role: ResourceTemplate = "arn:aws:iam::*:role/{RoleName}"
  private static let user: ResourceTemplate = "arn:aws:iam::*:user/{UserName}"
  private static let pool: ResourceTemplate = "arn:aws:cognito-idp:*:*:userpool/{UserPoolId}"

  static let identities: [Entry] =
    [one("sts", "AssumeRole", "{RoleArn}")]
    + [
      "CreateRole", "DeleteRole", "GetRole", "UpdateRole", "PutRolePolicy", "DeleteRolePolicy",
      "GetRolePolicy",
      "AttachRolePolicy", "DetachRolePolicy", "ListRolePolicies", "ListAttachedRolePolicies",
      "UpdateAssumeRolePolicy", "PutRolePermissionsBoundary", "DeleteRolePermissionsBoundary", "TagRole",
    ].map { one("iam", $0, role) }
    + [
      "CreateUser", "DeleteUser", "GetUser", "UpdateUser", "PutUserPolicy", "DeleteUserPolicy",
      "GetUserPolicy",
      "AttachUserPolicy", "DetachUserPolicy", "CreateAccessKey", "DeleteAccessKey", "ListAccessKeys",
      "CreateLoginProfile", "UpdateLoginProfile", "DeleteLoginProfile", "ListAttachedUserPolicies",
    ].map { one("iam", $0, user) }
    + [
      "CreatePolicyVersion", "DeletePolicyVersion", "SetDefaultPolicyVersion", "GetPolicyVersion",
      "GetPolicy",
      "DeletePolicy",
    ].map { one("iam", $0, "{PolicyArn}") }
    + [one("iam", "PassRole", "{RoleArn}")]
    + [
      "AdminCreateUser", "AdminDeleteUser", "AdminGetUser", "AdminInitiateAuth",
      "AdminRespondToAuthChallenge",
      "AdminSetUserPassword", "AdminResetUserPassword", "AdminUpdateUserAttributes", "AdminAddUserToGroup",
      "AdminRemoveUserFromGroup", "AdminListGroupsForUser", "AdminConfirmSignUp", "AdminDisableUser",
      "AdminEnableUser", "AdminUserGlobalSignOut", "ListUsers", "ListUsersInGroup", "ListGroups",
      "CreateGroup",
      "DescribeUserPool", "UpdateUserPool", "DescribeUserPoolClient", "CreateUserPoolClient",
      "UpdateUserPoolClient",
    ].map { one("cognito-idp", $0, pool) }
    // Calls that users make with their own tokens; the platform asks no role for them.
    + [
      "SignUp", "ConfirmSignUp", "InitiateAuth", "RespondToAuthChallenge", "ForgotPassword",
      "ConfirmForgotPassword", "ResendConfirmationCode", "GetUser", "ChangePassword", "GlobalSignOut",
      "UpdateUserAttributes", "DeleteUser", "RevokeToken", "GetUserAttributeVerificationCode",
      "VerifyUserAttribute", "AssociateSoftwareToken", "VerifySoftwareToken", "SetUserMFAPreference",
      "SetUserSettings", "DeleteUserAttributes", "ConfirmDevice", "ForgetDevice", "GetDevice", "ListDevices",
      "UpdateDeviceStatus", "GetTokensFromRefreshToken", "GetUserAuthFactors", "StartWebAuthnRegistration",
      "CompleteWebAuthnRegistration", "ListWebAuthnCredentials", "DeleteWebAuthnCredential",
    ].map { Entry(service: "cognito-idp", name: $0, actions: []) }
    + ["GetCallerIdentity", "GetSessionToken", "AssumeRoleWithSAML", "AssumeRoleWithWebIdentity"].map {
      Entry(service: "sts", name: $0, actions: [])
    }

  private static func bedrock(_ name: String, _ action: String, payload: [String]) -> Entry {
    Entry(
      service: "bedrock", name: name,
      actions: [NeededAction("bedrock:\(action)", "arn:aws:bedrock:*::foundation-model/{modelId}")],
      data: [DataOperation(.invoke, .connection, ["modelId"], payload: payload)])
  }

  static let models: [Entry] = [
    bedrock("InvokeModel", "InvokeModel", payload: ["body"]),
    bedrock("InvokeModelWithResponseStream", "InvokeModelWithResponseStream", payload: ["body"]),
    bedrock("InvokeModelWithBidirectionalStream", "InvokeModel", payload: ["body"]),
    bedrock("Converse", "InvokeModel", payload: ["messages", "system"]),
    bedrock("ConverseStream", "InvokeModelWithResponseStream", payload: ["messages", "system"]),
    bedrock("StartAsyncInvoke", "InvokeModel", payload: ["modelInput"]),
    one("bedrock", "Retrieve", "arn:aws:bedrock:*:*:knowledge-base/{knowledgeBaseId}"),
    one("bedrock", "InvokeAgent", "arn:aws:bedrock:*:*:agent-alias/{agentId}/{agentAliasId}"),
    one("sagemaker", "InvokeEndpoint", "arn:aws:sagemaker:*:*:endpoint/{EndpointName}"),
    one("sagemaker", "InvokeEndpointAsync", "arn:aws:sagemaker:*:*:endpoint/{EndpointName}"),
  ]

  static let databases: [Entry] =
    [
      "ExecuteStatement", "BatchExecuteStatement", "BeginTransaction", "CommitTransaction",
      "RollbackTransaction",
    ]
    .map { one("rds-data", $0, "{resourceArn}") }
    + [
      "StartQueryExecution", "GetWorkGroup", "BatchGetQueryExecution", "CreateNamedQuery",
      "ListQueryExecutions",
    ].map { one("athena", $0, "arn:aws:athena:*:*:workgroup/{WorkGroup}") }
    + [
      one("timestream", "WriteRecords", "arn:aws:timestream:*:*:database/{DatabaseName}/table/{TableName}")
    ]

  /// Tokens that sign in to a database: made without a call, and checked against the role's rights.
  ///
  /// By the service whose client, or signer, makes them.
  static let signIns: [(service: String, entry: Entry)] = [
    ("rds-db", one("rds-db", "GetAuthToken", user("username"), action: "rds-db:connect")),
    (
      "rds",
      Entry(
        service: "rds-db", name: "GenerateDbAuthToken",
        actions: [NeededAction("rds-db:connect", user("DBUsername"))],
        positional: ["DBHostname", "Port", "DBUsername"])
    ),
    ("dsql", one("dsql", "GetDbConnectAuthToken", "*", action: "dsql:DbConnect")),
    ("dsql", one("dsql", "GetDbConnectAdminAuthToken", "*", action: "dsql:DbConnectAdmin")),
    ("dsql", one("dsql", "GenerateDbConnectAuthToken", "*", action: "dsql:DbConnect")),
    ("dsql", one("dsql", "GenerateDbConnectAdminAuthToken", "*", action: "dsql:DbConnectAdmin")),
  ]

  /// The number of the database stands in its ARN, and only its address in code.
  private static func user(_ parameter: String) -> ResourceTemplate {
    ResourceTemplate("arn:aws:rds-db:*:*:dbuser:*/{\(parameter)}")
  }

  static let logs: [Entry] =
    [
      one(
        "logs", "PutLogEvents", "arn:aws:logs:*:*:log-group:{logGroupName}:log-stream:{logStreamName}",
        [DataOperation(.write, .logGroup, ["logGroupName"], payload: ["logEvents[].message"])])
    ]
    + [
      "CreateLogGroup", "CreateLogStream", "DeleteLogGroup", "FilterLogEvents", "PutRetentionPolicy",
      "PutSubscriptionFilter", "DescribeLogStreams", "StartQuery",
    ].map { one("logs", $0, "arn:aws:logs:*:*:log-group:{logGroupName}:*") }

  private static let connection: ResourceTemplate =
    "arn:aws:execute-api:*:*:*/*/*/@connections/{ConnectionId}"

  static let devices: [Entry] =
    [
      one(
        "execute-api", "PostToConnection", connection, action: "execute-api:ManageConnections",
        [DataOperation(.write, .connection, ["ConnectionId"], payload: ["Data"])]),
      one("execute-api", "GetConnection", connection, action: "execute-api:ManageConnections"),
      one("execute-api", "DeleteConnection", connection, action: "execute-api:ManageConnections"),
      one(
        "iot", "Publish", "arn:aws:iot:*:*:topic/{topic}",
        [DataOperation(.write, .topic, ["topic"], payload: ["payload"])]),
    ]
    + ["GetThingShadow", "UpdateThingShadow", "DeleteThingShadow"].map {
      one("iot", $0, "arn:aws:iot:*:*:thing/{thingName}")
    }
    + ["StartBuild", "BatchGetBuilds"].map {
      one("codebuild", $0, "arn:aws:codebuild:*:*:project/{projectName}")
    }
    + [
      Entry(
        service: "ecs", name: "RunTask",
        actions: [
          NeededAction("ecs:RunTask", "arn:aws:ecs:*:*:task-definition/{taskDefinition}"),
          NeededAction("iam:PassRole", "*", .ifTrue("the task definition names a role")),
        ]),
      Entry(
        service: "cloudfront", name: "CreateInvalidation",
        actions: [
          NeededAction("cloudfront:CreateInvalidation", "arn:aws:cloudfront::*:distribution/{DistributionId}")
        ]),
      Entry(
        service: "route53", name: "ChangeResourceRecordSets",
        actions: [
          NeededAction("route53:ChangeResourceRecordSets", "arn:aws:route53:::hostedzone/{HostedZoneId}")
        ]),
    ]

  /// Operations whose action has another name and that take no resource of their own here.
  static let renameTables: [String: [String: String]] = [
    "bedrock": ["RetrieveAndGenerateStream": "RetrieveAndGenerate"],
    "lambda": ["GetResourcePolicy": "GetPolicy"],
    "cloudfront": ["CreateDistributionWithTags": "CreateDistribution"],
    "redshift-data": ["GetStatementResultV2": "GetStatementResult"],
    "timestream": ["Query": "Select"],
    "kinesisanalytics": [
      "CreateSnapshot": "CreateApplicationSnapshot", "DeleteSnapshot": "DeleteApplicationSnapshot",
      "DescribeSnapshot": "DescribeApplicationSnapshot", "ListSnapshots": "ListApplicationSnapshots",
    ],
    "s3": [
      "CreateBucketMetadataConfiguration": "CreateBucketMetadataTableConfiguration",
      "GetBucketMetadataConfiguration": "GetBucketMetadataTableConfiguration",
      "DeleteBucketMetadataConfiguration": "DeleteBucketMetadataTableConfiguration",
    ],
    "budgets": [
      "CreateBudget": "ModifyBudget", "UpdateBudget": "ModifyBudget", "DeleteBudget": "ModifyBudget",
      "CreateNotification": "ModifyBudget", "DeleteNotification": "ModifyBudget",
      "UpdateNotification": "ModifyBudget", "CreateSubscriber": "ModifyBudget",
      "DeleteSubscriber": "ModifyBudget", "UpdateSubscriber": "ModifyBudget", "DescribeBudget": "ViewBudget",
      "DescribeBudgets": "ViewBudget", "DescribeBudgetPerformanceHistory": "ViewBudget",
      "DescribeNotificationsForBudget": "ViewBudget", "DescribeSubscribersForNotification": "ViewBudget",
      "DescribeBudgetNotificationsForAccount": "ViewBudget",
    ],
  ]

  /// Whether callers of an operation show a token of their own, so that no role needs a permission for it.
  static func takesToken(service: String, sdkName: String, operation: String) -> Bool {
    switch OperationName.normal(sdkName) {
    case let name where name.contains("connectparticipant"), let name where name.contains("ssooidc"): true
    default: service == "cognito-identity" && publicIdentityCalls.contains(operation)
    }
  }

  private static let publicIdentityCalls: Set<String> = [
    "GetId", "GetCredentialsForIdentity", "GetOpenIdToken", "UnlinkIdentity",
  ]

  /// The management of APIs has actions named after the methods of HTTP.
  static func managementAction(of operation: String) -> String {
    let methods: [(String, String)] = [
      ("Get", "GET"), ("Export", "GET"), ("Delete", "DELETE"), ("Flush", "DELETE"), ("Reset", "DELETE"),
      ("Untag", "DELETE"), ("Update", "PATCH"), ("Put", "PUT"), ("Reimport", "PUT"), ("Tag", "PUT"),
      ("ImportDocumentationParts", "PUT"),
    ]
    return "apigateway:" + (methods.first { operation.hasPrefix($0.0) }?.1 ?? "POST")
  }
}
