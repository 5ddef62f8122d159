/// Judges connect, sendto, sendmsg and io_uring_setup that come through the generic `syscall`.
///
/// - Returns: nil when the kernel shall do it, else the result, as the kernel would give it.
func networkSystemCall(_ number: Int, _ arguments: SystemCallArguments) -> Int? { nil }
