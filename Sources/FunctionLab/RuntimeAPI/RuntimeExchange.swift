/// One request of the runtime, from its headers to the answer.
///
/// Belongs to the thread of its connection.
final class RuntimeExchange {
  private let call: RuntimeCall
  private let exchange: Exchange
  private var body: [UInt8] = []
  /// Bytes that came, also those beyond the limit.
  private var received = 0
  private var isStreamed = false
  private var contentType: String?
  private var errorType: String?

  init(_ call: RuntimeCall, exchange: Exchange) {
    self.call = call
    self.exchange = exchange
  }

  func begin(header: (String) -> String?) {
    guard call != .next else { return }
    isStreamed = header("Lambda-Runtime-Function-Response-Mode")?.lowercased() == "streaming"
    contentType = header("Content-Type")
    errorType = header("Lambda-Runtime-Function-Error-Type")
    if let length = header("Content-Length").flatMap(Int.init), length <= limit {
      body.reserveCapacity(length)
    }
  }

  private var limit: Int {
    switch call {
    case .response: isStreamed ? RuntimeAPILimits.streamBytes : RuntimeAPILimits.responseBytes
    default: RuntimeAPILimits.errorBytes
    }
  }

  func take(_ bytes: UnsafeRawBufferPointer) {
    received += bytes.count
    // What is too long is read to its end, so that the runtime can read the answer, and not kept.
    if received <= limit { body.append(contentsOf: bytes) }
  }

  /// - Returns: `nil` if the connection shall be closed: the runtime is gone.
  func finish(trailer: (String) -> String?) -> HTTPAnswer? {
    switch call {
    case .next: next()
    case .response(let request): respond(request, trailer: trailer)
    case .error(let request):
      attempt { () throws(RuntimeState.Refusal) in try answer(request, .error(type: errorType)) }
    case .initialisationError:
      attempt { () throws(RuntimeState.Refusal) in
        try exchange.failInitialisation(type: errorType, body: body)
      }
    case .unknown: .notFound
    }
  }

  private func next() -> HTTPAnswer? {
    do {
      guard let request = try exchange.next() else { return nil }
      return HTTPAnswer(200, headers: Self.headers(of: request), body: request.payload)
    } catch {
      return HTTPAnswer(error)
    }
  }

  private static func headers(of request: InvocationRequest) -> [(name: String, value: String)] {
    let deadline = WallTime.now.milliseconds + Int(request.timeout.milliseconds)
    var headers = [
      (name: "Content-Type", value: "application/json"),
      (name: "Lambda-Runtime-Aws-Request-Id", value: request.id),
      (name: "Lambda-Runtime-Deadline-Ms", value: String(deadline)),
      (name: "Lambda-Runtime-Invoked-Function-Arn", value: request.functionARN),
      (name: "Lambda-Runtime-Trace-Id", value: request.trace),
    ]
    if let context = request.clientContext { headers.append(("Lambda-Runtime-Client-Context", context)) }
    if let identity = request.cognitoIdentity {
      headers.append(("Lambda-Runtime-Cognito-Identity", identity))
    }
    return headers
  }

  private func respond(_ request: String, trailer: (String) -> String?) -> HTTPAnswer {
    guard received <= limit else {
      let refusal = attempt { () throws(RuntimeState.Refusal) in
        try answer(request, .tooLarge(bytes: received, limit: limit))
      }
      guard refusal.status == 202 else { return refusal }
      return .refused(
        413, type: "RequestEntityTooLarge", message: "Exceeded maximum allowed payload size (\(limit) bytes)."
      )
    }
    if isStreamed, let type = trailer("Lambda-Runtime-Function-Error-Type") {
      let text = trailer("Lambda-Runtime-Function-Error-Body").map { Array($0.utf8) } ?? []
      return attempt { () throws(RuntimeState.Refusal) in
        try answer(request, .brokenStream(type: type, body: Base64.decode(text) ?? text))
      }
    }
    return attempt { () throws(RuntimeState.Refusal) in try answer(request, .response) }
  }

  private func answer(_ request: String, _ kind: RuntimeAnswer.Kind) throws(RuntimeState.Refusal) {
    try exchange.answer(
      request,
      with: RuntimeAnswer(
        kind: kind, body: body, contentType: contentType, isStreamed: isStreamed, at: .now))
  }

  private func attempt(_ action: () throws(RuntimeState.Refusal) -> Void) -> HTTPAnswer {
    do {
      try action()
      return .accepted
    } catch {
      return HTTPAnswer(error)
    }
  }
}
