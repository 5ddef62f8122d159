import CEnforcerSystem

/// The C library's generic entry: what comes through here is judged as if it came through the function of its name.
///
/// Takes six arguments whatever the caller passed, as the original does.
@c(syscall)
public func hookedSystemCall(_ number: Int, _ a: Int, _ b: Int, _ c: Int, _ d: Int, _ e: Int, _ f: Int) -> Int
{
  let arguments = SystemCallArguments(a: a, b: b, c: c, d: d, e: e, f: f)
  if State.policy != nil, let result = judgedSystemCall(number, arguments) { return answer(result) }
  return answer(systemCall(number, a, b, c, d, e, f))
}

private func judgedSystemCall(_ number: Int, _ arguments: SystemCallArguments) -> Int? {
  switch number {
  case number_execve:
    execute(at_current_directory, arguments.a, arguments.b, arguments.c, 0)
  case number_execveat:
    execute(
      Int(Int32(truncatingIfNeeded: arguments.a)), arguments.b, arguments.c, arguments.d,
      Int(Int32(truncatingIfNeeded: arguments.e)))
  case number_memfd_create: memoryFile()
  case number_fork, number_vfork, number_clone3: deniesChild() ? -error_access : nil
  case number_clone:
    arguments.a & clone_thread == 0 && deniesChild() ? -error_access : nil
  case number_setuid, number_setgid, number_setreuid, number_setregid, number_setresuid, number_setresgid: nil
  default: fileSystemCall(number, arguments) ?? networkSystemCall(number, arguments)
  }
}

private func execute(_ directory: Int, _ path: Int, _ arguments: Int, _ environment: Int, _ flags: Int) -> Int
{
  guard let path = UnsafePointer<CChar>(bitPattern: path) else { return -error_fault }
  return ExecutionRequest(
    directory: directory, path: path, arguments: StringList(bitPattern: arguments),
    environment: StringList(bitPattern: environment), flags: flags
  ).execute()
}

/// Whoever asks for a file in memory by number wants it for a program; libraries use the function of that name, and
/// what is executed from it is judged anyway.
private func memoryFile() -> Int? {
  var verdict = ExecutionVerdict()
  verdict.add(.filelessExecution, .inMemory)
  verdict.report(Text("memfd_create"), nil, nil)
  return verdict.isBlocked ? -error_access : nil
}
