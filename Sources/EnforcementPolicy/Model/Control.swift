/// One thing that a policy decides about.
///
/// Raw values are indices of the binary format and never change.
package enum Control: Int, CaseIterable, Hashable, Sendable {
  case executables = 0
  case forbiddenExecutables
  case tmpExecution
  case tmpLibraries
  case tmpScripts
  case tmpWrites
  case filelessExecution
  case loaderExecution
  case libraryInjection
  case setuidExecution
  case childProcesses
  case egress
  case sourceCode
  case honeypots
  case credentials

  /// The name that policies use.
  package var key: String {
    switch self {
    case .executables: "executables"
    case .forbiddenExecutables: "forbidden-executables"
    case .tmpExecution: "tmp-execution"
    case .tmpLibraries: "tmp-libraries"
    case .tmpScripts: "tmp-scripts"
    case .tmpWrites: "tmp-writes"
    case .filelessExecution: "fileless-execution"
    case .loaderExecution: "loader-execution"
    case .libraryInjection: "library-injection"
    case .setuidExecution: "setuid-execution"
    case .childProcesses: "child-processes"
    case .egress: "egress"
    case .sourceCode: "source-code"
    case .honeypots: "honeypots"
    case .credentials: "credentials"
    }
  }

  package init?(key: String) {
    guard let control = Control.allCases.first(where: { $0.key == key }) else { return nil }
    self = control
  }

  /// What it does, as a comment beside the control.
  package var summary: String {
    switch self {
    case .executables: "Programs that may run; anything else, and a changed file, is refused."
    case .forbiddenExecutables:
      "Programs that never run here, wherever they lie and whatever else allows them."
    case .tmpExecution: "Running a program that lies in a writable folder."
    case .tmpLibraries: "Loading a library from a writable folder."
    case .tmpScripts: "Giving an interpreter a script from a writable folder."
    case .tmpWrites: "Writing files below the writable folders."
    case .filelessExecution: "Running a program that exists in memory only."
    case .loaderExecution: "Starting a program through the dynamic loader (ld-linux), past the list."
    case .libraryInjection:
      "Variables that make a child load foreign code: LD_PRELOAD, NODE_OPTIONS, BASH_ENV."
    case .setuidExecution: "Programs that run with another user's rights."
    case .childProcesses: "Starting any process at all."
    case .egress: "Hosts and networks that may be reached."
    case .sourceCode: "Reading the function's own program files while it serves."
    case .honeypots: "Decoys: nothing honest uses them, so any use is an attack."
    case .credentials: "Child processes get decoys in place of the function's AWS_* credentials."
    }
  }

  /// What holds where a policy does not mention the control.
  ///
  /// Controls that need a list of what is allowed are off until they have one.
  package var defaultMode: EnforcementMode {
    switch self {
    case .executables, .tmpWrites, .childProcesses, .egress, .sourceCode: .off
    case .honeypots: .alert
    case .forbiddenExecutables, .tmpExecution, .tmpLibraries, .tmpScripts, .filelessExecution,
      .loaderExecution, .libraryInjection, .setuidExecution, .credentials:
      .block
    }
  }
}

/// What happens when something is done that a control forbids.
///
/// Raw values are those of the binary format.
package enum EnforcementMode: UInt8, CaseIterable, Hashable, Sendable, Comparable {
  case off = 0
  /// It happens, and an event tells.
  case alert
  /// It fails, and an event tells.
  case block

  package var name: String {
    switch self {
    case .off: "off"
    case .alert: "alert"
    case .block: "block"
    }
  }

  package init?(name: String) {
    guard let mode = EnforcementMode.allCases.first(where: { $0.name == name }) else { return nil }
    self = mode
  }

  package static func < (left: EnforcementMode, right: EnforcementMode) -> Bool {
    left.rawValue < right.rawValue
  }
}
