internal import Documents
internal import FindingModel

extension Assembly {
  /// Turns `Connectors` of a resource into resources of their own.
  mutating func collectEmbeddedConnectors() {
    for entry in resources {
      guard let connectors = entry.value.present("Connectors") else { continue }
      guard connectors.isPlainMapping else {
        problem(at: connectors.location, "The Connectors of '\(entry.key)' are not a map.")
        continue
      }
      for connector in connectors.entries {
        guard connector.value.isPlainMapping, var properties = connector.value.present("Properties"),
          properties.isPlainMapping
        else {
          problem(at: connector.value.location, "The connector '\(connector.key)' has no map of Properties.")
          continue
        }
        let make = Implied(at: connector.keyLocation)
        var source = make.map(["Id": make.text(entry.key)])
        for extra in properties.remove("SourceReference")?.entries ?? [] {
          source.set(extra.key, to: extra.value)
        }
        properties.set("Source", to: source)
        var resource = connector.value
        resource.set("Type", to: make.text("AWS::Serverless::Connector"))
        resource.set("Properties", to: properties)
        append(resource: Entry(entry.key + connector.key, at: connector.keyLocation, resource))
      }
    }
  }

  mutating func connectAll() {
    var made: [String: [String]] = [:]
    for entry in resources where entry.value["Type"]?.text == "AWS::Serverless::Connector" {
      made[entry.key] = connect(SAMResource(entry))
    }
    if made.isEmpty { return }
    // SAM looks at the other resources only.
    let others = Set(made.values.joined())
    for id in emittedIDs where !others.contains(id) {
      editEmitted(id) { node in
        guard let needed = node.present("DependsOn") else { return }
        let names = needed.asList
        guard names.contains(where: { made[$0.text ?? ""] != nil }) else { return }
        var copy = needed
        copy.content = .sequence(
          names.flatMap { name -> [Node] in
            guard let ids = made[name.text ?? ""] else { return [name] }
            return ids.map { .string($0, at: name.location) }
          })
        node.set("DependsOn", to: copy)
      }
    }
  }

  /// - Returns: The ids of the resources that the connector became.
  private mutating func connect(_ connector: SAMResource) -> [String] {
    guard let source = connector["Source"], let destination = connector["Destination"] else {
      problem(at: connector.location, "The connector '\(connector.id)' needs a Source and a Destination.")
      return []
    }
    for entry in connector.properties.entries
    where !["Source", "Destination", "Permissions"].contains(entry.key) {
      problem(at: entry.keyLocation, "A connector has no property '\(entry.key)'.")
    }
    let wanted = Set((connector["Permissions"]?.asList ?? []).compactMap(\.text))
    guard let from = end(source, of: connector) else { return [] }
    guard destination.isSequence else {
      return end(destination, of: connector).map { link(from, $0, wanted, of: connector, suffix: "") } ?? []
    }
    return destination.elements.enumerated().flatMap { index, node -> [String] in
      guard let to = end(node, of: connector) else { return [] }
      return link(from, to, wanted, of: connector, suffix: "Destination\(index)")
    }
  }

  private mutating func end(_ node: Node, of connector: SAMResource) -> ConnectorEnd? {
    guard let id = node.present("Id")?.text else {
      if let end = ConnectorEnd(hardCoded: node) { return end }
      problem(at: node.location, "An end of the connector '\(connector.id)' has neither an Id nor a Type.")
      return nil
    }
    let place = Implied(at: node.location)
    let generated = emitted(id)
    guard let type = type(of: id) ?? generated?["Type"]?.text else {
      problem(
        at: node.location, "The connector '\(connector.id)' names '\(id)', which is not in the template.")
      return nil
    }
    return ConnectorEnd(
      id: id, type: type, resource: generated, qualifier: node.present("Qualifier"), place)
  }

  mutating func link(
    _ source: ConnectorEnd, _ destination: ConnectorEnd, _ wanted: Set<String>, of connector: SAMResource,
    suffix: String
  ) -> [String] {
    guard let profile = ConnectorProfiles.profile(from: source.type, to: destination.type) else {
      problem(
        at: connector.location, "A connector from \(source.type) to \(destination.type) is not known.")
      return []
    }
    if !profile.accepts(wanted) {
      problem(
        at: connector["Permissions"]?.location ?? connector.location,
        "A connector from \(source.type) to \(destination.type) does not offer these Permissions.")
    }
    let link = ConnectorLink(
      source: source, destination: destination, profile: profile, make: Implied(at: connector.location))
    guard let (name, type, properties) = link.resource(wanted) else {
      problem(at: connector.location, "An end of the connector '\(connector.id)' is not known well enough.")
      return []
    }
    let id = connector.id + name + suffix
    let kept = ["Condition", "DeletionPolicy", "UpdateReplacePolicy", "DependsOn", "Metadata"]
    imply(
      id, type, properties, inheriting: connector.node.entries.filter { kept.contains($0.key) },
      at: connector.location)
    wait(for: id, link)
    return [id]
  }

  /// Makes what would fail without the policy depend on it.
  private mutating func wait(for id: String, _ link: ConnectorLink) {
    if link.profile.sourceWaits, let source = link.source.id {
      editEmitted(source) { Self.add(dependency: id, to: &$0, link.make) }
    }
    guard link.profile.mappingWaits, let source = link.source.id, let destination = link.destination.id else {
      return
    }
    for mapping in emittedIDs where emitted(mapping)?["Type"]?.text == "AWS::Lambda::EventSourceMapping" {
      guard let properties = emitted(mapping)?["Properties"],
        properties["FunctionName"]?.namedResource == destination,
        properties["EventSourceArn"]?.namedResource == source
      else { continue }
      editEmitted(mapping) { Self.add(dependency: id, to: &$0, link.make) }
    }
  }
}
