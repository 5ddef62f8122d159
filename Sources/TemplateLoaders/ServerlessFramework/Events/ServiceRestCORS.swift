internal import Documents
internal import FindingModel

/// Paths whose methods allow other origins, with what they allow together.
struct PreflightRoutes {
  struct Route {
    let name: String
    let resource: Draft
    let place: SourceLocation
    /// The last setting given for the path: `true`, or a map.
    var setting: Node
    var methods: [String]
  }

  private(set) var routes: [Route] = []
  private var positions: [String: Int] = [:]

  mutating func add(_ endpoint: RestEndpoint, on resource: (name: String, id: Draft)) {
    guard let setting = endpoint.http.property("cors"), !setting.isOff else { return }
    let method = endpoint.method.uppercased()
    if let position = positions[resource.name] {
      routes[position].setting = setting
      if !routes[position].methods.contains(method) { routes[position].methods.append(method) }
    } else {
      positions[resource.name] = routes.count
      routes.append(
        Route(
          name: resource.name, resource: resource.id, place: setting.location, setting: setting,
          methods: ["OPTIONS", method]))
    }
  }
}

extension ServiceCompiler {
  static let corsHeaders = [
    "Content-Type", "X-Amz-Date", "Authorization", "X-Api-Key", "X-Amz-Security-Token", "X-Amz-User-Agent",
    "X-Amzn-Trace-Id",
  ]

  /// The OPTIONS method that answers for all methods of a path.
  /// - Returns: Its logical id.
  mutating func addPreflight(_ route: PreflightRoutes.Route) -> String {
    let id = "ApiGatewayMethod" + route.name + "Options"
    let headers = preflightHeaders(route).filter { !$0.1.isAbsent }
    let parameters: [(String, Draft)] = headers.map { ("method.response.header." + $0.0, $0.1) }
    stack.put(
      StackResource(
        type: "AWS::ApiGateway::Method",
        properties: [
          "AuthorizationType": "NONE", "HttpMethod": "OPTIONS", "ResourceId": route.resource,
          "RestApiId": restAPI,
          "Integration": [
            "Type": "MOCK", "RequestTemplates": ["application/json": "{statusCode:200}"],
            "IntegrationResponses": [["StatusCode": "200", "ResponseParameters": .map(parameters)]],
          ],
          "MethodResponses": [
            ["StatusCode": "200", "ResponseParameters": .map(parameters.map { ($0.0, true) })]
          ],
        ], place: route.place), as: id)
    return id
  }

  private func preflightHeaders(_ route: PreflightRoutes.Route) -> [(String, Draft)] {
    let setting = route.setting
    let origins = setting.property("origins")?.oneOrMore ?? []
    let origin: Draft = (origins.first ?? setting.property("origin")).map(Draft.written) ?? "*"
    var methods = route.methods
    for method in setting.property("methods")?.elements ?? [] {
      if let name = method.text, !methods.contains(name) { methods.append(name) }
    }
    let allMethods = methods.joined(separator: ",").replacing("ANY", with: "DELETE,GET,HEAD,PATCH,POST,PUT")
    let headers = setting.property("headers")?.oneOrMore.compactMap(\.text) ?? Self.corsHeaders
    let isCredentialed = setting["allowCredentials"]
    return [
      ("Access-Control-Allow-Origin", .joined("'", origin, "'")),
      ("Access-Control-Allow-Headers", .text("'\(headers.joined(separator: ","))'")),
      ("Access-Control-Allow-Methods", .text("'\(allMethods)'")),
      (
        "Access-Control-Allow-Credentials",
        isCredentialed?.boolean == true
          ? "'true'" : isCredentialed?.intrinsic == nil ? .absent : .optional(isCredentialed)
      ),
      (
        "Access-Control-Max-Age",
        setting.property("maxAge").map { .joined("'", .written($0), "'") } ?? .absent
      ),
      ("Cache-Control", setting.property("cacheControl").map { .joined("'", .written($0), "'") } ?? .absent),
    ]
  }
}
