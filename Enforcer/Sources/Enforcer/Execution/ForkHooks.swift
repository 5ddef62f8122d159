import CEnforcerSystem

/// For the hooks written in C.
@c(parapet_execute)
public func executeList(
  _ path: UnsafePointer<CChar>?, _ arguments: StringList?, _ environment: StringList?, _ searches: Int32
) -> Int32 {
  let environment = environment ?? currentEnvironment()
  return searches != 0
    ? hookedExecvpe(path, arguments, environment) : hookedExecve(path, arguments, environment)
}

/// - Returns: The C library's own function, or nil when the policy forbids child processes; then `errno` says so.
@c(parapet_judge_fork)
public func judgeFork(_ isVfork: Int32) -> UnsafeMutableRawPointer? {
  if deniesChild() {
    setError(error_access)
    return nil
  }
  let function = State.library?.function(isVfork != 0 ? "vfork" : "fork")
  if function == nil { setError(error_not_implemented) }
  return function
}

/// Reports that the function is about to have a child, if that is to be told.
func deniesChild() -> Bool {
  var verdict = ExecutionVerdict()
  verdict.add(.childProcesses, .childProcess)
  verdict.report(Text("fork"), nil, nil)
  return verdict.isBlocked
}
