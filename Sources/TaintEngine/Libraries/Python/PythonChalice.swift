/// Chalice: its own objects for the events of each kind of function, requests, answers and errors.
///
/// From its API reference; what an object tells is a field of the event that it was made of.
enum PythonChalice {
  static let calls: [CallModel] =
    handlers + errors + [
      CallModel("\(events).to_dict", effects: [.result(.same(source))]),
      CallModel(
        "chalice.Response", "chalice.app.Response",
        effects: [
          .into(
            .responseBody, .argument(0, "body"), when: [.mentions(.argument(1, "headers"), "html")],
            detail: "html"),
          .into(.responseBody, .argument(0, "body"), detail: "json"),
          .into(.responseHeader, .anywhereIn(.argument(1, "headers"))),
          .result(
            .record(["body": .madeOf([.argument(0, "body")]), "headers": .madeOf([.argument(1, "headers")])])),
        ]),
    ]

  static let members: [MemberModel] =
    requests + records
    + [MemberModel("chalice.WebsocketEvent.json_body", result: .parsed(.field(source, "body")))]
    + fields("SNSEvent", notification) + fields("SQSRecord", message)
    + fields("S3Event", object) + fields("CloudWatchEvent", announcement) + fields("KinesisRecord", entry)
    + fields("DynamoDBRecord", change) + fields("WebsocketEvent", frame) + fields("AuthRequest", request)

  // MARK: Functions

  /// What a decorator makes of the function below it: a handler that gets an object instead of the event.
  private static func handler(_ decorators: String, _ event: String) -> CallModel {
    CallModel(
      "chalice.{Chalice,Blueprint}().\(decorators)()", effects: [.adapts(.instance("chalice.\(event)"))])
  }

  private static let handlers: [CallModel] = [
    handler("on_sns_message", "SNSEvent"), handler("on_sqs_message", "SQSEvent"),
    handler("on_s3_event", "S3Event"), handler("{on_cw_event,schedule}", "CloudWatchEvent"),
    handler("on_kinesis_record", "KinesisEvent"), handler("on_dynamodb_record", "DynamoDBEvent"),
    handler("{on_ws_connect,on_ws_message,on_ws_disconnect}", "WebsocketEvent"),
    handler("authorizer", "AuthRequest"),
    CallModel("chalice.{Chalice,Blueprint}().lambda_function()", effects: [.adapts(.same(.position(0)))]),
  ]

  private static let errors: [CallModel] = [
    // The message of these, and of these only, is the answer.
    CallModel(
      """
      {chalice,chalice.app}.{ChaliceViewError,BadRequestError,UnauthorizedError,ForbiddenError,NotFoundError,\
      MethodNotAllowedError,RequestTimeoutError,ConflictError,UnprocessableEntityError,TooManyRequestsError}
      """,
      effects: [.answers(.position(0), onlyThrown: true)])
  ]

  // MARK: Events

  private static let events =
    """
    chalice.{SNSEvent,SQSEvent,SQSRecord,S3Event,CloudWatchEvent,KinesisEvent,KinesisRecord,DynamoDBEvent,\
    DynamoDBRecord,WebsocketEvent,AuthRequest}
    """

  private static let source = Selector.constructed(.receiver, 0)
  private static let record = Selector.element(.field(source, "Records"), 0)

  /// Events that are gone through record by record.
  private static let records: [MemberModel] = ["SQS", "Kinesis", "DynamoDB"].map { kind in
    MemberModel(
      "chalice.\(kind)Event.\(MemberModel.element)",
      result: .assembled("chalice.\(kind)Record", from: [record]))
  }

  private static func fields(_ type: String, _ table: [String: Selector]) -> [MemberModel] {
    table.keys.sorted().compactMap { name in
      table[name].map { MemberModel("chalice.\(type).\(name)", result: .same($0)) }
    }
  }

  private static let notification: [String: Selector] = [
    "subject": .field(.field(record, "Sns"), "Subject"),
    "message": .field(.field(record, "Sns"), "Message"),
    "message_attributes": .field(.field(record, "Sns"), "MessageAttributes"),
  ]

  private static let message: [String: Selector] = [
    "body": .field(source, "body"), "receipt_handle": .field(source, "receiptHandle"),
  ]

  private static let object: [String: Selector] = [
    "bucket": .field(.field(.field(record, "s3"), "bucket"), "name"),
    "key": .field(.field(.field(record, "s3"), "object"), "key"),
  ]

  private static let announcement: [String: Selector] = [
    "detail": .field(source, "detail"), "detail_type": .field(source, "detail-type"),
    "source": .field(source, "source"), "resources": .field(source, "resources"),
    "account": .field(source, "account"), "region": .field(source, "region"),
    "time": .field(source, "time"), "event_id": .field(source, "id"),
  ]

  private static let entry: [String: Selector] = [
    "data": .field(.field(source, "kinesis"), "data"),
    "partition_key": .field(.field(source, "kinesis"), "partitionKey"),
    "sequence_number": .field(.field(source, "kinesis"), "sequenceNumber"),
  ]

  private static let change: [String: Selector] = [
    "keys": .field(.field(source, "dynamodb"), "Keys"),
    "new_image": .field(.field(source, "dynamodb"), "NewImage"),
    "old_image": .field(.field(source, "dynamodb"), "OldImage"),
    "event_name": .field(source, "eventName"), "aws_region": .field(source, "awsRegion"),
  ]

  private static let frame: [String: Selector] = [
    "body": .field(source, "body"),
    "connection_id": .field(.field(source, "requestContext"), "connectionId"),
    "domain_name": .field(.field(source, "requestContext"), "domainName"),
  ]

  private static let request: [String: Selector] = [
    "token": .field(source, "authorizationToken"), "method_arn": .field(source, "methodArn"),
    "auth_type": .field(source, "type"),
  ]

  // MARK: Requests

  private static let requests: [MemberModel] = [
    incoming("query_params", ["query"]), incoming("{json_body,raw_body}", ["body"]),
    incoming("headers", ["headers"]), incoming("uri_params", ["params"]),
  ]

  /// The application is often not seen where its request is asked for.
  private static func incoming(_ member: String, _ field: [String]) -> MemberModel {
    MemberModel("*.current_request.\(member)", result: .origin(.request(field: field)))
  }
}
