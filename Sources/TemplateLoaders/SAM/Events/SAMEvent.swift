internal import Documents
internal import FindingModel

/// One entry of a function's or state machine's `Events`.
struct SAMEvent {
  let name: String
  let type: String
  let properties: Node
  let location: SourceLocation
  let owner: SAMResource

  /// Logical id of what the event makes.
  var id: String { owner.id + name }

  var make: Implied { Implied(at: location) }

  subscript(name: String) -> Node? { properties.present(name) }
}

extension Assembly {
  /// The events of a resource, as far as they can be read.
  mutating func events(of resource: SAMResource) -> [SAMEvent] {
    guard let events = resource["Events"] else { return [] }
    guard events.isPlainMapping else {
      // Both sides of an `Fn::If` may be events; under which condition each exists is kept as a remark.
      let chosen = events.branches.filter { $0.isPlainMapping && !$0.entries.isEmpty }
      let isKnown = events.choice != nil && !chosen.isEmpty
      problem(
        at: events.location,
        isKnown
          ? "The events of '\(resource.id)' depend on a condition; all of them are taken to exist."
          : "The events of '\(resource.id)' are not a map.", isError: !isKnown)
      return chosen.flatMap { readEvents($0.entries, of: resource) }
    }
    return readEvents(events.entries, of: resource)
  }

  private mutating func readEvents(_ entries: [Entry], of resource: SAMResource) -> [SAMEvent] {
    var events: [SAMEvent] = []
    for entry in Self.sorted(entries) {
      for node in entry.value.branches where !node.isNoValue {
        guard node.isMapping, let type = node["Type"]?.text else {
          problem(at: node.location, "The event '\(entry.key)' of '\(resource.id)' has no Type.")
          continue
        }
        var properties = node.present("Properties") ?? Node(.mapping([]), at: node.location)
        if !properties.isPlainMapping {
          problem(at: properties.location, "The properties of the event '\(entry.key)' are not a map.")
          properties = Node(.mapping([]), at: node.location)
        }
        events.append(
          SAMEvent(
            name: entry.key, type: type, properties: properties, location: node.location, owner: resource))
      }
    }
    return events
  }

  /// Routes by their paths, all else by name.
  ///
  /// The order counts: an earlier route for everything makes later permissions needless.
  private static func sorted(_ entries: [Entry]) -> [Entry] {
    func key(_ entry: Entry) -> String {
      if let path = entry.value[path: "Properties", "Path"]?.text { return path }
      return entry.value["Type"]?.text == "HttpApi" ? "$default" : entry.key
    }
    let keyed = entries.enumerated().map { (key: key($0.element), index: $0.offset, entry: $0.element) }
    return keyed.sorted { ($0.key, $0.index) < ($1.key, $1.index) }.map(\.entry)
  }

  /// Reports properties of an event that nothing reads.
  mutating func checkProperties(of event: SAMEvent, known: Set<String>) {
    for entry in event.properties.entries where !known.contains(entry.key) {
      problem(
        at: entry.keyLocation, "The \(event.type) event '\(event.name)' has no property '\(entry.key)'.")
    }
  }

  mutating func need(_ name: String, of event: SAMEvent) -> Node? {
    if let value = event[name] { return value }
    problem(at: event.location, "The \(event.type) event '\(event.name)' needs '\(name)'.")
    return nil
  }
}
