/// What the runtime of one sandbox may do next, and why something else is refused: the Runtime API without a socket.
struct RuntimeState: Sendable {
  enum Phase: Hashable, Sendable {
    /// Has not asked for an invocation yet.
    case starting
    /// Waits for an invocation.
    case ready
    /// Works on this request.
    case invoking(String)
    /// Answered, and has not asked for the next one.
    case answered(String)
    /// Said that it cannot start.
    case failed
  }

  /// Why a call is refused, as the platform says it.
  enum Refusal: Error, Hashable, Sendable {
    case invalidTransition(from: String, to: String)
    case unknownRequest(String)
  }

  private(set) var phase = Phase.starting

  /// The runtime asks for an invocation.
  mutating func askNext() throws(Refusal) {
    switch phase {
    case .starting, .answered, .ready: phase = .ready
    case .invoking, .failed: throw .invalidTransition(from: name, to: "RuntimeReady")
    }
  }

  /// An invocation goes to the runtime that asked.
  mutating func deliver(_ request: String) { phase = .invoking(request) }

  /// The runtime answers or reports an error.
  mutating func answer(_ request: String) throws(Refusal) {
    switch phase {
    case .invoking(let current) where current == request: phase = .answered(request)
    case .invoking: throw .unknownRequest(request)
    case .answered(let last) where last == request:
      throw .invalidTransition(from: name, to: "RuntimeInvocationResponse")
    case .answered: throw .unknownRequest(request)
    case .starting, .ready, .failed:
      throw .invalidTransition(from: name, to: "RuntimeInvocationResponse")
    }
  }

  mutating func failInitialisation() throws(Refusal) {
    guard phase == .starting else { throw .invalidTransition(from: name, to: "RuntimeInitError") }
    phase = .failed
  }

  private var name: String {
    switch phase {
    case .starting: "RuntimeStarted"
    case .ready: "RuntimeReady"
    case .invoking: "RuntimeRunning"
    case .answered: "RuntimeInvocationResponse"
    case .failed: "RuntimeInitError"
    }
  }
}
