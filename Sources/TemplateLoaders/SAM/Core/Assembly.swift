internal import Documents
internal import FindingModel

/// The state of one expansion: what came in, and what has been made of it so far.
struct Assembly {
  let template: Node
  let files: any TemplateFiles
  /// Values of parameters where they are known: overrides, else defaults.
  let parameters: [String: Node]

  /// The resources of the template with the Globals merged in.
  ///
  /// Events edit those of other services in place.
  var resources: [Entry] = []
  private(set) var positions: [String: Int] = [:]

  var conditions: [Entry] = []
  var problems: [TemplateProblem] = []
  /// `Function.Alias` and its like, to the logical id that is meant.
  var references: [String: String] = [:]
  /// Layers whose logical id becomes another.
  var renamed: [String: String] = [:]

  /// Routes that events add to APIs, by the API's id.
  var routes: [String: [APIRoute]] = [:]
  var usagePlans = SharedUsagePlan()
  var deployments = DeploymentPreferences()
  var recordSets = RecordSets()
  /// GraphQL functions that exist outside the template, by API and name.
  var graphQLFunctionIDs: [String: Node] = [:]

  private var output: [String: Entry] = [:]
  private var order: [String] = []

  init(template: Node, parameters overrides: [String: Node], files: any TemplateFiles) {
    self.template = template
    self.files = files
    var parameters: [String: Node] = [:]
    for entry in template["Parameters"]?.entries ?? [] {
      if let value = entry.value.present("Default") { parameters[entry.key] = value }
    }
    self.parameters = parameters.merging(overrides) { _, override in override }
    conditions = template["Conditions"]?.entries ?? []
  }

  mutating func problem(at place: SourceLocation, _ message: String, isError: Bool = true) {
    problems.append(TemplateProblem(at: place, message, isError: isError))
  }
}

// MARK: - Resources

extension Assembly {
  mutating func load(_ entries: [Entry]) {
    resources = entries
    positions = [:]
    for (index, entry) in entries.enumerated() { positions[entry.key] = index }
  }

  func resource(_ id: String) -> SAMResource? {
    positions[id].map { SAMResource(resources[$0]) }
  }

  /// Type of a resource the template declares.
  func type(of id: String) -> String? {
    positions[id].flatMap { resources[$0].value["Type"]?.text }
  }

  mutating func edit(_ id: String, _ change: (inout Node) -> Void) {
    guard let index = positions[id] else { return }
    change(&resources[index].value)
  }

  mutating func append(resource entry: Entry) {
    guard positions[entry.key] == nil else { return }
    positions[entry.key] = resources.count
    resources.append(entry)
  }

  /// Adds a resource, or puts it in the place of the one that has its id.
  mutating func put(resource entry: Entry) {
    guard let index = positions[entry.key] else { return append(resource: entry) }
    resources[index] = entry
  }

  /// Adds a resource that the user did not write.
  mutating func imply(
    _ id: String, _ type: String, _ properties: Node, inheriting attributes: [Entry] = [],
    dependsOn: [String] = [], at place: SourceLocation
  ) {
    let make = Implied(at: place)
    var entries = [Entry("Type", at: place, make.text(type))]
    entries += attributes
    if !dependsOn.isEmpty { entries.append(Entry("DependsOn", at: place, make.texts(dependsOn))) }
    entries.append(Entry("Properties", at: place, properties))
    emit(Entry(id, at: place, make.map(entries)))
  }

  /// Puts a plain resource where the user wrote a SAM one.
  mutating func replace(
    _ resource: SAMResource, id: String? = nil, with type: String, _ properties: Node,
    attributes: [Entry]? = nil
  ) {
    let typePlace = resource.node["Type"]?.location ?? resource.location
    var entries = [Entry("Type", at: typePlace, .string(type, at: typePlace, isImplied: false))]
    entries += attributes ?? resource.ownAttributes
    let propertiesPlace = resource.node["Properties"]?.location ?? resource.location
    var node = properties
    node.location = propertiesPlace
    node.isImplied = false
    entries.append(Entry("Properties", at: propertiesPlace, node))
    let isImplied = resource.node.isImplied
    emit(
      Entry(
        id ?? resource.id, at: resource.idLocation,
        Node(.mapping(entries), at: resource.location, isImplied: isImplied)))
  }

  mutating func emit(_ entry: Entry) {
    if let known = output[entry.key] {
      // Of two generated resources with one id SAM keeps the later. What the user wrote himself stays.
      if known.value.isImplied != entry.value.isImplied {
        let made = known.value.isImplied ? known : entry
        problem(
          at: made.value.location,
          "SAM would make a resource '\(entry.key)' here, but the template has its own.")
      }
      guard known.value.isImplied || !entry.value.isImplied else { return }
    } else {
      order.append(entry.key)
    }
    output[entry.key] = entry
  }

  /// Ids of all resources made so far, in the order in which they were made.
  var emittedIDs: [String] { order }

  mutating func editEmitted(_ id: String, _ change: (inout Node) -> Void) {
    guard var entry = output[id] else { return }
    change(&entry.value)
    output[id] = entry
  }

  func emitted(_ id: String) -> Node? { output[id]?.value }

  /// The template after the last resource is there.
  func expansion() -> Expansion {
    let resources = order.compactMap { output[$0] }
    var sections: [Entry] = []
    for entry in template.entries {
      switch entry.key {
      case "Globals":
        continue
      case "Transform":
        guard let rest = transformsLeft(entry.value) else { continue }
        sections.append(Entry(entry.key, at: entry.keyLocation, rest))
      case "Resources":
        var node = entry.value
        node.content = .mapping(resources)
        sections.append(Entry(entry.key, at: entry.keyLocation, node))
      case "Conditions":
        var node = entry.value
        if node.isMapping { node.content = .mapping(conditions) }
        sections.append(Entry(entry.key, at: entry.keyLocation, node))
      default:
        sections.append(entry)
      }
    }
    if template["Conditions"] == nil, let first = conditions.first {
      let node = Node(.mapping(conditions), at: first.value.location, isImplied: true)
      sections.append(Entry("Conditions", at: first.keyLocation, node))
    }
    var result = template
    result.content = .mapping(sections)
    References(names: references, renamed: renamed).rewrite(&result)
    return Expansion(template: result, problems: problems)
  }

  private func transformsLeft(_ transform: Node) -> Node? {
    guard transform.isSequence else { return transform.text == SAMTransform.name ? nil : transform }
    let left = transform.elements.filter { $0.text != SAMTransform.name }
    guard !left.isEmpty else { return nil }
    var copy = transform
    copy.content = .sequence(left)
    return copy
  }
}
