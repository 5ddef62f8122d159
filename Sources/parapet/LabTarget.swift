internal import FunctionLab
internal import ScanPipeline
internal import TemplateLoaders
internal import ArgumentParser

/// The function that a command line means: of a template, or of a folder of code.
struct LabTarget {
  private(set) var function: LabFunction
  private(set) var notes: [String]

  private static let templateNames = [
    "template.yaml", "template.yml", "template.json", "serverless.yml", "serverless.yaml", "serverless.json",
  ]

  init(_ path: String, options: LabFunctionOptions) throws {
    // A handler on the command line says that the folder is code, whatever else lies in it.
    let isCode = options.handler != nil && options.function == nil
    if !isCode, let template = Self.template(at: path) {
      var loading = TemplateLoader.Options()
      for pair in options.options { loading.options[pair.key] = pair.value }
      do {
        if let file = options.parameters { loading.parameters = try Templates.parameters(from: file) }
        let (application, folder) = try Templates.application(of: template, options: loading)
        let found = try TemplateFunction(
          options.function, in: application, folder: folder, request: options.request)
        (function, notes) = (found.function, found.notes)
      } catch let error as TemplateReadError {
        throw ValidationError("\(error).")
      }
      return
    }
    if let name = options.function {
      throw ValidationError("There is no template at '\(path)' that could describe the function '\(name)'.")
    }
    function = try options.request.function(at: path)
    notes = []
  }

  /// Puts the enforcer with this policy into it.
  mutating func protect(with policy: String, options: LabOptions) throws {
    var protection = try LabProtection(policy: policy)
    notes += try protection.apply(to: &function, options: options)
  }

  private static func template(at path: String) -> String? {
    if [".yaml", ".yml", ".json", ".template"].contains(where: path.hasSuffix) { return path }
    return templateNames.map { "\(path)/\($0)" }.first(where: LabEvent.isFile)
  }
}
