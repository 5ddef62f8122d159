/// What a decision has found so far: what blocks, or else the first thing to alert of.
struct ExecutionVerdict {
  private(set) var control = Control.executables
  private(set) var reason = Reason.allowed
  private(set) var decision: Decision?
  private(set) var detail: Text?
  /// Inode of what runs in the end: the program, or the interpreter of a script.
  var image: UInt64 = 0

  var isBlocked: Bool { if case .blocked = decision { true } else { false } }

  @inline(never)
  mutating func add(_ control: Control, _ reason: Reason, detail: Text? = nil) {
    guard !isBlocked else { return }
    switch mode(of: control) {
    case .off: return
    case .alert:
      guard decision == nil else { return }
      decision = .alerted
    case .block: decision = .blocked
    }
    self.control = control
    self.reason = reason
    self.detail = detail
  }
}
