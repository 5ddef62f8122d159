import CEnforcerSystem

/// Judges connect, sendto and sendmsg that come through the generic `syscall`.
///
/// io_uring, through which all of these could be done unseen, is refused while something blocks.
/// - Returns: nil when the kernel shall do it, else the result, as the kernel would give it.
func networkSystemCall(_ number: Int, _ arguments: SystemCallArguments) -> Int? {
  let descriptor = Int32(truncatingIfNeeded: arguments.a)
  switch number {
  case number_connect:
    return answered(
      Int(
        hookedConnect(
          descriptor, UnsafeRawPointer(bitPattern: arguments.b), UInt32(truncatingIfNeeded: arguments.c))))
  case number_sendto:
    return answered(
      hookedSendto(
        descriptor, UnsafeRawPointer(bitPattern: arguments.b), arguments.c,
        Int32(truncatingIfNeeded: arguments.d),
        UnsafeRawPointer(bitPattern: arguments.e), UInt32(truncatingIfNeeded: arguments.f)))
  case number_sendmsg:
    return answered(
      hookedSendmsg(
        descriptor, UnsafePointer(bitPattern: arguments.b), Int32(truncatingIfNeeded: arguments.c)))
  case number_io_uring_setup:
    return SystemCallFilter.holdsRing ? -error_permission : nil
  default: return nil
  }
}

/// The result of a function of the C library as the kernel would give it.
private func answered(_ result: Int) -> Int {
  guard result == -1, let place = State.errorPlace, let error = call_place(place) else { return result }
  return -Int(error.pointee)
}
