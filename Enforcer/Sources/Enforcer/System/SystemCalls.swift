import CEnforcerSystem

/// One system call; a negative result is the error's number.
@inline(__always)
func systemCall(
  _ number: Int, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0, _ d: Int = 0, _ e: Int = 0, _ f: Int = 0
) -> Int {
  raw_system_call(number, a, b, c, d, e, f)
}

@inline(__always)
func address(_ pointer: UnsafeRawPointer?) -> Int { Int(bitPattern: pointer) }

/// The kernel's answer, never a cached one: a child of vfork shares the memory of its parent.
func currentProcess() -> Int { systemCall(number_getpid) }

@inline(never)
func close(_ descriptor: Int) { _ = systemCall(number_close, descriptor) }

/// - Parameter path: Ends with NUL.
@inline(never)
func open(
  _ path: UnsafeRawPointer, in directory: Int = at_current_directory, flags: Int
) -> Int {
  systemCall(number_openat, directory, address(path), flags | open_close_on_exec)
}

func open(_ path: StaticString, flags: Int) -> Int { open(path.utf8Start, flags: flags) }

/// - Parameter path: nil asks about the descriptor itself.
@inline(never)
func status(
  of path: UnsafeRawPointer? = nil, in directory: Int, flags: Int = 0
) -> file_status? {
  var status = file_status()
  let empty: StaticString = ""
  let result = withUnsafeMutablePointer(to: &status) { status in
    systemCall(
      number_statx, directory, address(path ?? UnsafeRawPointer(empty.utf8Start)),
      path == nil ? flags | at_empty_path : flags, statx_basic, address(status))
  }
  return result == 0 ? status : nil
}

@inline(never)
func secondsNow() -> Int64 { timeNow().seconds }

@inline(never)
func timeNow() -> time_value {
  var time = time_value()
  withUnsafeMutablePointer(to: &time) { time in
    _ = systemCall(number_clock_gettime, clock_realtime, address(time))
  }
  return time
}

/// Ends the process and all its threads at once; nothing that is registered for the end runs.
func endProcess(status: Int) -> Never {
  while true { _ = systemCall(number_exit_group, status) }
}

/// What a link of /proc or of a directory says.
/// - Returns: nil when there is no such link, or it says more than fits.
@inline(never)
func readLink(_ path: UnsafeRawPointer, into buffer: UnsafeMutablePointer<UInt8>, capacity: Int) -> Text? {
  let length = systemCall(
    number_readlinkat, at_current_directory, address(path), address(buffer), capacity)
  guard length > 0, length < capacity else { return nil }
  buffer[length] = 0
  return Text(start: UnsafePointer(buffer), count: length)
}

/// Memory of its own pages, zeroed.
@inline(never)
func allocatePages(_ size: Int, shared: Bool = false) -> UnsafeMutableRawPointer? {
  let result = systemCall(
    number_mmap, 0, size, protect_read | protect_write,
    map_anonymous | (shared ? map_shared : map_private), -1, 0)
  return result < 0 && result > -4096 ? nil : UnsafeMutableRawPointer(bitPattern: result)
}
