internal import Dispatch
internal import Synchronization

extension Array where Element: Sendable {
  /// The results in the order of the elements, whatever the number of threads.
  package func parallelMap<Result: Sendable>(
    threads: Int, progress: (@Sendable (Int) -> Void)? = nil, _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    let counter = Counter()
    guard threads > 1, count > 1 else {
      return map { element in
        defer { progress?(counter.increment()) }
        return transform(element)
      }
    }
    let results = Mutex<[Result?]>(Array<Result?>(repeating: nil, count: count))
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: Swift.min(threads, count)) { _ in
      // Each worker takes the next element: files differ in size by orders of magnitude.
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        let result = transform(self[index])
        results.withLock { $0[index] = result }
        progress?(counter.increment())
      }
    }
    return results.withLock { $0.compactMap { $0 } }
  }
}

/// Counts finished elements across threads.
private final class Counter: Sendable {
  private let value = Atomic<Int>(0)

  func increment() -> Int { value.add(1, ordering: .relaxed).newValue }
}
