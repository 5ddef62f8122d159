import CEnforcerSystem

/// What passes between the function's runtime and the Runtime API: when an event has arrived, and its identifier.
enum RuntimeInterface {
  /// Host byte order; 0 without `AWS_LAMBDA_RUNTIME_API`.
  nonisolated(unsafe) static var port: UInt16 = 0
  /// Where the answer to a request for the next event is expected; -1 when none is.
  nonisolated(unsafe) static var awaited: Int32 = -1
  nonisolated(unsafe) static var scanner = ResponseScanner()

  /// Reads `host:port`; the host is always this machine or the platform's own network.
  static func start() {
    guard let value = environmentVariable("AWS_LAMBDA_RUNTIME_API"),
      let colon = value.lastIndex(of: UInt8(ascii: ":"))
    else { return }
    let digits = value.dropping(colon &+ 1)
    var number = 0
    for index in 0..<min(digits.count, 5) {
      let digit = digits.start[index] &- 48
      guard digit < 10 else { return }
      number = number &* 10 &+ Int(digit)
    }
    port = UInt16(truncatingIfNeeded: number)
  }

  static func isAt(_ address: Address, port: UInt16) -> Bool {
    port == self.port && port != 0 && (address.isLoopback || address.isLinkLocal)
  }

  /// Bytes are about to be sent to the Runtime API.
  static func willSend(_ bytes: Text, on descriptor: Int32) {
    emptyMailbox()
    guard ResponseScanner.isRequestForNext(bytes) else { return }
    scanner.begin()
    awaited = descriptor
  }

  /// Bytes have come from the Runtime API.
  @inline(never)
  static func didReceive(_ bytes: Text) {
    if scanner.read(bytes) {
      if let shared = State.shared {
        for index in 0..<ResponseScanner.capacity {
          let isInside = index < scanner.count
          shared.pointee.requestIdentifier[unchecked: index] =
            isInside ? scanner.identifier[unchecked: index] : 0
        }
      }
      State.isServing = true
    }
    if !scanner.isSearching { awaited = -1 }
  }

  static func didClose(_ descriptor: Int32) {
    guard descriptor == awaited else { return }
    scanner.end()
    awaited = -1
  }
}

/// The value of a variable in the environment as it is now.
func environmentVariable(_ name: StaticString) -> Text? {
  guard let list = environment_variable_list()?.pointee else { return nil }
  let wanted = Text(name)
  var index = 0
  while let variable = list[index] {
    let text = Text(terminated: variable)
    if text.hasPrefix(wanted), text[wanted.count] == UInt8(ascii: "=") {
      return text.dropping(wanted.count &+ 1)
    }
    index &+= 1
  }
  return nil
}
