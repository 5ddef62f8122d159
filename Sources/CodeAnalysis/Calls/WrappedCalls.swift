internal import PolicyEngine
internal import TaintEngine

/// Calls of other libraries than the SDKs that say which operation of AWS they mean, and on what.
///
/// Parameters are those of the library: names of arguments, and members of the record that is the first one.
enum WrappedCalls {
  /// The operation; `nil` for a call of which that is not known.
  static func operation(_ fact: CallFact) -> CloudOperation? { operations[fact.callee] }

  private static func call(
    _ service: String, _ name: String, _ actions: [NeededAction], _ data: [DataOperation] = [],
    positional: [String] = []
  ) -> CloudOperation {
    CloudOperation(service: service, name: name, actions: actions, data: data, positional: positional)
  }

  private static func secret(
    _ parameter: String, positional: [String] = [], also others: [String] = []
  ) -> CloudOperation {
    let place = ResourceTemplate("arn:aws:secretsmanager:*:*:secret:{\(parameter)}*")
    return call(
      "secretsmanager", "GetSecretValue",
      (["GetSecretValue"] + others).map { NeededAction("secretsmanager:\($0)", place) },
      [DataOperation(.read, .secret, [parameter])], positional: positional)
  }

  private static func parameter(
    _ actions: [String], _ name: String, positional: [String] = [],
    _ requirement: NeededAction.Requirement = .always
  ) -> CloudOperation {
    let place = ResourceTemplate("arn:aws:ssm:*:*:parameter/{\(name)|path}")
    return call(
      "ssm", "GetParameter", actions.map { NeededAction("ssm:\($0)", place, requirement) },
      [DataOperation(.read, .parameter, [name])], positional: positional)
  }

  private static let operations: [String: CloudOperation] = {
    var result = middlewares
    for (path, operation) in named { result[path] = operation }
    for module in ["aws_lambda_powertools.utilities.parameters", "@aws-lambda-powertools/parameters/secrets"]
    {
      for function in ["get_secret", "getSecret"] {
        result["\(module).\(function)"] = secret("name", positional: ["name"])
      }
    }
    for module in ["aws_lambda_powertools.utilities.parameters", "@aws-lambda-powertools/parameters/ssm"] {
      for function in ["get_parameter", "getParameter"] {
        result["\(module).\(function)"] = parameter(["GetParameter"], "name", positional: ["name"])
      }
      for function in ["get_parameters", "getParameters"] {
        result["\(module).\(function)"] = parameter(["GetParametersByPath"], "path", positional: ["path"])
      }
      for function in ["get_parameters_by_name", "getParametersByName"] {
        result["\(module).\(function)"] = parameter(
          ["GetParameters", "GetParameter"], "parameters{}", positional: ["parameters"],
          .ifTrue("the parameters are read one by one"))
      }
    }
    return result
  }()

  /// Middlewares fetch before the handler runs; what, stands under names of the program's own.
  private static let middlewares: [String: CloudOperation] = [
    "@middy/secrets-manager": secret("fetchData.*"),
    // A name that ends in a slash is a path, under which all are read.
    "@middy/ssm": parameter(
      ["GetParameters", "GetParametersByPath"], "fetchData.*", .ifTrue("it is a path, or a name")),
    "@middy/s3": call(
      "s3", "GetObject",
      [NeededAction("s3:GetObject", "arn:aws:s3:::{fetchData.*.Bucket}/{fetchData.*.Key}")],
      [DataOperation(.read, .bucket, ["fetchData.*.Bucket"], key: ["fetchData.*.Key"])]),
    "@middy/dynamodb": call(
      "dynamodb", "GetItem",
      [NeededAction("dynamodb:GetItem", "arn:aws:dynamodb:*:*:table/{fetchData.*.TableName}")],
      [DataOperation(.read, .table, ["fetchData.*.TableName"])]),
    "@middy/sts": call("sts", "AssumeRole", [NeededAction("sts:AssumeRole", "{fetchData.*.RoleArn}")]),
    "@middy/rds-signer": call(
      "rds-db", "GetAuthToken",
      [NeededAction("rds-db:connect", "arn:aws:rds-db:*:*:dbuser:*/{fetchData.*.username}")]),
  ]

  private static let named: [String: CloudOperation] = [
    "aws_secretsmanager_caching.SecretCache().get_secret_string": cachedSecret,
    "aws_secretsmanager_caching.SecretCache().get_secret_binary": cachedSecret,
    "@aws-sdk/credential-providers.fromTemporaryCredentials": call(
      "sts", "AssumeRole", [NeededAction("sts:AssumeRole", "{params.RoleArn}")]),
    "aws-sdk.ChainableTemporaryCredentials": call(
      "sts", "AssumeRole", [NeededAction("sts:AssumeRole", "{params.RoleArn}")]),
    "aws-sdk.TemporaryCredentials": call(
      "sts", "AssumeRole", [NeededAction("sts:AssumeRole", "{RoleArn}")]),
    "aws_lambda_powertools.utilities.idempotency.DynamoDBPersistenceLayer": idempotency("table_name"),
    "aws_lambda_powertools.utilities.idempotency.persistence.dynamodb.DynamoDBPersistenceLayer": idempotency(
      "table_name"),
    "@aws-lambda-powertools/idempotency/dynamodb.DynamoDBPersistenceLayer": idempotency("tableName"),
  ]

  /// The cache asks for the versions of a secret before its value.
  private static let cachedSecret = secret("secret_id", positional: ["secret_id"], also: ["DescribeSecret"])

  /// The layer looks a request up, keeps its answer and forgets what failed.
  private static func idempotency(_ table: String) -> CloudOperation {
    let place = ResourceTemplate("arn:aws:dynamodb:*:*:table/{\(table)}")
    let actions = ["GetItem", "PutItem", "UpdateItem", "DeleteItem"]
    return call(
      "dynamodb", "PutItem", actions.map { NeededAction("dynamodb:\($0)", place) }, positional: [table])
  }
}
