internal import Documents
internal import FindingModel

/// What becomes of each property of AWS::Serverless::HttpApi.
private enum HttpProperties {
  static let ofStage: Set<String> = ["AccessLogSettings", "StageVariables"]
  static let consumed: Set<String> = [
    "Name", "Description", "StageName", "DefinitionBody", "DefinitionUri", "CorsConfiguration", "Auth",
    "DefaultRouteSettings", "RouteSettings", "Domain", "FailOnWarnings", "DisableExecuteApiEndpoint", "Tags",
    "PropagateTags",
  ]
}

extension Assembly {
  /// AWS::Serverless::HttpApi: the API, its stage, and what `Domain` needs.
  mutating func httpAPI(_ api: SAMResource) {
    let make = Implied(at: api.idLocation)
    let routes = self.routes[api.id] ?? []
    var properties: [Entry] = []
    var stage: [Entry] = []
    for entry in api.properties.entries where !entry.value.isNull {
      if HttpProperties.ofStage.contains(entry.key) {
        stage.append(entry)
      } else if entry.key == "FailOnWarnings" {
        // Off is what holds without it.
        if entry.value.boolean != false { properties.append(entry) }
      } else if !HttpProperties.consumed.contains(entry.key) {
        problem(at: entry.keyLocation, "AWS::Serverless::HttpApi has no property '\(entry.key)'.")
        properties.append(entry)
      }
    }
    let definition = httpDefinition(of: api, routes: routes)
    properties.append(definition)
    replace(api, with: "AWS::ApiGatewayV2::Api", make.map(properties))
    let isEdited = definition.key == "Body" && definition.value.isPlainMapping
    let stageID = httpStage(of: api, routes: routes, entries: stage, isEdited: isEdited)
    domainV2(of: api, stageID: stageID, tag: "httpapi:createdBy")
  }

  private mutating func httpStage(
    of api: SAMResource, routes: [APIRoute], entries: [Entry], isEdited: Bool
  ) -> String {
    let name = api["StageName"]
    let make = Implied(at: name?.location ?? api.idLocation)
    let isDefault = name == nil || name?.text == "$default"
    let stageID =
      isDefault
      ? api.id + "ApiGatewayDefaultStage"
      : api.id + Self.stageName(name) + "Stage"
    let properties = make.map(
      entries
        + make.map([
          "ApiId": make.ref(api.id), "StageName": name ?? make.text("$default"),
          "AutoDeploy": make.flag(true),
          "DefaultRouteSettings": api["DefaultRouteSettings"],
          "RouteSettings": routeSettings(of: api, routes),
          // SAM marks what it could write into.
          "Tags": isEdited ? tagMap(of: api, mark: "httpapi:createdBy", make) : api["Tags"],
        ]).entries)
    imply(
      stageID, "AWS::ApiGatewayV2::Stage", properties, inheriting: api.inheritedAttributes, at: make.place)
    references["\(api.id).Stage"] = stageID
    return stageID
  }

  /// The API's settings of routes with those of the events over them.
  private func routeSettings(of api: SAMResource, _ routes: [APIRoute]) -> Node? {
    var settings = api["RouteSettings"]
    for route in routes {
      guard let own = route["RouteSettings"] else { continue }
      let make = route.event.make
      let method = route.method == APIRoute.anyMethod ? "ANY" : route.method.uppercased()
      let key = route.path == "$default" ? route.path : "\(method) \(route.path)"
      var all = settings ?? make.map([])
      guard all.isPlainMapping else { return settings }
      let merged = all.present(key).map { Globals.merge(own, over: $0) } ?? own
      all.set(key, to: route.condition.map { make.choose($0, merged) } ?? merged)
      settings = all
    }
    return settings
  }

  /// Tags as a map, with SAM's own.
  func tagMap(
    of api: SAMResource, mark: String, _ make: Implied, onlyIfPropagated: Bool = false
  ) -> Node {
    let own = onlyIfPropagated && !api.propagatesTags ? nil : api["Tags"]
    var tags = own ?? make.map([])
    if tags.isPlainMapping { tags.set(mark, to: make.text("SAM")) }
    return tags
  }
}
