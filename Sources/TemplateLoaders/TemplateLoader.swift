package import ApplicationModel
package import Documents
internal import FindingModel

/// Reads a template of any dialect into the model: the way in for everybody above this room.
package enum TemplateLoader {
  /// What the user gives besides the template.
  package struct Options: Sendable {
    /// Values of parameters, by name.
    package var parameters: [String: Node]
    /// Serverless Framework's `--stage` and other options.
    package var options: [String: String]
    package var limits: DocumentLimits

    package init(
      parameters: [String: Node] = [:], options: [String: String] = [:], limits: DocumentLimits = .standard
    ) {
      self.parameters = parameters
      self.options = options
      self.limits = limits
    }
  }

  package struct Loaded: Sendable {
    /// The application under each scenario; never empty.
    package let scenarios: [Application]
    package let problems: [TemplateProblem]
  }

  /// Whether a file may hold a template, judged by its name and a search of its bytes; parsing decides.
  ///
  /// Cost is one pass over the bytes; a tree full of lockfiles is not parsed.
  package static func mayBeTemplate(_ bytes: [UInt8], path: String) -> Bool {
    let lowercased = path.lowercased()
    guard [".yaml", ".yml", ".json", ".template"].contains(where: lowercased.hasSuffix) else { return false }
    if bytes.containsText("AWS::") && bytes.containsText("Resources") { return true }
    if bytes.containsText("AWSTemplateFormatVersion") { return true }
    return bytes.containsText("provider") && bytes.containsText("service")
      && (bytes.containsText("functions") || bytes.containsText("resources") || bytes.containsText("aws"))
  }

  /// - Returns: `nil` for a document that is no template of a known dialect.
  /// - Throws: ``DocumentError`` for a file that cannot be parsed.
  package static func load(
    _ bytes: [UInt8], path: String, options: Options, files: any TemplateFiles
  ) throws(DocumentError) -> Loaded? {
    let document = try Document.parse(bytes, path: path, limits: options.limits)
    if ServerlessFramework.applies(to: document, path: path) {
      let serverless = ServerlessFramework.Options(options: options.options)
      let expansion = ServerlessFramework.expand(document, path: path, options: serverless, files: files)
      return build(
        expansion, name: document["service"]?.text ?? document["service"]?["name"]?.text ?? folder(of: path),
        path: path, dialect: .serverlessFramework, options: options, files: files)
    }
    guard isCloudFormation(document) else { return nil }
    let dialect: Dialect = SAMTransform.applies(to: document) ? .sam : .cloudFormation
    let expansion = expand(document, parameters: options.parameters, files: files)
    return build(
      expansion, name: folder(of: path), path: path, dialect: dialect, options: options, files: files)
  }

  /// A template in plain CloudFormation, evaluation left out: what `parapet expand` prints.
  package static func expansion(
    of bytes: [UInt8], path: String, options: Options, files: any TemplateFiles
  ) throws(DocumentError) -> Expansion? {
    let document = try Document.parse(bytes, path: path, limits: options.limits)
    if ServerlessFramework.applies(to: document, path: path) {
      let serverless = ServerlessFramework.Options(options: options.options)
      return ServerlessFramework.expand(document, path: path, options: serverless, files: files)
    }
    guard isCloudFormation(document) else { return nil }
    return expand(document, parameters: options.parameters, files: files)
  }

  private static func isCloudFormation(_ document: Node) -> Bool {
    guard document.isMapping else { return false }
    if document["AWSTemplateFormatVersion"] != nil { return true }
    guard let resources = document["Resources"] else { return false }
    // Other tools' files may have a key of this name; a type of the platform settles it.
    return resources.entries.contains { entry in
      entry.key.hasPrefix("Fn::ForEach")
        || ["AWS::", "Custom::", "Alexa::"].contains { prefix in
          entry.value["Type"]?.text?.hasPrefix(prefix) ?? false
        }
    }
  }

  private static func expand(
    _ document: Node, parameters: [String: Node], files: any TemplateFiles
  ) -> Expansion {
    // Loops first, as the platform does: they may make the functions that the SAM transform expands.
    let written = LanguageExtensions.expand(
      document, path: document.location.path, parameters: parameters, files: files)
    guard SAMTransform.applies(to: written.template) else { return written }
    let transformed = SAMTransform.expand(written.template, parameters: parameters, files: files)
    return Expansion(
      template: transformed.template, problems: written.problems + transformed.problems)
  }

  private static func build(
    _ expansion: Expansion, name: String, path: String, dialect: Dialect, options: Options,
    files: any TemplateFiles
  ) -> Loaded {
    let result = TemplateEvaluator.evaluate(
      expansion.template, path: path, parameters: options.parameters, files: files
    ) { nested, parameters, _ in
      expand(nested, parameters: parameters, files: files)
    }
    let scenarios = result.scenarios.map {
      ApplicationBuilder.build($0, name: name, path: path, dialect: dialect)
    }
    return Loaded(scenarios: scenarios, problems: expansion.problems + result.problems)
  }

  /// The folder's name, or the file's where it lies at the root.
  private static func folder(of path: String) -> String {
    let parts = path.split(separator: "/")
    return String(parts.dropLast().last ?? parts.last ?? "application")
  }
}
