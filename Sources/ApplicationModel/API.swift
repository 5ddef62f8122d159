package import FindingModel

/// A REST, HTTP, WebSocket or GraphQL API.
package struct API: Resource, Hashable {
  package enum Kind: String, Hashable, Sendable {
    case rest
    case http
    case webSocket
    case graphQL
  }

  package let identity: ResourceIdentity
  package let kind: Kind
  /// `REGIONAL`, `EDGE`, `PRIVATE`.
  package let endpointTypes: Value<[String]>
  package let disablesDefaultEndpoint: Value<Bool>
  package let resourcePolicy: PolicyDocument?
  package let cors: CORSConfiguration?
  package var routes: [Route]
  package var stages: [Stage]
  package var authorizers: [APIAuthorizer]
  /// Types of `AWS::ApiGateway::GatewayResponse` for it, `DEFAULT_5XX`.
  package var gatewayResponses: [String]
  /// GraphQL only: `ENABLED` or `DISABLED`.
  package let introspection: Value<String>
  package let queryDepthLimit: Value<Int>
  /// GraphQL only: field-level log detail, `ALL`, `ERROR`, `NONE`.
  package let fieldLogLevel: Value<String>
  package let excludesVerboseContent: Value<Bool>
  /// GraphQL only: primary and additional ways to authenticate, such as `API_KEY`.
  package let authenticationTypes: [Located<String>]
  package let isTraced: Value<Bool>
  /// Whether a body could not be read, so that routes may be missing.
  package let hasUnreadBody: Bool

  package init(
    identity: ResourceIdentity, kind: Kind, endpointTypes: Value<[String]> = .absent,
    disablesDefaultEndpoint: Value<Bool> = .absent, resourcePolicy: PolicyDocument? = nil,
    cors: CORSConfiguration? = nil, introspection: Value<String> = .absent,
    queryDepthLimit: Value<Int> = .absent, fieldLogLevel: Value<String> = .absent,
    excludesVerboseContent: Value<Bool> = .absent, authenticationTypes: [Located<String>] = [],
    isTraced: Value<Bool> = .absent, hasUnreadBody: Bool = false
  ) {
    self.identity = identity
    self.kind = kind
    self.endpointTypes = endpointTypes
    self.disablesDefaultEndpoint = disablesDefaultEndpoint
    self.resourcePolicy = resourcePolicy
    self.cors = cors
    self.routes = []
    self.stages = []
    self.authorizers = []
    self.gatewayResponses = []
    self.introspection = introspection
    self.queryDepthLimit = queryDepthLimit
    self.fieldLogLevel = fieldLogLevel
    self.excludesVerboseContent = excludesVerboseContent
    self.authenticationTypes = authenticationTypes
    self.isTraced = isTraced
    self.hasUnreadBody = hasUnreadBody
  }
}

/// One method and path, route key or GraphQL field.
package struct Route: Hashable, Sendable {
  /// `GET`, `ANY`; a WebSocket route has none.
  package let method: String?
  /// `/orders/{id}`, `$connect`, `Query.order`.
  package let path: String
  package let authorizer: Authorizer
  package let requiresAPIKey: Value<Bool>
  package let scopes: [Text]
  package let integration: Integration
  /// Whether the API may make something else of the request before it reaches the integration.
  package let isMapped: Bool
  package let validatesRequest: Bool
  /// Logical id of the route or method; `nil` for one in an API's body.
  package let connection: String?
  package let location: SourceLocation
  package let isImplied: Bool

  package init(
    method: String?, path: String, authorizer: Authorizer, requiresAPIKey: Value<Bool> = .absent,
    scopes: [Text] = [], integration: Integration, isMapped: Bool = false, validatesRequest: Bool = false,
    connection: String?, location: SourceLocation, isImplied: Bool = false
  ) {
    self.method = method
    self.path = path
    self.authorizer = authorizer
    self.requiresAPIKey = requiresAPIKey
    self.scopes = scopes
    self.integration = integration
    self.isMapped = isMapped
    self.validatesRequest = validatesRequest
    self.connection = connection
    self.location = location
    self.isImplied = isImplied
  }

  /// `GET /orders/{id}`.
  package var title: String { method.map { "\($0) \(path)" } ?? path }
}

/// What answers a route.
package enum Integration: Hashable, Sendable {
  /// The function's ARN or invocation URI.
  case function(Value<Text>)
  /// Another AWS service called by the API itself, `states:StartExecution`, with the role it uses.
  case service(action: String, credentials: Value<Text>)
  case http(Value<Text>)
  case mock
  case none
  case unresolved(Expression)
}

/// A deployment stage.
package struct Stage: Resource, Hashable {
  package let identity: ResourceIdentity
  package let stageName: Value<Text>
  package let accessLog: Value<Text>
  /// `INFO`, `ERROR`, `OFF`, over all methods.
  package let loggingLevel: Value<String>
  /// Whether whole requests and responses are logged.
  package let dataTrace: Value<Bool>
  package let throttlingRate: Value<Double>
  package let throttlingBurst: Value<Int>
  package let isCached: Value<Bool>
  package let isCacheEncrypted: Value<Bool>
  package let isTraced: Value<Bool>
  package let variables: [NamedText]
  /// Web ACLs associated with it, and usage plans that name it.
  package var isProtectedByFirewall: Bool
  package var hasUsagePlanThrottle: Bool

  package init(
    identity: ResourceIdentity, stageName: Value<Text>, accessLog: Value<Text>, loggingLevel: Value<String>,
    dataTrace: Value<Bool>, throttlingRate: Value<Double>, throttlingBurst: Value<Int>,
    isCached: Value<Bool>, isCacheEncrypted: Value<Bool>, isTraced: Value<Bool>, variables: [NamedText]
  ) {
    self.identity = identity
    self.stageName = stageName
    self.accessLog = accessLog
    self.loggingLevel = loggingLevel
    self.dataTrace = dataTrace
    self.throttlingRate = throttlingRate
    self.throttlingBurst = throttlingBurst
    self.isCached = isCached
    self.isCacheEncrypted = isCacheEncrypted
    self.isTraced = isTraced
    self.variables = variables
    self.isProtectedByFirewall = false
    self.hasUsagePlanThrottle = false
  }
}

/// An authorizer that an API defines.
package struct APIAuthorizer: Hashable, Sendable {
  package let name: String
  package let authorizer: Authorizer
  /// Seconds a decision is kept; the platform's default is 300 for REST and 0 for HTTP APIs.
  package let cacheSeconds: Value<Int>
  /// Expressions that make up the cache's key; `nil` where none are written.
  package let identitySources: [Text]?
  package let location: SourceLocation

  package init(
    name: String, authorizer: Authorizer, cacheSeconds: Value<Int>, identitySources: [Text]?,
    location: SourceLocation
  ) {
    self.name = name
    self.authorizer = authorizer
    self.cacheSeconds = cacheSeconds
    self.identitySources = identitySources
    self.location = location
  }
}

/// A custom domain of an API.
package struct DomainName: Resource, Hashable {
  package let identity: ResourceIdentity
  package let domain: Value<Text>
  /// `TLS_1_2`, `TLS_1_0`, `SecurityPolicy_TLS13_1_3_2025_09` …; the lowest of its endpoints.
  package let securityPolicy: Value<String>
  package let requiresClientCertificate: Bool
  /// References to the APIs mapped to it.
  package var apis: [Text]

  package init(
    identity: ResourceIdentity, domain: Value<Text>, securityPolicy: Value<String>,
    requiresClientCertificate: Bool, apis: [Text]
  ) {
    self.identity = identity
    self.domain = domain
    self.securityPolicy = securityPolicy
    self.requiresClientCertificate = requiresClientCertificate
    self.apis = apis
  }
}
