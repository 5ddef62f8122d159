internal import TaintEngine

// From the platform's pages on the events of each service; a field below a listed one shares its trust.
extension EventSchema {
  private static let requestFields: [Field] = [
    Field("body", .attacker, isText: true), Field("headers", .attacker),
    Field("multiValueHeaders", .attacker),
    Field("queryStringParameters", .attacker), Field("multiValueQueryStringParameters", .attacker),
    Field("pathParameters", .attacker), Field("path", .attacker),
  ]

  private static let requestContextFields: [Field] = [
    Field("requestContext", .trusted), Field("requestContext.path", .attacker),
    Field("requestContext.identity.userAgent", .attacker),
    Field(
      "requestContext.identity.sourceIp", .conditional, writer: "callers, within the addresses they own"),
    Field("requestContext.identity.cognitoAuthenticationProvider", .trusted),
    Field(
      "requestContext.authorizer", .conditional,
      writer: "signed-in users, where a claim is theirs to choose"),
    Field("requestContext.authorizer.principalId", .trusted),
    Field("requestContext.authorizer.claims.sub", .trusted),
    Field("resource", .trusted), Field("httpMethod", .trusted), Field("isBase64Encoded", .trusted),
    Field("stageVariables", .trusted), Field("version", .trusted),
  ]

  /// Payload format 1.0.
  static let restAPI = EventSchema(
    title: "a REST API request", other: .conditional, fields: requestFields + requestContextFields)

  /// What a mapping template makes of a request: fields that the format does not have are copied from it, and
  /// the body may have been parsed.
  static let mappedRequest = EventSchema(
    title: "a REST API request", other: .conditional,
    fields: [Field("body", .attacker)] + requestFields.filter { !$0.isText } + requestContextFields)

  /// Payload format 2.0: HTTP APIs and function URLs.
  private static let format2: [Field] = [
    Field("body", .attacker, isText: true), Field("headers", .attacker), Field("cookies", .attacker),
    Field("queryStringParameters", .attacker), Field("pathParameters", .attacker),
    Field("rawPath", .attacker),
    Field("rawQueryString", .attacker), Field("requestContext", .trusted),
    Field("requestContext.http.path", .attacker), Field("requestContext.http.userAgent", .attacker),
    Field("requestContext.http.sourceIp", .conditional, writer: "callers, within the addresses they own"),
    Field(
      "requestContext.authorizer", .conditional, writer: "signed-in users, where a claim is theirs to choose"),
    Field("requestContext.authorizer.jwt.claims.sub", .trusted),
    Field("requestContext.authorizer.iam", .trusted),
    Field("routeKey", .trusted), Field("isBase64Encoded", .trusted), Field("stageVariables", .trusted),
    Field("version", .trusted),
  ]

  /// An HTTP API may be told to send format 1.0, so both are possible.
  static let httpAPI = EventSchema(
    title: "an HTTP API request", other: .trusted,
    fields: format2 + [
      Field("path", .attacker), Field("multiValueHeaders", .attacker),
      Field("multiValueQueryStringParameters", .attacker), Field("httpMethod", .trusted),
      Field("requestContext.identity.userAgent", .attacker),
    ])

  static let functionURL = EventSchema(title: "a function URL request", other: .trusted, fields: format2)

  static let loadBalancer = EventSchema(
    title: "a load balancer request", other: .trusted,
    fields: requestFields + [
      Field("requestContext", .trusted), Field("httpMethod", .trusted), Field("isBase64Encoded", .trusted),
    ])

  static let webSocketAPI = EventSchema(
    title: "a WebSocket message", other: .trusted,
    fields: [Field("body", .attacker, isText: true)] + messageFields)

  static let mappedMessage = EventSchema(
    title: "a WebSocket message", other: .trusted, fields: [Field("body", .attacker)] + messageFields)

  private static let messageFields: [Field] = [
    Field("headers", .attacker), Field("multiValueHeaders", .attacker),
    Field("queryStringParameters", .attacker), Field("multiValueQueryStringParameters", .attacker),
    Field("requestContext", .trusted), Field("requestContext.identity.userAgent", .attacker),
    Field(
      "requestContext.authorizer", .conditional,
      writer: "signed-in users, where a claim is theirs to choose"),
    Field("isBase64Encoded", .trusted), Field("stageVariables", .trusted),
  ]

  static let graphQL = EventSchema(
    title: "a GraphQL request", other: .conditional,
    fields: [
      Field("arguments", .attacker), Field("request.headers", .attacker),
      Field("info.selectionSetList", .attacker),
      Field("info.selectionSetGraphQL", .attacker), Field("info.variables", .attacker),
      Field("info.fieldName", .trusted), Field("info.parentTypeName", .trusted),
      Field("source", .conditional, writer: "whoever wrote the parent object"),
      Field("identity", .trusted),
      Field("identity.claims", .conditional, writer: "signed-in users, where a claim is theirs to choose"),
      Field("identity.sub", .trusted), Field("identity.username", .conditional),
      Field("typeName", .trusted), Field("fieldName", .trusted), Field("prev", .conditional),
      Field("stash", .conditional),
      // Resolvers with templates of their own often pass the arguments at the top.
      Field("args", .attacker), Field("input", .attacker), Field("field", .trusted),
    ])

  static let authorizer = EventSchema(
    title: "an authorization request", other: .trusted,
    fields: [
      Field("authorizationToken", .attacker), Field("headers", .attacker),
      Field("multiValueHeaders", .attacker),
      Field("queryStringParameters", .attacker), Field("multiValueQueryStringParameters", .attacker),
      Field("pathParameters", .attacker), Field("path", .attacker), Field("rawPath", .attacker),
      Field("rawQueryString", .attacker), Field("cookies", .attacker), Field("identitySource", .attacker),
      Field("methodArn", .conditional, writer: "callers, by the path they ask for"),
      Field("routeArn", .conditional, writer: "callers, by the path they ask for"),
      Field("requestContext", .trusted), Field("stageVariables", .trusted), Field("type", .trusted),
    ])

  static let edge = EventSchema(
    title: "a CloudFront request", other: .trusted,
    fields: [
      Field("Records[].cf.request.uri", .attacker), Field("Records[].cf.request.querystring", .attacker),
      Field("Records[].cf.request.headers", .attacker), Field("Records[].cf.request.body.data", .attacker),
      Field("Records[].cf.request.origin", .trusted), Field("Records[].cf.request.method", .trusted),
      Field("Records[].cf.request.clientIp", .conditional), Field("Records[].cf.config", .trusted),
      Field("Records[].cf.response", .conditional, writer: "the origin"),
      // CloudFront's own functions have the request at the top.
      Field("request.uri", .attacker), Field("request.querystring", .attacker),
      Field("request.headers", .attacker),
      Field("request.cookies", .attacker),
    ])
}
