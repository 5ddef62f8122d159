/// What can be switched; the raw value is the control's place in the policy.
enum Control: UInt8 {
  case executables = 0
  case forbiddenExecutables, temporaryExecution, temporaryLibraries, temporaryScripts, temporaryWrites
  case filelessExecution, loaderExecution, libraryInjection, setuidExecution, childProcesses
  case egress, sourceCode, honeypots, credentials
  /// Not in the policy: what the enforcer says about itself.
  case enforcer = 255

  /// As in events and in the policy's YAML.
  var name: Text {
    guard self != .enforcer else { return Text("enforcer") }
    return WordTable(
      """
      executables forbidden-executables tmp-execution tmp-libraries tmp-scripts tmp-writes fileless-execution \
      loader-execution library-injection setuid-execution child-processes egress source-code honeypots credentials
      """
    ).word(at: Int(rawValue))
  }
}

/// What a control does when it applies.
enum Mode: UInt8 {
  case off = 0
  case alert = 1
  case block = 2
}
