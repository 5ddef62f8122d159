internal import Documents
internal import FindingModel

/// What becomes of each property of AWS::Serverless::WebSocketApi.
private enum WebSocketProperties {
  static let ofAPI: Set<String> = [
    "ApiKeySelectionExpression", "Description", "DisableExecuteApiEndpoint", "DisableSchemaValidation",
    "IpAddressType", "Name", "RouteSelectionExpression",
  ]
  static let ofStage: Set<String> = [
    "AccessLogSettings", "DefaultRouteSettings", "RouteSettings", "StageVariables",
  ]
  static let consumed: Set<String> = [
    "Auth", "Domain", "Routes", "StageName", "Tags", "PropagateTags", "FailOnWarnings",
  ]
  static let ofRoute: Set<String> = [
    "ApiKeyRequired", "ModelSelectionExpression", "OperationName", "RequestModels", "RequestParameters",
    "RouteResponseSelectionExpression",
  ]
}

extension Assembly {
  private static let webSocketMark = "websocketapi:createdBy"

  /// AWS::Serverless::WebSocketApi: the API, its routes with integrations, its stage and domain.
  mutating func webSocketAPI(_ api: SAMResource) {
    let make = Implied(at: api.idLocation)
    var properties: [Entry] = []
    var stage: [Entry] = []
    for entry in api.properties.entries where !entry.value.isNull {
      if WebSocketProperties.ofAPI.contains(entry.key) {
        properties.append(entry)
      } else if WebSocketProperties.ofStage.contains(entry.key) {
        stage.append(entry)
      } else if !WebSocketProperties.consumed.contains(entry.key) {
        problem(at: entry.keyLocation, "AWS::Serverless::WebSocketApi has no property '\(entry.key)'.")
        properties.append(entry)
      }
    }
    if api["Name"] == nil { properties.append(Entry("Name", at: make.place, make.text(api.id))) }
    properties +=
      make.map([
        "ProtocolType": make.text("WEBSOCKET"), "Tags": tagMap(of: api, mark: Self.webSocketMark, make),
      ]).entries
    // SAM takes over no other attribute of a WebSocket API, not even its condition.
    let attributes = api.ownAttributes.filter { $0.key == "DependsOn" }
    for attribute in api.inheritedAttributes {
      problem(
        at: attribute.keyLocation, "SAM ignores the \(attribute.key) of the WebSocket API '\(api.id)'.",
        isError: false)
    }
    replace(api, with: "AWS::ApiGatewayV2::Api", make.map(properties), attributes: attributes)
    let routeIDs = webSocketRoutes(of: api)
    let stageID = webSocketStage(of: api, entries: stage, routeIDs: routeIDs)
    domainV2(of: api, stageID: stageID, tag: Self.webSocketMark, isWebSocket: true)
  }

  private mutating func webSocketStage(of api: SAMResource, entries: [Entry], routeIDs: [String]) -> String {
    let name = api["StageName"]
    let make = Implied(at: name?.location ?? api.idLocation)
    let stageID = api.id + (name == nil ? "Default" : Self.stageName(name)) + "Stage"
    let properties = make.map(
      entries
        + make.map([
          "ApiId": make.ref(api.id), "StageName": name ?? make.text("default"), "AutoDeploy": make.flag(true),
          "Tags": tagMap(of: api, mark: Self.webSocketMark, make, onlyIfPropagated: true),
        ]).entries)
    // Settings of routes can only be set once the routes are there.
    imply(
      stageID, "AWS::ApiGatewayV2::Stage", properties, dependsOn: api["RouteSettings"] == nil ? [] : routeIDs,
      at: make.place)
    references["\(api.id).Stage"] = stageID
    return stageID
  }

  private mutating func webSocketRoutes(of api: SAMResource) -> [String] {
    guard let routes = api["Routes"], routes.isPlainMapping else {
      problem(at: api["Routes"]?.location ?? api.location, "The API '\(api.id)' has no map of Routes.")
      return []
    }
    return routes.entries.compactMap { entry in
      guard entry.value.isPlainMapping, let function = entry.value.present("FunctionArn") else {
        problem(at: entry.value.location, "The route '\(entry.key)' of '\(api.id)' has no FunctionArn.")
        return nil
      }
      return webSocketRoute(entry, function: function, of: api)
    }
  }

  private mutating func webSocketRoute(_ entry: Entry, function: Node, of api: SAMResource) -> String {
    let make = Implied(at: entry.keyLocation)
    let prefix = api.id + Self.routeName(entry.key)
    let known = WebSocketProperties.ofRoute.union(["FunctionArn", "IntegrationTimeout"])
    for property in entry.value.entries where !known.contains(property.key) {
      problem(at: property.keyLocation, "A route has no property '\(property.key)'.")
    }
    let pattern = "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/"
    let integration = make.map([
      "ApiId": make.ref(api.id), "IntegrationType": make.text("AWS_PROXY"),
      "IntegrationUri": make.sub(pattern + "${FunctionArn}/invocations", ["FunctionArn": function]),
      "TimeoutInMillis": entry.value.present("IntegrationTimeout"),
    ])
    imply(
      prefix + "Integration", "AWS::ApiGatewayV2::Integration", integration,
      at: make.place)
    let integrationRef = make.ref(prefix + "Integration")
    let target = make.call(
      "Fn::Join", make.list([make.text("/"), make.list([make.text("integrations"), integrationRef])]))
    let route = make.map(
      entry.value.entries.filter { WebSocketProperties.ofRoute.contains($0.key) && !$0.value.isNull }
        + make.map(["ApiId": make.ref(api.id), "RouteKey": make.text(entry.key), "Target": target]).entries
        + (entry.key == "$connect" ? webSocketAuth(of: api, prefix: prefix) : []))
    imply(
      prefix + "Route", "AWS::ApiGatewayV2::Route", route, at: make.place)
    permitRoute(entry.key, id: prefix + "Permission", function: function, of: api, make)
    return prefix + "Route"
  }

  private mutating func permitRoute(
    _ key: String, id: String, function: Node, of api: SAMResource, _ make: Implied
  ) {
    let prefix = "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${\(api.id).ApiId}/"
    let name = api["StageName"]
    let source =
      name.map { $0.text == nil } == true
      ? make.sub(prefix + "${__StageName__}/" + key, ["__StageName__": name])
      : make.sub(prefix + (name?.text ?? "default") + "/" + key)
    let permission = InvokePermission(principal: "apigateway.amazonaws.com", sourceARN: source)
    imply(
      id, "AWS::Lambda::Permission", permission.properties(function: function, make),
      at: make.place)
  }

  /// `$connect` as `Connect`.
  private static func routeName(_ key: String) -> String {
    LogicalID.alphanumeric(key).capitalizedFirst
  }

  /// Authorization of the connecting route; the others run over the open connection.
  private mutating func webSocketAuth(of api: SAMResource, prefix: String) -> [Entry] {
    guard let auth = api["Auth"] else { return [] }
    guard auth.isPlainMapping, let type = auth.present("AuthType") else {
      problem(at: auth.location, "The Auth of '\(api.id)' has no AuthType.")
      return []
    }
    let make = Implied(at: auth.location)
    var entries = [Entry("AuthorizationType", at: type.location, type)]
    guard type.text == "CUSTOM" else { return entries }
    guard let function = auth.present("AuthArn") else {
      problem(at: auth.location, "The custom Auth of '\(api.id)' has no AuthArn.")
      return entries
    }
    let id = prefix + "Authorizer"
    let pattern = "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/"
    let authorizer = make.map([
      "ApiId": make.ref(api.id), "AuthorizerType": make.text("REQUEST"),
      "AuthorizerUri": make.sub(pattern + "${AuthArn}/invocations", ["AuthArn": function]),
      "AuthorizerCredentialsArn": auth.present("InvokeRole"),
      "IdentitySource": auth.present("IdentitySource"),
      "Name": auth.present("Name") ?? make.text(id),
    ])
    imply(
      id, "AWS::ApiGatewayV2::Authorizer", authorizer, at: make.place)
    if auth.present("InvokeRole") == nil { permitAuthorizer("", function: function, of: api, at: make.place) }
    entries.append(Entry("AuthorizerId", at: make.place, make.ref(id)))
    return entries
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst().lowercased() }
}
