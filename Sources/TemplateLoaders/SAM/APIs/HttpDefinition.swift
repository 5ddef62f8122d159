internal import Documents
internal import FindingModel

extension Assembly {
  /// `Body` or `BodyS3Location` of an HTTP API.
  mutating func httpDefinition(of api: SAMResource, routes: [APIRoute]) -> Entry {
    switch definition(ofAPI: api) {
    case .remote(let uri):
      let make = Implied(at: uri.location)
      for key in ["Auth", "CorsConfiguration"] where api[key] != nil {
        problem(
          at: uri.location, "\(key) of '\(api.id)' changes a definition that cannot be read.", isError: false)
      }
      return Entry(
        "BodyS3Location", at: uri.location, Self.packaged(uri, make, ["Bucket", "Key", "Version"]))
    case .written(let body):
      guard body.isPlainMapping else {
        if !body.isIntrinsic { problem(at: body.location, "The definition of '\(api.id)' is not a map.") }
        return Entry("Body", at: body.location, body)
      }
      var document = OpenAPIDocument(body)
      add(routes, to: &document, isManaged: false)
      finish(&document, of: api, routes: routes)
      return Entry("Body", at: body.location, document.node)
    case .managed:
      let make = Implied(at: api.idLocation)
      var document = emptyDefinition(Entry("openapi", at: make.place, make.text("3.0.1")), make)
      add(routes, to: &document, isManaged: true)
      wrapPaths(of: &document, routes: routes, apiID: api.id)
      finish(&document, of: api, routes: routes)
      return Entry("Body", at: api.idLocation, document.node)
    }
  }

  mutating func add(_ routes: [APIRoute], to document: inout OpenAPIDocument, isManaged: Bool) {
    for route in routes {
      guard case .function(let target) = route.target else { continue }
      let make = route.event.make
      let uri = Self.invocationURI(target, make)
      let integration = make.map([
        "type": make.text("aws_proxy"), "httpMethod": make.text("POST"),
        "payloadFormatVersion": route["PayloadFormatVersion"] ?? make.text("2.0"),
        "uri": route.condition.map { make.choose($0, uri) } ?? uri,
      ])
      document.edit(path: route.path, method: route.method, at: route.event.location) { known in
        guard let known, !known.isNull, !(isManaged && route.condition != nil) else {
          let operation = Self.operation(route, integration, make)
          return route.condition.map { make.choose($0, operation) } ?? operation
        }
        let isIntegrated = known.branches.contains { $0.present("x-amazon-apigateway-integration") != nil }
        let whole = known.mapBranches { Self.completed($0, route, integration, make) }
        return isIntegrated ? whole : route.condition.map { make.choose($0, whole) } ?? whole
      }
    }
  }

  private static func operation(_ route: APIRoute, _ integration: Node, _ make: Implied) -> Node {
    completed(make.map([]), route, integration, make)
  }

  /// Adds what an operation lacks; an integration that is there stays.
  private static func completed(_ operation: Node, _ route: APIRoute, _ integration: Node, _ make: Implied)
    -> Node
  {
    guard operation.isPlainMapping else { return operation }
    var operation = operation
    let key = "x-amazon-apigateway-integration"
    var own = operation.present(key) ?? integration
    if let timeout = route["TimeoutInMillis"] { own.set("timeoutInMillis", to: timeout) }
    if let version = route["PayloadFormatVersion"] { own.set("payloadFormatVersion", to: version) }
    operation.set(key, to: own)
    if route.path == "$default", operation.present("isDefaultRoute") == nil {
      operation.set("isDefaultRoute", to: make.flag(true))
    }
    if operation.present("responses") == nil { operation.set("responses", to: make.map([])) }
    addPathParameters(of: route.path, to: &operation, make)
    return operation
  }

  /// HTTP APIs must declare the variables of their paths.
  private static func addPathParameters(of path: String, to operation: inout Node, _ make: Implied) {
    var parameters = operation.present("parameters")?.elements ?? []
    for piece in path.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
      guard let end = piece.firstIndex(of: "}") else { continue }
      let name = String(piece[..<end])
      if let index = parameters.firstIndex(where: { $0["name"]?.text == name && $0["in"]?.text == "path" }) {
        parameters[index].set("required", to: make.flag(true))
      } else {
        parameters.append(
          make.map(["name": make.text(name), "in": make.text("path"), "required": make.flag(true)]))
      }
    }
    if !parameters.isEmpty { operation.set("parameters", to: make.list(parameters)) }
  }

  private mutating func finish(_ document: inout OpenAPIDocument, of api: SAMResource, routes: [APIRoute]) {
    let make = Implied(at: api.idLocation)
    addHttpAuth(of: api, routes: routes, to: &document)
    if let cors = api["CorsConfiguration"] { addHttpCORS(cors, to: &document) }
    if let name = api["Name"] { setInfo("title", name, in: &document) }
    if let description = api["Description"] { setInfo("description", description, in: &document) }
    if let disabled = api["DisableExecuteApiEndpoint"] { disable(disabled, in: &document) }
    var tags = document.node.present("tags")?.elements ?? []
    let own = api["Tags"]?.isPlainMapping == true ? api["Tags"]?.entries ?? [] : []
    for tag in own + [Entry("httpapi:createdBy", at: make.place, make.text("SAM"))] {
      let entry = make.map(["name": make.text(tag.key), "x-amazon-apigateway-tag-value": tag.value])
      if let index = tags.firstIndex(where: { $0["name"]?.text == tag.key }) {
        tags[index].set("x-amazon-apigateway-tag-value", to: tag.value)
      } else {
        tags.append(entry)
      }
    }
    document.node.set("tags", to: make.list(tags))
    if api["FailOnWarnings"]?.boolean == true { Self.renameDefaultPath(in: &document) }
  }

  /// An import that fails on warnings takes the default route as `/$default` only.
  private static func renameDefaultPath(in document: inout OpenAPIDocument) {
    guard var paths = document.node.present("paths"), paths.isPlainMapping,
      let item = paths.remove("$default")
    else { return }
    paths.set("/$default", to: item)
    document.node.set("paths", to: paths)
  }

  private func setInfo(_ key: String, _ value: Node, in document: inout OpenAPIDocument) {
    var info = document.node.present("info") ?? Implied(at: value.location).map([])
    info.set(key, to: value)
    document.node.set("info", to: info)
  }

  private func disable(_ disabled: Node, in document: inout OpenAPIDocument) {
    let make = Implied(at: disabled.location)
    var servers = document.node.present("servers")?.elements ?? [make.map([])]
    for index in servers.indices {
      var server = OpenAPIDocument(servers[index])
      server.merge(
        [Entry("disableExecuteApiEndpoint", at: disabled.location, disabled)],
        into: "x-amazon-apigateway-endpoint-configuration", at: disabled.location)
      servers[index] = server.node
    }
    document.node.set("servers", to: make.list(servers))
  }

  private func addHttpCORS(_ cors: Node, to document: inout OpenAPIDocument) {
    let key = "x-amazon-apigateway-cors"
    let make = Implied(at: cors.location)
    let settled = resolved(cors)
    if settled.boolean == true {
      document.node.set(key, to: make.map(["allowOrigins": make.texts(["*"])]))
      return
    }
    if settled.boolean == false { return }
    let value = settled.mapBranches { branch in
      guard branch.isPlainMapping else { return branch }
      var lowered = HttpAuthorizer.lowered(branch)
      // Off is what holds without it.
      if lowered.present("allowCredentials")?.boolean == false { lowered.remove("allowCredentials") }
      return lowered
    }
    guard value.isPlainMapping, let written = document.node.present(key), written.isPlainMapping else {
      document.node.set(key, to: value)
      return
    }
    var merged = written
    for entry in value.entries { merged.set(entry.key, to: entry.value) }
    document.node.set(key, to: merged)
  }
}
