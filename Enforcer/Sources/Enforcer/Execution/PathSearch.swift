import CEnforcerSystem

/// Looks for a program in the folders of PATH and executes the first that the kernel accepts, as the C library does.
///
/// - Returns: The negative number of the error that says most.
func searchAndExecute(
  _ file: UnsafePointer<CChar>, _ arguments: StringList, _ environment: StringList?
) -> Int {
  let name = Text(terminated: UnsafeRawPointer(file))
  guard !name.isEmpty else { return -error_no_entry }
  if name.index(of: slash) != nil { return executeOrInterpret(file, arguments, environment) }
  guard name.count < 256 else { return -error_name_too_long }
  // What `confstr` says where PATH is not set.
  var rest = variable("PATH") ?? Text("/bin:/usr/bin")
  var sawDenial = false
  while true {
    let end = rest.index(of: UInt8(ascii: ":"))
    let result = executeIn(end.map { rest.prefix($0) } ?? rest, name, arguments, environment)
    switch -result {
    case error_access: sawDenial = true
    case error_no_entry, error_not_directory, error_stale, error_no_device, error_timed_out: break
    default: return result
    }
    guard let end else { return sawDenial ? -error_access : result }
    rest = rest.dropping(end &+ 1)
  }
}

private func executeIn(
  _ folder: Text, _ name: Text, _ arguments: StringList, _ environment: StringList?
) -> Int {
  withPathBuffer { buffer in
    var path = ByteWriter(start: buffer, capacity: pathLimit)
    path.append(folder)
    // An empty folder is the current one.
    if !folder.isEmpty { path.append(slash) }
    path.append(name)
    path.terminate()
    guard !path.overflowed else { return -error_no_entry }
    return executeOrInterpret(
      UnsafeRawPointer(buffer).assumingMemoryBound(to: CChar.self), arguments, environment)
  }
}

/// What the kernel does not recognise is a script for the shell.
@inline(never)
private func executeOrInterpret(
  _ path: UnsafePointer<CChar>, _ arguments: StringList, _ environment: StringList?
) -> Int {
  let result = ExecutionRequest(path: path, arguments: arguments, environment: environment).execute()
  guard result == -error_no_exec else { return result }
  var count = 0
  while arguments[count] != nil { count &+= 1 }
  guard count < ChildEnvironment.stackEntries &- 2 else { return -error_too_big }
  return interpret(path, arguments, count, environment)
}

@inline(never)
private func interpret(
  _ path: UnsafePointer<CChar>, _ arguments: StringList, _ count: Int, _ environment: StringList?
) -> Int {
  let shell: StaticString = "/bin/sh"
  var list = InlineArray<480, UnsafePointer<CChar>?> { _ in nil }
  var span = list.mutableSpan
  return span.withUnsafeMutableBufferPointer { list in
    guard let start = list.baseAddress else { return -error_no_memory }
    let program = UnsafeRawPointer(shell.utf8Start).assumingMemoryBound(to: CChar.self)
    start[0] = program
    start[1] = path
    // The script takes the place of the name that it was called by.
    var index = 1
    while index < count {
      start[index &+ 1] = arguments[index]
      index &+= 1
    }
    return ExecutionRequest(path: program, arguments: UnsafePointer(start), environment: environment)
      .execute()
  }
}

/// A variable of the program's own environment.
@inline(never)
func variable(_ name: StaticString) -> Text? {
  guard let list = currentEnvironment() else { return nil }
  let wanted = Text(name)
  var index = 0
  while let entry = list[index] {
    index &+= 1
    let text = Text(terminated: UnsafeRawPointer(entry))
    if text[wanted.count] == UInt8(ascii: "="), text.hasPrefix(wanted) {
      return text.dropping(wanted.count &+ 1)
    }
  }
  return nil
}
