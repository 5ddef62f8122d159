internal import Documents
internal import FindingModel

extension ServiceCompiler {
  private var webSocketAPI: Draft {
    provider.property(path: "apiGateway", "websocketApiId").map(Draft.written) ?? .ref("WebsocketsApi")
  }

  mutating func addWebSocketAPI(_ events: [BoundEvent]) {
    guard let first = events.first else { return }
    var routes: [String] = []
    for event in events {
      guard let route = event.value.text == nil ? event["route"] : event.value else {
        problems.add(at: event.place, "the 'websocket' event of '\(event.function.name)' has no route")
        continue
      }
      addIntegration(of: event)
      routes.append(addRoute(route, event))
    }
    for function in service.functions where function.has("websocket") {
      grants.allow(
        ["execute-api:ManageConnections"],
        on: [.joined("arn:", .ref("AWS::Partition"), ":execute-api:*:*:*/@connections/*")], to: function,
        at: first.place)
    }
    stack.put(
      StackResource(
        type: "AWS::ApiGatewayV2::Deployment", properties: ["ApiId": webSocketAPI],
        attributes: [("DependsOn", .list(routes.map(Draft.text)))], place: first.place),
      as: "WebsocketsDeployment")
    if provider.property(path: "apiGateway", "websocketApiId") == nil { addOwnWebSocketAPI(at: first.place) }
  }

  private mutating func addOwnWebSocketAPI(at place: SourceLocation) {
    let name: Draft =
      provider.property("websocketsApiName").map(Draft.written)
      ?? .joined(.written(service.stage), "-", .written(service.name), "-websockets")
    stack.put(
      StackResource(
        type: "AWS::ApiGatewayV2::Api",
        properties: [
          "Name": name, "ProtocolType": "WEBSOCKET",
          "Description": .optional(provider["websocketsDescription"]),
          "RouteSelectionExpression": provider.property("websocketsApiRouteSelectionExpression").map(
            Draft.written)
            ?? "$request.body.action",
          "DisableExecuteApiEndpoint": .optional(
            provider.property(path: "apiGateway", "websocketDisableDefaultEndpoint")),
        ], place: place), as: "WebsocketsApi")
    let logs = provider.property(path: "logs", "websocket")
    let isLogged = logs?.isOff == false
    if isLogged {
      stack.put(
        logGroupResource(named: .joined("/aws/websocket/", service.prefix), at: logs?.location ?? place),
        as: "WebsocketsLogGroup")
    }
    let isExecutionLogged = isLogged && logs?["executionLogging"]?.boolean != false
    let level: Draft = isExecutionLogged ? logs?.property("level").map(Draft.written) ?? "INFO" : "OFF"
    let format = ["identity.sourceIp", "eventType", "routeKey", "connectionId", "requestId"].map {
      "$context.\($0)"
    }
    stack.put(
      StackResource(
        type: "AWS::ApiGatewayV2::Stage",
        properties: [
          "ApiId": webSocketAPI, "StageName": .written(service.stage),
          "DeploymentId": .ref("WebsocketsDeployment"),
          "DefaultRouteSettings": isLogged
            ? [
              "DataTraceEnabled": logs?.property("fullExecutionData").map(Draft.written) ?? true,
              "LoggingLevel": level,
            ] : .absent,
          "AccessLogSettings": isLogged && logs?["accessLogging"]?.boolean != false
            ? [
              "DestinationArn": .attribute("Arn", of: "WebsocketsLogGroup"),
              "Format": logs?.property("format").map(Draft.written) ?? .text(format.joined(separator: " ")),
            ] : .absent,
        ], place: logs?.location ?? place), as: "WebsocketsDeploymentStage")
  }

  private mutating func addIntegration(of event: BoundEvent) {
    let function = event.function
    let id = function.normalizedName + "WebsocketsIntegration"
    guard !stack.contains(id) else { return }
    stack.put(
      StackResource(
        type: "AWS::ApiGatewayV2::Integration",
        properties: [
          "ApiId": webSocketAPI, "IntegrationType": "AWS_PROXY",
          "IntegrationUri": invocation(of: function.target),
        ], place: event.place), as: id)
    // The framework limits this permission to no API.
    permit(
      "apigateway.amazonaws.com", from: .absent, toCall: function.target,
      as: function.normalizedName + "LambdaPermissionWebsockets", at: event.place)
  }

  private func invocation(of target: Draft) -> Draft {
    .joined(
      "arn:", .ref("AWS::Partition"), ":apigateway:", .ref("AWS::Region"),
      ":lambda:path/2015-03-31/functions/",
      target, "/invocations")
  }

  /// - Returns: The route's logical id.
  private mutating func addRoute(_ route: Node, _ event: BoundEvent) -> String {
    let authorizer = event["authorizer"].flatMap { $0.isOff ? nil : $0 }
    let authorizerID = authorizer.map { addWebSocketAuthorizer($0) }
    let response = event["routeResponseSelectionExpression"]
    let id = stack.putUnique(
      StackResource(
        type: "AWS::ApiGatewayV2::Route",
        properties: [
          "ApiId": webSocketAPI, "RouteKey": .written(route),
          "AuthorizationType": authorizerID == nil ? "NONE" : "CUSTOM",
          "AuthorizerId": authorizerID.map(Draft.ref) ?? .absent,
          "RouteResponseSelectionExpression": .optional(response),
          "Target": .joined("integrations/", .ref(event.function.normalizedName + "WebsocketsIntegration")),
        ], place: event.place), as: LogicalNames.webSocketRoute(route.text ?? "") + "WebsocketsRoute")
    if response != nil {
      stack.put(
        StackResource(
          type: "AWS::ApiGatewayV2::RouteResponse",
          properties: ["ApiId": webSocketAPI, "RouteId": .ref(id), "RouteResponseKey": "$default"],
          place: event.place), as: id + "Response")
    }
    return id
  }

  private mutating func addWebSocketAuthorizer(_ authorizer: Node) -> String {
    let text = authorizer.text
    let arn =
      text.map { $0.contains(":") } == true || authorizer.intrinsic != nil
      ? authorizer : authorizer.property("arn")
    let name = authorizer["name"]?.text ?? arn.map { LogicalNames.source(of: $0) } ?? text ?? ""
    let target: Draft =
      arn.map(Draft.written) ?? function(named: name)?.target
      ?? .attribute("Arn", of: LogicalNames.normalized(name) + "LambdaFunction")
    let id = LogicalNames.normalized(name) + "WebsocketsAuthorizer"
    stack.put(
      StackResource(
        type: "AWS::ApiGatewayV2::Authorizer",
        properties: [
          "ApiId": webSocketAPI, "Name": .text(name), "AuthorizerType": "REQUEST",
          "AuthorizerUri": invocation(of: target),
          "IdentitySource": authorizer.property("identitySource").map(Draft.written) ?? [
            "route.request.header.Auth"
          ],
        ], place: authorizer.location), as: id)
    permit(
      "apigateway.amazonaws.com", from: .absent, toCall: target,
      as: LogicalNames.normalized(name) + "LambdaPermissionWebsockets", at: authorizer.location)
    return id
  }
}
