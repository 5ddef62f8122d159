package import FindingModel

/// What is worth a second look in a policy that can be used.
package enum PolicyReview {
  /// - Parameters:
  ///   - places: Where the controls stand.
  ///   - path: For what stands nowhere.
  package static func warnings(
    for policy: EnforcementPolicy, places: [Control: SourceLocation], path: String
  ) -> [PolicyProblem] {
    var warnings: [PolicyProblem] = []
    func warn(_ message: String, _ control: Control?) {
      let place = control.flatMap { places[$0] } ?? .start(of: path)
      warnings.append(PolicyProblem(message, at: place, isWarning: true))
    }
    switch policy.stance {
    case .off: warn("mode is off: nothing below is in force.", nil)
    case .alert: warn("mode is alert: nothing is blocked.", nil)
    case .learn: warn("mode is learn: nothing is blocked, and every program and host is told.", nil)
    case .block: break
    }
    executables(policy, warn)
    egress(policy, warn)
    for control in [Control.tmpExecution, .filelessExecution, .loaderExecution, .credentials]
    where policy.mode(of: control) == .off {
      warn("\(control.key) is off: \(consequence(of: control)).", control)
    }
    for file in policy.decoys.files where !file.value.hasPrefix("/opt/") {
      warn(
        "The decoy \(Spelling.shown(file.value)) does not lie below /opt, so the layer cannot bring it; attempts to "
          + "open it are told all the same.", .honeypots)
    }
    if policy.mode(of: .sourceCode) != .off, policy.sourceFiles.isEmpty {
      warn("source-code is on and names no files, so it protects nothing.", .sourceCode)
    }
    return warnings.sorted { ($0.location, $0.message) < ($1.location, $1.message) }
  }

  private static func consequence(of control: Control) -> String {
    switch control {
    case .tmpExecution: "a program that an attacker writes to /tmp can run"
    case .filelessExecution: "a program can run that never was a file"
    case .loaderExecution: "ld-linux starts any file, past the list of executables"
    default: "a child process, and whoever injected it, sees the function's credentials"
    }
  }

  private static func executables(_ policy: EnforcementPolicy, _ warn: (String, Control?) -> Void) {
    let allowed = policy.mode(of: .executables) == .off ? [] : policy.executables
    var toldOfShell = false
    for executable in allowed {
      let name = executable.path.split(separator: "/").last.map(String.init) ?? executable.path
      let shown = Spelling.shown(executable.path)
      if ForbiddenGroup.shells.names.contains(where: { PathPattern.matches($0, name) }) {
        // One shell has several names, and one of them is enough to be told of.
        if !toldOfShell {
          warn(
            "\(shown) is a shell: injected commands run in it, and its built-ins start no program.",
            .executables)
        }
        toldOfShell = true
      } else if ForbiddenGroup.interpreters.names.contains(where: { PathPattern.matches($0, name) }) {
        warn("\(shown) is an interpreter: a script on its command line can do anything.", .executables)
      }
      if executable.isGlob, executable.path.hasSuffix("*") {
        warn("\(shown) allows every program of a folder.", .executables)
      }
      let isWritable = policy.writableDirectories.contains { executable.path.hasPrefix($0.value + "/") }
      if isWritable, !executable.mayBeWritable {
        warn(
          "\(shown) lies in a writable folder and will not run; say 'writable: true' if it must.",
          .executables)
      }
      if executable.mayBeWritable, executable.digest == nil {
        warn(
          "\(shown) may run from a writable folder without a sha256: whoever can write there can replace it.",
          .executables)
      }
      if policy.mode(of: .forbiddenExecutables) != .off,
        policy.forbidden.patterns.contains(where: {
          PathPattern.matches($0, $0.utf8.contains(UInt8(ascii: "/")) ? executable.path : name)
        })
      {
        warn(
          "\(shown) is allowed and forbidden; the latter wins. Name it under 'except' of forbidden-executables if it must run.",
          .forbiddenExecutables)
      }
    }
    if policy.mode(of: .executables) == .off, policy.mode(of: .childProcesses) == .off {
      warn("Neither executables nor child-processes is on: any program of the image may run.", .executables)
    }
  }

  private static func egress(_ policy: EnforcementPolicy, _ warn: (String, Control?) -> Void) {
    guard policy.mode(of: .egress) != .off else { return }
    for host in policy.egress.hosts.map(\.value) where ["*", "**"].contains(host.glob) {
      warn("\(host) allows every host.", .egress)
    }
    for range in policy.egress.networks.map(\.value) where [0, 96].contains(range.prefixLength) {
      warn("\(range) allows every address.", .egress)
    }
    let open = Set(policy.egress.services.map(\.value)).intersection(["s3", "execute-api", "lambda-url"])
      .sorted()
    for service in open {
      warn(
        "\(service) lets the function reach what anybody's account has there, not only yours; name the hosts you use "
          + "under hosts to narrow it.", .egress)
    }
  }
}
