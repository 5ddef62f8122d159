/// DynamoDB: items, PartiQL, and the names of its document clients.
extension OperationTable {
  private static let table: ResourceTemplate = "arn:aws:dynamodb:*:*:table/{TableName}"
  private static let index: ResourceTemplate = "arn:aws:dynamodb:*:*:table/{TableName}/index/{IndexName}"

  private static func dynamo(_ name: String, _ actions: [NeededAction], _ data: [DataOperation] = []) -> Entry
  {
    Entry(service: "dynamodb", name: name, actions: actions, data: data)
  }

  private static func onTable(_ name: String) -> Entry {
    dynamo(name, [NeededAction("dynamodb:\(name)", table)])
  }

  private static let get = dynamo(
    "GetItem", [NeededAction("dynamodb:GetItem", table)],
    [DataOperation(.read, .table, ["TableName"], key: ["Key"])])

  private static let put = dynamo(
    "PutItem", [NeededAction("dynamodb:PutItem", table)],
    [DataOperation(.write, .table, ["TableName"], payload: ["Item"])])

  private static let update = dynamo(
    "UpdateItem", [NeededAction("dynamodb:UpdateItem", table)],
    [
      DataOperation(
        .write, .table, ["TableName"], key: ["Key"],
        payload: ["ExpressionAttributeValues", "AttributeUpdates", "UpdateExpression"])
    ])

  private static let delete = dynamo(
    "DeleteItem", [NeededAction("dynamodb:DeleteItem", table)],
    [DataOperation(.delete, .table, ["TableName"], key: ["Key"])])

  private static func reading(_ name: String, key: [String]) -> Entry {
    dynamo(
      name,
      [
        NeededAction("dynamodb:\(name)", table, .unlessGiven(parameter: "IndexName")),
        NeededAction("dynamodb:\(name)", index, .ifGiven(parameter: "IndexName")),
      ], [DataOperation(.read, .table, ["TableName"], key: key)])
  }

  private static let query = reading("Query", key: ["ExpressionAttributeValues", "KeyConditions"])
  private static let scan = reading("Scan", key: ["ExpressionAttributeValues", "ScanFilter"])

  private static let batchGet = dynamo(
    "BatchGetItem", [NeededAction("dynamodb:BatchGetItem", "arn:aws:dynamodb:*:*:table/{RequestItems{}}")],
    [DataOperation(.read, .table, ["RequestItems{}"], key: ["RequestItems.*.Keys[]"])])

  private static let batchWrite = dynamo(
    "BatchWriteItem",
    [NeededAction("dynamodb:BatchWriteItem", "arn:aws:dynamodb:*:*:table/{RequestItems{}}")],
    [
      DataOperation(.write, .table, ["RequestItems{}"], payload: ["RequestItems.*[].PutRequest.Item"]),
      DataOperation(.delete, .table, ["RequestItems{}"], key: ["RequestItems.*[].DeleteRequest.Key"]),
    ])

  private static func member(_ member: String, _ action: String) -> NeededAction {
    NeededAction(
      "dynamodb:\(action)",
      ResourceTemplate("arn:aws:dynamodb:*:*:table/{TransactItems[].\(member).TableName}"),
      .ifGiven(parameter: "TransactItems[].\(member)"))
  }

  private static let transactGet = dynamo(
    "TransactGetItems",
    [NeededAction("dynamodb:GetItem", "arn:aws:dynamodb:*:*:table/{TransactItems[].Get.TableName}")],
    [DataOperation(.read, .table, ["TransactItems[].Get.TableName"], key: ["TransactItems[].Get.Key"])])

  private static let transactWrite = dynamo(
    "TransactWriteItems",
    [
      member("Put", "PutItem"), member("Update", "UpdateItem"), member("Delete", "DeleteItem"),
      member("ConditionCheck", "ConditionCheckItem"),
    ],
    [
      DataOperation(
        .write, .table, ["TransactItems[].Put.TableName"], payload: ["TransactItems[].Put.Item"]),
      DataOperation(
        .write, .table, ["TransactItems[].Update.TableName"], key: ["TransactItems[].Update.Key"],
        payload: ["TransactItems[].Update.ExpressionAttributeValues"]),
      DataOperation(
        .delete, .table, ["TransactItems[].Delete.TableName"], key: ["TransactItems[].Delete.Key"]),
    ])

  static let items: [Entry] =
    [get, put, update, delete, query, scan, batchGet, batchWrite, transactGet, transactWrite]
    + [
      "CreateTable", "DeleteTable", "DescribeTable", "UpdateTable", "DescribeTimeToLive", "UpdateTimeToLive",
      "DescribeContinuousBackups", "UpdateContinuousBackups", "CreateBackup", "RestoreTableToPointInTime",
      "DescribeTableReplicaAutoScaling", "UpdateTableReplicaAutoScaling", "DescribeContributorInsights",
      "UpdateContributorInsights", "EnableKinesisStreamingDestination", "DisableKinesisStreamingDestination",
      "DescribeKinesisStreamingDestination",
    ].map(onTable)

  /// A statement of PartiQL names table and verb in its text: any of the four may be needed.
  private static let partiQL: [NeededAction] = [
    NeededAction("dynamodb:PartiQLSelect", "*", .ifTrue("the statement is a SELECT")),
    NeededAction("dynamodb:PartiQLInsert", "*", .ifTrue("the statement is an INSERT")),
    NeededAction("dynamodb:PartiQLUpdate", "*", .ifTrue("the statement is an UPDATE")),
    NeededAction("dynamodb:PartiQLDelete", "*", .ifTrue("the statement is a DELETE")),
  ]

  static let statements: [Entry] = [
    dynamo("ExecuteStatement", partiQL, [DataOperation(.write, .table, [], payload: ["Parameters"])]),
    dynamo(
      "BatchExecuteStatement", partiQL,
      [DataOperation(.write, .table, [], payload: ["Statements[].Parameters"])]),
    dynamo(
      "ExecuteTransaction", partiQL,
      [DataOperation(.write, .table, [], payload: ["TransactStatements[].Parameters"])]),
    dynamo("GetRecords", [NeededAction("dynamodb:GetRecords")]),
    dynamo("GetShardIterator", [NeededAction("dynamodb:GetShardIterator", "{StreamArn}")]),
    dynamo("DescribeStream", [NeededAction("dynamodb:DescribeStream", "{StreamArn}")]),
  ]

  private static let batchWriter = dynamo(
    "BatchWriteItem", [NeededAction("dynamodb:BatchWriteItem", table)])

  private static func batchWriter(_ data: DataOperation) -> Entry {
    dynamo("BatchWriteItem", batchWriter.actions, [data])
  }

  /// Other names: of the document clients of JavaScript, and of the methods of Python's batch writer.
  static let tableAliases: [(String, Entry)] = [
    ("Get", get), ("Put", put), ("Update", update), ("Delete", delete), ("BatchGet", batchGet),
    ("BatchWrite", batchWrite), ("TransactGet", transactGet), ("TransactWrite", transactWrite),
    ("BatchWriter", batchWriter),
    ("BatchWriterPut", batchWriter(DataOperation(.write, .table, ["TableName"], payload: ["Item"]))),
    ("BatchWriterDelete", batchWriter(DataOperation(.delete, .table, ["TableName"], key: ["Key"]))),
  ]
}
