package import Documents
internal import FindingModel

/// Reads services of the Serverless Framework, versions 1 to 4, and gives the template they deploy.
package enum ServerlessFramework {
  /// What the user says besides the files.
  package struct Options: Sendable {
    /// Options of the command line by name without dashes: `stage`, `region` and any other.
    package var options: [String: String]
    /// Variables of the environment; empty unless the user gives some: a scan does not read the machine's.
    package var environment: [String: String]
    package var limits: VariableLimits

    package init(
      options: [String: String] = [:], environment: [String: String] = [:], limits: VariableLimits = .standard
    ) {
      self.options = options
      self.environment = environment
      self.limits = limits
    }
  }

  /// Properties of one function that are read; the framework knows fewer than 60.
  static let propertyLimit = 200

  /// Whether the document is a service, of whatever provider: ``expand(_:path:options:files:)`` says when it is
  /// not one for this platform.
  package static func applies(to document: Node, path: String) -> Bool {
    guard document.isMapping, document["Resources"] == nil, let provider = document["provider"] else {
      return false
    }
    guard document["service"] != nil || document["functions"] != nil else { return false }
    // Other tools have a `provider` too; a service's is a name, or a map, or comes from a file.
    return provider.isMapping || provider.text != nil
  }

  /// - Parameters:
  ///   - path: Of the document, relative to the scanned root; variables name files relative to its folder.
  ///   - files: What variables may read.
  package static func expand(
    _ service: Node, path: String, options: Options, files: any TemplateFiles
  ) -> Expansion {
    let resolver = VariableResolver(
      service, path: path, options: options, files: files, limits: options.limits)
    var reader = ServiceReader(resolver: resolver)
    let context = reader.read()
    var resolved = reader.resolver
    guard isAWS(context.provider) else {
      let name = context.provider.property("name")
      resolved.problems.add(
        at: (name ?? context.provider).location,
        "the provider '\(name?.text ?? "unknown")' is not aws; the service is not read", isError: false)
      return Expansion(
        template: .mapping([("Resources", .mapping([], at: service.location))], at: service.location),
        problems: resolved.problems.problems)
    }
    let package = resolved.section("package")
    let layers = resolved.section("layers")
    let machines = resolved.section("stepFunctions")
    let resources = resolved.section("resources")
    let defaults = roleDefaults(&resolved)
    var compiler = ServiceCompiler(context, problems: resolved.problems)
    compiler.compile(package: package, layers: layers, stepFunctions: machines, roleDefaults: defaults)
    var merged = UserResources(stack: compiler.stack, problems: compiler.problems)
    if let resources { merged.merge(resources) }
    var template = merged.template(at: service.location)
    if context.plugins.contains("serverless-pseudo-parameters") {
      template = PseudoParameters.replaced(in: template)
    }
    return Expansion(template: template, problems: merged.problems.problems)
  }

  /// A provider whose name is not known is taken for this platform's: nearly all are.
  private static func isAWS(_ provider: Node) -> Bool {
    guard let name = provider.property("name")?.text else { return true }
    return name.lowercased() == "aws"
  }

  /// Settings of the plugin that gives functions roles of their own.
  private static func roleDefaults(_ resolver: inout VariableResolver) -> Node? {
    guard
      case .found(let node) = resolver.walk(
        ["custom", "serverless-iam-roles-per-function"], from: resolver.service)
    else { return nil }
    return resolver.resolved(node)
  }
}
