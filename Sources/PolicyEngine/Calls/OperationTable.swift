/// Operations whose needed actions are not simply the action of their name on any resource.
package enum OperationTable {
  typealias Entry = CloudOperation

  /// - Parameters:
  ///   - service: Prefix of the actions.
  ///   - operation: As ``OperationName/canonical(_:)`` gives it.
  static func entry(service: String, operation: String) -> Entry? {
    entries["\(service):\(OperationName.normal(operation))"]
  }

  /// The action of an operation that needs only one, on any resource.
  static func renamed(service: String, operation: String) -> String {
    if service == "apigateway" { return managementAction(of: operation) }
    return renames["\(service):\(OperationName.normal(operation))"] ?? "\(service):\(operation)"
  }

  private static let entries: [String: Entry] = {
    var result: [String: Entry] = [:]
    let tables = [
      objects, multipart, uploads, buckets, items, statements, messages, notifications,
      events,
      streams, workflows, functions, secrets, keys, mail, identities, models, databases, logs, devices,
    ]
    for entry in tables.joined() { result["\(entry.service):\(OperationName.normal(entry.name))"] = entry }
    for (service, entry) in signIns { result["\(service):\(OperationName.normal(entry.name))"] = entry }
    for (name, entry) in tableAliases { result["\(entry.service):\(OperationName.normal(name))"] = entry }
    return result
  }()

  private static let renames: [String: String] = {
    var result: [String: String] = [:]
    for (service, table) in renameTables {
      for (operation, action) in table {
        let name = action.contains(":") ? action : "\(service):\(action)"
        result["\(service):\(OperationName.normal(operation))"] = name
      }
    }
    return result
  }()

  /// Actions that a service carries out with its caller's rights, as far as an operation may ask for them.
  ///
  /// - Returns: `nil` where the operation needs nothing but its own actions.
  package static func lentRights(of operation: CloudOperation) -> [String]? {
    switch (operation.service, operation.name) {
    case ("athena", "StartQueryExecution"), ("athena", "GetQueryResults"):
      ["s3:*", "glue:*", "lakeformation:GetDataAccess"]
    case ("cloudformation", let name) where name.hasSuffix("Stack") || name.hasSuffix("ChangeSet"): ["*"]
    case ("rekognition", _): ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"]
    case ("textract", _), ("transcribe", _), ("polly", "StartSpeechSynthesisTask"):
      ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject", "s3:ListBucket"]
    case ("redshift-data", _):
      [
        "redshift:GetClusterCredentials*", "redshift-serverless:GetCredentials",
        "secretsmanager:GetSecretValue",
      ]
    case ("bedrock", let name) where name.hasPrefix("RetrieveAndGenerate"):
      ["bedrock:Retrieve", "bedrock:InvokeModel*", "bedrock:GetInferenceProfile"]
    default: nil
    }
  }
}
