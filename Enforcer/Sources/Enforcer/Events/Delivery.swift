import CEnforcerSystem

/// How events reach the log stream: the root's standard error, as it was when the function started.
enum Delivery {
  /// Where a copy of the root's standard error goes when the program is about to close or replace the original.
  ///
  /// High, so that nobody counts on the number. Until then there is no copy that anybody could see.
  static let preservedDescriptor = 1019
  /// Of the socket for events of children, where they cannot open standard error.
  static let mailboxDescriptor = 1018
  /// How long a full pipe may hold up the program, in milliseconds.
  static let patience = 100

  /// What standard error was at the start: device and inode; nil when it was closed.
  nonisolated(unsafe) static var original: (major: UInt32, minor: UInt32, inode: UInt64)?
  nonisolated(unsafe) static var isPreserved = false
  nonisolated(unsafe) static var hasMailbox = false
}

/// Called once by the constructor, after the policy was read and before anything is reported.
func startEvents() {
  guard State.isRootImage else {
    if let shared = State.shared {
      shared.pointee.eventBucket = Int(truncatingIfNeeded: RateLimit.bucketOfChild(now: milliseconds()))
    }
    return
  }
  guard let status = status(in: 2) else { return }
  Delivery.original = (status.dev_major, status.dev_minor, status.ino)
  // Sockets cannot be opened anew, and neither can the pipe of another user.
  if !canBeOpenedAnew() { openMailbox() }
}

/// Keeps standard error before the program closes or replaces it.
func preserveStandardError() {
  guard !Delivery.isPreserved, Delivery.original != nil, isRootProcess(), isOriginal(2) else { return }
  let copy = systemCall(number_fcntl, 2, duplicate_close_on_exec, Delivery.preservedDescriptor)
  if copy == Delivery.preservedDescriptor {
    Delivery.isPreserved = true
  } else if copy >= 0 {
    // Children would not know where to look.
    close(copy)
  }
}

/// - Returns: Whether the line got where it should.
@inline(never)
func deliver(_ line: Text) -> Bool {
  // The third: a program may replace standard error past the hooks, and both often are the same pipe. Forks have
  // the same descriptors until they replace them.
  for candidate in 0..<3 {
    let descriptor = candidate == 0 ? Delivery.preservedDescriptor : 3 &- candidate
    if isOriginal(descriptor) { return write(line, to: descriptor) }
  }
  if isRootProcess() { return false }
  return deliver(line, through: Delivery.preservedDescriptor) || deliver(line, through: 2) || mail(line)
}

@inline(never)
private func isOriginal(_ descriptor: Int) -> Bool {
  guard let original = Delivery.original, let status = status(in: descriptor) else { return false }
  return status.ino == original.inode && status.dev_major == original.major
    && status.dev_minor == original.minor
}

/// Opens the root's descriptor anew: works for pipes and files, and not for sockets.
@inline(never)
private func deliver(_ line: Text, through descriptor: Int) -> Bool {
  var path = InlineArray<64, UInt8>(repeating: 0)
  var opened = -1
  withBytes(of: &path) { path in
    var writer = ByteWriter(start: path, capacity: 64)
    writer.append("/proc/")
    writer.append(decimal: UInt64(truncatingIfNeeded: State.rootProcess))
    writer.append("/fd/")
    writer.append(decimal: UInt64(truncatingIfNeeded: descriptor))
    writer.terminate()
    // Appending: a file opened anew starts at its beginning.
    opened = open(path, flags: open_write_only | open_append | open_nonblocking)
  }
  guard opened >= 0 else { return false }
  // The root may have closed its standard error since, and given the number to a pipe of the program's own.
  let written = (Delivery.original == nil || isOriginal(opened)) && write(line, to: opened)
  close(opened)
  return written
}

/// One write, and only when it would neither block nor raise SIGPIPE.
@inline(never)
private func write(_ line: Text, to descriptor: Int) -> Bool {
  var poll = poll_descriptor(descriptor: Int32(truncatingIfNeeded: descriptor), wanted: poll_out, happened: 0)
  var time = time_value(seconds: 0, nanoseconds: Int64(Delivery.patience &* 1_000_000))
  let ready = withUnsafeMutablePointer(to: &poll) { poll in
    withUnsafeMutablePointer(to: &time) { time in
      systemCall(number_ppoll, address(poll), 1, address(time), 0, 8)
    }
  }
  guard ready == 1, poll.happened == poll_out else { return false }
  return systemCall(number_write, descriptor, address(line.start), line.count) == line.count
}

/// Calls `body` with the abstract address `parapet-<root process>` and its length.
private func withMailboxAddress(_ body: (UnsafeRawPointer, Int) -> Int) -> Int {
  var bytes = InlineArray<64, UInt8>(repeating: 0)
  var result = -1
  withBytes(of: &bytes) { bytes in
    bytes[0] = UInt8(truncatingIfNeeded: family_unix)
    // The third byte stays zero: a name that exists in no folder.
    var name = ByteWriter(start: bytes + 3, capacity: 61)
    name.append("parapet-")
    name.append(decimal: UInt64(truncatingIfNeeded: State.rootProcess))
    result = body(UnsafeRawPointer(bytes), 3 &+ name.count)
  }
  return result
}

private func newMailboxSocket() -> Int {
  systemCall(
    number_socket, Int(family_unix), socket_datagram | socket_close_on_exec | socket_nonblocking, 0)
}

private func canBeOpenedAnew() -> Bool {
  let path: StaticString = "/proc/self/fd/2"
  let descriptor = open(path.utf8Start, flags: open_write_only | open_append | open_nonblocking)
  if descriptor >= 0 { close(descriptor) }
  return descriptor >= 0
}

private func openMailbox() {
  let socket = newMailboxSocket()
  guard socket >= 0 else { return }
  let moved = systemCall(number_dup3, socket, Delivery.mailboxDescriptor, socket_close_on_exec)
  close(socket)
  guard moved >= 0 else { return }
  Delivery.hasMailbox =
    withMailboxAddress { systemCall(number_bind, moved, address($0), $1) } == 0
}

private func mail(_ line: Text) -> Bool {
  let socket = newMailboxSocket()
  guard socket >= 0 else { return false }
  let sent = withMailboxAddress { name, length in
    systemCall(
      number_sendto, socket, address(line.start), line.count, message_no_signal, address(name), length)
  }
  close(socket)
  return sent == line.count
}

/// Passes on what children have mailed; at most so much that no flood can hold up the function.
@inline(never)
func emptyMailbox() {
  guard Delivery.hasMailbox, isRootProcess() else { return }
  var line = InlineArray<4096, UInt8>(repeating: 0)
  withBytes(of: &line) { line in
    for _ in 0..<64 {
      let length = systemCall(
        number_recvfrom, Delivery.mailboxDescriptor, address(line), 4096, message_do_not_wait)
      // Anybody of this user may write here, so only what looks like an event passes.
      guard length > 0 else { return }
      if line[0] == UInt8(ascii: "{"), line[length &- 1] == UInt8(ascii: "\n") {
        _ = deliver(Text(start: line, count: length))
      }
    }
  }
}
