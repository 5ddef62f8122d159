/// Secrets, parameters, keys, roles, users, models, and the rest.
extension CloudService {
  static let identity: [CloudService] = [
    secrets, parameters, keys, tokens, roles, users, identities, models, agents, settings, logs, content,
    recognition, texts, speech, names, search, metrics, images,
  ]

  private static let secrets = CloudService(
    "secretsmanager", "SecretsManager", module: "secrets-manager",
    [
      CloudOperations(
        ["GetSecretValue"], resources: ["SecretId"],
        answer: .record([
          "SecretString": .secret("a secret of Secrets Manager"),
          "SecretBinary": .secret("a secret of Secrets Manager"), "ARN": .clean, "Name": .clean,
        ])),
      CloudOperations(
        ["BatchGetSecretValue"], resources: ["SecretIdList"], answer: .secret("a secret of Secrets Manager")),
      CloudOperations(
        ["PutSecretValue", "UpdateSecret", "CreateSecret"], resources: ["SecretId", "Name"],
        payloads: ["SecretString", "SecretBinary"], answer: .clean),
      CloudOperations(
        ["DeleteSecret", "DescribeSecret", "RotateSecret"], resources: ["SecretId"], answer: .clean),
    ])

  private static let parameters = CloudService(
    "ssm", "SSM",
    [
      CloudOperations(["GetParameter", "GetParameters"], resources: ["Name", "Names"]),
      CloudOperations(["GetParametersByPath", "GetParameterHistory"], resources: ["Path", "Name"]),
      CloudOperations(
        ["PutParameter", "DeleteParameter"], resources: ["Name"], payloads: ["Value"], answer: .clean),
      CloudOperations(
        ["SendCommand"], resources: ["InstanceIds", "Targets", "DocumentName"],
        texts: [(.osCommand, "Parameters", .certain)], answer: .clean),
      CloudOperations(
        ["StartAutomationExecution", "StartSession"], resources: ["DocumentName", "Target"],
        texts: [(.commandArgument, "Parameters", .likely)], answer: .clean),
    ])

  private static let keys = CloudService(
    "kms", "KMS",
    [
      CloudOperations(
        ["Decrypt"], resources: ["KeyId"],
        answer: .record(["Plaintext": .secret("a text decrypted by KMS"), "KeyId": .clean])),
      CloudOperations(
        ["GenerateDataKey", "GenerateDataKeyPair"], resources: ["KeyId"],
        answer: .record([
          "Plaintext": .secret("a data key"), "PrivateKeyPlaintext": .secret("a data key"),
          "CiphertextBlob": .clean,
        ])),
      CloudOperations(
        ["Encrypt", "Sign", "Verify", "ReEncrypt", "GenerateMac", "VerifyMac"], resources: ["KeyId"],
        answer: .clean),
      CloudOperations(
        ["PutKeyPolicy", "CreateGrant", "ScheduleKeyDeletion", "DisableKey"],
        resources: ["KeyId", "GranteePrincipal"], answer: .clean),
    ])

  private static let tokens = CloudService(
    "sts", "STS",
    [
      CloudOperations(
        ["AssumeRole", "AssumeRoleWithWebIdentity", "AssumeRoleWithSAML"], resources: ["RoleArn"],
        payloads: ["Policy"],
        answer: .record([
          "Credentials": .secret("a credential of a role"), "AssumedRoleUser": .clean,
        ])),
      CloudOperations(
        ["GetSessionToken", "GetFederationToken"], payloads: ["Policy", "Name"],
        answer: .record(["Credentials": .secret("a temporary credential")])),
      CloudOperations(["GetCallerIdentity"], answer: .clean),
    ])

  private static let roles = CloudService(
    "iam", "IAM",
    [
      CloudOperations(
        [
          "CreateUser", "DeleteUser", "GetUser", "AttachUserPolicy", "PutUserPolicy", "AddUserToGroup",
          "AttachRolePolicy", "PutRolePolicy", "UpdateAssumeRolePolicy", "CreateRole", "DeleteRole",
          "CreatePolicyVersion", "CreateLoginProfile", "UpdateLoginProfile", "AttachGroupPolicy", "PassRole",
          "DetachRolePolicy", "CreatePolicy",
        ], resources: ["UserName", "RoleName", "GroupName", "PolicyArn", "PolicyName"],
        payloads: ["PolicyDocument", "AssumeRolePolicyDocument"]),
      CloudOperations(
        ["CreateAccessKey"], resources: ["UserName"],
        answer: .record(["AccessKey": .secret("an access key")])),
    ])

  private static let users = CloudService(
    "cognito-idp", "CognitoIdentityServiceProvider", module: "cognito-identity-provider",
    newer: "CognitoIdentityProvider",
    [
      CloudOperations(
        [
          "AdminGetUser", "AdminDeleteUser", "AdminDisableUser", "AdminEnableUser", "AdminResetUserPassword",
          "AdminListGroupsForUser", "AdminUserGlobalSignOut", "AdminConfirmSignUp",
        ], resources: ["UserPoolId"], keys: ["Username"],
        answer: .stored("an attribute of a user pool's user")),
      CloudOperations(
        [
          "AdminUpdateUserAttributes", "AdminSetUserPassword", "AdminAddUserToGroup",
          "AdminRemoveUserFromGroup",
          "AdminCreateUser", "AdminSetUserMFAPreference",
        ], resources: ["UserPoolId", "GroupName"], keys: ["Username"], payloads: ["UserAttributes"],
        answer: .clean),
      CloudOperations(
        ["SignUp", "UpdateUserAttributes", "ConfirmSignUp", "ForgotPassword", "ConfirmForgotPassword"],
        payloads: ["UserAttributes", "ClientMetadata"], answer: .clean),
      CloudOperations(
        ["InitiateAuth", "AdminInitiateAuth", "RespondToAuthChallenge", "AdminRespondToAuthChallenge"],
        resources: ["UserPoolId", "ClientId"], payloads: ["ClientMetadata"], answer: .clean),
      CloudOperations(
        ["ListUsers", "ListUsersInGroup"], resources: ["UserPoolId", "GroupName"],
        texts: [(.nosql, "Filter", .likely)], answer: .stored("an attribute of a user pool's user")),
      CloudOperations(["GetUser"], answer: .stored("an attribute of a user pool's user")),
    ])

  private static let identities = CloudService(
    "cognito-identity", "CognitoIdentity",
    [
      CloudOperations(
        ["GetId", "GetOpenIdToken"], resources: ["IdentityPoolId", "IdentityId"], answer: .clean),
      CloudOperations(
        ["GetCredentialsForIdentity", "GetOpenIdTokenForDeveloperIdentity"],
        resources: ["IdentityId", "IdentityPoolId", "CustomRoleArn"], payloads: ["Logins"],
        answer: .secret("a credential of an identity")),
    ])

  private static let models = CloudService(
    "bedrock-runtime", "BedrockRuntime",
    [
      CloudOperations(
        ["InvokeModel", "InvokeModelWithResponseStream"], resources: ["modelId"],
        texts: [(.prompt, "body", .likely)],
        answer: .origin(.modelOutput(what: "the answer of a language model"))),
      CloudOperations(
        ["Converse", "ConverseStream"], resources: ["modelId"],
        texts: [(.prompt, "messages", .likely), (.prompt, "system", .certain)],
        answer: .origin(.modelOutput(what: "the answer of a language model"))),
    ])

  private static let agents = CloudService(
    "bedrock-agent-runtime", "BedrockAgentRuntime",
    [
      CloudOperations(
        ["InvokeAgent", "InvokeFlow", "InvokeInlineAgent"], resources: ["agentId", "agentAliasId"],
        texts: [
          (.prompt, "inputText", .likely), (.prompt, "inputs", .likely), (.prompt, "instruction", .certain),
        ],
        answer: .origin(.modelOutput(what: "the answer of an agent"))),
      CloudOperations(
        ["RetrieveAndGenerate", "Retrieve"],
        texts: [(.prompt, "input", .likely)],
        answer: .origin(.modelOutput(what: "the answer of a language model"))),
    ])

  private static let settings = CloudService(
    "appconfigdata", "AppConfigData",
    [
      CloudOperations(["StartConfigurationSession"], resources: ["ApplicationIdentifier"], answer: .clean),
      CloudOperations(["GetLatestConfiguration"], answer: .stored("a configuration")),
    ])

  private static let logs = CloudService(
    "logs", "CloudWatchLogs", module: "cloudwatch-logs",
    [
      CloudOperations(
        ["PutLogEvents"], resources: ["logGroupName", "logStreamName"], texts: [(.log, "logEvents", .likely)],
        answer: .clean),
      CloudOperations(
        ["StartQuery"], resources: ["logGroupName", "logGroupNames"],
        texts: [(.nosql, "queryString", .likely)],
        answer: .clean),
      CloudOperations(
        ["FilterLogEvents", "GetLogEvents", "GetQueryResults"], resources: ["logGroupName"],
        answer: .stored("a line of a log")),
      CloudOperations(
        [
          "DeleteLogGroup", "PutRetentionPolicy", "PutSubscriptionFilter", "CreateLogGroup",
          "CreateLogStream",
        ],
        resources: ["logGroupName"], answer: .clean),
    ])

  private static let content = CloudService(
    "cloudfront", "CloudFront",
    [
      CloudOperations(
        ["CreateInvalidation"], resources: ["DistributionId"], payloads: ["InvalidationBatch"], answer: .clean
      )
    ])

  private static let recognition = CloudService(
    "rekognition", "Rekognition",
    [
      CloudOperations(
        ["DetectText", "DetectLabels", "DetectModerationLabels", "DetectFaces", "RecognizeCelebrities"],
        keys: ["Image"], answer: .stored("a text or label found in a picture")),
      CloudOperations(
        ["IndexFaces", "SearchFacesByImage", "SearchFaces", "CompareFaces", "DeleteFaces"],
        resources: ["CollectionId"], keys: ["Image", "ExternalImageId"], answer: .clean),
    ])

  private static let texts = CloudService(
    "textract", "Textract",
    [
      CloudOperations(
        ["DetectDocumentText", "AnalyzeDocument", "StartDocumentTextDetection", "GetDocumentTextDetection"],
        keys: ["Document", "DocumentLocation"], answer: .stored("the text of a document"))
    ])

  private static let speech = CloudService(
    "transcribe", "TranscribeService", newer: "Transcribe",
    [
      CloudOperations(
        ["StartTranscriptionJob"], resources: ["OutputBucketName"], keys: ["Media", "OutputKey"],
        payloads: ["TranscriptionJobName"], answer: .clean)
    ])

  private static let names = CloudService(
    "route53", "Route53", module: "route-53", newer: "Route53",
    [
      CloudOperations(
        ["ChangeResourceRecordSets"], resources: ["HostedZoneId"], payloads: ["ChangeBatch"], answer: .clean)
    ])

  private static let search = CloudService(
    "cloudsearchdomain", "CloudSearchDomain", module: "cloudsearch-domain",
    [
      CloudOperations(
        ["Search"], texts: [(.nosql, "filterQuery", .likely)],
        answer: .stored("a document of an index"))
    ])

  private static let metrics = CloudService(
    "cloudwatch", "CloudWatch",
    [
      CloudOperations(["PutMetricData"], resources: ["Namespace"], answer: .clean),
      CloudOperations(
        ["PutMetricAlarm", "DeleteAlarms"], resources: ["AlarmName", "AlarmNames"], answer: .clean),
    ])

  private static let images = CloudService(
    "ecr", "ECR",
    [
      CloudOperations(["GetAuthorizationToken"], answer: .secret("a registry's password")),
      CloudOperations(
        ["BatchDeleteImage", "PutImage", "DescribeImages"], resources: ["repositoryName"], answer: .clean),
    ])
}
