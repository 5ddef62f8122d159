internal import Glibc

/// Looks at the memory of a function's processes again and again.
///
/// `@unchecked`: what changes is touched under the lock alone.
final class MemoryMeter: @unchecked Sendable {
  private let lock = Monitor()
  private var isStopped = false
  private var peak = 0
  private var thread: LabThread?

  /// The runtime's own memory is one short read; the search for its children is longer and done less often.
  private static let period = Duration.milliseconds(10)
  private static let roundsBetweenSearches = 5

  /// - Parameters:
  ///   - limit: Bytes that the processes may have for themselves; files that they map are not counted, because the
  ///     system takes their pages back when memory is short.
  ///   - onExcess: Called once, on the meter's thread.
  init(process: Int32, limit: Int, onExcess: @escaping @Sendable () -> Void) {
    thread = LabThread { [self] in watch(process, limit: limit, onExcess: onExcess) }
  }

  /// Bytes that were resident at most since the last call.
  func takePeak(of process: Int32?) -> Int {
    let now = process.flatMap(ProcessTree.memory)?.resident ?? 0
    return lock.with {
      defer { peak = 0 }
      return max(peak, now)
    }
  }

  func stop() {
    lock.with {
      isStopped = true
      lock.wakeAll()
    }
    thread?.join()
  }

  private func watch(_ process: Int32, limit: Int, onExcess: @Sendable () -> Void) {
    var descendants: [Int32] = []
    var round = 0
    while true {
      if round % Self.roundsBetweenSearches == 0 { descendants = ProcessTree.descendants(of: process) }
      round += 1
      guard let root = ProcessTree.memory(of: process) else { return }
      // Pages of a copied process are counted twice until it changes or leaves them.
      let others = descendants.compactMap { ProcessTree.memory(of: $0)?.own }.reduce(0, +)
      if root.own + others > limit {
        onExcess()
        return
      }
      let deadline = Instant.now + Self.period
      lock.enter()
      defer { lock.leave() }
      peak = max(peak, root.resident + others)
      if !isStopped { lock.wait(until: deadline) }
      if isStopped { return }
    }
  }
}
