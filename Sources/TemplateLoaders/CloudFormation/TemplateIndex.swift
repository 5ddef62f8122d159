internal import Documents
internal import FindingModel

/// The sections of one template, ready for look-up by name.
struct TemplateIndex {
  let path: String
  let location: SourceLocation
  private(set) var parameters: [String: ParameterDeclaration] = [:]
  private(set) var parameterOrder: [String] = []
  private(set) var mappings: [String: [String: [String: Node]]] = [:]
  private(set) var conditions: [String: Node] = [:]
  private(set) var resources: [String: ResourceDeclaration] = [:]
  /// Entries of `Resources` that are resources, in the order written.
  private(set) var resourceOrder: [String] = []
  /// Entries of `Resources` whose content comes from a file or a transform that was not read.
  private(set) var unreadResources: Set<String> = []
  private(set) var outputs: [String: Entry] = [:]
  private(set) var outputOrder: [String] = []
  private(set) var problems: [TemplateProblem] = []

  init(_ template: Node, path: String, problems: [TemplateProblem] = []) {
    self.path = path
    self.location = template.location
    self.problems = problems
    guard template.isMapping else {
      self.problems.append(TemplateProblem(at: template.location, "A template must be a map."))
      return
    }
    for entry in template.entries {
      switch entry.key {
      case "Parameters":
        for entry in section(entry) { add(parameter: entry) }
      case "Mappings":
        for entry in section(entry) { add(mapping: entry) }
      case "Conditions":
        for entry in section(entry) { conditions[entry.key] = entry.value }
      case "Resources":
        for entry in section(entry) { add(resource: entry) }
      case "Outputs":
        for entry in section(entry) { add(output: entry) }
      default: break
      }
    }
    if template["Resources"] == nil {
      self.problems.append(TemplateProblem(at: template.location, "The template has no 'Resources'."))
    }
  }

  private mutating func section(_ entry: Entry) -> [Entry] {
    if case .mapping(let entries) = entry.value.content { return entries }
    // An empty section, `Conditions:` and nothing below it, is common and harmless.
    if !entry.value.isNull {
      problems.append(TemplateProblem(at: entry.value.location, "'\(entry.key)' must be a map."))
    }
    return []
  }

  private mutating func add(parameter entry: Entry) {
    if !entry.value.isMapping {
      problems.append(
        TemplateProblem(at: entry.keyLocation, "The parameter '\(entry.key)' must be a map with a 'Type'."))
    }
    parameters[entry.key] = ParameterDeclaration(entry)
    parameterOrder.append(entry.key)
  }

  private mutating func add(mapping entry: Entry) {
    var rows: [String: [String: Node]] = [:]
    for row in section(entry) {
      rows[row.key] = Dictionary(section(row).map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
    }
    mappings[entry.key] = rows
  }

  private mutating func add(resource entry: Entry) {
    guard entry.value.isMapping else {
      problems.append(TemplateProblem(at: entry.keyLocation, "The resource '\(entry.key)' must be a map."))
      return
    }
    // Reported where it could not be read; that it has no type says nothing more.
    if entry.value[UnresolvedMarker.key] != nil
      || entry.value["Fn::Transform"] != nil && entry.value["Type"] == nil
    {
      unreadResources.insert(entry.key)
      return
    }
    guard let type = entry.value["Type"]?.scalar, type.kind == .string, !type.text.isEmpty else {
      problems.append(
        TemplateProblem(at: entry.keyLocation, "The resource '\(entry.key)' has no 'Type'."))
      return
    }
    resources[entry.key] = ResourceDeclaration(entry, type: type.text)
    resourceOrder.append(entry.key)
  }

  private mutating func add(output entry: Entry) {
    guard entry.value.isMapping else {
      problems.append(
        TemplateProblem(at: entry.keyLocation, "The output '\(entry.key)' must be a map with a 'Value'."))
      return
    }
    outputs[entry.key] = entry
    outputOrder.append(entry.key)
  }
}

/// One entry of `Resources`.
struct ResourceDeclaration {
  let id: String
  let type: String
  let node: Node
  let keyLocation: SourceLocation
  let condition: Node?
  let properties: Node?
  let metadata: Node?
  let dependsOn: [String]

  init(_ entry: Entry, type: String) {
    id = entry.key
    self.type = type
    node = entry.value
    keyLocation = entry.keyLocation
    condition = entry.value["Condition"]
    properties = entry.value["Properties"]
    metadata = entry.value["Metadata"]
    let dependencies = entry.value["DependsOn"]
    dependsOn = dependencies?.text.map { [$0] } ?? dependencies?.elements.compactMap(\.text) ?? []
  }

  /// A nested stack, whose outputs other resources may ask for.
  var isStack: Bool { type == "AWS::CloudFormation::Stack" }
}

/// One entry of `Parameters`.
struct ParameterDeclaration {
  let name: String
  let type: String
  let typeNode: Node?
  let defaultValue: Node?
  let allowed: [String]?
  let hidden: Node?
  let location: SourceLocation

  init(_ entry: Entry) {
    name = entry.key
    location = entry.keyLocation
    typeNode = entry.value["Type"]
    type = typeNode?.text ?? "String"
    defaultValue = entry.value["Default"]
    hidden = entry.value["NoEcho"]
    let values = entry.value["AllowedValues"]?.elements.compactMap(\.text) ?? []
    allowed = values.isEmpty ? nil : values
  }

  /// `NoEcho: true`; what cannot be read as a boolean is hidden too, to be safe.
  var isHidden: Bool { hidden.map { $0.boolean ?? true } ?? false }

  /// The value is the name of a parameter in the Parameter Store.
  var isStoreName: Bool { type.hasPrefix("AWS::SSM::Parameter::Value<") }

  var isList: Bool { type == "CommaDelimitedList" || type.hasPrefix("List<") }
}
