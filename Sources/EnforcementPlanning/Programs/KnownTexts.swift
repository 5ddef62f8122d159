internal import ApplicationModel
internal import TaintEngine

/// Texts of code with the function's own environment put in.
struct KnownTexts {
  private let variables: [String: String]

  init(_ function: Function) {
    var variables = [
      "LAMBDA_TASK_ROOT": "/var/task", "LAMBDA_RUNTIME_DIR": "/var/runtime", "TMPDIR": "/tmp",
    ]
    for variable in function.environment {
      guard let text = variable.value.value?.literal else { continue }
      variables[variable.name] = text
    }
    self.variables = variables
  }

  /// Every text a value may be, with ``ShellText/open`` for what is open; empty where nothing is known of it.
  func lines(of value: ValueFact?) -> [String] {
    guard let value else { return [] }
    var lines: [String] = []
    for pattern in value.texts {
      let line = text(of: pattern)
      if !lines.contains(line) { lines.append(line) }
    }
    for case .text(let text) in value.constants where !lines.contains(text) { lines.append(text) }
    return lines
  }

  func text(of pattern: TextPattern) -> String {
    pattern.parts.map { part in
      switch part {
      case .literal(let text): text
      case .environmentVariable(let name): variables[name] ?? String(ShellText.open)
      case .event, .open: String(ShellText.open)
      }
    }.joined()
  }
}
