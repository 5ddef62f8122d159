internal import Documents
internal import FindingModel

/// The `Globals` section, and how its properties merge into the resources'.
struct Globals {
  /// The resource types that may have globals, without `AWS::Serverless::`.
  static let sections: Set<String> = [
    "Function", "Api", "HttpApi", "WebSocketApi", "SimpleTable", "StateMachine", "LayerVersion",
    "CapacityProvider",
  ]

  private var properties: [String: Node] = [:]

  init(of template: Node, problems: inout [TemplateProblem]) {
    guard let globals = template["Globals"], !globals.isNull else { return }
    guard globals.isMapping else {
      problems.append(TemplateProblem(at: globals.location, "Globals must be a map."))
      return
    }
    for entry in globals.entries {
      guard Self.sections.contains(entry.key) else {
        let message = "'\(entry.key)' is not a section of Globals."
        problems.append(TemplateProblem(at: entry.keyLocation, message))
        continue
      }
      guard entry.value.isMapping else {
        let message = "The Globals of '\(entry.key)' are not a map."
        problems.append(TemplateProblem(at: entry.value.location, message))
        continue
      }
      properties[entry.key] = entry.value
    }
  }

  func merged(into resources: [Entry]) -> [Entry] {
    if properties.isEmpty { return resources }
    return resources.map { entry in
      var entry = entry
      entry.value = merged(into: entry.value)
      return entry
    }
  }

  func merged(into resource: Node) -> Node {
    guard let type = resource["Type"]?.text, type.hasPrefix(SAMTransform.typePrefix),
      var globals = properties[String(type.dropFirst(SAMTransform.typePrefix.count))]
    else { return resource }
    if let ignored = resource["IgnoreGlobals"] {
      if ignored.text == "*" { return resource }
      for name in ignored.elements.compactMap(\.text) { globals.remove(name) }
    }
    var resource = resource
    let local = resource.present("Properties")
    resource.set("Properties", to: local.map { Self.merge($0, over: globals) } ?? globals)
    return resource
  }

  /// Maps merge key by key and lists are joined, the global part first; everything else is overridden.
  ///
  /// An intrinsic is a value like any other: nobody knows yet whether it will be a map or a list.
  static func merge(_ local: Node, over global: Node, depth: Int = 0) -> Node {
    if depth > 64 || local.isIntrinsic || global.isIntrinsic { return local }
    switch (local.content, global.content) {
    case (.mapping(let own), .mapping(let inherited)):
      var positions: [String: Int] = [:]
      var merged = inherited
      for (index, entry) in inherited.enumerated() { positions[entry.key] = index }
      for entry in own {
        guard let index = positions[entry.key] else {
          merged.append(entry)
          continue
        }
        let value = merge(entry.value, over: merged[index].value, depth: depth + 1)
        merged[index] = Entry(entry.key, at: entry.keyLocation, value)
      }
      var node = local
      node.content = .mapping(merged)
      return node
    case (.sequence(let own), .sequence(let inherited)):
      var node = local
      node.content = .sequence(inherited + own)
      return node
    default:
      return local
    }
  }
}
