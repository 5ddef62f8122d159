internal import Documents
internal import FindingModel

/// Who may call the routes of a REST API.
struct RestAuth {
  let place: SourceLocation
  let authorizers: [RestAuthorizer]
  let defaultName: Node?
  let needsKey: Bool
  let coversPreflight: Bool
  let keyCoversPreflight: Bool

  /// - Parameter resolve: Finds the value of a reference to a parameter.
  init?(_ auth: Node?, resolve: (Node) -> Node) {
    guard let auth else { return nil }
    place = auth.location
    authorizers = (auth.present("Authorizers")?.entries ?? []).map {
      RestAuthorizer(name: $0.key, node: $0.value, place: $0.keyLocation)
    }
    defaultName = auth.present("DefaultAuthorizer").map(resolve)
    needsKey = auth.present("ApiKeyRequired")?.boolean ?? false
    coversPreflight = auth.present("AddDefaultAuthorizerToCorsPreflight")?.boolean ?? true
    keyCoversPreflight = auth.present("AddApiKeyRequiredToCorsPreflight")?.boolean ?? true
  }

  func scopes(of name: String) -> Node? { authorizers.first { $0.name == name }?.scopes }

  /// Gives every operation its security requirements: the route's own, else the defaults.
  func apply(to document: inout OpenAPIDocument, routes: [APIRoute]) {
    let names = Set(authorizers.map(\.name) + ["NONE", RestAuthorizer.iam])
    let byPlace = Dictionary(routes.map { (Self.key($0.path, $0.method), $0) }) { first, _ in first }
    document.editOperations { path, method, operation in
      let isPreflight = method.lowercased() == "options"
      let key = method.lowercased() == "any" ? APIRoute.anyMethod : method.lowercased()
      let route = byPlace[Self.key(path, key)]
      let own = route?.auth
      let wanted = own?.present("Authorizer")
      let written = operation.present("security")
      // A definition may hold a requirement that is no list; only an event that overrides it mends it.
      if let written, !written.isSequence, wanted == nil { return }
      var required = written?.elements ?? []
      let scopes = own?.present("AuthorizationScopes")
      let ownKey = own?.present("ApiKeyRequired")?.boolean
      // The order SAM writes; all of the list must hold, so it means nothing.
      if ownKey == true, case .stateMachine = route?.target { Self.addKey(to: &required, at: place) }
      if let wanted, let name = wanted.text {
        required.append(requirement(name, scopes: scopes, at: wanted.location))
      }
      if ownKey == true { Self.addKey(to: &required, at: place) }
      if let defaultName, let name = defaultName.text, !isPreflight || coversPreflight,
        !required.contains(where: { $0.entries.contains { names.contains($0.key) } })
      {
        required.append(requirement(name, scopes: scopes, at: defaultName.location))
      }
      if ownKey == nil, needsKey, !isPreflight || keyCoversPreflight { Self.addKey(to: &required, at: place) }
      if required.isEmpty && ownKey != false { return }
      operation.set("security", to: Node(.sequence(required), at: place, isImplied: true))
    }
  }

  private static func addKey(to required: inout [Node], at place: SourceLocation) {
    guard !required.contains(where: { $0[RestAuthorizer.apiKey] != nil }) else { return }
    required.append(requirement(RestAuthorizer.apiKey, nil, at: place))
  }

  private static func key(_ path: String, _ method: String) -> String { method + " " + path }

  private func requirement(_ name: String, scopes: Node?, at place: SourceLocation) -> Node {
    Self.requirement(name, scopes ?? self.scopes(of: name), at: place)
  }

  private static func requirement(_ name: String, _ scopes: Node?, at place: SourceLocation) -> Node {
    let make = Implied(at: place)
    return make.map([Entry(name, at: place, scopes ?? make.list([]))])
  }

  /// Entries for `securityDefinitions`.
  func definitions(routes: [APIRoute]) -> [Entry] {
    let make = Implied(at: place)
    var entries = authorizers.compactMap { authorizer in
      authorizer.definition().map { Entry(authorizer.name, at: authorizer.place, $0) }
    }
    let names = routes.map { $0.auth?.present("Authorizer")?.text } + [defaultName?.text]
    if names.contains(RestAuthorizer.iam), !entries.contains(where: { $0.key == RestAuthorizer.iam }) {
      entries.append(Entry(RestAuthorizer.iam, at: place, RestAuthorizer.iamDefinition(make)))
    }
    if needsKey || routes.contains(where: { $0.auth?.present("ApiKeyRequired")?.boolean == true }) {
      entries.append(Entry(RestAuthorizer.apiKey, at: place, RestAuthorizer.apiKeyDefinition(make)))
    }
    return entries
  }
}

extension Assembly {
  /// Applies `Auth` of the API and of its routes to the definition, and lets the API call its authorizers.
  mutating func addAuth(
    of api: SAMResource, routes: [APIRoute], to document: inout OpenAPIDocument, isOpenAPI3: Bool
  ) {
    let written = api["Auth"]
    if let written, !written.isPlainMapping {
      problem(at: written.location, "The Auth of '\(api.id)' is not a map that is written out.")
    }
    let place = Implied(at: routes.first { $0.auth != nil }?.event.location ?? api.idLocation)
    guard
      let auth = RestAuth(written?.isPlainMapping == true ? written : nil, resolve: resolved)
        ?? RestAuth(routes.contains { $0.auth != nil } ? place.map([]) : nil, resolve: resolved)
    else { return }
    checkAuth(auth, of: api, routes: routes)
    auth.apply(to: &document, routes: routes)
    let definitions = auth.definitions(routes: routes)
    if isOpenAPI3 {
      var components = OpenAPIDocument(document.node.present("components") ?? place.map([]))
      components.merge(definitions, into: "securitySchemes", at: auth.place)
      if !definitions.isEmpty { document.node.set("components", to: components.node) }
    } else {
      document.merge(definitions, into: "securityDefinitions", at: auth.place)
    }
    for authorizer in auth.authorizers { permit(authorizer, of: api) }
    if let policy = written?.present("ResourcePolicy") {
      addResourcePolicy(policy, stage: api["StageName"], paths: nil, to: &document)
    }
    for route in routes {
      guard let policy = route.auth?.present("ResourcePolicy") else { continue }
      addResourcePolicy(policy, stage: api["StageName"], paths: [route.path], to: &document)
    }
  }

  private mutating func checkAuth(_ auth: RestAuth, of api: SAMResource, routes: [APIRoute]) {
    let names = Set(auth.authorizers.map(\.name) + ["NONE", RestAuthorizer.iam])
    for authorizer in auth.authorizers where authorizer.definition() == nil {
      problem(
        at: authorizer.place,
        "The authorizer '\(authorizer.name)' of '\(api.id)' has neither a UserPoolArn nor a FunctionArn.")
    }
    for authorizer in auth.authorizers {
      guard let identity = authorizer.node.present("Identity"), !identity.isPlainMapping else { continue }
      problem(at: identity.location, "The Identity of '\(authorizer.name)' is not a map; it is left out.")
    }
    for name in [auth.defaultName] + routes.map({ $0.auth?.present("Authorizer") }) {
      guard let name else { continue }
      guard let text = name.text else {
        problem(at: name.location, "The name of this authorizer is not known here.")
        continue
      }
      if !names.contains(text) { problem(at: name.location, "'\(api.id)' has no authorizer '\(text)'.") }
    }
  }

  private mutating func permit(_ authorizer: RestAuthorizer, of api: SAMResource) {
    guard let function = authorizer.function,
      authorizer.node.present("DisableFunctionDefaultPermissions")?.boolean != true
    else { return }
    permitAuthorizer(authorizer.name, function: function, of: api, at: authorizer.place)
  }

  mutating func permitAuthorizer(
    _ name: String, function: Node, of api: SAMResource, at place: SourceLocation
  ) {
    let make = Implied(at: place)
    let pattern =
      "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${__ApiId__}/authorizers/*"
    let permission = InvokePermission(
      principal: "apigateway.amazonaws.com",
      sourceARN: make.sub(pattern, ["__ApiId__": make.ref(api.id)]))
    imply(
      api.id + name + "AuthorizerPermission", "AWS::Lambda::Permission",
      permission.properties(function: function, make), inheriting: api.inheritedAttributes, at: place)
  }
}
