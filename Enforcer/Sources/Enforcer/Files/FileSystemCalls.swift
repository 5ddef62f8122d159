/// Judges calls of the open family that come through the generic `syscall`.
///
/// - Returns: nil when the kernel shall do it, else the result, as the kernel would give it.
func fileSystemCall(_ number: Int, _ arguments: SystemCallArguments) -> Int? { nil }
