internal import Documents
internal import FindingModel

extension ServiceCompiler {
  private static let httpMethods = ["GET", "POST", "PUT", "PATCH", "OPTIONS", "HEAD", "DELETE"]

  private var settings: Node? { provider.property("httpApi") }

  /// The API of this stack, or the one `provider.httpApi.id` names.
  private var httpAPI: Draft { settings?.property("id").map(Draft.written) ?? .ref("HttpApi") }

  mutating func addHTTPAPI(_ events: [BoundEvent]) {
    guard let first = events.first else { return }
    var methods: [String] = ["OPTIONS"]
    var used: Set<String> = []
    for event in events {
      guard let route = route(of: event) else { continue }
      for method in route.method == "ANY" ? Self.httpMethods : [route.method] where !methods.contains(method)
      {
        methods.append(method)
      }
      addIntegration(event, route)
      if let name = addRoute(event, route) { used.insert(name) }
    }
    if settings?.property("id") == nil { addOwnAPI(methods, at: first.place) }
    addAuthorizers()
    for name in used.sorted() where settings?.property(path: "authorizers", name) == nil {
      problems.add(
        at: first.place, "the authorizer '\(name)' is not defined in 'provider.httpApi.authorizers'",
        isError: false)
    }
  }

  // MARK: Routes

  private struct Route {
    /// In capitals, `ANY` for all.
    let method: String
    /// The route key, `GET /users` or `$default`.
    let key: Draft
    /// The part of the logical id after `HttpApiRoute`.
    let name: String
  }

  private mutating func route(of event: BoundEvent) -> Route? {
    var method = event["method"]
    var path = event["path"]
    if let text = event.value.text, text != "*" {
      let parts = text.split(separator: " ").map(String.init)
      method = parts.first.map { .string($0, at: event.place) }
      path = parts.count > 1 ? .string(parts[1], at: event.place) : nil
    } else if event.value.text == "*" {
      path = event.value
    }
    guard let path else {
      problems.add(
        at: event.place, "the 'httpApi' event of the function '\(event.function.name)' has no path")
      return nil
    }
    if path.text == "*" { return Route(method: "ANY", key: "$default", name: "Default") }
    let verb = method?.text?.uppercased() ?? "ANY"
    let known = verb == "*" ? "ANY" : verb
    let route = path.text.map { "\(known) \($0)" }
    guard (route?.count { $0 == "/" } ?? 0) <= RestEndpoint.segments else {
      problems.add(
        at: event.place, "a path has more than \(RestEndpoint.segments) segments; its route is not read")
      return nil
    }
    return Route(
      method: known, key: .joined(.text(known + " "), .written(path)),
      name: route.map(LogicalNames.path) ?? LogicalNames.method(known) + "Unresolved")
  }

  /// - Returns: The name of the authorizer it uses, if it is one of the provider's.
  private mutating func addRoute(_ event: BoundEvent, _ route: Route) -> String? {
    let integration = "HttpApiIntegration" + event.function.normalizedName
    let authorization = authorization(of: event)
    stack.putUnique(
      StackResource(
        type: "AWS::ApiGatewayV2::Route",
        properties: .map(
          [
            ("ApiId", httpAPI), ("RouteKey", route.key),
            ("Target", .joined("integrations/", .ref(integration))),
          ] + authorization.properties),
        attributes: [("DependsOn", .text(integration))], place: event.place), as: "HttpApiRoute" + route.name)
    return authorization.name
  }

  private func authorization(of event: BoundEvent) -> (properties: [(String, Draft)], name: String?) {
    guard let authorizer = event["authorizer"], !authorizer.isOff else {
      return ([("AuthorizationType", "NONE")], nil)
    }
    if UnresolvedVariable.kind(of: authorizer) != nil {
      return ([("AuthorizationType", .written(authorizer))], nil)
    }
    let type = authorizer["type"]?.text
    if type == "aws_iam" {
      return (
        [("AuthorizationType", .written(.string("AWS_IAM", at: authorizer.location, isImplied: false)))], nil
      )
    }
    let name = authorizer.text ?? authorizer["name"]?.text
    let kind = type ?? name.flatMap { settings?.property(path: "authorizers", $0)?["type"]?.text }
    let id: Draft =
      authorizer.property("id").map(Draft.written)
      ?? .ref("HttpApiAuthorizer" + LogicalNames.normalized(deployedAuthorizer(name ?? "")))
    return (
      [
        ("AuthorizationType", kind == "request" ? "CUSTOM" : "JWT"), ("AuthorizerId", id),
        ("AuthorizationScopes", .optional(authorizer["scopes"])),
      ], authorizer.property("id") == nil ? name : nil
    )
  }

  /// An authorizer may have another name than the key it is defined under.
  private func deployedAuthorizer(_ key: String) -> String {
    settings?.property(path: "authorizers", key)?["name"]?.text ?? key
  }

  private mutating func addIntegration(_ event: BoundEvent, _ route: Route) {
    let function = event.function
    let id = "HttpApiIntegration" + function.normalizedName
    guard !stack.contains(id) else { return }
    let payload = function.node.property(path: "httpApi", "payload") ?? settings?.property("payload")
    stack.put(
      StackResource(
        type: "AWS::ApiGatewayV2::Integration",
        properties: [
          "ApiId": httpAPI, "IntegrationType": "AWS_PROXY", "IntegrationUri": function.target,
          "PayloadFormatVersion": payload.map(Draft.written) ?? "2.0", "TimeoutInMillis": 30000,
        ], place: event.place), as: id)
    permit(
      "apigateway.amazonaws.com", from: .arn("execute-api", httpAPI, "/*"), toCall: function.target,
      as: function.normalizedName + "LambdaPermissionHttpApi", at: event.place)
  }

  // MARK: API and stage

  private mutating func addOwnAPI(_ methods: [String], at place: SourceLocation) {
    let place = settings?.location ?? place
    let shouldStartWithService = settings?["shouldStartNameWithService"]?.boolean == true
    let name: Draft =
      settings?.property("name").map(Draft.written)
      ?? (shouldStartWithService
        ? service.prefix : .joined(.written(service.stage), "-", .written(service.name)))
    stack.put(
      StackResource(
        type: "AWS::ApiGatewayV2::Api",
        properties: [
          "Name": name, "ProtocolType": "HTTP", "CorsConfiguration": httpCORS(methods),
          "DisableExecuteApiEndpoint": .optional(settings?["disableDefaultEndpoint"]),
        ], place: place), as: "HttpApi")
    let logs = provider.property(path: "logs", "httpApi")
    let isLogged = logs?.isOff == false
    if isLogged {
      stack.put(
        logGroupResource(
          named: logs?.property("logGroup").map(Draft.written) ?? .joined("/aws/http-api/", service.prefix),
          at: logs?.location ?? place), as: "HttpApiLogGroup")
    }
    let fields = ["requestId", "identity.sourceIp", "routeKey", "status"].map { "$context.\($0)" }
    stack.put(
      StackResource(
        type: "AWS::ApiGatewayV2::Stage",
        properties: [
          "ApiId": .ref("HttpApi"), "StageName": "$default", "AutoDeploy": true,
          "DefaultRouteSettings": [
            "DetailedMetricsEnabled": settings?.property("metrics").map(Draft.written) ?? false
          ],
          "AccessLogSettings": isLogged
            ? [
              "DestinationArn": .attribute("Arn", of: "HttpApiLogGroup"),
              "Format": logs?.property("format").map(Draft.written) ?? .text(fields.joined(separator: " ")),
            ] : .absent,
        ], place: logs?.location ?? place), as: "HttpApiStage")
  }

  private func httpCORS(_ methods: [String]) -> Draft {
    guard let cors = settings?.property("cors"), !cors.isOff else { return .absent }
    func list(_ key: String) -> Draft? { cors.property(key).map { .list($0.oneOrMore.map(Draft.written)) } }
    let configuration = Draft.map([
      ("AllowOrigins", list("allowedOrigins") ?? ["*"]),
      ("AllowHeaders", list("allowedHeaders") ?? .list(Self.corsHeaders.map(Draft.text))),
      ("AllowMethods", list("allowedMethods") ?? .list(methods.map(Draft.text))),
      ("AllowCredentials", .optional(cors["allowCredentials"])),
      ("ExposeHeaders", list("exposedResponseHeaders") ?? .absent), ("MaxAge", .optional(cors["maxAge"])),
    ])
    return .written(configuration.node(at: cors.location))
  }

  // MARK: Authorizers

  private mutating func addAuthorizers() {
    for entry in settings?.property("authorizers")?.entries ?? [] where entry.value.isOwnMapping {
      addAuthorizer(entry.value, named: entry.value["name"]?.text ?? entry.key)
    }
  }

  private mutating func addAuthorizer(_ authorizer: Node, named name: String) {
    let isRequest = authorizer["type"]?.text == "request"
    let source = authorizer.property("identitySource")
    var properties: [(String, Draft)] = [
      ("ApiId", httpAPI), ("Name", .text(name)),
      ("IdentitySource", source.map { .list($0.oneOrMore.map(Draft.written)) } ?? .list([])),
    ]
    if isRequest {
      properties += requestAuthorizer(authorizer, named: name)
    } else {
      let audience = authorizer.property("audience").map { Draft.list($0.oneOrMore.map(Draft.written)) }
      properties += [
        ("AuthorizerType", "JWT"),
        (
          "JwtConfiguration", ["Audience": audience ?? .absent, "Issuer": .optional(authorizer["issuerUrl"])]
        ),
      ]
    }
    stack.put(
      StackResource(
        type: "AWS::ApiGatewayV2::Authorizer", properties: .map(properties), place: authorizer.location),
      as: "HttpApiAuthorizer" + LogicalNames.normalized(name))
  }

  private mutating func requestAuthorizer(_ authorizer: Node, named name: String) -> [(String, Draft)] {
    let functionName = authorizer["functionName"]?.text ?? ""
    let target: Draft =
      authorizer.property("functionArn").map(Draft.written)
      ?? function(named: functionName)?.target
      ?? .attribute("Arn", of: LogicalNames.normalized(functionName) + "LambdaFunction")
    if authorizer["managedExternally"]?.boolean != true {
      permit(
        "apigateway.amazonaws.com", from: .arn("execute-api", httpAPI, "/*"), toCall: target,
        as: LogicalNames.normalized(name) + "LambdaAuthorizerPermissionHttpApi", at: authorizer.location)
    }
    return [
      ("AuthorizerType", "REQUEST"),
      (
        "AuthorizerUri",
        .joined(
          "arn:", .ref("AWS::Partition"), ":apigateway:", .ref("AWS::Region"),
          ":lambda:path/2015-03-31/functions/",
          target, "/invocations")
      ),
      ("EnableSimpleResponses", .optional(authorizer["enableSimpleResponses"])),
      ("AuthorizerResultTtlInSeconds", .optional(authorizer["resultTtlInSeconds"])),
      ("AuthorizerPayloadFormatVersion", authorizer.property("payloadVersion").map(Draft.written) ?? "2.0"),
    ]
  }
}
