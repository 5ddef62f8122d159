internal import Documents
internal import FindingModel
internal import FunctionProtection

/// The changes that attach the enforcer to one function.
struct Attaching {
  let document: TemplateDocument
  let function: TemplateFunction
  let attachment: Attachment

  /// - Throws: ``EditProblem``.
  func changes() throws(EditProblem) -> [TemplateChange] {
    var settings: [(key: String, value: Node)] = []
    var changes: [TemplateChange] = []
    try addLayer(&changes, &settings)
    try addVariables(&changes, &settings)
    guard !settings.isEmpty else { return changes }
    guard function.settings != nil else { return try [addSettings(settings)] + changes }
    _ = try document.collection(function.settingsPath, isSequence: false)
    return [.add(settings, to: function.settingsPath)] + changes
  }

  /// A function that has everything from elsewhere has no settings to add to.
  private func addSettings(_ settings: [(key: String, value: Node)]) throws(EditProblem) -> TemplateChange {
    guard case .key(let key) = function.settingsPath.last else { throw .missing("Properties") }
    guard document.root[at: function.settingsPath] == nil else { throw .noValue(key) }
    let parent = Array(function.settingsPath.dropLast())
    _ = try document.collection(parent, isSequence: false)
    return .add([(key, Self.mapping(settings))], to: parent)
  }

  private func addLayer(
    _ changes: inout [TemplateChange], _ settings: inout [(key: String, value: Node)]
  ) throws(EditProblem) {
    let layer = Self.node(of: attachment.layer)
    let key = function.keys.layers
    if let inherited = TemplateFunction.present(function.inherited?[key]) {
      if let name = inherited.intrinsic?.name {
        throw .computed("inherited \(key)", by: TemplateDocument.shortForm(name))
      }
      // The Serverless Framework takes either list, SAM joins them.
      if document.isServerless, function.settings?[key] == nil { throw .replacesInherited(key) }
    }
    guard function.settings?[key] != nil else {
      settings.append((key, .sequence([layer], at: document.root.location)))
      return
    }
    _ = try document.collection(function.layersPath, isSequence: true)
    changes.append(.append([layer], to: function.layersPath))
  }

  private func addVariables(
    _ changes: inout [TemplateChange], _ settings: inout [(key: String, value: Node)]
  ) throws(EditProblem) {
    var variables: [(key: String, value: Node)] = []
    for variable in attachment.variables {
      try add(variable, to: &variables, &changes)
    }
    guard !variables.isEmpty else { return }
    // From the inside out: what is missing is made around what is added.
    var added = variables
    for depth in function.keys.variables.indices.reversed() {
      let path = function.settingsPath + function.keys.variables[...depth].map { .key($0) }
      if document.root[at: path] != nil {
        _ = try document.collection(path, isSequence: false)
        changes.append(.add(added, to: path))
        return
      }
      try checkInherited(depth)
      added = [(function.keys.variables[depth], Self.mapping(added))]
    }
    settings += added
  }

  /// A map that an intrinsic makes is not merged with another but replaced by it.
  private func checkInherited(_ depth: Int) throws(EditProblem) {
    var node = function.inherited
    for key in function.keys.variables[...depth] { node = node?[key] }
    if let name = node?.intrinsic?.name {
      throw .computed("inherited \(function.keys.variables[depth])", by: TemplateDocument.shortForm(name))
    }
  }

  private func add(
    _ variable: Attachment.Variable, to variables: inout [(key: String, value: Node)],
    _ changes: inout [TemplateChange]
  ) throws(EditProblem) {
    let path = function.variablesPath + [.key(variable.name)]
    let value = (key: variable.name, value: Node.string(variable.value, at: document.root.location))
    guard let own = function.ownVariables?[variable.name] else {
      variables.append(value)
      if variable.name == EnforcerVariable.wrapper, attachment.movesWrapper,
        let inherited = function.inheritedVariables?[variable.name]
      {
        variables.append((EnforcerVariable.nextWrapper, inherited))
      }
      return
    }
    switch variable.name {
    case EnforcerVariable.wrapper:
      guard function.ownVariables?[EnforcerVariable.nextWrapper] == nil else {
        throw .unusualLayout(EnforcerVariable.nextWrapper)
      }
      changes.append(.rename(path, to: EnforcerVariable.nextWrapper))
      variables.append(value)
    case EnforcerVariable.preload:
      guard let text = own.text, variable.value.hasSuffix(":" + text) else {
        throw .unusualLayout(variable.name)
      }
      changes.append(.prefix(path, with: String(variable.value.dropLast(text.count))))
    default: throw .unusualLayout(variable.name)
    }
  }

  private static func mapping(_ entries: [(key: String, value: Node)]) -> Node {
    .mapping(entries.map { ($0.key, $0.value) }, at: .start(of: ""))
  }

  static func node(of layer: Attachment.Layer) -> Node {
    switch layer {
    case .arn(let text): .string(text, at: .start(of: ""))
    case .reference(let name): .ref(name, at: .start(of: ""))
    }
  }
}
