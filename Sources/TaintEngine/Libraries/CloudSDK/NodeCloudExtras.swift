/// What the SDKs for JavaScript have beside one method per operation.
enum NodeCloudExtras {
  static let calls: [CallModel] = documents + documentCommands + uploads + wrapping + parameters

  /// Answers of commands that are not in the tables.
  static func otherAnswer(of service: CloudService) -> ResultModel {
    switch service.boto {
    case "ssm":
      return .conditional(
        [.truthy(.field(.constructed(.position(0), 0), "WithDecryption"))], .secret("a decrypted parameter"),
        otherwise: .stored("a parameter"))
    default: return .clean
    }
  }

  /// Names of the document clients' methods, for operations of tables.
  private static let documentNames: [String: String] = [
    "GetItem": "get", "PutItem": "put", "UpdateItem": "update", "DeleteItem": "delete", "Query": "query",
    "Scan": "scan", "BatchGetItem": "batchGet", "BatchWriteItem": "batchWrite",
    "TransactGetItems": "transactGet", "TransactWriteItems": "transactWrite",
  ]

  private static let documentClients =
    """
    {aws-sdk.DynamoDB.DocumentClient(),aws-sdk/clients/dynamodb.DocumentClient(),\
    @aws-sdk/lib-dynamodb.DynamoDBDocument.from(),@aws-sdk/lib-dynamodb.DynamoDBDocument()}
    """

  private static let documents: [CallModel] = CloudService.tables.operations.compactMap { operations in
    let names = operations.names.compactMap { documentNames[$0] }
    guard !names.isEmpty else { return nil }
    return CallModel(
      "\(documentClients).\(OperationName.alternatives(names))",
      effects: operations.sinks(of: .position(0)) { .field(.position(0), $0) }
        + (operations.answer.map { [.result($0)] } ?? [])
        + [.nodeCallback])
  }

  /// Clients of `lib-dynamodb` take its own commands, and those of the low-level client.
  private static let documentSend =
    """
    {@aws-sdk/lib-dynamodb.DynamoDBDocumentClient.from(),@aws-sdk/lib-dynamodb.DynamoDBDocument.from(),\
    @aws-sdk/lib-dynamodb.DynamoDBDocumentClient()}.send
    """

  private static let documentCommands: [CallModel] =
    CloudService.tables.operations.map { operations in
      let types = operations.names.flatMap { name -> [String] in
        guard let short = documentNames[name] else { return ["@aws-sdk/client-dynamodb.\(name)Command()"] }
        let type = short.prefix(1).uppercased() + short.dropFirst()
        return ["@aws-sdk/lib-dynamodb.\(type)Command()", "@aws-sdk/client-dynamodb.\(name)Command()"]
      }
      let condition = Condition.type(.position(0), types)
      let sinks = operations.sinks(of: .constructed(.position(0), 0)) {
        .field(.constructed(.position(0), 0), $0)
      }.map { effect in
        guard case .sink(let sink) = effect else { return effect }
        return CallModel.Effect.sink(
          Sink(
            sink.kind, sink.selector, when: sink.conditions + [condition], certainty: sink.certainty,
            detail: sink.detail))
      }
      return CallModel(documentSend, effects: sinks)
    } + [
      CallModel(documentSend, effects: [.result(.stored("an item of a table")), .nodeCallback])
    ]

  private static let uploads: [CallModel] = [
    CallModel(
      "@aws-sdk/lib-storage.Upload",
      effects: [
        .into(.cloudResource, .field(.field(.position(0), "params"), "Bucket"), detail: "Bucket"),
        .into(.cloudKey, .field(.field(.position(0), "params"), "Key"), detail: "Key"),
        .into(.cloudPayload, .field(.field(.position(0), "params"), "Body"), detail: "Body"),
      ]),
    CallModel("@aws-sdk/lib-storage.Upload().done", effects: [.clean]),
    CallModel(
      "@aws-sdk/s3-request-presigner.getSignedUrl", "@aws-sdk/cloudfront-signer.getSignedUrl",
      effects: [
        .into(.cloudResource, .field(.constructed(.position(1), 0), "Bucket"), detail: "Bucket"),
        .into(.cloudKey, .field(.constructed(.position(1), 0), "Key"), detail: "Key"), .clean,
      ]),
    CallModel(
      "@aws-sdk/s3-presigned-post.createPresignedPost",
      effects: [
        .into(.cloudResource, .field(.position(1), "Bucket"), detail: "Bucket"),
        .into(.cloudKey, .field(.position(1), "Key"), detail: "Key"), .clean,
      ]),
    CallModel(
      "{aws-sdk.S3,aws-sdk/clients/s3}().{getSignedUrl,getSignedUrlPromise,createPresignedPost}",
      effects: [
        .into(.cloudResource, .field(.position(1), "Bucket"), detail: "Bucket"),
        .into(.cloudKey, .field(.position(1), "Key"), detail: "Key"), .clean, .nodeCallback,
      ]),
    CallModel(
      "{aws-sdk.S3,aws-sdk/clients/s3}().getObject().createReadStream",
      "{aws-sdk.S3,aws-sdk/clients/s3}().{upload,managedUpload}().promise", effects: [.keepsReceiver]),
  ]

  private static let wrapping: [CallModel] = [
    // A request of version 2 is taken for its answer, and so is the promise of it.
    CallModel("*.promise", effects: [.keepsReceiver]),
    CallModel(
      """
      {aws-xray-sdk,aws-xray-sdk-core}.{captureAWS,captureAWSClient,captureAWSv3Client,captureHTTPs,\
      capturePromise}
      """,
      "@aws-lambda-powertools/tracer.Tracer().{captureAWS,captureAWSClient,captureAWSv3Client}",
      effects: [.result(.same(.position(0)))]),
    CallModel(
      """
      {@aws-sdk/util-dynamodb,aws-sdk.DynamoDB.Converter}.{marshall,unmarshall,input,output,\
      convertToNative,convertToAttr}
      """,
      "aws-sdk/clients/dynamodb.Converter.{marshall,unmarshall,input,output}", effects: [.parsesFirst]),
    CallModel(
      """
      @aws-sdk/{client-dynamodb,lib-dynamodb,client-s3,client-sqs}.{paginateScan,paginateQuery,\
      paginateListObjectsV2}
      """,
      effects: [
        .into(.cloudResource, .field(.position(1), "TableName"), detail: "TableName"),
        .into(.cloudResource, .field(.position(1), "Bucket"), detail: "Bucket"),
        .into(.cloudKey, .field(.position(1), "Prefix"), detail: "Prefix"),
        .into(
          .cloudKey, .anywhereIn(.field(.position(1), "ExpressionAttributeValues")),
          detail: "ExpressionAttributeValues"),
        .result(.sequence(of: .stored("a page of a list"))),
      ]),
    // Bodies of objects and payloads are read in many ways; all of them are the data.
    CallModel(
      "*.Body.{transformToString,transformToByteArray,transformToWebStream}", "*.Payload.transformToString",
      effects: [.keepsReceiver]),
  ]

  private static let parameters: [CallModel] = [
    CallModel(
      "@aws-lambda-powertools/parameters/secrets.{getSecret,SecretsProvider().get}",
      effects: [
        .into(.cloudResource, .position(0), detail: "SecretId"),
        .result(.secret("a secret of Secrets Manager")),
      ]),
    CallModel(
      """
      @aws-lambda-powertools/parameters/ssm.{getParameter,getParameters,getParametersByName,\
      SSMProvider().get}
      """,
      effects: [
        .into(.cloudResource, .position(0), detail: "Name"),
        .result(
          .conditional(
            [.truthy(.field(.position(1), "decrypt"))], .secret("a decrypted parameter"),
            otherwise: .stored("a parameter"))),
      ]),
    CallModel(
      """
      {aws-sdk.SSM,aws-sdk/clients/ssm,@aws-sdk/client-ssm.SSM}().{getParameter,getParameters,\
      getParametersByPath}
      """,
      effects: [
        .result(
          .conditional(
            [.truthy(.field(.position(0), "WithDecryption"))], .secret("a decrypted parameter"),
            otherwise: .stored("a parameter"))), .nodeCallback,
      ]),
  ]
}
