internal import Documents
internal import FindingModel

extension ServiceCompiler {
  static let restAPIID = "ApiGatewayRestApi"
  private static let deploymentID = "ApiGatewayDeployment"

  private var gateway: Node? { provider.property("apiGateway") }

  /// The API of this stack, or the one `provider.apiGateway.restApiId` names.
  var restAPI: Draft { gateway?.property("restApiId").map(Draft.written) ?? .ref(Self.restAPIID) }

  private var hasOwnRestAPI: Bool { gateway?.property("restApiId") == nil }

  mutating func addRestAPI() {
    guard let first = endpoints.first else { return }
    if hasOwnRestAPI { addAPI(at: first.place) }
    var methods: [String] = []
    var cors = PreflightRoutes()
    for endpoint in endpoints {
      let resource = addPath(of: endpoint)
      methods.append(addMethod(endpoint, on: resource))
      cors.add(endpoint, on: resource)
    }
    for route in cors.routes { methods.append(addPreflight(route)) }
    addDeployment(after: methods, at: first.place)
    addKeysAndPlans(at: first.place)
    stack.outputs.put(
      Draft.map([
        ("Description", "URL of the service endpoint"),
        (
          "Value",
          .joined(
            "https://", restAPI, ".execute-api.", .ref("AWS::Region"), ".", .ref("AWS::URLSuffix"), "/",
            .written(service.stage))
        ),
      ]).node(at: first.place), for: "ServiceEndpoint", at: first.place)
  }

  private mutating func addAPI(at place: SourceLocation) {
    let shouldStartWithService = gateway?["shouldStartNameWithService"]?.boolean == true
    let name: Draft =
      provider.property("apiName").map(Draft.written)
      ?? (shouldStartWithService
        ? service.prefix : .joined(.written(service.stage), "-", .written(service.name)))
    let policy = gateway?.property("resourcePolicy") ?? provider.property("resourcePolicy")
    let kind = provider.property("endpointType").map { node in
      node.text.map { .text($0.uppercased()) } ?? Draft.written(node)
    }
    stack.put(
      StackResource(
        type: "AWS::ApiGateway::RestApi",
        properties: [
          "Name": name, "Description": .optional(gateway?["description"]),
          "EndpointConfiguration": [
            "Types": [kind ?? "EDGE"], "VpcEndpointIds": .optional(provider["vpcEndpointIds"]),
          ],
          "Policy": policy.map { ["Version": "2012-10-17", "Statement": .written($0)] } ?? .absent,
          "BinaryMediaTypes": .optional(gateway?["binaryMediaTypes"]),
          "ApiKeySourceType": .optional(gateway?["apiKeySourceType"] ?? provider["apiKeySourceType"]),
          "MinimumCompressionSize": .optional(gateway?["minimumCompressionSize"]),
          "DisableExecuteApiEndpoint": .optional(
            gateway?.property(path: "endpoint", "disable") ?? gateway?["disableDefaultEndpoint"]),
          "SecurityPolicy": .optional(gateway?.property(path: "endpoint", "securityPolicy")),
        ], place: gateway?.location ?? place), as: Self.restAPIID)
  }

  // MARK: Paths

  /// Adds the resources of a path that are not there yet.
  /// - Returns: The suffix of the path's logical id, and how to refer to it.
  private mutating func addPath(of endpoint: RestEndpoint) -> (name: String, id: Draft) {
    let root: Draft =
      gateway?.property("restApiRootResourceId").map(Draft.written)
      ?? .attribute("RootResourceId", of: Self.restAPIID)
    guard let path = endpoint.path else {
      let id = stack.putUnique(
        pathResource(.written(endpoint.pathNode), parent: root, endpoint), as: "ApiGatewayResource")
      return (String(id.dropFirst("ApiGatewayResource".count)), .ref(id))
    }
    var parent = root
    var prefix = ""
    for segment in path.split(separator: "/") {
      prefix += (prefix.isEmpty ? "" : "/") + segment
      if let known = gateway?.property(path: "restApiResources", prefix)
        ?? gateway?.property(path: "restApiResources", "/" + prefix)
      {
        parent = .written(known)
        continue
      }
      let id = "ApiGatewayResource" + LogicalNames.path(prefix)
      if !stack.contains(id) {
        stack.put(pathResource(.text(String(segment)), parent: parent, endpoint), as: id)
      }
      parent = .ref(id)
    }
    return (LogicalNames.path(path), parent)
  }

  private func pathResource(_ part: Draft, parent: Draft, _ endpoint: RestEndpoint) -> StackResource {
    StackResource(
      type: "AWS::ApiGateway::Resource",
      properties: ["ParentId": parent, "PathPart": part, "RestApiId": restAPI],
      place: endpoint.place)
  }

  // MARK: Methods

  private mutating func addMethod(_ endpoint: RestEndpoint, on resource: (name: String, id: Draft)) -> String
  {
    let http = endpoint.http
    let id = "ApiGatewayMethod" + resource.name + LogicalNames.method(endpoint.method)
    let validation = addValidation(endpoint, methodID: id)
    let authorization = addAuthorization(endpoint)
    let written = http["method"]
    let properties: [(String, Draft)] =
      [
        (
          "HttpMethod",
          written.map { $0.text == nil ? .written($0) : .text(endpoint.method.uppercased()) }
            ?? .text(endpoint.method.uppercased())
        ),
        ("ResourceId", resource.id), ("RestApiId", restAPI),
        ("ApiKeyRequired", http.property("private").map(Draft.written) ?? false),
        ("OperationName", .optional(http["operationId"])),
        ("RequestParameters", requestParameters(http)),
        ("Integration", integration(endpoint)), ("MethodResponses", []),
      ] + authorization.properties + validation
    stack.put(
      StackResource(
        type: "AWS::ApiGateway::Method", properties: .map(properties),
        attributes: [("DependsOn", authorization.dependency.map { .list([.text($0)]) } ?? .absent)],
        place: endpoint.place), as: id)
    if case .function(let function) = endpoint.target { permitGateway(function, at: endpoint.place) }
    return id
  }

  private mutating func permitGateway(_ function: ServiceFunction, at place: SourceLocation) {
    let id = function.normalizedName + "LambdaPermissionApiGateway"
    guard !stack.contains(id) else { return }
    permit("apigateway.amazonaws.com", from: restSource, toCall: function.target, as: id, at: place)
  }

  /// Any stage, method and path of the API.
  var restSource: Draft { .arn("execute-api", restAPI, "/*/*") }

  private func requestParameters(_ http: Node) -> Draft {
    guard let parameters = http.property(path: "request", "parameters"), parameters.isOwnMapping else {
      return .absent
    }
    var result: [(String, Draft)] = []
    for location in ["querystrings", "paths", "headers"] {
      for entry in parameters.property(location)?.entries ?? [] {
        let isRequired = entry.value.isMapping ? entry.value["required"] : entry.value
        result.append(
          ("method.request.\(location.dropLast()).\(entry.key)", isRequired.map(Draft.written) ?? true))
      }
    }
    return result.isEmpty ? .absent : .map(result)
  }

  private func integration(_ endpoint: RestEndpoint) -> Draft {
    let http = endpoint.http
    if case .stateMachine(_, let role) = endpoint.target {
      let action = http.property("action")?.text ?? "StartExecution"
      return [
        "Type": "AWS", "IntegrationHttpMethod": "POST",
        "Credentials": http.property("iamRole").map(Draft.written) ?? role,
        "Uri": .joined(
          "arn:", .ref("AWS::Partition"), ":apigateway:", .ref("AWS::Region"),
          .text(":states:action/\(action)")),
      ]
    }
    guard case .function(let function) = endpoint.target else { return .absent }
    switch integrationType(http) {
    case "HTTP", "HTTP_PROXY":
      let type = integrationType(http)
      return [
        "Type": .text(type), "IntegrationHttpMethod": .text(endpoint.method.uppercased()),
        "Uri": .optional(http.property(path: "request", "uri")),
        "ConnectionType": (http["connectionType"]?.text).map {
          .text($0.uppercased().replacing("-", with: "_"))
        } ?? .absent,
        "ConnectionId": .optional(http["connectionId"]),
      ]
    case "MOCK": return ["Type": "MOCK"]
    case let type:
      let isAsynchronous = http["async"]?.boolean == true
      return [
        "Type": .text(type), "IntegrationHttpMethod": "POST",
        "Uri": .joined(
          "arn:", .ref("AWS::Partition"), ":apigateway:", .ref("AWS::Region"),
          ":lambda:path/2015-03-31/functions/",
          function.target, "/invocations"),
        "RequestParameters": isAsynchronous
          ? ["integration.request.header.X-Amz-Invocation-Type": "'Event'"] : .absent,
        "RequestTemplates": type == "AWS" ? .optional(http.property(path: "request", "template")) : .absent,
        "PassthroughBehavior": type == "AWS"
          ? http.property(path: "request", "passThrough").map(Draft.written) ?? "NEVER" : .absent,
      ]
    }
  }

  private func integrationType(_ http: Node) -> String {
    guard let text = http.property("integration")?.text else {
      return http["async"]?.boolean == true ? "AWS" : "AWS_PROXY"
    }
    switch text.uppercased().replacing("-", with: "_") {
    case "LAMBDA", "AWS": return "AWS"
    case "HTTP": return "HTTP"
    case "HTTP_PROXY": return "HTTP_PROXY"
    case "MOCK": return "MOCK"
    default: return "AWS_PROXY"
    }
  }

  // MARK: Deployment and stage

  private mutating func addDeployment(after methods: [String], at place: SourceLocation) {
    let place = gateway?.location ?? place
    var known: Set<String> = []
    stack.put(
      StackResource(
        type: "AWS::ApiGateway::Deployment",
        properties: ["RestApiId": restAPI, "StageName": hasOwnRestAPI ? .absent : .written(service.stage)],
        attributes: [("DependsOn", .list(methods.filter { known.insert($0).inserted }.map(Draft.text)))],
        place: place), as: Self.deploymentID)
    guard hasOwnRestAPI else { return }
    // The framework sets tracing and logs on the deployed stage through the platform's API; as a resource they
    // are where anybody would look for them.
    let logs = provider.property(path: "logs", "restApi")
    let isLogged = logs?.isOff == false
    if isLogged {
      stack.put(
        logGroupResource(named: .joined("/aws/api-gateway/", service.prefix), at: logs?.location ?? place),
        as: "ApiGatewayLogGroup")
    }
    let hasAccessLog = isLogged && logs?["accessLogging"]?.boolean != false
    stack.put(
      StackResource(
        type: "AWS::ApiGateway::Stage",
        properties: [
          "StageName": .written(service.stage), "RestApiId": restAPI, "DeploymentId": .ref(Self.deploymentID),
          "TracingEnabled": .optional(provider.property(path: "tracing", "apiGateway")),
          "AccessLogSetting": hasAccessLog
            ? [
              "DestinationArn": .attribute("Arn", of: "ApiGatewayLogGroup"),
              "Format": logs?.property("format").map(Draft.written)
                ?? "requestId: $context.requestId, ip: $context.identity.sourceIp, status: $context.status",
            ] : .absent,
          "MethodSettings": methodSettings(isLogged ? logs : nil),
          "Tags": tags(provider["stackTags"], provider["tags"]),
        ], place: logs?.location ?? place), as: "ApiGatewayStage")
  }

  private func methodSettings(_ logs: Node?) -> Draft {
    let metrics = gateway?.property("metrics")
    guard logs != nil || metrics != nil else { return .absent }
    let isExecutionLogged = logs != nil && logs?["executionLogging"]?.boolean != false
    let level: Draft =
      isExecutionLogged ? logs?.property("level").map(Draft.written) ?? "INFO" : logs == nil ? .absent : "OFF"
    return [
      [
        "HttpMethod": "*", "ResourcePath": "/*", "LoggingLevel": level,
        "DataTraceEnabled": isExecutionLogged
          ? logs?.property("fullExecutionData").map(Draft.written) ?? true : .absent,
        "MetricsEnabled": .optional(metrics),
      ]
    ]
  }

  // MARK: Keys and plans

  private mutating func addKeysAndPlans(at place: SourceLocation) {
    let keys = gateway?.property("apiKeys") ?? provider.property("apiKeys")
    let plan = gateway?.property("usagePlan") ?? provider.property("usagePlan")
    var numbers: [String: Int] = [:]
    for definition in keys?.oneOrMore ?? [] {
      // `- free: [key1, key2]` belongs to the plan of that name.
      if definition.isOwnMapping, definition.property("name") == nil, definition.property("value") == nil,
        let entry = definition.entries.first, entry.value.isSequence
      {
        for key in entry.value.elements { addKey(key, plan: entry.key, numbers: &numbers) }
      } else {
        addKey(definition, plan: "", numbers: &numbers)
      }
    }
    guard keys != nil || plan != nil else { return }
    if let plan, plan.isSequence {
      for entry in plan.elements.flatMap(\.entries) {
        addPlan(entry.value, named: entry.key, at: entry.keyLocation)
      }
    } else {
      addPlan(plan, named: "", at: plan?.location ?? place)
    }
  }

  private mutating func addKey(_ key: Node, plan: String, numbers: inout [String: Int]) {
    numbers[plan, default: 0] += 1
    let suffix = LogicalNames.capitalized(plan) + String(numbers[plan] ?? 1)
    let settings = key.isOwnMapping ? key : nil
    stack.put(
      StackResource(
        type: "AWS::ApiGateway::ApiKey",
        properties: [
          "Enabled": settings?.property("enabled").map(Draft.written) ?? true,
          "Name": settings == nil ? .written(key) : .optional(settings?["name"]),
          "Value": .optional(settings?["value"]), "Description": .optional(settings?["description"]),
          "CustomerId": .optional(settings?["customerId"]),
          "StageKeys": [["RestApiId": restAPI, "StageName": .written(service.stage)]],
        ], attributes: [("DependsOn", [.text(Self.deploymentID)])], place: key.location),
      as: "ApiGatewayApiKey" + suffix)
    stack.put(
      StackResource(
        type: "AWS::ApiGateway::UsagePlanKey",
        properties: [
          "KeyId": .ref("ApiGatewayApiKey" + suffix), "KeyType": "API_KEY",
          "UsagePlanId": .ref("ApiGatewayUsagePlan" + LogicalNames.capitalized(plan)),
        ], place: key.location), as: "ApiGatewayUsagePlanKey" + suffix)
  }

  private mutating func addPlan(_ plan: Node?, named name: String, at place: SourceLocation) {
    let quota = plan?.property("quota")
    let throttle = plan?.property("throttle")
    stack.put(
      StackResource(
        type: "AWS::ApiGateway::UsagePlan",
        properties: [
          "ApiStages": [["ApiId": restAPI, "Stage": .written(service.stage)]],
          "UsagePlanName": name.isEmpty
            ? service.prefix : .joined(.written(service.name), .text("-\(name)-"), .written(service.stage)),
          "Quota": quota.map {
            [
              "Limit": .optional($0["limit"]), "Offset": .optional($0["offset"]),
              "Period": .optional($0["period"]),
            ]
          } ?? .absent,
          "Throttle": throttle.map {
            ["BurstLimit": .optional($0["burstLimit"]), "RateLimit": .optional($0["rateLimit"])]
          } ?? .absent,
        ], attributes: [("DependsOn", [.text(Self.deploymentID)])], place: place),
      as: "ApiGatewayUsagePlan" + LogicalNames.capitalized(name))
  }
}
