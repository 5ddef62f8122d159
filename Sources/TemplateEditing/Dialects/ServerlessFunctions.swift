internal import Documents
internal import FunctionProtection

/// Functions of a service of the Serverless Framework.
struct ServerlessFunctions {
  let document: TemplateDocument

  func functions() -> [TemplateFunction] {
    guard let functions = TemplateFunction.present(document.root["functions"]) else { return [] }
    if functions.isMapping {
      return functions.entries.map { function($0, at: [.key("functions"), .key($0.key)]) }
    }
    guard functions.isSequence else { return [elsewhere("functions", functions)] }
    return functions.elements.enumerated().flatMap { index, element in
      guard element.isMapping else { return [elsewhere("functions, element \(index + 1)", element)] }
      return element.entries.map {
        function($0, at: [.key("functions"), .index(index), .key($0.key)])
      }
    }
  }

  /// `${file(functions.yml)}`.
  private func elsewhere(_ name: String, _ node: Node) -> TemplateFunction {
    var function = TemplateFunction(
      description: FunctionDescription(name: name), settingsPath: [], keys: .serverless, settings: nil,
      inherited: nil)
    function.obstacle =
      "They come from \(node.text.map { "'\($0.prefix(100))'" } ?? "elsewhere"), which is not edited: put the layer "
      + "and the variables there by hand."
    return function
  }

  private func function(_ entry: Entry, at path: TemplatePath) -> TemplateFunction {
    var function = TemplateFunction(
      description: FunctionDescription(name: entry.key), settingsPath: path, keys: .serverless,
      settings: entry.value, inherited: TemplateFunction.present(document.root["provider"]))
    guard entry.value.isPlainMapping else {
      function.obstacle =
        entry.value.text.map { "It comes from '\($0.prefix(100))', which is not edited." }
        ?? EditProblem.noValue(entry.key).description
      return function
    }
    let reader = SettingReader(root: document.root, isServerless: true)
    if let name = entry.value["name"]?.text { function.description.aliases = [name] }
    // Where nobody says it, the framework takes a version of Node.js.
    let runtime = reader.text(function.setting("runtime"), followsDefaults: true)
    function.description.runtime = runtime == .absent ? .known("nodejs22.x") : runtime
    function.description.handler = reader.text(entry.value["handler"], followsDefaults: true)
    function.description.architecture = reader.architecture(function.setting("architecture"))
    function.description.isImage = TemplateFunction.present(entry.value["image"]) != nil
    function.description.tags = reader.tags(function.inherited?["tags"]).merging(
      reader.tags(entry.value["tags"])
    ) { $1 }
    // A function's own list replaces the provider's.
    function.description.layerCount = document.countLayers(function.setting("layers"))
    function.readVariables(with: reader)
    return function
  }
}
