import CEnforcerSystem

/// What this process told last: a shell that looks for a program in several folders finds the same file again.
enum Repetition {
  nonisolated(unsafe) private static var last: UInt64 = 0

  /// Whether an event says of the same program, within the same request, what the one before it said.
  @inline(never)
  static func isRepeated(_ event: Event) -> Bool {
    guard let path = event.path, event.arguments != nil else { return false }
    var sum = UInt64(truncatingIfNeeded: currentProcess()) << 24
    sum |= UInt64(event.control.rawValue) << 16 | UInt64(event.reason.rawValue) << 8
    sum |= UInt64(event.decision.rawValue)
    add(path, to: &sum)
    if let shared = State.shared { add(Text(terminated: shared, limit: ResponseScanner.capacity), to: &sum) }
    // Threads may both be told; what matters is that nothing is told of another file or process as if it were this.
    let isSame = sum == last
    last = sum
    return isSame
  }

  private static func add(_ text: Text, to sum: inout UInt64) {
    for index in 0..<text.count { sum = (sum ^ UInt64(text.start[index])) &* 0x100_0000_01b3 }
  }
}
