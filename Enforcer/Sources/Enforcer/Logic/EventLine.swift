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
struct EventLine {
  /// Longest line with its newline; less than a pipe takes in one piece.
  static let limit = 4000

  /// Most that one text of an event takes, escaped, in bytes.
  ///
  /// The sum of all stays below ``EventLine/limit``.
  private enum Limit {
    static let subject = 340
    static let path = 500
    static let name = 128
    static let arguments = 800
    static let program = 220
    static let word = 128
    static let function = 160
  }

  let event: Event
  let context: EventContext

  /// The whole line; letters behind a `$` stand for what differs from event to event.
  private static var template: StaticString {
    #"""
    {"class_uid":2004,"category_uid":2,"activity_id":1,"type_uid":200401,"time":$t,"severity_id":$s,"status_id":1,\#
    "message":"$m","finding_info":{"uid":"$p-$n-$t","title":"$T","types":["$c"]},\#
    "metadata":{"version":"1.5.0","product":{"name":"Parapet","vendor_name":"Parapet","version":"0.1.0"}$r},\#
    "resources":[{"type":"AWS::Lambda::Function","name":"$f"}],\#
    "evidences":[{$x"actor":{"process":{"pid":$p,$a}}$e}],\#
    "unmapped":{"parapet":{"control":"$c","reason":"$R","decision":"$d","mode":"$M","level":"hooks$l",\#
    "policy":"$P"$D,"suppressed":$S}}}

    """#
  }

  static func write(_ event: Event, _ context: EventContext, to output: inout ByteWriter) {
    let line = EventLine(event: event, context: context)
    let template = Text(template)
    var index = 0
    while index < template.count {
      let byte = template.start[index]
      index &+= 1
      if byte == UInt8(ascii: "$") {
        line.write(field: template.start[index], to: &output)
        index &+= 1
      } else {
        output.append(byte)
      }
    }
  }

  private func write(field: UInt8, to output: inout ByteWriter) {
    switch field {
    case UInt8(ascii: "t"): output.append(decimal: context.time)
    case UInt8(ascii: "p"): output.append(decimal: UInt64(truncatingIfNeeded: context.process))
    case UInt8(ascii: "n"): output.append(decimal: context.counter)
    case UInt8(ascii: "S"): output.append(decimal: context.suppressed)
    case UInt8(ascii: "s"): output.append(event.decision.numbers)
    case UInt8(ascii: "m"): writeMessage(to: &output)
    case UInt8(ascii: "T"): output.append(event.reason.title)
    case UInt8(ascii: "c"): output.append(event.control.name)
    case UInt8(ascii: "R"): output.append(event.reason.name)
    case UInt8(ascii: "d"): output.append(event.decision.name)
    case UInt8(ascii: "M"): output.append(context.mode.name)
    case UInt8(ascii: "r"): member("correlation_uid", context.request, Limit.word, to: &output)
    case UInt8(ascii: "f"): escape(context.function, Limit.function, to: &output)
    case UInt8(ascii: "P"): escape(context.policy, Limit.word, to: &output)
    case UInt8(ascii: "D"): member("detail", event.detail ?? Text(""), Limit.word, to: &output)
    case UInt8(ascii: "x"): writeExecuted(to: &output)
    case UInt8(ascii: "a"): writeFile(context.program, Limit.program, hash: nil, to: &output)
    case UInt8(ascii: "e"): writeTarget(to: &output)
    default:
      if context.layers.contains(.patch) { output.append("+patch") }
      if context.layers.contains(.landlock) { output.append("+landlock") }
      if context.layers.contains(.seccomp) { output.append("+seccomp") }
    }
  }

  /// A sentence such as "Blocked /bin/sh: it is not among the executables of this function".
  private func writeMessage(to output: inout ByteWriter) {
    output.append(event.decision.verb)
    if event.host == nil, event.path == nil, let address = event.address {
      Address(ipv6: address).append(to: &output)
    } else {
      escape(event.host ?? event.path ?? event.detail ?? Text("this function"), Limit.subject, to: &output)
    }
    output.append(": ")
    output.append(event.reason.explanation)
    if event.path != nil, let detail = event.detail {
      output.append(" (")
      escape(detail, Limit.word, to: &output)
      output.append(")")
    }
    output.append(".")
  }

  /// Whether the path names a program to be executed, rather than a file to be opened or loaded.
  private var isAboutExecution: Bool { event.arguments != nil || event.control.isAboutExecution }

  private func writeExecuted(to output: inout ByteWriter) {
    guard isAboutExecution, let path = event.path else { return }
    output.append("\"process\":{\"pid\":")
    output.append(decimal: UInt64(truncatingIfNeeded: context.process))
    output.append(",")
    writeFile(path, Limit.path, hash: event.hash, to: &output)
    if let arguments = event.arguments {
      output.append(",\"cmd_line\":\"")
      arguments.withMemoryRebound(to: UnsafePointer<UInt8>?.self, capacity: 1) {
        context.redaction.append(arguments: $0, to: &output, upTo: output.count &+ Limit.arguments)
      }
      output.append("\"")
    }
    output.append("},")
  }

  /// Whom or what the program wanted: an endpoint, a file.
  private func writeTarget(to output: inout ByteWriter) {
    if event.host != nil || event.address != nil {
      output.append(",\"dst_endpoint\":{\"port\":")
      output.append(decimal: UInt64(event.port))
      member("hostname", event.host ?? Text(""), 2 &* Limit.word, to: &output)
      if let address = event.address {
        output.append(",\"ip\":\"")
        Address(ipv6: address).append(to: &output)
        output.append("\"")
      }
      output.append("}")
    }
    guard !isAboutExecution, let path = event.path else { return }
    output.append(",")
    writeFile(path, Limit.path, hash: event.hash, to: &output)
  }

  @inline(never)
  private func writeFile(_ path: Text, _ limit: Int, hash: UnsafePointer<UInt8>?, to output: inout ByteWriter)
  {
    // A regular file.
    output.append("\"file\":{\"type_id\":1")
    member("name", path.lastComponent, Limit.name, to: &output)
    member("path", path, limit, to: &output)
    if let hash {
      output.append(",\"hashes\":[{\"algorithm_id\":3,\"value\":\"")
      for index in 0..<32 { output.append(hexadecimal: hash[index]) }
      output.append("\"}]")
    }
    output.append("}")
  }

  @inline(never)
  private func escape(_ value: Text, _ limit: Int, to output: inout ByteWriter) {
    output.append(escaping: value, upTo: output.count &+ limit)
  }

  /// Appends `,"name":"value"`, unless there is no value.
  @inline(never)
  private func member(_ name: StaticString, _ value: Text, _ limit: Int, to output: inout ByteWriter) {
    guard !value.isEmpty else { return }
    output.append(",\"")
    output.append(name)
    output.append("\":\"")
    escape(value, limit, to: &output)
    output.append("\"")
  }
}

extension Decision {
  var name: Text { WordTable("blocked alerted observed").word(at: Int(rawValue)) }

  fileprivate var verb: Text {
    Text(self == .blocked ? "Blocked " : self == .alerted ? "Noticed " : "Observed ")
  }

  /// Severity, and the members that say the same in numbers of OCSF.
  fileprivate var numbers: Text {
    switch self {
    case .blocked: Text("4,\"action_id\":2,\"disposition_id\":2")
    case .alerted: Text("4,\"action_id\":3,\"disposition_id\":15")
    case .observed: Text("1,\"action_id\":1,\"disposition_id\":1")
    }
  }
}

extension Mode {
  var name: Text { WordTable("off alert block").word(at: Int(rawValue)) }
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
