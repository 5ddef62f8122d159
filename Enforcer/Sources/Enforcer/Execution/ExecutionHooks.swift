import CEnforcerSystem

public typealias StringList = UnsafePointer<UnsafePointer<CChar>?>

@c(execve)
public func hookedExecve(
  _ path: UnsafePointer<CChar>?, _ arguments: StringList?, _ environment: StringList?
) -> Int32 {
  guard let path else { return Int32(truncatingIfNeeded: answer(-error_fault)) }
  let request = ExecutionRequest(path: path, arguments: arguments, environment: environment)
  return Int32(truncatingIfNeeded: answer(request.execute()))
}

@c(execveat)
public func hookedExecveat(
  _ directory: Int32, _ path: UnsafePointer<CChar>?, _ arguments: StringList?, _ environment: StringList?,
  _ flags: Int32
) -> Int32 {
  guard let path else { return Int32(truncatingIfNeeded: answer(-error_fault)) }
  let request = ExecutionRequest(
    directory: Int(directory), path: path, arguments: arguments, environment: environment, flags: Int(flags))
  return Int32(truncatingIfNeeded: answer(request.execute()))
}

@c(fexecve)
public func hookedFexecve(
  _ descriptor: Int32, _ arguments: StringList?, _ environment: StringList?
) -> Int32 {
  // As the C library does it.
  guard descriptor >= 0, arguments != nil, environment != nil else {
    return Int32(truncatingIfNeeded: answer(-error_invalid))
  }
  let empty: StaticString = ""
  return UnsafeRawPointer(empty.utf8Start).withMemoryRebound(to: CChar.self, capacity: 1) { path in
    hookedExecveat(descriptor, path, arguments, environment, Int32(truncatingIfNeeded: at_empty_path))
  }
}

@c(execv)
public func hookedExecv(_ path: UnsafePointer<CChar>?, _ arguments: StringList?) -> Int32 {
  hookedExecve(path, arguments, currentEnvironment())
}

@c(execvp)
public func hookedExecvp(_ file: UnsafePointer<CChar>?, _ arguments: StringList?) -> Int32 {
  hookedExecvpe(file, arguments, currentEnvironment())
}

@c(execvpe)
public func hookedExecvpe(
  _ file: UnsafePointer<CChar>?, _ arguments: StringList?, _ environment: StringList?
) -> Int32 {
  guard let file, let arguments else { return Int32(truncatingIfNeeded: answer(-error_fault)) }
  return Int32(truncatingIfNeeded: answer(searchAndExecute(file, arguments, environment)))
}

/// The variables of the program, which it may have replaced since it started.
func currentEnvironment() -> StringList? {
  environment_variable_list()?.pointee.map {
    UnsafeRawPointer($0).assumingMemoryBound(to: UnsafePointer<CChar>?.self)
  }
}
