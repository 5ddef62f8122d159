internal import ArgumentParser
internal import EnforcementPolicy
internal import FindingModel
internal import Glibc

/// `parapet protect show`: what a policy comes to.
struct ProtectShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show what the enforcer makes of a policy: compiled, or as YAML.",
    discussion: "Groups and services are spelled out. Values of decoys are not shown.")

  @Argument(help: "A compiled policy or its YAML; - is standard input.", completion: .file())
  var file: String

  func run() throws {
    var bytes = try InputFile.read(file, limit: PolicyLimits.documentBytes)
    if !CompiledPolicy.isCompiled(bytes) {
      bytes = try PolicyInput.compile(try PolicyInput.read(bytes: bytes, path: file).policy, path: file)
    }
    do {
      Descriptor.write(CompiledPolicyText.text(of: try CompiledPolicy(bytes)), to: STDOUT_FILENO)
    } catch {
      StandardError.write("\(file) is no usable policy: \(error).\n")
      throw ExitCode(1)
    }
  }
}
