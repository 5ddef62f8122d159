/// What can be switched; the raw value is the control's place in the policy.
enum Control: UInt8 {
  case executables = 0
  case forbiddenExecutables, temporaryExecution, temporaryLibraries, temporaryScripts, temporaryWrites
  case filelessExecution, loaderExecution, libraryInjection, setuidExecution, childProcesses
  case egress, sourceCode, honeypots, credentials
  /// Not in the policy: what the enforcer says about itself.
  case enforcer = 255

  /// As in events and in the policy's YAML.
  var name: StaticString {
    switch self {
    case .executables: "executables"
    case .forbiddenExecutables: "forbidden-executables"
    case .temporaryExecution: "tmp-execution"
    case .temporaryLibraries: "tmp-libraries"
    case .temporaryScripts: "tmp-scripts"
    case .temporaryWrites: "tmp-writes"
    case .filelessExecution: "fileless-execution"
    case .loaderExecution: "loader-execution"
    case .libraryInjection: "library-injection"
    case .setuidExecution: "setuid-execution"
    case .childProcesses: "child-processes"
    case .egress: "egress"
    case .sourceCode: "source-code"
    case .honeypots: "honeypots"
    case .credentials: "credentials"
    case .enforcer: "enforcer"
    }
  }
}

/// What a control does when it applies.
enum Mode: UInt8 {
  case off = 0
  case alert = 1
  case block = 2
}
