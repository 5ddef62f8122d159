internal import Documents
internal import FunctionProtection

/// `Globals.Function` of SAM and `provider` of the Serverless Framework, as if they were a function.
extension FunctionCatalogue {
  /// - Returns: `nil` for plain CloudFormation, where nothing is inherited.
  func shared() -> TemplateFunction? {
    let path: TemplatePath
    let keys: SettingKeys
    if document.isServerless {
      (path, keys) = ([.key("provider")], .serverless)
    } else if document.isSAM {
      (path, keys) = ([.key("Globals"), .key("Function")], .cloudFormation)
    } else {
      return nil
    }
    let functions = functions()
    var shared = TemplateFunction(
      description: FunctionDescription(name: path.map(\.text).joined(separator: ".")), settingsPath: path,
      keys: keys, settings: TemplateFunction.present(document.root[at: path]), inherited: nil)
    shared.obstacle = obstacle(of: functions)
    guard let first = functions.first?.description else { return nil }
    shared.description.runtime = first.runtime
    shared.description.architecture = first.architecture
    shared.description.handler = first.handler
    shared.description.layerCount = functions.map(\.description.layerCount).max() ?? 0
    shared.readVariables(with: SettingReader(root: document.root, isServerless: document.isServerless))
    return shared
  }

  /// Why one attachment does not fit all functions; a sentence.
  private func obstacle(of functions: [TemplateFunction]) -> String? {
    let names = { (functions: [TemplateFunction]) in functions.map(\.description.name).joined(separator: ", ")
    }
    let images = functions.filter(\.description.isImage)
    if !images.isEmpty { return "Functions that are images have no layers: \(names(images))." }
    if Set(functions.map(\.description.architecture)).count > 1 {
      return "The functions run on different architectures: attach to each by --function."
    }
    let provided = functions.filter { AttachmentPlan.isProvided($0.description.runtime.known ?? "") }
    if !provided.isEmpty, provided.count < functions.count {
      return "Some functions bring their own runtime and start differently: \(names(provided))."
    }
    let apart = functions.filter { function in
      guard document.isServerless else {
        return document.root["Resources"]?[function.description.name]?["IgnoreGlobals"] != nil
      }
      return function.settings?[function.keys.layers] != nil
    }
    if !apart.isEmpty { return "Functions that do not inherit it would miss the layer: \(names(apart))." }
    let wrapped = functions.filter { $0.ownVariables?[EnforcerVariable.wrapper] != nil }
    return wrapped.isEmpty
      ? nil : "Functions with a wrapper of their own would override it: \(names(wrapped))."
  }
}
