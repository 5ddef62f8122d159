/// Decides how the enforcer gets into a function.
package struct AttachmentPlan: Sendable {
  package var layer: Attachment.Layer
  /// Taken where the function's own is not known.
  package var architecture: FunctionArchitecture?
  /// Taken where the function's own is not known.
  package var runtime: String?
  /// The policy that functions ask for; `nil` for the one of their own name, or else the layer's default.
  package var policy: String?
  /// What the layer holds, where that is known.
  package var contents: Contents?
  /// Whether the layer has a `bootstrap` for functions of `provided` runtimes, which then start through it.
  package var usesBootstrap = false

  /// What deciding needs to know of a layer.
  package struct Contents: Hashable, Sendable {
    package let policies: Set<String>
    package let architectures: Set<FunctionArchitecture>

    package init(policies: Set<String>, architectures: Set<FunctionArchitecture>) {
      self.policies = policies
      self.architectures = architectures
    }
  }

  /// Lambda's limit for one function.
  package static let layerLimit = 5

  package init(layer: Attachment.Layer) { self.layer = layer }

  /// - Throws: ``Refusal`` with what to do instead.
  package func attachment(to function: FunctionDescription) throws(Refusal) -> Attachment {
    guard !function.isImage else { throw .image }
    guard function.layerCount < Self.layerLimit else { throw .tooManyLayers(count: function.layerCount) }
    let runtime = try runtime(of: function)
    if let reason = Self.reasonAgainst(runtime) { throw .unsupportedRuntime(runtime, reason: reason) }
    var variables: [Attachment.Variable] = []
    var remarks: [String] = []
    var movesWrapper = false
    if !Self.isProvided(runtime) {
      let architecture = try architecture(of: function)
      variables.append(.init(EnforcerVariable.wrapper, LayerPaths.launcher(architecture)))
      if function.wrapper != .absent { movesWrapper = true }
    } else if usesBootstrap {
      try checkHandler(of: function)
      _ = try architecture(of: function)
      remarks.append(
        "The layer's bootstrap starts the program that Handler names; the package must not contain a file "
          + "called bootstrap, which would come first.")
    } else {
      let architecture = try architecture(of: function)
      variables.append(try preload(architecture, of: function))
      remarks.append(
        "LD_PRELOAD reaches programs that are linked with glibc at run time; one that is linked statically, as most "
          + "Go programs are, is not protected this way. For those build the layer with --bootstrap.")
    }
    if let policy = try policy(for: function, &remarks) {
      variables.append(.init(EnforcerVariable.policy, policy))
    }
    return Attachment(layer: layer, variables: variables, movesWrapper: movesWrapper, remarks: remarks)
  }

  private func runtime(of function: FunctionDescription) throws(Refusal) -> String {
    if let known = function.runtime.known { return known }
    if let runtime { return runtime }
    guard case .unresolved(let text) = function.runtime else { throw .openRuntime(nil) }
    throw .openRuntime(text)
  }

  private func architecture(of function: FunctionDescription) throws(Refusal) -> FunctionArchitecture {
    let architecture: FunctionArchitecture
    switch function.architecture {
    case .known(let known): architecture = known
    // Lambda's own default.
    case .absent: architecture = .x86_64
    case .unresolved(let text):
      guard let given = self.architecture else { throw .openArchitecture(text) }
      architecture = given
    }
    guard contents?.architectures.contains(architecture) ?? true else {
      throw .otherArchitecture(architecture)
    }
    return architecture
  }

  /// - Returns: `nil` for the layer's default.
  private func policy(
    for function: FunctionDescription, _ remarks: inout [String]
  ) throws(Refusal) -> String? {
    if let policy { return policy }
    guard let policies = contents?.policies else { return nil }
    let own = ([function.name] + function.aliases).map(PolicyName.name).first(where: policies.contains)
    let others = policies.subtracting([PolicyName.default]).sorted()
    guard policies.contains(PolicyName.default) else {
      guard let own else { throw .noPolicy(others) }
      return own
    }
    // A single policy is the default as well, and needs no name.
    if let own { return others == [own] ? nil : own }
    if !others.isEmpty {
      let origin = others.count == 1 ? ", which was written for \(others[0])" : ""
      remarks.append("\(function.name) has no policy of its own in the layer and gets the default\(origin).")
    }
    return nil
  }

  private func checkHandler(of function: FunctionDescription) throws(Refusal) {
    switch function.handler {
    case .known("bootstrap"): throw .handlerIsBootstrap
    case .known: return
    case .absent: throw .openHandler(nil)
    case .unresolved(let text): throw .openHandler(text)
    }
  }

  private func preload(
    _ architecture: FunctionArchitecture, of function: FunctionDescription
  ) throws(Refusal) -> Attachment.Variable {
    let library = LayerPaths.library(architecture)
    switch function.preload {
    case .absent: return .init(EnforcerVariable.preload, library)
    case .known(let others): return .init(EnforcerVariable.preload, library + ":" + others)
    case .unresolved(let text): throw .openPreload(text)
    }
  }
}

extension AttachmentPlan {
  package static func isProvided(_ runtime: String) -> Bool { runtime.hasPrefix("provided") }

  /// Runtimes of the first Amazon Linux: no wrapper scripts, and a C library older than the enforcer can use.
  private static let tooOld: Set<String> = [
    "dotnetcore1.0", "dotnetcore2.0", "dotnetcore2.1", "java8", "nodejs", "nodejs4.3", "nodejs6.10",
    "nodejs8.10",
    "provided", "python2.7", "python3.6", "python3.7", "ruby2.5",
  ]

  private static func reasonAgainst(_ runtime: String) -> String? {
    if runtime == "go1.x" { return "its programs start without a wrapper and are usually linked statically" }
    if tooOld.contains(runtime) {
      return "it runs on the first Amazon Linux, whose C library is older than the enforcer needs"
    }
    return nil
  }
}
