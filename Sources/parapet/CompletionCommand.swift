internal import ArgumentParser
internal import Glibc

/// `parapet completion bash|zsh|fish`.
struct CompletionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completion", abstract: "Print a completion script for a shell: bash, zsh or fish.")

  @Argument(help: "bash, zsh or fish.")
  var shell: String

  func run() throws {
    guard let known = CompletionShell(rawValue: shell) else {
      throw ValidationError("There are completions for bash, zsh and fish, not for '\(shell)'.")
    }
    Descriptor.write(Parapet.completionScript(for: known) + "\n", to: STDOUT_FILENO)
  }
}
