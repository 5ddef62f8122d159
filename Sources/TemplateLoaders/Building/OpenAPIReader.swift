internal import ApplicationModel
internal import Documents
internal import FindingModel

/// Reads routes and authorizers out of an API's OpenAPI 2 or 3 body.
struct OpenAPIReader {
  private let body: Resolved
  private let kind: API.Kind
  private(set) var authorizers: [APIAuthorizer] = []

  private static let methods = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "x-amazon-apigateway-any-method",
  ]

  init(_ body: Resolved, kind: API.Kind) {
    self.body = body
    self.kind = kind
    let schemes = body["securityDefinitions"] ?? body["components", "securitySchemes"]
    authorizers = (schemes?.entries ?? []).map { authorizer(name: $0.key, scheme: $0.value) }
  }

  /// Routes in the order written, `OPTIONS` mocks for cross-origin calls included.
  var routes: [Route] {
    (body["paths"]?.entries ?? []).flatMap { path in
      path.value.entries.compactMap { method -> Route? in
        guard Self.methods.contains(method.key.lowercased()) else { return nil }
        return route(path: path.key, method: method)
      }
    }
  }

  var resourcePolicy: PolicyDocument? {
    body["x-amazon-apigateway-policy"].map(PolicyReader.document)
  }

  var cors: CORSConfiguration? {
    guard let cors = body["x-amazon-apigateway-cors"] else { return nil }
    return CORSConfiguration(
      origins: cors.texts("allowOrigins"), allowsCredentials: cors.boolean("allowCredentials"),
      location: cors.location)
  }

  var gatewayResponses: [String] {
    (body["x-amazon-apigateway-gateway-responses"]?.entries ?? []).map(\.key)
  }

  private func route(path: String, method: ResolvedEntry) -> Route {
    let operation = method.value
    let name = method.key.hasPrefix("x-") ? "ANY" : method.key.uppercased()
    let integration = operation["x-amazon-apigateway-integration"]
    let security = security(of: operation)
    return Route(
      method: name, path: path, authorizer: security.authorizer, requiresAPIKey: security.requiresAPIKey,
      scopes: security.scopes, integration: integration.map(self.integration) ?? .none,
      isMapped: integration.map { IntegrationReader.isMapped(type: $0.string("type")) } ?? false,
      validatesRequest: operation["x-amazon-apigateway-request-validator"] != nil
        || body["x-amazon-apigateway-request-validator"] != nil,
      connection: nil, location: operation.isImplied ? operation.location : method.keyLocation,
      isImplied: operation.isImplied)
  }

  private func integration(_ value: Resolved) -> Integration {
    if kind == .http,
      let subtype = value.string("integrationSubtype").value ?? value.string("x-integrationSubtype").value
    {
      return .service(action: subtype.replacing("-", with: ":"), credentials: value.text("credentials"))
    }
    return IntegrationReader.rest(
      type: value.string("type"), uri: value.text("uri"), credentials: value.text("credentials"))
  }

  private func security(of operation: Resolved) -> (
    authorizer: Authorizer, requiresAPIKey: Value<Bool>, scopes: [Text]
  ) {
    // HTTP APIs honour the security of the whole document, REST APIs only that of each operation.
    let requirement = operation["security"] ?? (kind == .http ? body["security"] : nil)
    guard let requirement else { return (.none, .absent, []) }
    if let expression = requirement.expression { return (.unresolved(expression), .absent, []) }
    var found: [Authorizer] = []
    var key: Value<Bool> = .absent
    var scopes: [Text] = []
    // An empty requirement, `{}` or `NONE`, makes the operation open to everyone.
    for alternative in requirement.elements {
      for scheme in alternative.entries where scheme.key != "NONE" {
        scopes += scheme.value.asTexts.map(\.value)
        guard let authorizer = authorizers.first(where: { $0.name == scheme.key })?.authorizer else {
          found.append(
            scheme.key == "AWS_IAM" || scheme.key == "sigv4" ? .iam : .unresolved(Expression(scheme.key)))
          continue
        }
        if authorizer == .apiKey {
          key = .known(true, at: scheme.keyLocation)
        } else {
          found.append(authorizer)
        }
      }
    }
    return (found.first ?? .none, key, scopes)
  }

  private func authorizer(name: String, scheme: Resolved) -> APIAuthorizer {
    let details = scheme["x-amazon-apigateway-authorizer"]
    return APIAuthorizer(
      name: name, authorizer: authorizer(scheme: scheme, details: details),
      cacheSeconds: details?.integer("authorizerResultTtlInSeconds") ?? .absent,
      identitySources: details?["identitySource"].map { $0.asTexts.map(\.value) }, location: scheme.location)
  }

  private func authorizer(scheme: Resolved, details: Resolved?) -> Authorizer {
    let kind = scheme.string("x-amazon-apigateway-authtype").value?.lowercased()
    if kind == "awssigv4" || scheme.string("type").value == "sigv4" { return .iam }
    guard let details else {
      let isKey =
        scheme.string("type").value == "apiKey" && scheme.string("name").value?.lowercased() == "x-api-key"
      return isKey ? .apiKey : .unresolved(Expression("a security scheme without an authorizer"))
    }
    switch details.string("type").value?.lowercased() {
    case "cognito_user_pools":
      return .userPool(
        details.texts("providerARNs").first.map { .known($0.value, at: $0.location) } ?? .absent)
    case "jwt":
      let configuration = details["jwtConfiguration"]
      return .jwt(
        issuer: configuration?.text("issuer") ?? .absent, audience: configuration?.texts("audience") ?? [],
        at: details.location)
    case "token", "request":
      return .function(details.text("authorizerUri"))
    default:
      return .function(details.text("authorizerUri"))
    }
  }
}
