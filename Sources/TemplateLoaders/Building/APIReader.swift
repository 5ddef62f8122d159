internal import ApplicationModel
internal import Documents
internal import FindingModel

/// Puts APIs together from their resources: methods, routes, integrations, authorizers, stages.
struct APIReader {
  private let byType: [String: [EvaluatedResource]]
  private let resources: [String: EvaluatedResource]

  init(byType: [String: [EvaluatedResource]], resources: [String: EvaluatedResource]) {
    self.byType = byType
    self.resources = resources
  }

  func apis() -> [API] {
    of("AWS::ApiGateway::RestApi").map(restAPI) + of("AWS::ApiGatewayV2::Api").map(api)
      + of("AWS::AppSync::GraphQLApi").map(graphQLAPI)
  }

  private func of(_ type: String) -> [EvaluatedResource] { byType[type] ?? [] }

  /// Resources of a type whose property refers to another resource.
  private func of(_ type: String, where property: String, refersTo id: String) -> [EvaluatedResource] {
    of(type).filter { $0.properties.text(property).value?.references.first?.id == id }
  }

  // MARK: REST

  private func restAPI(_ resource: EvaluatedResource) -> API {
    let properties = resource.properties
    let id = resource.identity.id
    let body = properties["Body"].map { OpenAPIReader($0, kind: .rest) }
    let types = properties["EndpointConfiguration"]?["Types"].map { types -> Value<[String]> in
      .known(types.asTexts.compactMap(\.value.literal), at: types.location)
    }
    var api = API(
      identity: resource.identity, kind: .rest, endpointTypes: types ?? .absent,
      disablesDefaultEndpoint: properties.boolean("DisableExecuteApiEndpoint"),
      resourcePolicy: properties["Policy"].map(PolicyReader.document) ?? body?.resourcePolicy,
      hasUnreadBody: properties["BodyS3Location"] != nil || properties["Body"]?.expression != nil)
    api.authorizers =
      (body?.authorizers ?? [])
      + of("AWS::ApiGateway::Authorizer", where: "RestApiId", refersTo: id).map(restAuthorizer)
    api.routes =
      (body?.routes ?? []) + of("AWS::ApiGateway::Method", where: "RestApiId", refersTo: id).map(method)
    api.stages = of("AWS::ApiGateway::Stage", where: "RestApiId", refersTo: id).map(restStage)
    // A deployment that names a stage makes it, with the settings of its description. The one called `Stage`
    // that SAM adds beside the user's own is left out: nobody wrote it and nobody can set its properties.
    api.stages += of("AWS::ApiGateway::Deployment", where: "RestApiId", refersTo: id)
      .filter {
        !$0.identity.isImplied && $0.properties["StageName"] != nil
          && !isDeclared($0.properties.text("StageName"), in: api.stages)
      }
      .map(deploymentStage)
    api.gatewayResponses =
      (body?.gatewayResponses ?? [])
      + of("AWS::ApiGateway::GatewayResponse", where: "RestApiId", refersTo: id)
      .compactMap { $0.properties.string("ResponseType").value }
    return api
  }

  private func isDeclared(_ name: Value<Text>, in stages: [Stage]) -> Bool {
    stages.contains { $0.stageName.value == name.value }
  }

  private func method(_ resource: EvaluatedResource) -> Route {
    let properties = resource.properties
    let integration = properties["Integration"]
    let parent = properties.text("ResourceId").value?.references.first?.id
    return Route(
      method: properties.string("HttpMethod").value ?? "ANY", path: path(ofResource: parent),
      authorizer: restAuthorization(properties), requiresAPIKey: properties.boolean("ApiKeyRequired"),
      scopes: properties.texts("AuthorizationScopes").map(\.value),
      integration: integration.map {
        IntegrationReader.rest(
          type: $0.string("Type"), uri: $0.text("Uri"), credentials: $0.text("Credentials"))
      } ?? .none,
      isMapped: integration.map { IntegrationReader.isMapped(type: $0.string("Type")) } ?? false,
      validatesRequest: properties["RequestValidatorId"] != nil, connection: resource.identity.id,
      location: resource.identity.location, isImplied: resource.identity.isImplied)
  }

  /// Follows `ParentId` up to the root; a reference to `RootResourceId` is the root itself.
  private func path(ofResource id: String?) -> String {
    var segments: [String] = []
    var next = id
    // A cycle of parents ends after as many steps as there are resources.
    for _ in 0..<64 {
      guard let id = next, let resource = resources[id], resource.identity.type == "AWS::ApiGateway::Resource"
      else {
        break
      }
      segments.append(resource.properties.text("PathPart").value?.pattern ?? "…")
      next = resource.properties.text("ParentId").value?.references.first?.id
    }
    return "/" + segments.reversed().joined(separator: "/")
  }

  private func restAuthorization(_ properties: Resolved) -> Authorizer {
    let type = properties.string("AuthorizationType")
    if let expression = type.expression { return .unresolved(expression) }
    switch type.value?.uppercased() {
    case nil, "NONE": return .none
    case "AWS_IAM": return .iam
    default:
      guard let id = properties.text("AuthorizerId").value?.references.first?.id,
        let authorizer = resources[id]
      else {
        // An authorizer of another stack: there is one, whatever it checks.
        return type.value == "COGNITO_USER_POOLS"
          ? .userPool(properties.text("AuthorizerId")) : .function(properties.text("AuthorizerId"))
      }
      return restAuthorizer(authorizer).authorizer
    }
  }

  private func restAuthorizer(_ resource: EvaluatedResource) -> APIAuthorizer {
    let properties = resource.properties
    let kind: Authorizer
    if properties.string("Type").value?.uppercased() == "COGNITO_USER_POOLS" {
      kind = .userPool(
        properties.texts("ProviderARNs").first.map { .known($0.value, at: $0.location) } ?? .absent)
    } else {
      kind = .function(properties.text("AuthorizerUri"))
    }
    return authorizer(resource, kind)
  }

  /// What authorizers of both kinds of API have in common.
  private func authorizer(_ resource: EvaluatedResource, _ kind: Authorizer) -> APIAuthorizer {
    APIAuthorizer(
      name: resource.identity.name, authorizer: kind,
      cacheSeconds: resource.properties.integer("AuthorizerResultTtlInSeconds"),
      identitySources: resource.properties["IdentitySource"].map { $0.asTexts.map(\.value) },
      location: resource.identity.location)
  }

  private func restStage(_ resource: EvaluatedResource) -> Stage {
    stage(resource.identity, resource.properties, name: resource.properties.text("StageName"))
  }

  private func deploymentStage(_ resource: EvaluatedResource) -> Stage {
    stage(
      resource.identity,
      resource.properties["StageDescription"] ?? Resolved(.null, at: resource.identity.location),
      name: resource.properties.text("StageName"))
  }

  private func stage(_ identity: ResourceIdentity, _ properties: Resolved, name: Value<Text>) -> Stage {
    let settings = properties["MethodSettings"]?.elements ?? []
    let everywhere = settings.first { $0.string("HttpMethod").value == "*" } ?? settings.first
    // Data trace of any method writes whole requests, so one method is enough.
    let traced = settings.first { $0.boolean("DataTraceEnabled").value == true } ?? everywhere
    var stage = Stage(
      identity: identity, stageName: name,
      accessLog: properties["AccessLogSetting"]?.text("DestinationArn") ?? .absent,
      loggingLevel: everywhere?.string("LoggingLevel") ?? .absent,
      dataTrace: traced?.boolean("DataTraceEnabled") ?? .absent,
      throttlingRate: everywhere?.number("ThrottlingRateLimit") ?? .absent,
      throttlingBurst: everywhere?.integer("ThrottlingBurstLimit") ?? .absent,
      isCached: properties.boolean("CacheClusterEnabled"),
      isCacheEncrypted: everywhere?.boolean("CacheDataEncrypted") ?? .absent,
      isTraced: properties.boolean("TracingEnabled"), variables: properties["Variables"]?.asNamedTexts ?? [])
    stage.isProtectedByFirewall = isProtected(identity.id)
    stage.hasUsagePlanThrottle = of("AWS::ApiGateway::UsagePlan").contains { plan in
      plan.properties["Throttle"] != nil
        && (plan.properties["ApiStages"]?.elements ?? []).contains { entry in
          entry.text("Stage").value == name.value
            || entry.text("Stage").value?.references.first?.id == identity.id
        }
    }
    return stage
  }

  private func isProtected(_ stageID: String) -> Bool {
    of("AWS::WAFv2::WebACLAssociation").contains { association in
      association.properties.text("ResourceArn").value?.references.contains { $0.id == stageID } ?? false
    }
  }

  // MARK: HTTP and WebSocket

  private func api(_ resource: EvaluatedResource) -> API {
    let properties = resource.properties
    let id = resource.identity.id
    let isWebSocket = properties.string("ProtocolType").value?.uppercased() == "WEBSOCKET"
    let body = properties["Body"].map { OpenAPIReader($0, kind: .http) }
    let cors = properties["CorsConfiguration"].map { cors in
      CORSConfiguration(
        origins: cors.texts("AllowOrigins"), allowsCredentials: cors.boolean("AllowCredentials"),
        location: cors.location)
    }
    var api = API(
      identity: resource.identity, kind: isWebSocket ? .webSocket : .http,
      disablesDefaultEndpoint: properties.boolean("DisableExecuteApiEndpoint"), cors: cors ?? body?.cors,
      hasUnreadBody: properties["BodyS3Location"] != nil || properties["Body"]?.expression != nil)
    api.authorizers =
      (body?.authorizers ?? [])
      + of("AWS::ApiGatewayV2::Authorizer", where: "ApiId", refersTo: id).map(authorizer)
    api.routes =
      (body?.routes ?? []) + of("AWS::ApiGatewayV2::Route", where: "ApiId", refersTo: id).map(route)
    if properties["Target"] != nil { api.routes.append(quickRoute(resource)) }
    api.stages = of("AWS::ApiGatewayV2::Stage", where: "ApiId", refersTo: id).map(stage)
    return api
  }

  /// `Target` makes an API with one catch-all route and no authorization.
  private func quickRoute(_ resource: EvaluatedResource) -> Route {
    Route(
      method: nil, path: resource.properties.string("RouteKey").value ?? "$default", authorizer: .none,
      integration: IntegrationReader.service(uri: resource.properties.text("Target"), credentials: .absent),
      connection: nil, location: resource.properties["Target"]?.location ?? resource.identity.location)
  }

  private func route(_ resource: EvaluatedResource) -> Route {
    let properties = resource.properties
    let key = properties.text("RouteKey").value?.pattern ?? "$default"
    let words = key.split(separator: " ", maxSplits: 1)
    let integration = properties.text("Target").value?.references.first.flatMap { resources[$0.id] }
    return Route(
      method: words.count == 2 ? String(words[0]) : nil, path: String(words.last ?? "$default"),
      authorizer: authorization(properties), requiresAPIKey: properties.boolean("ApiKeyRequired"),
      scopes: properties.texts("AuthorizationScopes").map(\.value),
      integration: integration.map(self.integration) ?? .none,
      isMapped: integration.map { IntegrationReader.isMapped(type: $0.properties.string("IntegrationType")) }
        ?? false,
      connection: resource.identity.id,
      location: resource.identity.location, isImplied: resource.identity.isImplied)
  }

  private func integration(_ resource: EvaluatedResource) -> Integration {
    let properties = resource.properties
    if let subtype = properties.string("IntegrationSubtype").value {
      return .service(
        action: subtype.replacing("-", with: ":"), credentials: properties.text("CredentialsArn"))
    }
    return IntegrationReader.rest(
      type: properties.string("IntegrationType"), uri: properties.text("IntegrationUri"),
      credentials: properties.text("CredentialsArn"))
  }

  private func authorization(_ properties: Resolved) -> Authorizer {
    let type = properties.string("AuthorizationType")
    if let expression = type.expression { return .unresolved(expression) }
    switch type.value?.uppercased() {
    case nil, "NONE": return .none
    case "AWS_IAM": return .iam
    default:
      guard let id = properties.text("AuthorizerId").value?.references.first?.id,
        let authorizer = resources[id]
      else {
        return type.value?.uppercased() == "JWT"
          ? .userPool(properties.text("AuthorizerId")) : .function(properties.text("AuthorizerId"))
      }
      return self.authorizer(authorizer).authorizer
    }
  }

  private func authorizer(_ resource: EvaluatedResource) -> APIAuthorizer {
    let properties = resource.properties
    let kind: Authorizer
    if properties.string("AuthorizerType").value?.uppercased() == "JWT" {
      let configuration = properties["JwtConfiguration"]
      kind = .jwt(
        issuer: configuration?.text("Issuer") ?? .absent, audience: configuration?.texts("Audience") ?? [],
        at: configuration?.location ?? resource.identity.location)
    } else {
      kind = .function(properties.text("AuthorizerUri"))
    }
    return authorizer(resource, kind)
  }

  private func stage(_ resource: EvaluatedResource) -> Stage {
    let properties = resource.properties
    let settings = properties["DefaultRouteSettings"]
    var stage = Stage(
      identity: resource.identity, stageName: properties.text("StageName"),
      accessLog: properties["AccessLogSettings"]?.text("DestinationArn") ?? .absent,
      loggingLevel: settings?.string("LoggingLevel") ?? .absent,
      dataTrace: settings?.boolean("DataTraceEnabled") ?? .absent,
      throttlingRate: settings?.number("ThrottlingRateLimit") ?? .absent,
      throttlingBurst: settings?.integer("ThrottlingBurstLimit") ?? .absent, isCached: .absent,
      isCacheEncrypted: .absent, isTraced: .absent,
      variables: properties["StageVariables"]?.asNamedTexts ?? [])
    stage.isProtectedByFirewall = isProtected(resource.identity.id)
    return stage
  }

  // MARK: GraphQL

  private func graphQLAPI(_ resource: EvaluatedResource) -> API {
    let properties = resource.properties
    let id = resource.identity.id
    let primary = properties["AuthenticationType"]
    let additional = properties["AdditionalAuthenticationProviders"]?.elements ?? []
    let types = ([primary] + additional.map { $0["AuthenticationType"] }).compactMap {
      value -> Located<String>? in
      guard let value, let type = value.asString.value else { return nil }
      return Located(type, at: value.location)
    }
    var api = API(
      identity: resource.identity, kind: .graphQL,
      endpointTypes: properties.string("Visibility").map { [$0] },
      introspection: properties.string("IntrospectionConfig"),
      queryDepthLimit: properties.integer("QueryDepthLimit"),
      fieldLogLevel: properties["LogConfig"]?.string("FieldLogLevel") ?? .absent,
      excludesVerboseContent: properties["LogConfig"]?.boolean("ExcludeVerboseContent") ?? .absent,
      authenticationTypes: types, isTraced: properties.boolean("XrayEnabled"))
    let authorizer = graphQLAuthorizer(properties, primary: types.first?.value)
    let sources = of("AWS::AppSync::DataSource", where: "ApiId", refersTo: id)
    api.routes = of("AWS::AppSync::Resolver", where: "ApiId", refersTo: id).flatMap { resolver in
      graphQLRoutes(resolver, sources: sources, authorizer: authorizer)
    }
    return api
  }

  private func graphQLAuthorizer(_ properties: Resolved, primary: String?) -> Authorizer {
    switch primary {
    case "API_KEY": .apiKey
    case "AWS_IAM": .iam
    case "AMAZON_COGNITO_USER_POOLS": .userPool(properties["UserPoolConfig"]?.text("UserPoolId") ?? .absent)
    case "OPENID_CONNECT":
      .jwt(
        issuer: properties["OpenIDConnectConfig"]?.text("Issuer") ?? .absent,
        audience: properties["OpenIDConnectConfig"]?.texts("ClientId") ?? [], at: properties.location)
    case "AWS_LAMBDA": .function(properties["LambdaAuthorizerConfig"]?.text("AuthorizerUri") ?? .absent)
    default:
      .unresolved(properties["AuthenticationType"]?.expression ?? Expression("the authentication type"))
    }
  }

  /// One route for each function or state machine that a resolver runs, itself or by the functions of its pipeline.
  private func graphQLRoutes(
    _ resolver: EvaluatedResource, sources: [EvaluatedResource], authorizer: Authorizer
  ) -> [Route] {
    let properties = resolver.properties
    let field = [properties.text("TypeName"), properties.text("FieldName")].map { $0.value?.pattern ?? "…" }
    let pipeline = (properties["PipelineConfig"]?.texts("Functions") ?? []).compactMap { function -> Text? in
      guard let id = function.value.references.first?.id else { return nil }
      return resources[id]?.properties.text("DataSourceName").value
    }
    let names = [properties.text("DataSourceName").value].compactMap { $0 } + pipeline
    return names.compactMap { name -> Route? in
      let source = sources.first { source in
        name.references.first?.id == source.identity.id || source.properties.text("Name").value == name
      }
      guard let source, let integration = graphQLIntegration(source.properties) else { return nil }
      return Route(
        method: nil, path: field.joined(separator: "."), authorizer: authorizer, integration: integration,
        connection: resolver.identity.id, location: resolver.identity.location,
        isImplied: resolver.identity.isImplied)
    }
  }

  private func graphQLIntegration(_ source: Resolved) -> Integration? {
    if let target = source["LambdaConfig"]?.text("LambdaFunctionArn") { return .function(target) }
    // AppSync knows no data source for Step Functions: requests to its endpoint are signed with the source's role.
    guard let endpoint = source["HttpConfig"]?.text("Endpoint").value?.pattern.lowercased(),
      endpoint.hasPrefix("https://")
    else { return nil }
    let host = endpoint.dropFirst("https://".count).prefix { $0 != "/" }
    guard host.hasPrefix("states.") || host.hasPrefix("sync-states."),
      host.hasSuffix(".amazonaws.com") || host.hasSuffix(".amazonaws.com.cn")
    else { return nil }
    return .service(action: "states:StartExecution", credentials: source.text("ServiceRoleArn"))
  }

  // MARK: Domains

  func domains() -> [DomainName] {
    let mappings =
      of("AWS::ApiGateway::BasePathMapping").map { ($0, "RestApiId") }
      + of("AWS::ApiGatewayV2::ApiMapping").map { ($0, "ApiId") }
    return (of("AWS::ApiGateway::DomainName") + of("AWS::ApiGatewayV2::DomainName")).map { resource in
      let properties = resource.properties
      let configurations = properties["DomainNameConfigurations"]?.elements ?? []
      let mapped = mappings.filter { mapping, _ in
        let name = mapping.properties.text("DomainName").value
        return name?.references.first?.id == resource.identity.id
          || (name != nil && name == properties.text("DomainName").value)
      }
      return DomainName(
        identity: resource.identity, domain: properties.text("DomainName"),
        securityPolicy: configurations.first?.string("SecurityPolicy") ?? properties.string("SecurityPolicy"),
        requiresClientCertificate: properties["MutualTlsAuthentication"] != nil,
        apis: mapped.compactMap { mapping, key in mapping.properties.text(key).value })
    }
  }
}
