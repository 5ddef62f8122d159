import CEnforcerSystem

/// What passes between the function's runtime and the Runtime API: when an event has arrived, and its identifier.
enum RuntimeInterface {
  /// Host byte order; 0 without `AWS_LAMBDA_RUNTIME_API`.
  nonisolated(unsafe) static var port: UInt16 = 0
  /// Whether an event is expected; on which connection does not matter, as descriptors are duplicated.
  nonisolated(unsafe) static var isExpecting = false
  nonisolated(unsafe) static var scanner = ResponseScanner()

  /// Reads `host:port`; the host is always this machine or the platform's own network.
  static func start() {
    guard let value = variable("AWS_LAMBDA_RUNTIME_API"),
      let colon = value.lastIndex(of: UInt8(ascii: ":"))
    else { return }
    port = UInt16(truncatingIfNeeded: value.dropping(colon &+ 1).decimal ?? 0)
  }

  static func isAt(_ address: Address, port: UInt16) -> Bool {
    port == self.port && port != 0 && (address.isLoopback || address.isLinkLocal)
  }

  /// Bytes are about to be sent to the Runtime API.
  static func willSend(_ bytes: Text) {
    emptyMailbox()
    if ResponseScanner.isRequestForNext(bytes) { expectEvent() }
  }

  /// Looks at the heads of answers until one hands out an event.
  ///
  /// Begins also with a new connection: what is sent through streams of the C library passes no hook.
  static func expectEvent() {
    emptyMailbox()
    scanner.begin()
    isExpecting = true
  }

  /// Bytes have come from the Runtime API.
  @inline(never)
  static func didReceive(_ bytes: Text) {
    // The head of an answer to something else has ended: what follows is the platform's own, too.
    if !scanner.isSearching { scanner.begin() }
    guard scanner.read(bytes) else { return }
    isExpecting = false
    State.isServing = true
    guard let shared = State.shared else { return }
    for index in 0..<ResponseScanner.capacity {
      let isInside = index < scanner.count
      shared.pointee.requestIdentifier[unchecked: index] = isInside ? scanner.identifier[unchecked: index] : 0
    }
  }
}
