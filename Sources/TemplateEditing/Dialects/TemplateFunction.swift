internal import Documents
internal import FunctionProtection

/// A function as a template has it: what is known of it, and where its settings stand.
struct TemplateFunction {
  var description: FunctionDescription
  /// Of the mapping that holds its settings; it may still be missing.
  let settingsPath: TemplatePath
  let keys: SettingKeys
  /// Its settings as written, and those that it inherits.
  let settings: Node?
  let inherited: Node?
  /// Why it cannot be edited whatever is asked; a sentence.
  var obstacle: String?

  /// A value of its own, or else the inherited one.
  func setting(_ key: String) -> Node? { Self.present(settings?[key]) ?? Self.present(inherited?[key]) }

  static func present(_ node: Node?) -> Node? { node.flatMap { $0.isNull ? nil : $0 } }

  var layersPath: TemplatePath { settingsPath + [.key(keys.layers)] }

  var variablesPath: TemplatePath { settingsPath + keys.variables.map { .key($0) } }

  private func variables(of node: Node?) -> Node? {
    var node = node
    for key in keys.variables { node = node?[key] }
    return node
  }

  var ownVariables: Node? { variables(of: settings) }

  var inheritedVariables: Node? { variables(of: inherited) }
}

/// What the settings are called that the enforcer needs.
struct SettingKeys {
  let layers: String
  /// From a function's settings to its variables.
  let variables: [String]

  static let cloudFormation = SettingKeys(layers: "Layers", variables: ["Environment", "Variables"])
  static let serverless = SettingKeys(layers: "layers", variables: ["environment"])
}
