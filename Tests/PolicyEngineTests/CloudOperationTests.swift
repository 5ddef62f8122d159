import ApplicationModel
import PolicyEngine
import Testing

@Suite struct CloudOperationTests {
  struct Spelling: CustomTestStringConvertible, Sendable {
    let service: String
    let operation: String
    let actions: Set<String>
    var testDescription: String { "\(service).\(operation)" }
    init(_ service: String, _ operation: String, _ actions: Set<String>) {
      self.service = service
      self.operation = operation
      self.actions = actions
    }
  }

  @Test(arguments: [
    Spelling("s3", "get_object", ["s3:GetObject", "s3:GetObjectVersion"]),
    Spelling("S3", "getObject", ["s3:GetObject", "s3:GetObjectVersion"]),
    Spelling("@aws-sdk/client-s3", "GetObjectCommand", ["s3:GetObject", "s3:GetObjectVersion"]),
    Spelling("S3Client", "HeadObjectCommand", ["s3:GetObject", "s3:GetObjectVersion"]),
    Spelling("s3", "list_objects_v2", ["s3:ListBucket"]),
    Spelling("client-s3", "paginateListObjectsV2", ["s3:ListBucket"]),
    Spelling("s3", "list_buckets", ["s3:ListAllMyBuckets"]),
    Spelling("s3", "delete_bucket_cors", ["s3:PutBucketCORS"]),
    Spelling("stepfunctions", "start_execution", ["states:StartExecution"]),
    Spelling("StepFunctions", "startExecution", ["states:StartExecution"]),
    Spelling("@aws-sdk/client-sfn", "StartExecutionCommand", ["states:StartExecution"]),
    Spelling("SFNClient", "StartExecutionCommand", ["states:StartExecution"]),
    Spelling("DynamoDB.DocumentClient", "batchWrite", ["dynamodb:BatchWriteItem"]),
    Spelling("@aws-sdk/lib-dynamodb", "PutCommand", ["dynamodb:PutItem"]),
    Spelling("DynamoDBDocumentClient", "QueryCommand", ["dynamodb:Query"]),
    Spelling("lambda", "invoke", ["lambda:InvokeFunction"]),
    Spelling("apigatewaymanagementapi", "post_to_connection", ["execute-api:ManageConnections"]),
    Spelling("ApiGatewayManagementApi", "postToConnection", ["execute-api:ManageConnections"]),
    Spelling("sqs", "send_message_batch", ["sqs:SendMessage"]),
    Spelling("CloudWatchLogs", "putLogEvents", ["logs:PutLogEvents"]),
    Spelling("bedrock-runtime", "converse", ["bedrock:InvokeModel"]),
    Spelling("CognitoIdentityServiceProvider", "adminGetUser", ["cognito-idp:AdminGetUser"]),
    Spelling("client-cognito-identity-provider", "SignUpCommand", []),
    Spelling("rekognition", "detect_labels", ["rekognition:DetectLabels"]),
    Spelling("kms", "re_encrypt", ["kms:ReEncryptFrom", "kms:ReEncryptTo"]),
    Spelling("ssm", "send_command", ["ssm:SendCommand"]), Spelling("SSM", "sendCommand", ["ssm:SendCommand"]),
    Spelling("@aws-sdk/client-ssm", "SendCommandCommand", ["ssm:SendCommand"]),
    Spelling("iot", "get_command", ["iot:GetCommand"]),
    Spelling("iot", "GetCommandCommand", ["iot:GetCommand"]),
    Spelling("apigateway", "get_rest_apis", ["apigateway:GET"]),
    Spelling("apigatewayv2", "UpdateRouteCommand", ["apigateway:PATCH"]),
    Spelling("cognito-identity", "get_id", []),
    Spelling("@aws-sdk/lib-storage", "Upload", ["s3:PutObject", "s3:AbortMultipartUpload"]),
    Spelling("@aws-sdk/lib-dynamodb", "paginateScan", ["dynamodb:Scan"]),
    Spelling("@aws-sdk/rds-signer", "getAuthToken", ["rds-db:connect"]),
    Spelling("rds", "generate_db_auth_token", ["rds-db:connect"]),
    Spelling("@aws-sdk/dsql-signer", "getDbConnectAdminAuthToken", ["dsql:DbConnectAdmin"]),
  ])
  func theSpellingsOfEverySDKMeanTheSameActions(_ spelling: Spelling) throws {
    let operation = try #require(
      CloudOperation.resolve(service: spelling.service, operation: spelling.operation))
    #expect(Set(operation.actions.map(\.action)).intersection(spelling.actions) == spelling.actions)
    if spelling.actions.isEmpty { #expect(operation.actions.isEmpty) }
  }

  @Test(arguments: ["somethingnew", "getObject()", "", "a b"])
  func whatIsNoServiceHasNoOperation(_ service: String) {
    #expect(CloudOperation.resolve(service: service, operation: "get_it") == nil)
  }

  @Test(arguments: ["close", "destroy", "get_paginator", "getSignedUrl", "not a name", ""])
  func whatCallsNoServiceIsNoOperation(_ name: String) {
    #expect(CloudOperation.resolve(service: "s3", operation: name) == nil)
  }

  @Test(arguments: [("s3", "done"), ("dynamodb", "marshall"), ("execute-api", "x"), ("lambda", "fetch_all")])
  func whatTheCatalogueDoesNotKnowNeedsNoActionOfItsName(_ service: String, _ name: String) throws {
    let operation = try #require(CloudOperation.resolve(service: service, operation: name))
    #expect(!operation.isKnown && operation.actions.isEmpty)
    #expect(CloudOperation.resolve(service: "s3", operation: "get_object")?.isKnown == true)
  }

  @Test func someServicesActWithTheRightsOfWhoCallsThem() throws {
    let query = try #require(CloudOperation.resolve(service: "athena", operation: "start_query_execution"))
    #expect(OperationTable.lentRights(of: query)?.contains("s3:*") == true)
    let list = try #require(CloudOperation.resolve(service: "athena", operation: "list_work_groups"))
    #expect(OperationTable.lentRights(of: list) == nil)
  }

  @Test func aWaiterIsTheOperationItPolls() {
    #expect(
      CloudOperation.resolve(service: "client-s3", waiter: "waitUntilObjectExists")?.name == "HeadObject")
    #expect(CloudOperation.resolve(service: "s3", waiter: "object_exists")?.name == "HeadObject")
    #expect(CloudOperation.resolve(service: "dynamodb", waiter: "tableExists")?.name == "DescribeTable")
    #expect(CloudOperation.resolve(service: "s3", waiter: "pigs_fly") == nil)
  }

  @Test func resourceObjectsKnowWhatTheirConstructionNames() throws {
    let put = try #require(SDKResource.resolve(service: "dynamodb", resource: "Table", method: "put_item"))
    #expect(put.name == "PutItem" && put.receiver == ["TableName"])
    let list = try #require(SDKResource.resolve(service: "s3", resource: "Bucket.objects", method: "filter"))
    #expect(list.actions.map(\.action) == ["s3:ListBucket"])
    let upload = try #require(SDKResource.resolve(service: "s3", resource: "Bucket", method: "upload_file"))
    #expect(upload.positional == ["Filename", "Key"] && upload.receiver == ["Bucket"])
    let batch = try #require(
      SDKResource.resolve(service: "dynamodb", resource: "BatchWriter", method: "put_item"))
    #expect(batch.name == "BatchWriteItem" && batch.data[0].payload == ["Item"])
    #expect(SDKResource.resolve(service: "s3", resource: "Bucket", method: "name") == nil)
  }

  struct Target: CustomTestStringConvertible, Sendable {
    let service: String
    let operation: String
    let parameters: [String: Text]
    let resource: String
    var testDescription: String { "\(service).\(operation) → \(resource)" }
    init(_ service: String, _ operation: String, _ parameters: [String: Text], _ resource: String) {
      self.service = service
      self.operation = operation
      self.parameters = parameters
      self.resource = resource
    }
  }

  @Test(arguments: [
    Target("s3", "put_object", ["Bucket": "b", "Key": "k/x"], "arn:aws:s3:::b/k/x"),
    Target("s3", "put_object", ["Bucket": "b"], "arn:aws:s3:::b/*"),
    Target("dynamodb", "get_item", ["TableName": "t"], "arn:aws:dynamodb:*:*:table/t"),
    Target(
      "dynamodb", "get_item", ["TableName": "arn:aws:dynamodb:eu-west-1:1:table/t"],
      "arn:aws:dynamodb:eu-west-1:1:table/t"),
    Target(
      "dynamodb", "put_item", ["TableName": Text([.reference(ResourceReference("Orders"))])],
      "arn:aws:dynamodb:*:*:table/${Orders}"),
    Target(
      "sqs", "send_message", ["QueueUrl": "https://sqs.eu-west-1.amazonaws.com/123456789012/jobs"],
      "arn:aws:sqs:*:*:jobs"),
    Target("lambda", "invoke", ["FunctionName": "123456789012:function:f"], "arn:aws:lambda:*:*:function:f"),
    Target("ssm", "get_parameter", ["Name": "/app/key"], "arn:aws:ssm:*:*:parameter/app/key"),
    Target("kms", "decrypt", ["KeyId": "alias/app"], "arn:aws:kms:*:*:key/*"),
    Target(
      "events", "put_events", ["Entries[].EventBusName": "orders"], "arn:aws:events:*:*:event-bus/orders"),
    Target("events", "put_events", [:], "arn:aws:events:*:*:event-bus/default"),
    Target("sns", "publish", ["PhoneNumber": "1"], "*"),
    Target(
      "dynamodb", "get_item", ["TableName": Text([.open(Expression("!Ref T", origin: .parameter("T")))])],
      "arn:aws:dynamodb:*:*:table/${!Ref T}"),
    Target(
      "dynamodb", "get_item", ["TableName": Text([.open(Expression("computed"))])],
      "arn:aws:dynamodb:*:*:table/*"),
  ])
  func aCallNamesItsResource(_ target: Target) throws {
    let operation = try #require(CloudOperation.resolve(service: target.service, operation: target.operation))
    let texts = operation.actions[0].targets { target.parameters[$0].map { [$0] } ?? [] }
    #expect(texts.map(\.pattern) == [target.resource])
  }

  @Test func aVersionChangesTheAction() throws {
    let operation = try #require(CloudOperation.resolve(service: "s3", operation: "get_object"))
    let needed = operation.actions.filter { $0.isNeeded { $0 == "VersionId" } ?? true }.map(\.action)
    #expect(needed == ["s3:GetObjectVersion"])
  }

  @Test func manyPossibleNamesAreAnyName() {
    let template: ResourceTemplate = "arn:aws:s3:::{Bucket}"
    let names = (0...ResourceTemplate.targetLimit).map { Text("b\($0)") }
    #expect(template.filled { _ in names } == ["arn:aws:s3:::*"])
    #expect(template.filled { _ in Array(names.dropFirst()) }.count == ResourceTemplate.targetLimit)
  }
}
