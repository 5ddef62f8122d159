internal import CMicroHTTPD

/// The Runtime API on a loopback socket: each connection has a thread, which waits where the API says so.
///
/// `@unchecked`: nothing of it changes after the start; what happens goes through the ``Exchange``.
final class RuntimeServer: @unchecked Sendable {
  private let library: HTTPLibrary
  private let exchange: Exchange
  private var daemon: OpaquePointer?

  /// - Parameter listener: A listening socket, which the server closes.
  init(listener: Int32, exchange: Exchange) throws(LabError) {
    library = try HTTPLibrary.load()
    self.exchange = exchange
    let context = Unmanaged.passUnretained(self).toOpaque()
    daemon = cmhd_start(
      &library.functions, listener, RuntimeAPILimits.connections,
      { context, connection, path, method, _, bytes, count, request in
        guard let context, let connection, let path, let method, let count, let request else { return .NO }
        let server = Unmanaged<RuntimeServer>.fromOpaque(context).takeUnretainedValue()
        return server.handle(
          connection, method: method, path: path, bytes: bytes, count: count, request: request)
      },
      { _, _, request, _ in
        guard let held = request?.pointee else { return }
        Unmanaged<RuntimeExchange>.fromOpaque(held).release()
        request?.pointee = nil
      }, context)
    guard daemon != nil else { throw .serverMissing(reason: "it could not start a thread") }
  }

  /// Waits for every connection's thread; ``Exchange/close()`` has to come before.
  func stop() {
    if let daemon { cmhd_stop(&library.functions, daemon) }
    daemon = nil
  }

  /// Called first with the headers, then with each piece of the body, and once more at its end.
  private func handle(
    _ connection: OpaquePointer, method: UnsafePointer<CChar>, path: UnsafePointer<CChar>,
    bytes: UnsafePointer<CChar>?, count: UnsafeMutablePointer<Int>,
    request: UnsafeMutablePointer<UnsafeMutableRawPointer?>
  ) -> MHD_Result {
    guard let held = request.pointee else {
      let call = RuntimeCall(method: String(cString: method), path: String(cString: path))
      let conversation = RuntimeExchange(call, exchange: exchange)
      conversation.begin { header($0, of: connection) }
      request.pointee = Unmanaged.passRetained(conversation).toOpaque()
      return .YES
    }
    let conversation = Unmanaged<RuntimeExchange>.fromOpaque(held).takeUnretainedValue()
    if count.pointee > 0 {
      conversation.take(UnsafeRawBufferPointer(start: bytes, count: count.pointee))
      count.pointee = 0
      return .YES
    }
    guard let answer = conversation.finish(trailer: { header($0, of: connection, isTrailer: true) }) else {
      return .NO
    }
    return send(answer, on: connection)
  }

  private func header(_ name: String, of connection: OpaquePointer, isTrailer: Bool = false) -> String? {
    cmhd_header(&library.functions, connection, name, isTrailer ? 1 : 0).map { String(cString: $0) }
  }

  private func send(_ answer: HTTPAnswer, on connection: OpaquePointer) -> MHD_Result {
    let response = answer.body.withUnsafeBytes {
      cmhd_response(&library.functions, $0.baseAddress, $0.count)
    }
    guard let response else { return .NO }
    for (name, value) in answer.headers { cmhd_add_header(&library.functions, response, name, value) }
    return cmhd_answer(&library.functions, connection, answer.status, response)
  }
}
