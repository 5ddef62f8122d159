/// Stores: objects, tables, SQL behind an API, search.
extension CloudService {
  static let stores: [CloudService] = [objects, tables, rdsData, athena, redshiftData, timestream]

  private static let objects = CloudService(
    "s3", "S3",
    [
      CloudOperations(
        ["GetObject", "HeadObject", "GetObjectTagging", "GetObjectAttributes", "GetObjectTorrent"],
        resources: ["Bucket"], keys: ["Key", "VersionId"], answer: .stored("an object of a bucket")),
      CloudOperations(
        ["GetObjectAcl", "GetObjectLegalHold", "GetObjectRetention"], resources: ["Bucket"], keys: ["Key"]),
      CloudOperations(
        ["PutObject", "Upload", "UploadPart", "CreateMultipartUpload"], resources: ["Bucket"], keys: ["Key"],
        payloads: ["Body", "Metadata", "Tagging", "ContentType"], answer: .clean),
      CloudOperations(
        ["CopyObject", "UploadPartCopy"], resources: ["Bucket"], keys: ["Key", "CopySource"],
        payloads: ["Metadata"], answer: .clean),
      CloudOperations(
        ["DeleteObject", "DeleteObjects", "RestoreObject"], resources: ["Bucket"], keys: ["Key", "Delete"],
        answer: .clean),
      CloudOperations(
        ["PutObjectTagging", "PutObjectAcl"], resources: ["Bucket"], keys: ["Key"],
        payloads: ["Tagging", "AccessControlPolicy", "ACL"], answer: .clean),
      CloudOperations(
        ["ListObjects", "ListObjectsV2", "ListObjectVersions"], resources: ["Bucket"], keys: ["Prefix"],
        answer: .stored("the name of an object of a bucket")),
      CloudOperations(
        ["SelectObjectContent"], resources: ["Bucket"], keys: ["Key"],
        texts: [(.sql, "Expression", .certain)],
        answer: .stored("an object of a bucket")),
      CloudOperations(
        [
          "CreateBucket", "DeleteBucket", "HeadBucket", "GetBucketLocation", "PutBucketPolicy",
          "PutBucketAcl",
          "PutBucketCors", "PutBucketWebsite", "PutBucketNotificationConfiguration", "PutPublicAccessBlock",
          "DeletePublicAccessBlock", "GetBucketPolicy", "GetBucketAcl", "PutBucketTagging",
        ], resources: ["Bucket"], payloads: ["Policy", "ACL", "NotificationConfiguration"]),
    ])

  static let tables = CloudService(
    "dynamodb", "DynamoDB",
    [
      CloudOperations(
        ["GetItem"], resources: ["TableName"], keys: ["Key"], answer: .stored("an item of a table")),
      CloudOperations(
        ["PutItem"], resources: ["TableName"], payloads: ["Item"], answer: .stored("an item of a table")),
      CloudOperations(
        ["UpdateItem"], resources: ["TableName"], keys: ["Key"],
        payloads: ["ExpressionAttributeValues", "AttributeUpdates"], answer: .stored("an item of a table")),
      CloudOperations(
        ["DeleteItem"], resources: ["TableName"], keys: ["Key"], answer: .stored("an item of a table")),
      CloudOperations(
        ["Query"], resources: ["TableName", "IndexName"],
        keys: ["KeyConditionExpression", "ExpressionAttributeValues", "KeyConditions"],
        answer: .stored("an item of a table")),
      CloudOperations(
        ["Scan"], resources: ["TableName", "IndexName"], answer: .stored("an item of a table")),
      CloudOperations(
        ["BatchGetItem", "TransactGetItems"], keys: ["RequestItems", "TransactItems"],
        answer: .stored("an item of a table")),
      CloudOperations(
        ["BatchWriteItem", "TransactWriteItems"], payloads: ["RequestItems", "TransactItems"], answer: .clean),
      CloudOperations(
        ["ExecuteStatement", "ExecuteTransaction", "BatchExecuteStatement"],
        texts: [
          (.sql, "Statement", .certain), (.sql, "Statements[].Statement", .certain),
          (.sql, "TransactStatements[].Statement", .certain),
        ], answer: .stored("an item of a table")),
      CloudOperations(
        ["DescribeTable", "CreateTable", "DeleteTable", "UpdateTable", "CreateBackup", "UpdateTimeToLive"],
        resources: ["TableName"]),
    ])

  private static let rdsData = CloudService(
    "rds-data", "RDSDataService", newer: "RDSData",
    [
      CloudOperations(
        ["ExecuteStatement", "BatchExecuteStatement", "ExecuteSql"],
        resources: ["resourceArn", "secretArn", "database", "schema"],
        texts: [(.sql, "sql", .certain), (.sql, "sqlStatements", .certain)],
        answer: .stored("a row of a database"))
    ])

  private static let athena = CloudService(
    "athena", "Athena",
    [
      CloudOperations(
        ["StartQueryExecution", "CreateNamedQuery", "CreatePreparedStatement"], resources: ["WorkGroup"],
        texts: [(.sql, "QueryString", .certain), (.sql, "QueryStatement", .certain)], answer: .clean),
      CloudOperations(["GetQueryResults"], keys: ["QueryExecutionId"], answer: .stored("a row of a query")),
    ])

  private static let redshiftData = CloudService(
    "redshift-data", "RedshiftData",
    [
      CloudOperations(
        ["ExecuteStatement", "BatchExecuteStatement"],
        resources: ["ClusterIdentifier", "SecretArn", "Database"],
        texts: [(.sql, "Sql", .certain), (.sql, "Sqls", .certain)], answer: .clean),
      CloudOperations(["GetStatementResult"], keys: ["Id"], answer: .stored("a row of a query")),
    ])

  private static let timestream = CloudService(
    "timestream-query", "TimestreamQuery",
    [
      CloudOperations(
        ["Query", "PrepareQuery"], texts: [(.sql, "QueryString", .certain)],
        answer: .stored("a row of a query"))
    ])
}
