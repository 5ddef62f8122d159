internal import Documents
internal import FunctionProtection

/// Finds a template's functions, whatever dialect it is written in.
struct FunctionCatalogue {
  let document: TemplateDocument

  /// What is edited: the functions, or the one place that they all inherit from.
  func targets() -> [TemplateFunction] { document.editsShared ? shared().map { [$0] } ?? [] : functions() }

  /// In the template's order; functions that cannot be edited are there with the reason.
  func functions() -> [TemplateFunction] {
    document.isServerless ? ServerlessFunctions(document: document).functions() : resources()
  }

  private func resources() -> [TemplateFunction] {
    (document.root["Resources"]?.entries ?? []).compactMap { entry in
      if entry.key.hasPrefix("Fn::ForEach") { return loop(entry) }
      switch entry.value["Type"]?.text {
      case "AWS::Serverless::Function": return function(entry, inherited: globals(for: entry.value))
      case "AWS::Lambda::Function": return function(entry, inherited: nil)
      default: return nil
      }
    }
  }

  /// What SAM's `Globals` give to a resource.
  private func globals(for resource: Node) -> Node? {
    guard var globals = document.root["Globals"]?["Function"], globals.isMapping else { return nil }
    if let ignored = resource["IgnoreGlobals"] {
      if ignored.text == "*" { return nil }
      for name in ignored.elements.compactMap(\.text) { globals.remove(name) }
    }
    return globals
  }

  private func loop(_ entry: Entry) -> TemplateFunction? {
    guard NodeJSON.write(entry.value).contains("::Function\"") else { return nil }
    var function = TemplateFunction(
      description: FunctionDescription(name: entry.key), settingsPath: [], keys: .cloudFormation,
      settings: nil,
      inherited: nil)
    function.obstacle =
      "Its functions are made by a loop, which is not edited: put the layer and the variables in the loop's body."
    return function
  }

  private func function(_ entry: Entry, inherited: Node?) -> TemplateFunction {
    var function = TemplateFunction(
      description: FunctionDescription(name: entry.key),
      settingsPath: [.key("Resources"), .key(entry.key), .key("Properties")], keys: .cloudFormation,
      settings: TemplateFunction.present(entry.value["Properties"]), inherited: inherited)
    let reader = SettingReader(root: document.root, isServerless: false)
    if let settings = function.settings, !settings.isPlainMapping {
      function.obstacle = EditProblem.notACollection("Properties").description
    }
    if let name = function.settings?["FunctionName"]?.text { function.description.aliases = [name] }
    function.description.runtime = reader.text(function.setting("Runtime"), followsDefaults: true)
    function.description.handler = reader.text(function.setting("Handler"), followsDefaults: true)
    function.description.architecture = reader.architecture(function.setting("Architectures"))
    function.description.isImage =
      function.setting("PackageType")?.text == "Image" || function.setting("ImageUri") != nil
      || function.settings?["Code"]?["ImageUri"] != nil
    function.description.tags = reader.tags(inherited?["Tags"]).merging(
      reader.tags(function.settings?["Tags"])
    ) { $1 }
    // SAM joins the lists of both.
    function.description.layerCount = document.countLayers(function.settings?["Layers"], inherited?["Layers"])
    function.readVariables(with: reader)
    return function
  }
}

extension TemplateFunction {
  /// Variables that say how the runtime starts, as they are without the enforcer.
  mutating func readVariables(with reader: SettingReader) {
    func value(_ name: String) -> Node? { ownVariables?[name] ?? inheritedVariables?[name] }
    let wrapper = reader.text(value(EnforcerVariable.wrapper), followsDefaults: false)
    if case .known(let path) = wrapper, Recognition.isLauncher(path) {
      description.wrapper = reader.text(value(EnforcerVariable.nextWrapper), followsDefaults: false)
    } else {
      description.wrapper = wrapper
    }
    let preload = reader.text(value(EnforcerVariable.preload), followsDefaults: false)
    description.preload =
      switch preload {
      case .known(let text): Recognition.othersPreloaded(text).map { .known($0) } ?? .absent
      default: preload
      }
  }
}

extension TemplateDocument {
  var isServerless: Bool {
    root["Resources"] == nil && root["provider"] != nil
      && (root["service"] != nil || root["functions"] != nil)
  }

  var isSAM: Bool {
    let transform = root["Transform"]
    return (transform?.elements ?? transform.map { [$0] } ?? []).contains {
      $0.text == "AWS::Serverless-2016-10-31"
    } || transform?.text == "AWS::Serverless-2016-10-31"
  }

  /// Elements of lists that are written out, without the enforcer's own layer.
  func countLayers(_ lists: Node?...) -> Int {
    lists.reduce(0) { $0 + ($1?.elements ?? []).count { !Recognition.isEnforcerLayer($0) } }
  }
}
