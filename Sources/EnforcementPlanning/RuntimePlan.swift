internal import CodeAnalysis
internal import ApplicationModel
internal import EnforcementPolicy
internal import FindingModel

/// What the runtime itself needs, and what of the function's own files nobody reads while it serves.
struct RuntimePlan {
  private let facts: FunctionFacts

  init(_ facts: FunctionFacts) {
    self.facts = facts
  }

  func apply(to policy: inout EnforcementPolicy) {
    policy.modes[.filelessExecution] = .block
    if facts.runtime == .dotNet {
      policy.usesKernelLayer = false
      policy.remarks.head.append(
        "The kernel layer is off: .NET maps its code through files in memory, which it would refuse.")
    }
    // What template and platform set is inherited unchanged, which is no injection.
    policy.modes[.libraryInjection] = .block
    sourceCode(&policy)
    credentials(&policy)
  }

  private func sourceCode(_ policy: inout EnforcementPolicy) {
    guard let handler = facts.code?.handler?.path, let path = deployedPath(of: handler) else {
      policy.modes[.sourceCode] = .off
      return
    }
    policy.sourceFiles = [Annotated(path, note: "the handler")]
    switch facts.runtime {
    case .node:
      policy.modes[.sourceCode] = .block
      policy.remarks.controls[.sourceCode] = ["Node reads it once, when the function starts."]
    case .python, .ruby:
      policy.modes[.sourceCode] = .alert
      policy.remarks.controls[.sourceCode] = [
        "Alert, because the runtime reads it again to show lines of it when an error is not caught."
      ]
    case .java, .dotNet, .custom, .image, .unknown:
      policy.modes[.sourceCode] = .off
      policy.sourceFiles = []
    }
  }

  /// Where a file of the scanned tree lies once it is deployed; a compiled one lies elsewhere.
  private func deployedPath(of path: String) -> String? {
    guard !path.hasSuffix(".ts"), !path.hasSuffix(".tsx"), !path.hasSuffix(".mts"), !path.hasSuffix(".cts"),
      let root = facts.function.codeRoot
    else { return nil }
    if root.isEmpty || root == "." { return "/var/task/" + path }
    for prefix in [root + "/", root + "!/"] where path.hasPrefix(prefix) {
      return "/var/task/" + path.dropFirst(prefix.utf8.count)
    }
    return nil
  }

  private func credentials(_ policy: inout EnforcementPolicy) {
    policy.modes[.credentials] = .block
    let trusted = policy.executables.filter(\.receivesCredentials).map(\.path)
    if !trusted.isEmpty {
      policy.remarks.controls[.credentials] = [
        "Besides \(Set(trusted).sorted().joined(separator: ", ")), which is the function's own code in a process of its own."
      ]
    }
  }
}
