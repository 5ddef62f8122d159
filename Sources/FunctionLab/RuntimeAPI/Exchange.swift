internal import Glibc

/// Where the lab and the runtime meet: events go one way, answers the other, and each may wait for the other.
///
/// `@unchecked`: everything that changes is touched under the lock alone.
final class Exchange: @unchecked Sendable {
  /// What the lab waits for.
  enum Notice: Sendable {
    case ready(at: Instant)
    case initialisationError(type: String?, body: [UInt8])
    case answered(RuntimeAnswer)
    case exited(SandboxExit)
  }

  private let lock = Monitor()
  private var state = RuntimeState()
  private var waiting: InvocationRequest?
  private var notices: [Notice] = []
  private var deliveredAt: Instant?
  /// Counts runtimes, so that a request of one that is gone does not take an event from its successor.
  private var generation = 0
  private var isClosed = false

  // MARK: The runtime's side

  /// Waits for an event; `nil` if the runtime is gone or the lab ends.
  func next() throws(RuntimeState.Refusal) -> InvocationRequest? {
    lock.enter()
    defer { lock.leave() }
    try state.askNext()
    notices.append(.ready(at: .now))
    lock.wakeAll()
    let asked = generation
    while true {
      if isClosed || generation != asked { return nil }
      if let request = waiting {
        waiting = nil
        state.deliver(request.id)
        deliveredAt = .now
        return request
      }
      lock.wait(until: nil)
    }
  }

  func answer(_ request: String, with answer: RuntimeAnswer) throws(RuntimeState.Refusal) {
    lock.enter()
    defer { lock.leave() }
    try state.answer(request)
    notices.append(.answered(answer))
    lock.wakeAll()
  }

  func failInitialisation(type: String?, body: [UInt8]) throws(RuntimeState.Refusal) {
    lock.enter()
    defer { lock.leave() }
    try state.failInitialisation()
    notices.append(.initialisationError(type: type, body: body))
    lock.wakeAll()
  }

  // MARK: The lab's side

  /// A new runtime starts: nothing of the last one counts any more.
  ///
  /// - Returns: The new runtime's number.
  func restart() -> Int {
    lock.with {
      generation += 1
      state = RuntimeState()
      waiting = nil
      notices = []
      deliveredAt = nil
      lock.wakeAll()
      return generation
    }
  }

  /// - Parameter runtime: Which one; the end of an earlier one may be told late.
  func exited(_ exit: SandboxExit, runtime: Int) {
    lock.with {
      guard runtime == generation else { return }
      notices.append(.exited(exit))
      lock.wakeAll()
    }
  }

  /// No request waits any longer.
  func close() {
    lock.with {
      isClosed = true
      lock.wakeAll()
    }
  }

  func submit(_ request: InvocationRequest) {
    lock.with {
      deliveredAt = nil
      waiting = request
      lock.wakeAll()
    }
  }

  /// When the event that was submitted last went to the runtime.
  var delivered: Instant? { lock.with { deliveredAt } }

  /// The next thing that happens; `nil` if nothing did until then.
  func wait(until deadline: Instant) -> Notice? {
    lock.enter()
    defer { lock.leave() }
    while notices.isEmpty {
      if !lock.wait(until: deadline), notices.isEmpty { return nil }
    }
    return notices.removeFirst()
  }

  /// Whether the runtime ended, without taking the notice.
  var hasExited: Bool {
    lock.with { notices.contains { if case .exited = $0 { true } else { false } } }
  }
}

/// A lock that one can wait in.
///
/// `@unchecked`: the pointers never change, and what they point to is made for several threads.
final class Monitor: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    pthread_mutex_init(mutex, nil)
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    // Deadlines must not move with the time of day.
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(condition, &attributes)
    pthread_condattr_destroy(&attributes)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  func enter() { pthread_mutex_lock(mutex) }

  func leave() { pthread_mutex_unlock(mutex) }

  func wakeAll() { pthread_cond_broadcast(condition) }

  /// - Returns: Whether it was woken, rightly or not; false when the deadline passed.
  @discardableResult
  func wait(until deadline: Instant?) -> Bool {
    guard let deadline else { return pthread_cond_wait(condition, mutex) == 0 }
    var time = deadline.timespec
    return pthread_cond_timedwait(condition, mutex, &time) != ETIMEDOUT
  }

  func with<Result>(_ body: () -> Result) -> Result {
    enter()
    defer { leave() }
    return body()
  }
}
