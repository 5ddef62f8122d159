internal import Documents
internal import FindingModel

/// What routes of events add to the definition of a REST API.
extension Assembly {
  mutating func add(
    _ routes: [APIRoute], to document: inout OpenAPIDocument, of api: SAMResource, isOpenAPI3: Bool
  ) {
    reportDuplicates(routes, of: api)
    for route in routes {
      let make = route.event.make
      var operation = make.map(["x-amazon-apigateway-integration": integration(of: route, api: api)])
      operation.set("responses", to: responses(of: route, make))
      addModel(of: route, to: &operation, document: &document, api: api, isOpenAPI3: isOpenAPI3)
      addParameters(of: route, to: &operation)
      document.edit(path: route.path, method: route.method, at: route.event.location) { known in
        let whole = Self.merged(operation, over: known)
        return route.condition.map { make.choose($0, whole) } ?? whole
      }
    }
  }

  private mutating func reportDuplicates(_ routes: [APIRoute], of api: SAMResource) {
    var known: Set<String> = []
    for route in routes where !known.insert(route.method + " " + route.path).inserted {
      problem(
        at: route.event.location,
        "Another event of '\(api.id)' has the same method and the path '\(route.path)'; the later one counts."
      )
    }
  }

  /// With MergeDefinitions the user's operation stays, except for what the event says.
  private static func merged(_ operation: Node, over known: Node?) -> Node {
    guard let known, known.isPlainMapping else { return operation }
    var result = known
    for entry in operation.entries { result.set(entry.key, to: entry.value) }
    return result
  }

  private func integration(of route: APIRoute, api: SAMResource) -> Node {
    let make = route.event.make
    switch route.target {
    case .function(let target):
      let streams = route["ResponseTransferMode"]?.text == "RESPONSE_STREAM"
      let uri = Self.invocationURI(target, streams: streams, make)
      var integration = make.map([
        "httpMethod": make.text("POST"), "type": make.text("aws_proxy"),
        "uri": route.condition.map { make.choose($0, uri) } ?? uri,
        "timeoutInMillis": route["TimeoutInMillis"],
        "responseTransferMode": streams ? make.text("STREAM") : nil,
      ])
      if let credentials = credentials(of: route, api: api) {
        integration.set("credentials", to: credentials)
      }
      return integration
    case .stateMachine(let id, let roleARN):
      let codes = ["200", "400"].map { Entry($0, at: make.place, make.map(["statusCode": make.text($0)])) }
      let uri = make.sub("arn:${AWS::Partition}:apigateway:${AWS::Region}:states:action/StartExecution")
      return make.map([
        "type": make.text("aws"), "httpMethod": make.text("POST"),
        "uri": route.condition.map { make.choose($0, uri) } ?? uri,
        "responses": make.map(codes), "credentials": roleARN,
        "requestTemplates": make.map(["application/json": make.sub(Self.startTemplate(id, route))]),
        "timeoutInMillis": route["TimeoutInMillis"],
      ])
    }
  }

  /// The mapping template that hands a request's body to `StartExecution`.
  private static func startTemplate(_ id: String, _ route: APIRoute) -> String {
    // Escaping for JavaScript also escapes single quotes, which JSON does not allow.
    let unescape = route["UnescapeMappingTemplate"]?.boolean == true ? #".replaceAll("\\'","'")"# : ""
    return #"{"input": "$util.escapeJavaScript($input.json('$'))"# + unescape
      + #"", "stateMachineArn": "${"# + id + #"}"}"#
  }

  private func responses(of route: APIRoute, _ make: Implied) -> Node {
    guard case .stateMachine = route.target else { return make.map([]) }
    return make.map([
      "200": make.map(["description": make.text("OK")]),
      "400": make.map(["description": make.text("Bad Request")]),
    ])
  }

  /// The role a call assumes where IAM authorises it: the caller's own, unless another is named.
  private func credentials(of route: APIRoute, api: SAMResource) -> Node? {
    let auth = api["Auth"]
    let authorizer = route.auth?.present("Authorizer") ?? auth?.present("DefaultAuthorizer")
    guard authorizer?.text == "AWS_IAM" else { return nil }
    let make = route.event.make
    // A role that is written as null is no role, not the default.
    let role = route.auth?["InvokeRole"] ?? auth?["InvokeRole"] ?? make.text("CALLER_CREDENTIALS")
    if role.isNull || role.text == "NONE" { return nil }
    if role.text == "CALLER_CREDENTIALS" { return make.text("arn:aws:iam::*:user/*") }
    return role
  }

  private mutating func addModel(
    of route: APIRoute, to operation: inout Node, document: inout OpenAPIDocument, api: SAMResource,
    isOpenAPI3: Bool
  ) {
    guard let request = route["RequestModel"] else { return }
    let make = Implied(at: request.location)
    guard request.isPlainMapping, let name = request.present("Model")?.text else {
      problem(at: request.location, "The RequestModel of '\(route.event.name)' names no Model.")
      return
    }
    if api["Models"]?.present(name) == nil, api["Models"]?.isIntrinsic != true {
      problem(at: request.location, "'\(api.id)' has no model '\(name)'.")
    }
    let model = name.lowercased()
    if isOpenAPI3 {
      let schema = make.map(["$ref": make.text("#/components/schemas/\(model)")])
      let content = make.map(["application/json": make.map(["schema": schema])])
      operation.set(
        "requestBody", to: make.map(["content": content, "required": request.present("Required")]))
    } else {
      let schema = make.map(["$ref": make.text("#/definitions/\(model)")])
      let parameter = make.map([
        "in": make.text("body"), "name": make.text(model), "schema": schema,
        "required": request.present("Required"),
      ])
      operation.set(
        "parameters", to: make.list((operation.present("parameters")?.elements ?? []) + [parameter]))
    }
    addValidator(request, to: &operation, document: &document, make)
  }

  private func addValidator(
    _ request: Node, to operation: inout Node, document: inout OpenAPIDocument, _ make: Implied
  ) {
    guard request.present("ValidateBody") != nil || request.present("ValidateParameters") != nil else {
      return
    }
    let body = request.present("ValidateBody")?.boolean ?? false
    let parameters = request.present("ValidateParameters")?.boolean ?? false
    let name: String
    switch (body, parameters) {
    case (true, true): name = "body-and-params"
    case (true, false): name = "body-only"
    case (false, true): name = "params-only"
    case (false, false): name = "no-validation"
    }
    let validator = make.map([
      "validateRequestBody": make.flag(body), "validateRequestParameters": make.flag(parameters),
    ])
    document.merge(
      [Entry(name, at: make.place, validator)], into: "x-amazon-apigateway-request-validators", at: make.place
    )
    operation.set("x-amazon-apigateway-request-validator", to: make.text(name))
  }

  private mutating func addParameters(of route: APIRoute, to operation: inout Node) {
    guard let wanted = route["RequestParameters"] else { return }
    guard wanted.isSequence else {
      problem(at: wanted.location, "The RequestParameters of '\(route.event.name)' are not a list.")
      return
    }
    var parameters = operation.present("parameters")?.elements ?? []
    var cached: [Node] = []
    for element in wanted.elements {
      let settings = element.entries.first?.value
      guard let name = element.text ?? element.entries.first?.key, let (place, key) = Self.parameter(name)
      else {
        problem(at: element.location, "This is no parameter of a request: method.request.header.Name is one.")
        continue
      }
      let make = Implied(at: element.location)
      parameters.append(
        make.map([
          "name": make.text(key), "in": make.text(place),
          "required": settings?.present("Required") ?? make.flag(false),
          "type": make.text("string"),
        ]))
      if settings?.present("Caching")?.boolean == true { cached.append(make.text(name)) }
    }
    operation.set("parameters", to: Node(.sequence(parameters), at: wanted.location))
    guard !cached.isEmpty, var integration = operation.present("x-amazon-apigateway-integration") else {
      return
    }
    integration.set("cacheKeyParameters", to: Implied(at: wanted.location).list(cached))
    operation.set("x-amazon-apigateway-integration", to: integration)
  }

  /// `method.request.querystring.name` as OpenAPI's place and name.
  private static func parameter(_ name: String) -> (place: String, key: String)? {
    let parts = name.split(separator: ".", maxSplits: 3)
    guard parts.count == 4, parts[0] == "method", parts[1] == "request" else { return nil }
    let places = ["querystring": "query", "path": "path", "header": "header"]
    return places[String(parts[2])].map { ($0, String(parts[3])) }
  }
}
