/// What other threads learn of the runtime that runs.
///
/// `@unchecked`: what changes is touched under the lock alone.
final class RuntimeFlags: @unchecked Sendable {
  private let lock = Monitor()
  private var excess = false
  private var peak = 0

  func reset() { lock.with { excess = false } }
  func noteExcess() { lock.with { excess = true } }
  func notePeak(_ bytes: Int) { lock.with { peak = max(peak, bytes) } }
  var isOutOfMemory: Bool { lock.with { excess } }

  func takePeak() -> Int {
    lock.with {
      defer { peak = 0 }
      return peak
    }
  }
}
