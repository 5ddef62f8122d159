internal import Documents
internal import FindingModel

extension Assembly {
  private static let restEventProperties: Set<String> = [
    "Path", "Method", "RestApiId", "Auth", "RequestModel", "RequestParameters", "TimeoutInMillis",
    "ResponseTransferMode", "UnescapeMappingTemplate",
  ]

  /// Api event of a function: a route, and the permission for API Gateway to call the function.
  mutating func restEvent(_ event: SAMEvent, target: InvocationTarget) {
    checkProperties(of: event, known: Self.restEventProperties)
    guard let (apiID, path, method) = restRoute(event) else { return }
    let make = event.make
    let suffix = stageSuffix(of: apiID)
    let permission = InvokePermission(
      principal: "apigateway.amazonaws.com",
      sourceARN: executionARN(
        api: event["RestApiId"] ?? make.ref(apiID), method: method, path: path, make))
    permit(permission, for: event, target: target, id: event.id + "Permission" + suffix)
    let route = APIRoute(event: event, path: path, method: method, target: .function(target))
    routes[apiID, default: []].append(route)
  }

  /// Api event of a state machine: a route that starts an execution with a role of its own.
  mutating func stateMachineRoute(_ event: SAMEvent, targetID: String) {
    checkProperties(of: event, known: Self.restEventProperties)
    guard let (apiID, path, method) = restRoute(event) else { return }
    let roleARN = startRole(event, targetID: targetID, service: "apigateway.amazonaws.com")
    let target = APIRoute.Target.stateMachine(id: targetID, roleARN: roleARN)
    routes[apiID, default: []].append(APIRoute(event: event, path: path, method: method, target: target))
  }

  private mutating func restRoute(_ event: SAMEvent) -> (api: String, path: String, method: String)? {
    guard let path = need("Path", of: event), let method = need("Method", of: event) else { return nil }
    guard let pathText = resolved(path).text, let methodText = resolved(method).text else {
      problem(at: event.location, "Path and Method of the event '\(event.name)' are not known here.")
      return nil
    }
    guard let api = event["RestApiId"] else { return (ImplicitAPIs.restID, pathText, methodText) }
    guard let id = api.namedResource else { return ("", pathText, methodText) }
    return (id, pathText, methodText)
  }

  /// The part of a permission's id that names the stage.
  private func stageSuffix(of apiID: String) -> String {
    guard let api = resource(apiID), api.type == "AWS::Serverless::Api" else {
      return apiID == ImplicitAPIs.restID ? "Prod" : "Stage"
    }
    guard let name = api["StageName"], name.text != nil else { return "Stage" }
    return Self.stageName(name)
  }

  func executionARN(api: Node, method: String, path: String, _ make: Implied) -> Node {
    let verb = method.lowercased() == "any" ? "*" : method.uppercased()
    let pattern = APIRoute.pattern(of: path)
    let slash = pattern.hasPrefix("/") ? "" : "/"
    return make.sub(
      "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:"
        + "${__ApiId__}/${__Stage__}/\(verb)\(slash)\(pattern)",
      ["__ApiId__": api, "__Stage__": make.text("*")])
  }

  /// HttpApi event: like Api, with a route for everything where no path is given.
  mutating func httpEvent(_ event: SAMEvent, target: InvocationTarget) {
    checkProperties(
      of: event,
      known: [
        "Path", "Method", "ApiId", "Auth", "TimeoutInMillis", "PayloadFormatVersion", "RouteSettings",
      ])
    let make = event.make
    guard let path = httpPath(event) else { return }
    let method = event["Method"].map(resolved)?.text ?? "x-amazon-apigateway-any-method"
    let apiID = event["ApiId"].map { $0.namedResource ?? "" } ?? ImplicitAPIs.httpID
    let route = APIRoute(event: event, path: path, method: method, target: .function(target))
    // The permission of a route for everything covers the routes that come after it.
    let isCovered = path != "$default" && target.aliasID == nil && hasDefaultRoute(to: event.owner, in: apiID)
    routes[apiID, default: []].append(route)
    if isCovered { return }
    let api = event["ApiId"] ?? make.ref(apiID)
    let isAny = route.method == APIRoute.anyMethod
    let prefix =
      "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${__ApiId__}/${__Stage__}/"
    let source =
      path == "$default"
      ? defaultARN(api, make)
      : path == "/$default"
        ? make.sub(prefix + "$default", ["__ApiId__": api, "__Stage__": make.text("*")])
        : executionARN(api: api, method: isAny ? "any" : method, path: path, make)
    let permission = InvokePermission(principal: "apigateway.amazonaws.com", sourceARN: source)
    permit(permission, for: event, target: target)
  }

  private mutating func httpPath(_ event: SAMEvent) -> String? {
    guard let path = event["Path"] else {
      if event["Method"] != nil {
        problem(at: event.location, "The HttpApi event '\(event.name)' has a Method but no Path.")
      }
      return "$default"
    }
    guard let text = resolved(path).text else {
      problem(at: path.location, "The Path of the event '\(event.name)' is not known here.")
      return nil
    }
    return text
  }

  private func defaultARN(_ api: Node, _ make: Implied) -> Node {
    make.sub(
      "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${__ApiId__}/${__Stage__}/*",
      ["__ApiId__": api, "__Stage__": make.text("*")])
  }

  /// Whether the route for everything, from an earlier event or the written definition, calls this function.
  private func hasDefaultRoute(to owner: SAMResource, in apiID: String) -> Bool {
    let isEarlier = (routes[apiID] ?? []).contains { route in
      route.path == "$default" && route.method == APIRoute.anyMethod && route.event.owner.id == owner.id
    }
    if isEarlier { return true }
    let paths = resource(apiID)?["DefinitionBody"]?.present("paths")
    let operation = paths?.present("$default")?.present(APIRoute.anyMethod)
    let uri = operation?[path: "x-amazon-apigateway-integration", "uri"]
    guard let (name, argument) = uri?.intrinsic, name == "Fn::Sub" else { return false }
    return (argument.text ?? argument.elements.first?.text)?.contains("${\(owner.id).") ?? false
  }
}
