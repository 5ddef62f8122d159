internal import Documents
internal import FindingModel

/// Takes a service apart: name, provider and functions, with their variables resolved.
struct ServiceReader {
  var resolver: VariableResolver

  mutating func read() -> ServiceContext {
    let service = resolver.service
    let provider = provider()
    var functions = functions()
    limitRepetition(of: provider, in: &functions)
    let syntax = provider.property("variableSyntax")
    if let syntax {
      resolver.problems.add(
        at: syntax.location,
        "'provider.variableSyntax' is not followed: only variables of the form ${...} are resolved",
        isError: false)
    }
    return ServiceContext(
      name: name(), stage: resolver.stage(at: provider.location),
      region: resolver.region(at: provider.location),
      provider: provider, functions: functions, majorVersion: majorVersion(), plugins: plugins(),
      hasUnreadPlugins: hasUnreadPlugins(), wsgiApplication: wsgiApplication(),
      place: service.location)
  }

  private mutating func name() -> Node {
    guard let node = resolver.section("service") else {
      return .string("service", at: resolver.service.location)
    }
    if node.text != nil || node.intrinsic != nil { return node }
    return node.property("name") ?? .string("service", at: node.location)
  }

  /// `provider: aws` is short for a map with that name.
  private mutating func provider() -> Node {
    guard let node = resolver.section("provider") else { return .mapping([], at: resolver.service.location) }
    if node.isOwnMapping { return node }
    return .mapping([("name", node)], at: node.location, isImplied: false)
  }

  private mutating func majorVersion() -> Int? {
    guard let text = resolver.section("frameworkVersion")?.text else { return nil }
    // `^3.0.0`, `>=1.50.0 <2.0.0`, `3`: the first number.
    return Int(text.drop { !$0.isASCII || !$0.isNumber }.prefix { $0.isASCII && $0.isNumber })
  }

  private mutating func plugins() -> Set<String> {
    guard let node = resolver.section("plugins") else { return [] }
    let list = node.isSequence ? node : node["modules"] ?? node
    return Set(list.elements.compactMap(\.text))
  }

  private mutating func wsgiApplication() -> Node? {
    guard plugins().contains("serverless-wsgi") else { return nil }
    return resolver.section("custom")?.property(path: "wsgi", "app")
  }

  private mutating func hasUnreadPlugins() -> Bool {
    guard let node = resolver.section("plugins"), !node.isNull else { return false }
    let list = node.isSequence ? node : node["modules"] ?? node
    return !list.isSequence || list.elements.contains { $0.text == nil }
  }

  /// A map of functions, or a list of maps that are merged.
  private mutating func functions() -> [ServiceFunction] {
    guard let node = resolver.section("functions") else { return [] }
    var functions = OrderedNodes()
    for map in node.isSequence ? node.elements : [node] where !map.isNull {
      guard map.isOwnMapping else {
        resolver.problems.add(
          at: map.location, "'functions' is not a map of functions here; these functions are not read")
        continue
      }
      for entry in map.entries { functions.put(entry.value, for: entry.key, at: entry.keyLocation) }
    }
    return functions.entries.compactMap { function($0) }
  }

  /// Drops functions so that what each takes over from the provider stays bounded.
  private mutating func limitRepetition(of provider: Node, in functions: inout [ServiceFunction]) {
    let weight = provider.weight
    var room = resolver.limits.repetition / max(weight, 1)
    for (index, function) in functions.enumerated() {
      room -= 1 + function.events.count
      guard room < 0 else { continue }
      resolver.problems.add(
        at: function.place,
        "the \(weight) values of 'provider', repeated for every function and event, exceed the limit of "
          + "\(resolver.limits.repetition); the functions from '\(function.name)' on are not read")
      functions.removeSubrange(index...)
      return
    }
  }

  private mutating func function(_ entry: Entry) -> ServiceFunction? {
    guard entry.value.isOwnMapping else {
      resolver.problems.add(at: entry.keyLocation, "the function '\(entry.key)' is not a map; it is not read")
      return nil
    }
    var node = entry.value
    if node.entries.count > ServerlessFramework.propertyLimit {
      resolver.problems.add(
        at: entry.keyLocation,
        "the function '\(entry.key)' has more than \(ServerlessFramework.propertyLimit) properties; the rest is not read"
      )
      node.content = .mapping(Array(node.entries.prefix(ServerlessFramework.propertyLimit)))
    }
    return ServiceFunction(
      name: entry.key, node: node, place: entry.keyLocation, events: events(of: node, named: entry.key))
  }

  private mutating func events(of function: Node, named name: String) -> [ServiceEvent] {
    guard let list = function.property("events") else { return [] }
    guard list.isSequence else {
      resolver.problems.add(
        at: list.location, "'events' of the function '\(name)' is not a list; it is not read")
      return []
    }
    var events: [ServiceEvent] = []
    var numbers: [String: Int] = [:]
    for (index, element) in list.elements.enumerated() where !element.isNull {
      for (kind, value) in kinds(of: element, of: name) {
        numbers[kind, default: 0] += 1
        events.append(
          ServiceEvent(
            kind: kind, value: value, place: element.location, position: index + 1, number: numbers[kind] ?? 1
          ))
      }
    }
    return events
  }

  /// `- sqs: …`, or just `- alexaSkill`.
  private mutating func kinds(of element: Node, of name: String) -> [(String, Node)] {
    if let kind = UnresolvedVariable.kind(of: element) {
      resolver.problems.add(
        at: element.location, "an event of the function '\(name)' comes from '\(kind)' and is not known",
        isError: false)
      return []
    }
    if let text = element.text { return [(text, .null(at: element.location))] }
    guard element.isMapping else {
      resolver.problems.add(
        at: element.location, "an event of the function '\(name)' is neither a name nor a map")
      return []
    }
    return element.entries.map { ($0.key, $0.value) }
  }
}

extension Node {
  /// Values in this node, itself included.
  ///
  /// The depth is bounded where variables were resolved.
  var weight: Int {
    switch content {
    case .scalar: 1
    case .sequence(let elements): elements.reduce(1) { $0 + $1.weight }
    case .mapping(let entries): entries.reduce(1) { $0 + $1.value.weight }
    }
  }
}
