internal import Documents
internal import FindingModel

/// One of the authorizers of an HTTP API's `Auth`.
struct HttpAuthorizer {
  let name: String
  let node: Node
  let place: SourceLocation

  var scopes: Node? { node.present("AuthorizationScopes") }
  var function: Node? { node.present("FunctionArn") }

  /// The entry of `securitySchemes`; `nil` if it is neither a JWT nor a Lambda authorizer.
  func definition() -> Node? {
    let make = Implied(at: place)
    if let jwt = node.present("JwtConfiguration") {
      let authorizer = make.map([
        "jwtConfiguration": Self.lowered(jwt), "identitySource": node.present("IdentitySource"),
        "type": make.text("jwt"),
      ])
      return make.map(["type": make.text("oauth2"), "x-amazon-apigateway-authorizer": authorizer])
    }
    guard function != nil else { return nil }
    return make.map([
      "type": make.text("apiKey"), "name": make.text("Unused"), "in": make.text("header"),
      "x-amazon-apigateway-authorizer": lambda(make),
    ])
  }

  private func lambda(_ make: Implied) -> Node {
    let identity = node.present("Identity")
    let pattern = "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/"
    let places = [
      ("Headers", "$request.header."), ("QueryStrings", "$request.querystring."),
      ("StageVariables", "$stageVariables."), ("Context", "$context."),
    ]
    let sources = places.flatMap { key, prefix in
      (identity?.present(key)?.elements ?? []).compactMap { element in
        element.text.map { Node.string(prefix + $0, at: element.location) }
      }
    }
    let role = node.present("FunctionInvokeRole")
    return make.map([
      "type": make.text("request"),
      "authorizerUri": make.sub(pattern + "${__FunctionArn__}/invocations", ["__FunctionArn__": function]),
      "authorizerCredentials": role?.text == "NONE" ? nil : role,
      "authorizerResultTtlInSeconds": identity?.present("ReauthorizeEvery"),
      "identitySource": sources.isEmpty ? nil : make.list(sources),
      "authorizerPayloadFormatVersion": node.present("AuthorizerPayloadFormatVersion"),
      // Off is what holds without it.
      "enableSimpleResponses": node.present("EnableSimpleResponses").flatMap {
        $0.boolean == false ? nil : $0
      },
    ])
  }

  /// Keys with a small first letter: users write `Issuer` and `issuer`.
  static func lowered(_ node: Node) -> Node {
    guard node.isPlainMapping else { return node }
    var copy = node
    copy.content = .mapping(
      node.entries.map { entry in
        Entry(entry.key.prefix(1).lowercased() + entry.key.dropFirst(), at: entry.keyLocation, entry.value)
      })
    return copy
  }
}

extension Assembly {
  mutating func addHttpAuth(of api: SAMResource, routes: [APIRoute], to document: inout OpenAPIDocument) {
    let auth = api["Auth"]
    if let auth, !auth.isPlainMapping {
      problem(at: auth.location, "The Auth of '\(api.id)' is not a map that is written out.")
      return
    }
    let place = Implied(at: auth?.location ?? api.idLocation)
    let authorizers = (auth?.present("Authorizers")?.entries ?? []).map {
      HttpAuthorizer(name: $0.key, node: $0.value, place: $0.keyLocation)
    }
    var schemes: [Entry] = []
    for authorizer in authorizers {
      guard let definition = authorizer.definition() else {
        problem(
          at: authorizer.place,
          "The authorizer '\(authorizer.name)' of '\(api.id)' has neither JwtConfiguration nor FunctionArn.")
        continue
      }
      if let identity = authorizer.node.present("Identity"), !identity.isPlainMapping {
        problem(at: identity.location, "The Identity of '\(authorizer.name)' is not a map; it is left out.")
      }
      schemes.append(Entry(authorizer.name, at: authorizer.place, definition))
      if let function = authorizer.function,
        authorizer.node.present("EnableFunctionDefaultPermissions")?.boolean == true
      {
        permitAuthorizer(authorizer.name, function: function, of: api, at: authorizer.place)
      }
    }
    if auth?.present("EnableIamAuthorizer")?.boolean == true,
      !authorizers.contains(where: { $0.name == RestAuthorizer.iam })
    {
      schemes.append(Entry(RestAuthorizer.iam, at: place.place, RestAuthorizer.iamScheme(place)))
    }
    secure(&document, of: api, authorizers: authorizers, routes: routes)
    guard !schemes.isEmpty else { return }
    var components = OpenAPIDocument(document.node.present("components") ?? place.map([]))
    components.merge(schemes, into: "securitySchemes", at: place.place)
    document.node.set("components", to: components.node)
  }

  private mutating func secure(
    _ document: inout OpenAPIDocument, of api: SAMResource, authorizers: [HttpAuthorizer], routes: [APIRoute]
  ) {
    let defaultName = api["Auth"]?.present("DefaultAuthorizer").map(resolved)
    let names = Set(authorizers.map(\.name) + ["NONE", RestAuthorizer.iam])
    for name in [defaultName] + routes.map({ $0.auth?.present("Authorizer") }) {
      guard let name else { continue }
      guard let text = name.text else {
        problem(at: name.location, "The name of this authorizer is not known here.")
        continue
      }
      if !names.contains(text) { problem(at: name.location, "'\(api.id)' has no authorizer '\(text)'.") }
    }
    let byPlace = Dictionary(routes.map { ($0.method + " " + $0.path, $0) }) { first, _ in first }
    func requirement(_ name: String, _ scopes: Node?, at place: SourceLocation) -> Node {
      let make = Implied(at: place)
      let own = name == RestAuthorizer.iam ? nil : authorizers.first { $0.name == name }?.scopes
      return make.map([Entry(name, at: place, scopes ?? own ?? make.list([]))])
    }
    document.editOperations { path, method, operation in
      if method.lowercased() == "options" { return }
      let key = method.lowercased() == "any" ? APIRoute.anyMethod : method.lowercased()
      let route = byPlace[key + " " + path]
      let wanted = route?.auth?.present("Authorizer")
      let scopes = route?.auth?.present("AuthorizationScopes")
      if let wanted, let name = wanted.text {
        if name == "NONE" {
          guard defaultName != nil else { return }
          operation.set(
            "security", to: Implied(at: wanted.location).list([requirement("NONE", nil, at: wanted.location)])
          )
          return
        }
        let list = [requirement(name, scopes, at: wanted.location)]
        operation.set("security", to: Implied(at: wanted.location).list(list))
      } else if let defaultName, let name = defaultName.text {
        if let written = operation.present("security"), !written.isSequence || !written.elements.isEmpty {
          return
        }
        let list = [requirement(name, scopes, at: defaultName.location)]
        operation.set("security", to: Implied(at: defaultName.location).list(list))
      }
    }
  }
}

extension RestAuthorizer {
  /// AWS_IAM among the security schemes of OpenAPI 3.
  static func iamScheme(_ make: Implied) -> Node { iamDefinition(make) }
}
