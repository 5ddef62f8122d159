internal import Documents
internal import FindingModel

extension Assembly {
  private static let graphQLProviders = [
    "LambdaAuthorizer": "LambdaAuthorizerConfig", "OpenIDConnect": "OpenIDConnectConfig",
    "UserPool": "UserPoolConfig",
  ]

  /// `AuthenticationType` and its configuration, and the additional providers.
  mutating func graphQLAuth(of api: SAMResource) -> [Entry] {
    guard let auth = api["Auth"], auth.isPlainMapping, let type = auth.present("Type") else {
      problem(at: api["Auth"]?.location ?? api.location, "The API '\(api.id)' has no Auth with a Type.")
      return []
    }
    let make = Implied(at: auth.location)
    var entries = [Entry("AuthenticationType", at: type.location, type)]
    entries += provider(auth, isDefault: true)
    var functions = auth[path: "LambdaAuthorizer", "AuthorizerUri"].map { [$0] } ?? []
    let additional = auth.present("Additional")?.elements ?? []
    if !additional.isEmpty {
      let providers = additional.map { node -> Node in
        var entries: [Entry] = []
        if let type = node.present("Type") {
          entries.append(Entry("AuthenticationType", at: type.location, type))
        } else {
          problem(at: node.location, "An additional provider of '\(api.id)' has no Type.")
        }
        return Implied(at: node.location).map(entries + provider(node, isDefault: false))
      }
      functions += additional.compactMap { $0[path: "LambdaAuthorizer", "AuthorizerUri"] }
      entries.append(Entry("AdditionalAuthenticationProviders", at: auth.location, make.list(providers)))
    }
    for (index, function) in functions.enumerated() { permit(function, number: index + 1, of: api) }
    return entries
  }

  private func provider(_ auth: Node, isDefault: Bool) -> [Entry] {
    auth.entries.compactMap { entry in
      guard let name = Self.graphQLProviders[entry.key], !entry.value.isNull else { return nil }
      var config = entry.value
      // Only the main provider may say what happens by default.
      if entry.key == "UserPool", !isDefault { config.remove("DefaultAction") }
      return Entry(name, at: entry.keyLocation, config)
    }
  }

  private mutating func permit(_ function: Node, number: Int, of api: SAMResource) {
    let make = Implied(at: function.location)
    let source = make.sub(
      "arn:${AWS::Partition}:appsync:${AWS::Region}:${AWS::AccountId}:apis/${SourceResourceId}",
      ["SourceResourceId": make.attribute("ApiId", of: api.id)])
    let permission = InvokePermission(principal: "appsync.amazonaws.com", sourceARN: source)
    imply(
      "\(api.id)ToLambdaAuthConnector\(number)WriteLambdaPermission", "AWS::Lambda::Permission",
      permission.properties(function: function, make), inheriting: api.generatedAttributes, at: make.place)
  }
}
