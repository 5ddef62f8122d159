internal import Documents
internal import FindingModel

extension Assembly {
  /// `Body` or `BodyS3Location` of a REST API, with everything that events and properties add.
  mutating func restDefinition(of api: SAMResource) -> Entry {
    let routes = self.routes[api.id] ?? []
    switch definition(ofAPI: api) {
    case .remote(let uri):
      let make = Implied(at: uri.location)
      for key in ["Auth", "Cors", "GatewayResponses", "Models"] where api[key] != nil {
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
      let isOpenAPI3 = isOpenAPI3(document.node, of: api)
      if api["MergeDefinitions"]?.boolean == true, document.node.present("paths") != nil {
        add(routes, to: &document, of: api, isOpenAPI3: isOpenAPI3)
        finish(&document, of: api, routes: routes, isOpenAPI3: isOpenAPI3)
      } else {
        let others = routes.filter { $0.event.type == "HttpApi" }
        add(others, to: &document, isManaged: false)
        // A route's own authorizer only counts where it says that it overrides the definition.
        finish(&document, of: api, routes: overriding(routes, in: document), isOpenAPI3: isOpenAPI3)
      }
      return Entry("Body", at: body.location, document.node)
    case .managed:
      var document = managedDefinition(of: api)
      let isOpenAPI3 = document.node["openapi"] != nil
      add(routes, to: &document, of: api, isOpenAPI3: isOpenAPI3)
      wrapPaths(of: &document, routes: routes, apiID: api.id)
      finish(&document, of: api, routes: routes, isOpenAPI3: isOpenAPI3)
      return Entry("Body", at: api.idLocation, document.node)
    }
  }

  private func managedDefinition(of api: SAMResource) -> OpenAPIDocument {
    let make = Implied(at: api.idLocation)
    guard let version = api["OpenApiVersion"], let text = resolved(version).text, Self.isVersion3(text) else {
      return emptyDefinition(Entry("swagger", at: make.place, make.text("2.0")), make)
    }
    return emptyDefinition(Entry("openapi", at: version.location, make.text(text)), make)
  }

  private static func isVersion3(_ text: String) -> Bool { text == "3" || text.hasPrefix("3.") }

  /// The version an API asks for counts more than the one its definition is written in.
  private func isOpenAPI3(_ body: Node, of api: SAMResource) -> Bool {
    guard body.present("swagger") == nil, let written = body.present("openapi")?.text else { return false }
    return Self.isVersion3(api["OpenApiVersion"].map(resolved)?.text ?? written)
  }

  private func overriding(_ routes: [APIRoute], in document: OpenAPIDocument) -> [APIRoute] {
    routes.filter { $0.auth?.present("OverrideApiAuth")?.boolean == true }
  }

  /// OpenAPI 3 has `securityDefinitions` elsewhere.
  private static func moveDefinitions(in document: inout OpenAPIDocument) {
    guard let definitions = document.node.present("securityDefinitions"), definitions.isPlainMapping else {
      return
    }
    document.node.remove("securityDefinitions")
    var components = OpenAPIDocument(
      document.node.present("components") ?? Implied(at: definitions.location).map([]))
    components.merge(definitions.entries, into: "securitySchemes", at: definitions.location)
    document.node.set("components", to: components.node)
  }

  private mutating func finish(
    _ document: inout OpenAPIDocument, of api: SAMResource, routes: [APIRoute], isOpenAPI3: Bool
  ) {
    if let cors = api["Cors"] {
      if cors.isPlainMapping {
        for entry in cors.entries
        where !["AllowMethods", "AllowHeaders", "AllowOrigin", "MaxAge", "AllowCredentials"].contains(
          entry.key)
        {
          problem(at: entry.keyLocation, "Cors has no property '\(entry.key)'.")
        }
      }
      RestCORS(cors).add(
        to: &document, isBinary: document.node.present("x-amazon-apigateway-binary-media-types") != nil)
    }
    addAuth(of: api, routes: routes, to: &document, isOpenAPI3: isOpenAPI3)
    addGatewayResponses(of: api, to: &document)
    addMediaTypes(of: api, to: &document)
    addModels(of: api, to: &document, isOpenAPI3: isOpenAPI3)
    disableEndpoint(of: api, in: &document, isOpenAPI3: isOpenAPI3)
    if isOpenAPI3 {
      Self.moveDefinitions(in: &document)
      Self.modernise(&document)
      // SAM rewrites the headers' types again where there is Auth; the service ignores the difference.
      if api["Auth"] != nil { Self.modernise(&document) }
    }
  }

  private func addMediaTypes(of api: SAMResource, to document: inout OpenAPIDocument) {
    guard let types = api["BinaryMediaTypes"], types.isSequence else { return }
    // JSON pointers escape the slash; definitions do not.
    func unescaped(_ node: Node) -> Node {
      if node.scalar?.kind == .string, let text = node.text {
        return .string(text.replacing("~1", with: "/"), at: node.location, isImplied: node.isImplied)
      }
      var copy = node
      switch node.content {
      case .scalar: break
      case .sequence(let elements): copy.content = .sequence(elements.map(unescaped))
      case .mapping(let entries):
        copy.content = .mapping(entries.map { Entry($0.key, at: $0.keyLocation, unescaped($0.value)) })
      }
      return copy
    }
    let list = types.elements.map { unescaped(resolved($0)) }
    document.node.set("x-amazon-apigateway-binary-media-types", to: Implied(at: types.location).list(list))
  }

  private mutating func addModels(of api: SAMResource, to document: inout OpenAPIDocument, isOpenAPI3: Bool) {
    guard let models = api["Models"] else { return }
    guard models.isPlainMapping else {
      problem(at: models.location, "The Models of '\(api.id)' are not a map.")
      return
    }
    let entries = models.entries.map { Entry($0.key.lowercased(), at: $0.keyLocation, $0.value) }
    guard isOpenAPI3 else { return document.merge(entries, into: "definitions", at: models.location) }
    var components = OpenAPIDocument(
      document.node.present("components") ?? Implied(at: models.location).map([]))
    components.merge(entries, into: "schemas", at: models.location)
    document.node.set("components", to: components.node)
  }

  private func disableEndpoint(of api: SAMResource, in document: inout OpenAPIDocument, isOpenAPI3: Bool) {
    guard let disabled = api["DisableExecuteApiEndpoint"] else { return }
    let make = Implied(at: disabled.location)
    let key = "x-amazon-apigateway-endpoint-configuration"
    let setting = Entry("disableExecuteApiEndpoint", at: disabled.location, disabled)
    guard isOpenAPI3 else { return document.merge([setting], into: key, at: disabled.location) }
    var servers = document.node.present("servers")?.elements ?? [make.map([])]
    for index in servers.indices {
      var server = OpenAPIDocument(servers[index])
      server.merge([setting], into: key, at: disabled.location)
      servers[index] = server.node
    }
    document.node.set("servers", to: make.list(servers))
  }

  /// Rewrites what only OpenAPI 2 knows.
  static func modernise(_ document: inout OpenAPIDocument) {
    guard var paths = document.node.present("paths"), paths.isPlainMapping else { return }
    for entry in paths.entries {
      guard entry.value.isPlainMapping, var options = entry.value.present("options"), options.isPlainMapping
      else { continue }
      options.remove("consumes")
      options.remove("produces")
      if let headers = options[path: "responses", "200", "headers"], headers.isPlainMapping,
        var responses = options.present("responses"), var success = responses.present("200")
      {
        let make = Implied(at: headers.location)
        let schemas = headers.entries.map { header in
          Entry(header.key, at: header.keyLocation, make.map(["schema": header.value]))
        }
        success.set("headers", to: make.map(schemas))
        responses.set("200", to: success)
        options.set("responses", to: responses)
      }
      var item = entry.value
      item.set("options", to: options)
      paths.set(entry.key, to: item)
    }
    document.node.set("paths", to: paths)
  }
}
