/// Attributes and methods of classes that show an event, and the fields of the event behind them.
///
/// From the reference of Powertools for AWS Lambda (Python), module `data_classes`; other libraries use the same names.
enum EventAttributes {
  /// The field that an attribute shows, from the place in the event where it is asked for.
  ///
  /// - Parameter records: Where the list of records is in this kind of event.
  /// - Returns: `nil` for a name that is the field's own, and below fields whose content is the program's.
  static func field(_ name: String, below path: [String], records: [String]) -> [String]? {
    guard !path.contains(where: contents.contains) else { return nil }
    if path.isEmpty, let field = ofEvents[name] { return field.flatMap { $0 == "Records" ? records : [$0] } }
    if let field = anywhere[name] { return field }
    if let last = path.last, let field = within[last]?[name] { return field }
    if path.contains("Sns") || path.last == "dynamodb" { return [capitalised(camelCased(name))] }
    return name.contains("_") ? [camelCased(name)] : nil
  }

  /// Fields that callers fill, so that names below them are the program's.
  private static let contents: Set<String> = [
    "body", "detail", "Message", "message", "data", "NewImage", "OldImage", "Keys", "arguments", "value",
    "headers", "multiValueHeaders", "queryStringParameters", "multiValueQueryStringParameters",
    "pathParameters", "claims", "messageAttributes", "MessageAttributes", "userAttributes", "clientMetadata",
    "requestBody", "stash", "ResourceProperties", "cookies",
  ]

  private static let ofEvents: [String: [String]] = [
    "records": ["Records"], "record": ["Records", "[]"],
    "bucket_name": ["Records", "[]", "s3", "bucket", "name"],
    "object_key": ["Records", "[]", "s3", "object", "key"],
    "sns_message": ["Records", "[]", "Sns", "Message"], "mail": ["Records", "[]", "ses", "mail"],
    "receipt": ["Records", "[]", "ses", "receipt"], "detail_type": ["detail-type"],
    "request_headers": ["request", "headers"],
  ]

  private static let anywhere: [String: [String]] = [
    "raw_event": [], "_data": [], "json_body": ["body"], "decoded_body": ["body"], "json_data": ["data"],
    "data_as_text": ["data"], "data_as_json": ["data"], "data_as_bytes": ["data"], "json_value": ["value"],
    "decoded_value": ["value"], "decoded_key": ["key"], "decoded_headers": ["headers"], "sns": ["Sns"],
    "event_source_arn": ["eventSourceARN"], "event_id": ["eventID"], "jwt_claim": ["jwt", "claims"],
    "resolved_headers_field": ["headers"], "resolved_query_string_parameters": ["queryStringParameters"],
  ]

  private static let within: [String: [String: [String]]] = [
    "s3": ["get_object": ["object"]], "object": ["e_tag": ["eTag"]], "authorizer": ["get_lambda": ["lambda"]],
  ]

  /// Attributes and methods that give what the text of the field says.
  static let parsing: Set<String> = [
    "json_body", "json_data", "json_value", "data_as_json", "parse_logs_data",
  ]

  /// Methods, with the field that they look into.
  static let methods: [String: [String]] = [
    "get_query_string_value": ["queryStringParameters"],
    "get_multi_value_query_string_values": ["multiValueQueryStringParameters"],
    "get_header_value": ["headers"], "get_multi_value_header_values": ["multiValueHeaders"],
    "data_as_text": ["data"], "data_as_json": ["data"], "data_as_bytes": ["data"],
    "parse_logs_data": ["awslogs", "data"],
  ]

  private static func camelCased(_ name: String) -> String {
    let words = name.split(separator: "_")
    guard let first = words.first else { return name }
    return first + words.dropFirst().map { capitalised(String($0)) }.joined()
  }

  private static func capitalised(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }
}
