internal import Documents
internal import FindingModel

extension ServiceCompiler {
  // MARK: Load balancers

  mutating func addLoadBalancer(_ event: BoundEvent) {
    guard let listener = event["listenerArn"] else {
      problems.add(
        at: event.place, "the 'alb' event of the function '\(event.function.name)' has no listener")
      return
    }
    let name = event.function.normalizedName
    let isMultiValue = event["multiValueHeaders"]?.boolean == true
    let parts = (listener.text ?? "").split(separator: "/")
    let balancer = parts.count > 3 ? String(parts[3]) : LogicalNames.source(of: listener)
    let group = name + "Alb" + (isMultiValue ? "MultiValue" : "") + "TargetGroup" + balancer
    addTargetGroup(group, isMultiValue: isMultiValue, event)
    stack.putUnique(
      StackResource(
        type: "AWS::ElasticLoadBalancingV2::ListenerRule",
        properties: [
          "Actions": .list(authentication(event) + [["Type": "forward", "TargetGroupArn": .ref(group)]]),
          "Conditions": .list(conditions(event["conditions"])), "ListenerArn": .written(listener),
          "Priority": .optional(event["priority"]),
        ], place: event.place), as: "\(name)AlbListenerRule\(event["priority"]?.text ?? "")")
    let principal: Draft = "elasticloadbalancing.amazonaws.com"
    permit(
      principal, from: .ref(group), toCall: event.function.target, as: name + "LambdaPermissionAlb",
      at: event.place)
    permit(
      principal, from: .absent, toCall: event.function.target, as: name + "LambdaPermissionRegisterTarget",
      at: event.place)
  }

  private mutating func addTargetGroup(_ id: String, isMultiValue: Bool, _ event: BoundEvent) {
    guard !stack.contains(id) else { return }
    let health = event["healthCheck"]
    stack.put(
      StackResource(
        type: "AWS::ElasticLoadBalancingV2::TargetGroup",
        properties: [
          "TargetType": "lambda", "Targets": [["Id": event.function.target]],
          "TargetGroupAttributes": [
            ["Key": "lambda.multi_value_headers.enabled", "Value": .flag(isMultiValue)]
          ],
          "HealthCheckEnabled": .flag(health?.isOff == false),
          "HealthCheckPath": .optional(health?["path"]),
        ], place: event.place), as: id)
  }

  private mutating func authentication(_ event: BoundEvent) -> [Draft] {
    var actions: [Draft] = []
    for name in event["authorizer"]?.oneOrMore ?? [] {
      guard let authorizer = name.text.flatMap({ provider.property(path: "alb", "authorizers", $0) }) else {
        problems.add(
          at: name.location, "no authorizer '\(name.text ?? "")' is defined in 'provider.alb.authorizers'",
          isError: false)
        continue
      }
      actions.append(action(authorizer))
    }
    return actions
  }

  private func action(_ authorizer: Node) -> Draft {
    let isCognito = authorizer["type"]?.text == "cognito"
    let own =
      isCognito
      ? ["userPoolArn", "userPoolClientId", "userPoolDomain"]
      : ["authorizationEndpoint", "clientId", "clientSecret", "issuer", "tokenEndpoint", "userInfoEndpoint"]
    var configuration: [(String, Draft)] = (own + ["scope", "sessionCookieName", "sessionTimeout"]).map {
      (LogicalNames.capitalized($0), .optional(authorizer[$0]))
    }
    let request: Draft =
      authorizer["onUnauthenticatedRequest"].map(Draft.written)
      ?? (authorizer["allowUnauthenticated"]?.boolean == true ? "allow" : "deny")
    configuration.append(("OnUnauthenticatedRequest", request))
    return [
      "Type": isCognito ? "authenticate-cognito" : "authenticate-oidc",
      (isCognito ? "AuthenticateCognitoConfig" : "AuthenticateOidcConfig"): .map(configuration),
    ]
  }

  private func conditions(_ conditions: Node?) -> [Draft] {
    guard let conditions, conditions.isOwnMapping else { return [] }
    func values(_ key: String) -> Draft? {
      conditions.property(key).map { .list($0.oneOrMore.map(Draft.written)) }
    }
    var result: [Draft] = []
    if let paths = values("path") { result.append(["Field": "path-pattern", "Values": paths]) }
    if let hosts = values("host") {
      result.append(["Field": "host-header", "HostHeaderConfig": ["Values": hosts]])
    }
    if let methods = values("method") {
      result.append(["Field": "http-request-method", "HttpRequestMethodConfig": ["Values": methods]])
    }
    for header in conditions.property("header")?.oneOrMore ?? [] {
      result.append([
        "Field": "http-header",
        "HttpHeaderConfig": [
          "HttpHeaderName": .optional(header["name"]), "Values": .optional(header["values"]),
        ],
      ])
    }
    for query in conditions.property("query")?.oneOrMore ?? [] {
      let pairs = query.entries.map { ["Key": .text($0.key), "Value": .written($0.value)] as Draft }
      result.append(["Field": "query-string", "QueryStringConfig": ["Values": .list(pairs)]])
    }
    if let addresses = values("ip") {
      result.append(["Field": "source-ip", "SourceIpConfig": ["Values": addresses]])
    }
    return result
  }

  // MARK: CloudFront

  /// One distribution for all functions at the edge.
  mutating func addDistribution(_ events: [BoundEvent]) {
    guard let first = events.first else { return }
    var origins = OrderedNodes()
    var behaviors: [Node] = []
    for event in events {
      let origin = origin(event)
      origins.put(origin.node, for: origin.id, at: event.place)
      behaviors.append(behavior(event, originID: origin.id).node(at: event.place))
      addEdgePermission(event)
    }
    addCachePolicies()
    let base = behaviors.firstIndex { $0.property("PathPattern") == nil }
    var standard = base.map { behaviors.remove(at: $0) } ?? behaviors[0]
    if base == nil {
      // The framework repeats a behavior for all other paths, without its pattern and its function.
      standard.remove("PathPattern")
      standard.remove("LambdaFunctionAssociations")
    }
    let configuration: Draft = [
      "Comment": .joined(.written(service.name), " ", .written(service.stage)), "Enabled": true,
      "DefaultCacheBehavior": .written(standard),
      "CacheBehaviors": behaviors.isEmpty ? .absent : .list(behaviors.map(Draft.written)),
      "Origins": .list(origins.entries.map { .written($0.value) }),
    ]
    stack.put(
      StackResource(
        type: "AWS::CloudFront::Distribution", properties: ["DistributionConfig": configuration],
        place: first.place),
      as: "CloudFrontDistribution")
  }

  private func origin(_ event: BoundEvent) -> (id: String, node: Node) {
    guard let origin = event["origin"] else {
      return ("custom/", Draft.map([("Id", "custom/")]).node(at: event.place))
    }
    guard let text = origin.text else {
      let isBucket = origin.property("S3OriginConfig") != nil
      let domain = origin.property("DomainName")
      let name = domain?.text ?? LogicalNames.alphanumeric(domain.map(ServiceJSON.of) ?? "")
      let id = (isBucket ? "s3/" : "custom/") + name + (origin["OriginPath"]?.text ?? "")
      var node = origin
      node.set("Id", to: .string(id, at: origin.location))
      return (id, node)
    }
    let isBucket = text.hasPrefix("s3:")
    let address = text.firstRange(of: "://").map { text[$0.upperBound...] } ?? text[...]
    let host = String(address.prefix { $0 != "/" })
    let path = String(address.drop { $0 != "/" })
    let id = (isBucket ? "s3/" : "custom/") + host + (path.count > 1 ? path : "")
    let node = Draft.map([
      ("DomainName", .text(host)), ("OriginPath", path.count > 1 ? .text(path) : .absent),
      (
        isBucket ? "S3OriginConfig" : "CustomOriginConfig",
        isBucket ? .map([]) : ["OriginProtocolPolicy": "match-viewer"]
      ),
      ("Id", .text(id)),
    ]).node(at: origin.location)
    return (id, node)
  }

  private func behavior(_ event: BoundEvent, originID: String) -> Draft {
    let own = event["behavior"]?.entries ?? []
    var properties = OrderedNodes()
    properties.put(.string("allow-all", at: event.place), for: "ViewerProtocolPolicy", at: event.place)
    for entry in own { properties.put(entry.value, for: entry.key, at: entry.keyLocation) }
    let hasCaching = ["CachePolicyId", "ForwardedValues", "MaxTTL", "MinTTL", "DefaultTTL"].contains {
      properties[$0] != nil
    }
    var pairs: [(String, Draft)] = properties.entries.map { ($0.key, .written($0.value)) }
    if let policy = event["cachePolicy"] {
      let id = policy.property("id").map(Draft.written)
      pairs.append(
        (
          "CachePolicyId",
          id ?? .ref("CloudFrontCachePolicy" + LogicalNames.normalized(policy["name"]?.text ?? ""))
        ))
    } else if !hasCaching {
      // The platform's managed policy CachingOptimized.
      pairs.append(("CachePolicyId", "658327ea-f89d-4fab-a63d-7e88639e58f6"))
    }
    return .map(
      pairs + [
        ("TargetOriginId", .text(originID)), ("PathPattern", .optional(event["pathPattern"])),
        (
          "LambdaFunctionAssociations",
          [
            [
              "EventType": .optional(event["eventType"]), "LambdaFunctionARN": .ref(event.function.versionID),
              "IncludeBody": .optional(event["includeBody"]),
            ]
          ]
        ),
      ])
  }

  private mutating func addCachePolicies() {
    for entry in provider.property(path: "cloudFront", "cachePolicies")?.entries ?? [] {
      var configuration = entry.value
      configuration.set(
        "Name", to: Draft.joined(service.prefix, .text("-" + entry.key)).node(at: entry.keyLocation))
      stack.put(
        StackResource(
          type: "AWS::CloudFront::CachePolicy", properties: ["CachePolicyConfig": .written(configuration)],
          place: entry.keyLocation), as: "CloudFrontCachePolicy" + LogicalNames.normalized(entry.key))
    }
  }

  private mutating func addEdgePermission(_ event: BoundEvent) {
    let source = Draft.joined(
      "arn:", .ref("AWS::Partition"), ":cloudfront::", .ref("AWS::AccountId"), ":distribution/",
      .ref("CloudFrontDistribution"))
    permit(
      "edgelambda.amazonaws.com", from: source, toCall: .ref(event.function.versionID),
      as: event.function.logicalID + "InvokePermission", at: event.place)
    grants.trust("edgelambda.amazonaws.com", toRunAs: event.function)
    // Logs of the edge are written in the region nearest to the viewer.
    grants.allow(
      ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents", "logs:TagResource"],
      on: [.joined("arn:", .ref("AWS::Partition"), ":logs:*:*:*")], to: event.function, at: event.place)
  }
}
