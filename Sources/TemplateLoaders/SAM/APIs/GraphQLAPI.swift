internal import Documents
internal import FindingModel

extension Assembly {
  private static let graphQLKept: Set<String> = [
    "Name", "XrayEnabled", "Visibility", "OwnerContact", "IntrospectionConfig", "QueryDepthLimit",
    "ResolverCountLimit",
  ]
  private static let graphQLConsumed: Set<String> = [
    "SchemaInline", "SchemaUri", "Tags", "Auth", "Logging", "DataSources", "Functions", "Resolvers",
    "ApiKeys",
    "DomainName", "Cache",
  ]

  /// AWS::Serverless::GraphQLApi: the AppSync API with schema, sources, functions and resolvers.
  mutating func graphQLAPI(_ api: SAMResource) {
    let make = Implied(at: api.idLocation)
    var properties: [Entry] = []
    for entry in api.properties.entries where !entry.value.isNull {
      if Self.graphQLKept.contains(entry.key) {
        properties.append(entry)
      } else if !Self.graphQLConsumed.contains(entry.key) {
        problem(at: entry.keyLocation, "AWS::Serverless::GraphQLApi has no property '\(entry.key)'.")
        properties.append(entry)
      }
    }
    if api["Name"] == nil { properties.append(Entry("Name", at: make.place, make.text(api.id))) }
    let tags = Tags.list(api["Tags"]) + [Tags.mark("graphqlapi:createdBy", at: make.place)]
    properties.append(Entry("Tags", at: make.place, make.list(tags)))
    properties += graphQLAuth(of: api)
    if let logging = graphQLLogging(of: api) { properties.append(logging) }
    replace(api, with: "AWS::AppSync::GraphQLApi", make.map(properties))
    graphQLSchema(of: api)
    graphQLParts(of: api)
    let sources = dataSources(of: api)
    let functions = graphQLFunctions(of: api, sources: sources)
    resolvers(of: api, functions: functions)
  }

  private func apiID(of api: SAMResource, _ make: Implied) -> Node { make.attribute("ApiId", of: api.id) }

  mutating func implyForGraphQL(
    _ id: String, _ type: String, _ properties: Node, of api: SAMResource, dependsOn: [String] = []
  ) {
    var node = properties
    node.set("ApiId", to: apiID(of: api, Implied(at: properties.location)))
    var attributes = api.generatedAttributes
    if !dependsOn.isEmpty { attributes.removeAll { $0.key == "DependsOn" } }
    imply(id, type, node, inheriting: attributes, dependsOn: dependsOn, at: properties.location)
  }

  private mutating func graphQLSchema(of api: SAMResource) {
    let inline = api["SchemaInline"]
    let uri = api["SchemaUri"]
    guard let source = inline ?? uri else {
      problem(at: api.location, "The API '\(api.id)' has no schema.")
      return
    }
    let make = Implied(at: source.location)
    let properties = make.map([
      "Definition": inline, "DefinitionS3Location": inline == nil ? uri : nil,
    ])
    implyForGraphQL(api.id + "Schema", "AWS::AppSync::GraphQLSchema", properties, of: api)
  }

  /// Keys, cache and domain.
  private mutating func graphQLParts(of api: SAMResource) {
    for entry in api["ApiKeys"]?.entries ?? [] {
      let make = Implied(at: entry.keyLocation)
      let properties = make.map([
        "ApiKeyId": entry.value.present("ApiKeyId"), "Description": entry.value.present("Description"),
        "Expires": entry.value.present("ExpiresOn"),
      ])
      implyForGraphQL(api.id + entry.key, "AWS::AppSync::ApiKey", properties, of: api)
    }
    if let cache = api["Cache"] {
      implyForGraphQL(
        api.id + "ApiCache", "AWS::AppSync::ApiCache", Implied(at: cache.location).map(cache.entries), of: api
      )
    }
    if let domain = api["DomainName"] {
      let make = Implied(at: domain.location)
      let id = api.id + "DomainName"
      imply(
        id, "AWS::AppSync::DomainName", make.map(domain.entries), inheriting: api.generatedAttributes,
        at: make.place)
      implyForGraphQL(
        id + "ApiAssociation", "AWS::AppSync::DomainNameApiAssociation",
        make.map(["DomainName": make.ref(id)]), of: api)
    }
  }

  private mutating func graphQLLogging(of api: SAMResource) -> Entry? {
    let logging = api["Logging"]
    if logging?.boolean == false { return nil }
    let make = Implied(at: logging?.location ?? api.idLocation)
    var config = make.map(["FieldLogLevel": make.text("ALL")])
    if let logging, logging.isPlainMapping {
      config = logging
      if config.present("FieldLogLevel") == nil { config.set("FieldLogLevel", to: make.text("ALL")) }
    }
    if config.present("CloudWatchLogsRoleArn") == nil {
      let id = api.id + "CloudWatchRole"
      let arn = make.sub(
        "arn:${AWS::Partition}:iam::aws:policy/service-role/AWSAppSyncPushToCloudWatchLogs")
      let role = make.map([
        "AssumeRolePolicyDocument": Roles.trust("appsync.amazonaws.com", at: make.place),
        "ManagedPolicyArns": make.list([arn]),
      ])
      imply(id, "AWS::IAM::Role", role, inheriting: api.generatedAttributes, at: make.place)
      config.set("CloudWatchLogsRoleArn", to: make.arn(of: id))
    }
    return Entry("LogConfig", at: make.place, config)
  }
}

extension SAMResource {
  /// Everything that AppSync needs waits for what the API waits for.
  fileprivate var waiting: [Entry] { node.entries.filter { $0.key == "DependsOn" } }

  var generatedAttributes: [Entry] { inheritedAttributes + waiting }
}
