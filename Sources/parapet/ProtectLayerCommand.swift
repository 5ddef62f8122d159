internal import ArgumentParser
internal import EnforcementPolicy
internal import EnforcerLayer
internal import FunctionProtection

/// `parapet protect layer`: the archive that Lambda unpacks beside a function.
struct ProtectLayerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layer",
    abstract: "Build the layer that enforces policies, as a ZIP archive.",
    discussion: """
      Each policy is in the layer under its function's name, a single one as the default as well. Without a policy \
      the layer watches with the built-in lists and blocks nothing. The same policies give the same bytes.
      """)

  @Argument(help: "Policies, as YAML; - is standard input.", completion: .file())
  var policies: [String] = []

  @Option(name: [.short, .long], help: "The archive to write.", completion: .file())
  var output: String = "parapet-layer.zip"

  @Option(help: "x86_64 or arm64; by default the layer serves both.")
  var architecture: [FunctionArchitecture] = []

  @Flag(help: "Add a bootstrap, by which functions of provided runtimes start; needs one --architecture.")
  var bootstrap = false

  @Flag(help: "A policy that cannot be used means the strictest built-in one instead of none.")
  var failClosed = false

  func validate() throws {
    if bootstrap, architecture.count != 1 {
      throw ValidationError(
        "A bootstrap is a program of one architecture: say which with --architecture x86_64 or arm64.")
    }
  }

  func run() throws {
    let policies = try self.policies.map { try PolicyInput.read($0).policy }
    if policies.isEmpty {
      StandardError.write(
        "No policy was given: the layer carries the built-in one in alert mode, which tells of attacks and blocks "
          + "nothing. 'parapet protect generate' drafts one for your functions.\n")
    }
    do {
      var layer = try EnforcerLayer(for: policies.isEmpty ? [EnforcerLayer.watchingPolicy] : policies)
      if !architecture.isEmpty { layer.architectures = architecture }
      layer.bootstrap = bootstrap ? architecture.first : nil
      if failClosed { layer.failsClosed = true }
      let archive = try layer.archive()
      try OutputTarget(path: output).write(archive)
      summarize(layer, bytes: archive.count)
    } catch let error as LayerError {
      throw ValidationError("The layer cannot be built: \(error).")
    }
  }

  private func summarize(_ layer: EnforcerLayer, bytes: Int) {
    let names = layer.policies.map(\.name).joined(separator: ", ")
    let architectures = layer.architectures.map(\.rawValue).joined(separator: " and ")
    StandardError.write("\(bytes) bytes for \(architectures); policies: \(names)\n")
    if layer.failsClosed { StandardError.write("A policy that cannot be used means the strictest one.\n") }
  }
}

extension FunctionArchitecture: ExpressibleByArgument {}
