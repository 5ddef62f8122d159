/// Finds the request identifier in the head of an answer of the Runtime API, however it is cut into reads.
struct ResponseScanner {
  /// A request identifier is a UUID of 36 bytes; what is longer is cut.
  static let capacity = 64
  private(set) var identifier = InlineArray<64, UInt8>(repeating: 0)
  private(set) var count = 0
  private(set) var state = State.idle
  private var matched = 0

  enum State: UInt8 { case idle, name, value, skip, done }

  /// A request for the next event was sent: look for the answer.
  mutating func begin() {
    state = .name
    matched = 0
  }

  var isSearching: Bool { state != .idle && state != .done }

  /// - Returns: Whether the identifier was completed by these bytes.
  mutating func read(_ text: Text) -> Bool {
    let wanted = Text("lambda-runtime-aws-request-id:")
    var index = 0
    while index < text.count {
      let byte = text.start[index]
      index &+= 1
      switch state {
      case .name:
        if byte == UInt8(ascii: "\n") {
          // An empty line ends the head.
          state = matched == 0 ? .idle : .name
          if state == .idle { return false }
          matched = 0
        } else if byte == UInt8(ascii: "\r") {
          continue
        } else if matched < wanted.count, byte.lowercased == wanted.start[matched] {
          matched &+= 1
          if matched == wanted.count {
            state = .value
            count = 0
          }
        } else {
          state = .skip
        }
      case .skip:
        guard byte == UInt8(ascii: "\n") else { continue }
        state = .name
        matched = 0
      case .value:
        if byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n") {
          state = .done
          return count > 0
        }
        guard !byte.isSpace, count < ResponseScanner.capacity else { continue }
        identifier[unchecked: count] = byte
        count &+= 1
      case .idle, .done:
        return false
      }
    }
    return false
  }

  /// Whether bytes begin a request for the next event.
  static func isRequestForNext(_ text: Text) -> Bool {
    guard text.hasPrefix(Text("GET /")) else { return false }
    let path = Text("/runtime/invocation/next")
    let line = text.prefix(96)
    var index = 4
    while index &+ path.count <= line.count {
      if line.dropping(index).hasPrefix(path) { return true }
      index &+= 1
    }
    return false
  }
}
