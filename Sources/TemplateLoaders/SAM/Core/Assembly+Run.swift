internal import Documents
internal import FindingModel

extension Assembly {
  /// Expands everything, in the order in which one part needs another.
  mutating func run() {
    guard let declared = template["Resources"], declared.isMapping else {
      problem(at: template.location, "The template has no map of Resources.")
      return
    }
    load(Globals(of: template, problems: &problems).merged(into: declared.entries))
    collectEmbeddedConnectors()
    // Before any function: an event's permission needs to know its API.
    addImplicitAPIs()
    // Functions and state machines add routes, so they come before the APIs that hold them.
    each(["Function"]) { $0.function($1) }
    each(["StateMachine"]) { $0.stateMachine($1) }
    each(["Api", "HttpApi"]) { assembly, api in
      if api.type == "AWS::Serverless::Api" { assembly.restAPI(api) } else { assembly.httpAPI(api) }
    }
    each(["WebSocketApi"]) { $0.webSocketAPI($1) }
    each(["SimpleTable"]) { $0.simpleTable($1) }
    each(["LayerVersion"]) { $0.layerVersion($1) }
    each(["Application"]) { $0.application($1) }
    each(["CapacityProvider"]) { $0.capacityProvider($1) }
    each(["GraphQLApi"]) { $0.graphQLAPI($1) }
    passOthers()
    checkRoutes()
    finishDeployments()
    finishUsagePlan()
    finishRecordSets()
    // Last: a connector reads the roles of what it connects.
    connectAll()
  }

  private mutating func each(_ names: Set<String>, _ expand: (inout Assembly, SAMResource) -> Void) {
    for index in resources.indices {
      guard let type = resources[index].value["Type"]?.text, type.hasPrefix(SAMTransform.typePrefix),
        names.contains(String(type.dropFirst(SAMTransform.typePrefix.count)))
      else { continue }
      if let properties = resources[index].value["Properties"], !properties.isPlainMapping, !properties.isNull
      {
        problem(at: properties.location, "The properties of '\(resources[index].key)' are not a map.")
      }
      expand(&self, SAMResource(resources[index]))
    }
  }

  /// Reports events whose API is not one that SAM expands: their routes are nowhere.
  private mutating func checkRoutes() {
    let kinds = ["AWS::Serverless::Api", "AWS::Serverless::HttpApi"]
    for (id, routes) in routes.sorted(by: { $0.key < $1.key }) {
      if let type = type(of: id), kinds.contains(type) { continue }
      for route in routes {
        problem(
          at: route.event.location,
          "The API of the event '\(route.event.name)' is not a SAM API of this template; its route is not added."
        )
      }
    }
  }

  private static let known: Set<String> = [
    "Function", "StateMachine", "Api", "HttpApi", "WebSocketApi", "SimpleTable", "LayerVersion",
    "Application",
    "CapacityProvider", "GraphQLApi", "Connector",
  ]

  /// Resources of other services stay as they are; a SAM type of the future stays too, with a problem.
  private mutating func passOthers() {
    for entry in resources {
      if let type = entry.value["Type"]?.text, type.hasPrefix(SAMTransform.typePrefix) {
        if Self.known.contains(String(type.dropFirst(SAMTransform.typePrefix.count))) { continue }
        problem(at: entry.value.location, "The resource type '\(type)' is not known; it is not expanded.")
      }
      var kept = entry
      kept.value.remove("Connectors")
      if entry.value["Type"] == nil, entry.value.isMapping {
        problem(at: entry.value.location, "The resource '\(entry.key)' has no Type.")
      }
      emit(kept)
    }
  }
}
