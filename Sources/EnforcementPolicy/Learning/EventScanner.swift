internal import Documents

/// Finds the enforcer's events in logs of any shape: bare lines, lines behind a time stamp, and exports in which the
/// line is a text of JSON or a field of CSV.
package enum EventScanner {
  /// Of one event, in bytes; the enforcer writes at most 4,000, and quoting may double them.
  static let eventBytes = 16_384
  /// Events of one run.
  package static let eventLimit = 1_000_000

  /// - Parameter bytes: A whole log.
  package static func events(in bytes: [UInt8]) -> [LearnedEvent] {
    var events: [LearnedEvent] = []
    var index = 0
    while let start = next(from: index, in: bytes), events.count < eventLimit {
      let (text, end) = Self.text(from: start.offset, quoting: start.quoting, in: bytes)
      if let event = LearnedEvent(json: text) { events.append(event) }
      index = max(end, start.offset + 1)
    }
    return events
  }

  /// How quotes inside an event are written.
  private enum Quoting {
    case plain
    /// `\"`, in a text of JSON.
    case escaped
    /// `""`, in a field of CSV.
    case doubled

    var mark: [UInt8] {
      switch self {
      case .plain: Array(#"{"class_uid":2004"#.utf8)
      case .escaped: Array(#"{\"class_uid\":2004"#.utf8)
      case .doubled: Array(#"{""class_uid"":2004"#.utf8)
      }
    }
  }

  private static let marks = [Quoting.plain, .escaped, .doubled].map { ($0, $0.mark) }

  private static func next(from start: Int, in bytes: [UInt8]) -> (offset: Int, quoting: Quoting)? {
    var index = start
    while index < bytes.count {
      guard let brace = bytes[index...].firstIndex(of: UInt8(ascii: "{")) else { return nil }
      for (quoting, mark) in marks where bytes[brace...].starts(with: mark) { return (brace, quoting) }
      index = brace + 1
    }
    return nil
  }

  /// The event with its quotes as JSON has them, and where it ends.
  private static func text(
    from start: Int, quoting: Quoting, in bytes: [UInt8]
  ) -> (text: [UInt8], end: Int) {
    var text: [UInt8] = []
    var depth = 0
    var isInString = false
    var isEscaped = false
    var index = start
    let limit = min(bytes.count, start + eventBytes)
    while index < limit {
      var byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\n") { break }
      if let second = index < limit ? bytes[index] : nil {
        let isPair =
          quoting == .escaped ? byte == UInt8(ascii: "\\") : quoting == .doubled && byte == UInt8(ascii: "\"")
        if isPair {
          byte = second
          index += 1
        }
      }
      text.append(byte)
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return (text, index) }
      default: break
      }
    }
    return ([], index)
  }
}
