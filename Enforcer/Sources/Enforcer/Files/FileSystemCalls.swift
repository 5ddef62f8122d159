import CEnforcerSystem

/// Judges calls of the open family that come through the generic `syscall`.
///
/// - Returns: nil when the kernel shall do it, else the result, as the kernel would give it.
func fileSystemCall(_ number: Int, _ arguments: SystemCallArguments) -> Int? {
  guard GuardedFiles.isOn, number >= 0 else { return nil }
  switch number {
  case number_open: return open(number, arguments, path: arguments.a, flags: arguments.b)
  case number_creat:
    return open(number, arguments, path: arguments.a, flags: open_create | open_write_only | open_truncate)
  case number_openat:
    return open(number, arguments, in: arguments.a, path: arguments.b, flags: arguments.c)
  case number_openat2:
    // The flags are the first field of the structure that the third argument points to.
    guard let how = UnsafePointer<Int>(bitPattern: arguments.c) else { return nil }
    return open(number, arguments, in: arguments.a, path: arguments.b, flags: how.pointee)
  default: return nil
  }
}

private func open(
  _ number: Int, _ arguments: SystemCallArguments, in directory: Int = at_current_directory, path: Int,
  flags: Int
) -> Int? {
  guard let path = arguments.pointer(path) else { return nil }
  return openJudged(path, in: Int(Int32(truncatingIfNeeded: directory)), flags: flags) {
    systemCall(number, arguments.a, arguments.b, arguments.c, arguments.d)
  } discard: {
    close($0)
  } ?? -error_access
}
