import CEnforcerSystem

/// What a policy that learns has been told already: the same thing is reported once, and a bounded number of things.
enum Learning {
  private static let capacity = 512
  /// Hashes of what was told; nil unless the policy learns.
  nonisolated(unsafe) private static var told: UnsafeMutablePointer<Int>?

  static func start(_ policy: Policy) {
    guard policy.isLearning else { return }
    // Shared, so that forks do not repeat what their parent told.
    told = allocatePages(capacity * 8, shared: true)?.assumingMemoryBound(to: Int.self)
  }

  static var isOn: Bool { told != nil }

  /// Whether the policy learns, and has not been told this.
  static func isNew(_ control: Control, _ text: Text) -> Bool {
    guard told != nil else { return false }
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(control.rawValue)
    for index in 0..<text.count { sum = (sum ^ UInt64(text.start[index])) &* 0x100_0000_01b3 }
    return insert(sum)
  }

  static func isNew(_ control: Control, _ address: Address) -> Bool {
    insert((address.high &* 31 ^ address.low) &* 0x100_0000_01b3 ^ UInt64(control.rawValue))
  }

  private static func insert(_ sum: UInt64) -> Bool {
    guard let told else { return false }
    let value = Int(truncatingIfNeeded: sum | 1)
    let first = Int(truncatingIfNeeded: sum >> 32)
    for step in 0..<capacity {
      let place = told + ((first &+ step) & (capacity &- 1))
      let present = atomic_load(place)
      if present == value { return false }
      if present == 0 { return atomic_claim(place, 0, value) }
    }
    return false
  }

  /// Reports something that happened and may become a rule; once.
  static func observe(_ control: Control, path: Text) {
    guard isNew(control, path) else { return }
    report(Event(control, .allowed, .observed, path: path))
  }
}
