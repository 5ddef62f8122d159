/// What a request of the runtime asks for, by its method and path.
enum RuntimeCall: Hashable, Sendable {
  case next
  case response(request: String)
  case error(request: String)
  case initialisationError
  case unknown

  static let version = "/2018-06-01/runtime/"

  init(method: String, path: String) {
    guard path.hasPrefix(Self.version) else {
      self = .unknown
      return
    }
    let parts = path.dropFirst(Self.version.count).split(separator: "/", omittingEmptySubsequences: false)
      .map(String.init)
    switch (method, parts.count, parts.first) {
    case ("GET", 2, "invocation") where parts[1] == "next": self = .next
    case ("POST", 3, "invocation") where parts[2] == "response": self = .response(request: parts[1])
    case ("POST", 3, "invocation") where parts[2] == "error": self = .error(request: parts[1])
    case ("POST", 2, "init") where parts[1] == "error": self = .initialisationError
    default: self = .unknown
    }
  }
}

/// An answer of the Runtime API.
struct HTTPAnswer: Sendable {
  let status: UInt32
  let headers: [(name: String, value: String)]
  let body: [UInt8]

  init(_ status: UInt32, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  static let accepted = HTTPAnswer(
    202, headers: [("Content-Type", "application/json")], body: Array("{\"status\":\"OK\"}\n".utf8))

  static let notFound = HTTPAnswer(404, body: Array("404 page not found\n".utf8))

  static func refused(_ status: UInt32, type: String, message: String) -> HTTPAnswer {
    HTTPAnswer(
      status, headers: [("Content-Type", "application/json")],
      body: Array("{\"errorMessage\":\"\(message)\",\"errorType\":\"\(type)\"}\n".utf8))
  }

  init(_ refusal: RuntimeState.Refusal) {
    switch refusal {
    case .invalidTransition(let from, let to):
      self = .refused(
        403, type: "InvalidStateTransition", message: "Transition from \(from) to \(to) is not allowed.")
    case .unknownRequest:
      self = .refused(400, type: "InvalidRequestID", message: "Invalid request ID")
    }
  }
}
