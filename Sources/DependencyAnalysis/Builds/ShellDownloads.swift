internal import FindingModel

/// What commands of a shell fetch.
enum ShellDownloads {
  private static let fetchers: Set<String> = ["curl", "wget"]
  fileprivate static let interpreters: Set<String> = [
    "sh", "bash", "dash", "ash", "zsh", "ksh", "python", "python3", "node", "perl", "ruby", "php", "pwsh",
  ]

  static func steps(of commands: [ShellCommand], path: String) -> [BuildStep] {
    var steps: [BuildStep] = []
    // What the commands of the present pipe fetched.
    var fetched: (address: String?, line: Int)?
    for command in commands {
      if !command.isPiped { fetched = nil }
      if let fetched, let interpreter = command.interpreterOfInput {
        steps.append(step(.pipedToInterpreter(interpreter, address: fetched.address), fetched.line, path))
      }
      if fetchers.contains(command.name) { fetched = (command.address, command.line) }
      if let run = nested(command) { steps.append(step(run, command.line, path)) }
      for (kind, line) in PackageInstallation.kinds(of: command) { steps.append(step(kind, line, path)) }
    }
    return steps
  }

  /// `bash <(curl …)`, `sh -c "$(curl …)"`, `eval "$(curl …)"`.
  private static func nested(_ command: ShellCommand) -> BuildStep.Kind? {
    guard interpreters.contains(command.name) || ["eval", "source", "."].contains(command.name) else {
      return nil
    }
    for word in command.operands {
      for opening in ["$(", "<(", "`"] where word.text.hasPrefix(opening) {
        let inner = word.text.dropFirst(opening.count).split { " \t\n()`".contains($0) }
        guard let first = inner.first, fetchers.contains(String(FilePath.name(of: String(first)))) else {
          continue
        }
        let address = inner.first { $0.hasPrefix("http") }.map { String($0).withoutSecrets }
        return .pipedToInterpreter(command.name, address: address)
      }
    }
    return nil
  }

  private static func step(_ kind: BuildStep.Kind, _ line: Int, _ path: String) -> BuildStep {
    BuildStep(kind, at: SourceLocation(path: path, line: line, column: 1))
  }
}

extension ShellCommand {
  /// The address that a fetcher is given.
  fileprivate var address: String? {
    operands.first { $0.text.hasPrefix("http://") || $0.text.hasPrefix("https://") }?.text.withoutSecrets
  }

  /// Its name, if it runs what it reads; `nil` for one with a program of its own: `python -m json.tool`.
  fileprivate var interpreterOfInput: String? {
    guard ShellDownloads.interpreters.contains(name) else { return nil }
    guard
      let first = operands.first(where: { $0.text != "-e" && $0.text != "-x" && $0.text != "-ex" || !isShell }
      )
    else { return name }
    if first.text == "-" || first.text == "-s" || first.text.hasPrefix("-s") && isShell { return name }
    if isShell, first.text.hasPrefix("-"), !first.text.contains("c") { return name }
    return nil
  }

  private var isShell: Bool { name.hasSuffix("sh") && name != "pwsh" }
}
