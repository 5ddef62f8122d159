/// What an event says beside its own content.
struct EventContext {
  /// Milliseconds since 1970.
  var time: UInt64
  var process: Int
  /// Of the program that runs.
  var program: Text
  /// Numbers the events of one process.
  var counter: UInt64
  /// Events not written before this one, because they were too many.
  var suppressed: UInt64
  /// Empty before the first request.
  var request: Text
  var function: Text
  var policy: Text
  var mode: Mode
  var layers: ProtectionLayers
  var redaction: Redaction
}

/// What is really active, beside the hooks.
struct ProtectionLayers: OptionSet {
  let rawValue: UInt8
  static let patch = ProtectionLayers(rawValue: 1)
  static let landlock = ProtectionLayers(rawValue: 2)
  static let seccomp = ProtectionLayers(rawValue: 4)
}

/// Writes events as lines of JSON: OCSF 1.5, Detection Finding.
enum EventLine {
  /// Longest line with its newline; less than a pipe takes in one piece.
  static let limit = 4000
  static let version: StaticString = "0.1.0"

  /// Most that one text of an event takes, escaped, in bytes. The sum of all stays below ``limit``.
  private enum Limit {
    static let subject = 340
    static let path = 500
    static let name = 128
    static let arguments = 800
    static let program = 220
    static let word = 128
    static let function = 160
  }

  static func write(_ event: Event, _ context: EventContext, to output: inout ByteWriter) {
    let decided = event.decision
    output.append("{\"class_uid\":2004,\"category_uid\":2,\"activity_id\":1,\"type_uid\":200401,\"time\":")
    output.append(decimal: context.time)
    switch decided {
    case .blocked: output.append(",\"severity_id\":4,\"action_id\":2,\"disposition_id\":2")
    case .alerted: output.append(",\"severity_id\":4,\"action_id\":3,\"disposition_id\":15")
    case .observed: output.append(",\"severity_id\":1,\"action_id\":1,\"disposition_id\":1")
    }
    output.append(",\"status_id\":1,\"message\":\"")
    writeMessage(event, to: &output)
    output.append("\",\"finding_info\":{\"uid\":\"")
    output.append(decimal: UInt64(truncatingIfNeeded: context.process))
    output.append(UInt8(ascii: "-"))
    output.append(decimal: context.counter)
    output.append(UInt8(ascii: "-"))
    output.append(decimal: context.time)
    output.append("\",\"title\":\"")
    output.append(event.reason.title)
    output.append("\",\"types\":[\"")
    output.append(event.control.name)
    output.append("\"]},\"metadata\":{\"version\":\"1.5.0\",\"product\":{\"name\":\"Parapet\",")
    output.append("\"vendor_name\":\"Parapet\",\"version\":\"")
    output.append(version)
    output.append("\"}")
    if !context.request.isEmpty { write("correlation_uid", context.request, Limit.word, to: &output) }
    output.append("},\"resources\":[{\"type\":\"AWS::Lambda::Function\"")
    write("name", context.function, Limit.function, to: &output)
    output.append("}],\"evidences\":[{")
    writeEvidence(event, context, to: &output)
    output.append("}],\"unmapped\":{\"parapet\":{\"control\":\"")
    output.append(event.control.name)
    write("reason", event.reason.name, Limit.word, closing: true, to: &output)
    write("decision", Text(decided.name), Limit.word, to: &output)
    write("mode", Text(context.mode.name), Limit.word, to: &output)
    output.append(",\"level\":\"hooks")
    if context.layers.contains(.patch) { output.append("+patch") }
    if context.layers.contains(.landlock) { output.append("+landlock") }
    if context.layers.contains(.seccomp) { output.append("+seccomp") }
    output.append("\"")
    write("policy", context.policy, Limit.word, to: &output)
    if let detail = event.detail { write("detail", detail, Limit.word, to: &output) }
    output.append(",\"suppressed\":")
    output.append(decimal: context.suppressed)
    output.append("}}}\n")
  }

  /// `Blocked /bin/sh: it is not among the executables of this function.`
  private static func writeMessage(_ event: Event, to output: inout ByteWriter) {
    switch event.decision {
    case .blocked: output.append("Blocked ")
    case .alerted: output.append("Noticed ")
    case .observed: output.append("Observed ")
    }
    let end = output.count &+ Limit.subject
    if let subject = event.host ?? event.path ?? event.detail {
      output.append(escaping: subject, upTo: end)
    } else if let bytes = event.address {
      Address(ipv6: bytes).append(to: &output)
    } else {
      output.append("this function")
    }
    output.append(": ")
    output.append(event.reason.explanation)
    if event.path != nil, let detail = event.detail {
      output.append(" (")
      output.append(escaping: detail, upTo: output.count &+ Limit.word)
      output.append(")")
    }
    output.append(".")
  }

  private static func writeEvidence(_ event: Event, _ context: EventContext, to output: inout ByteWriter) {
    let isExecution = event.arguments != nil || event.control.isAboutExecution
    if isExecution, let path = event.path {
      output.append("\"process\":{\"pid\":")
      output.append(decimal: UInt64(truncatingIfNeeded: context.process))
      writeFile(path, Limit.path, hash: event.hash, first: false, to: &output)
      if let arguments = event.arguments {
        output.append(",\"cmd_line\":\"")
        arguments.withMemoryRebound(to: UnsafePointer<UInt8>?.self, capacity: 1) {
          context.redaction.append(arguments: $0, to: &output, upTo: output.count &+ Limit.arguments)
        }
        output.append("\"")
      }
      output.append("},")
    }
    output.append("\"actor\":{\"process\":{\"pid\":")
    output.append(decimal: UInt64(truncatingIfNeeded: context.process))
    writeFile(context.program, Limit.program, hash: nil, first: false, to: &output)
    output.append("}}")
    if event.host != nil || event.address != nil { writeEndpoint(event, to: &output) }
    if !isExecution, let path = event.path {
      writeFile(path, Limit.path, hash: event.hash, first: false, to: &output)
    }
  }

  private static func writeFile(
    _ path: Text, _ limit: Int, hash: UnsafePointer<UInt8>?, first: Bool, to output: inout ByteWriter
  ) {
    output.append(",\"file\":{\"name\":\"")
    output.append(escaping: path.lastComponent, upTo: output.count &+ Limit.name)
    output.append("\"")
    write("path", path, limit, to: &output)
    // A regular file.
    output.append(",\"type_id\":1")
    if let hash {
      output.append(",\"hashes\":[{\"algorithm_id\":3,\"value\":\"")
      for index in 0..<32 { output.append(hexadecimal: hash[index]) }
      output.append("\"}]")
    }
    output.append("}")
  }

  private static func writeEndpoint(_ event: Event, to output: inout ByteWriter) {
    output.append(",\"dst_endpoint\":{\"port\":")
    output.append(decimal: UInt64(event.port))
    if let host = event.host { write("hostname", host, 2 &* Limit.word, to: &output) }
    if let bytes = event.address {
      output.append(",\"ip\":\"")
      Address(ipv6: bytes).append(to: &output)
      output.append("\"")
    }
    output.append("}")
  }

  /// Appends `,"name":"value"`, and before it the quote that ends a value still open.
  private static func write(
    _ name: StaticString, _ value: Text, _ limit: Int, closing: Bool = false, to output: inout ByteWriter
  ) {
    output.append(closing ? "\",\"" : ",\"")
    output.append(name)
    output.append("\":\"")
    output.append(escaping: value, upTo: output.count &+ limit)
    output.append("\"")
  }
}

extension Control {
  /// Whether the path of an event names a program to be executed, rather than a file to be opened or loaded.
  var isAboutExecution: Bool {
    switch self {
    case .executables, .forbiddenExecutables, .temporaryExecution, .temporaryScripts, .loaderExecution,
      .setuidExecution, .childProcesses, .credentials, .libraryInjection:
      true
    default: false
    }
  }
}

extension Decision {
  var name: StaticString {
    switch self {
    case .blocked: "blocked"
    case .alerted: "alerted"
    case .observed: "observed"
    }
  }
}

extension Mode {
  var name: StaticString {
    switch self {
    case .off: "off"
    case .alert: "alert"
    case .block: "block"
    }
  }
}
