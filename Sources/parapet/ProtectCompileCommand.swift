internal import ArgumentParser
internal import EnforcementPolicy
internal import FindingModel

/// `parapet protect compile`: the form of a policy that the enforcer reads.
struct ProtectCompileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Compile a policy into the file that a layer carries.",
    discussion: "The same policy gives the same bytes. 'parapet protect layer' compiles by itself.")

  @Argument(help: "The policy; - is standard input.", completion: .file())
  var policy: String

  @Option(name: [.short, .long], help: "The file to write; - is standard output.", completion: .file())
  var output: String

  func run() throws {
    let (policy, _) = try PolicyInput.read(policy)
    let bytes = try PolicyInput.compile(policy, path: self.policy)
    try OutputTarget(path: output == "-" ? nil : output).write(bytes)
  }
}
