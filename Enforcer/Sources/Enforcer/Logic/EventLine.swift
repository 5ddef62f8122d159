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

  /// Most that one text of an event takes, escaped, in bytes.
  ///
  /// The sum of all stays below ``EventLine/limit``.
  fileprivate enum Limit {
    static let subject = 340
    static let path = 500
    static let arguments = 800
    static let program = 220
    static let word = 128
    static let function = 160
  }

  /// The whole line.
  ///
  /// A letter behind `$` stands for what differs from event to event. What stands between `?` with a letter and `!`
  /// is left out where the letter's question is answered with no.
  fileprivate static var template: StaticString {
    #"""
    {"class_uid":2004,"category_uid":2,"activity_id":1,"type_uid":200401,"time":$t,"severity_id":$s,"status_id":1,\#
    "message":"$m","finding_info":{"uid":"$p-$n-$t","title":"$T","types":["$c"]},\#
    "metadata":{"version":"1.5.0","product":{"name":"Parapet","vendor_name":"Parapet","version":"0.1.0"}\#
    ?r,"correlation_uid":"$r"!},"resources":[{"type":"AWS::Lambda::Function","name":"$f"}],\#
    "evidences":[{?x"process":{"pid":$p,"file":{"type_id":1,"name":"$b","path":"$w"\#
    ?H,"hashes":[{"algorithm_id":3,"value":"$H"}]!}?A,"cmd_line":"$A"!},!\#
    "actor":{"process":{"pid":$p,"file":{"type_id":1,"name":"$B","path":"$W"}}}\#
    ?e,"dst_endpoint":{"port":$o?h,"hostname":"$h"!?i,"ip":"$i"!}!\#
    ?F,"file":{"type_id":1,"name":"$b","path":"$w"?H,"hashes":[{"algorithm_id":3,"value":"$H"}]!}!}],\#
    "unmapped":{"parapet":{"control":"$c","reason":"$R","decision":"$d","mode":"$M",\#
    "level":"hooks?1+patch!?2+landlock!?3+seccomp!","policy":"$P"?D,"detail":"$D"!,"suppressed":$S}}}

    """#
  }

  static func write(_ event: Event, _ context: EventContext, to output: inout ByteWriter) {
    let template = Text(template)
    var index = 0
    // How many parts that are left out the place is in.
    var hidden = 0
    while index < template.count {
      let byte = template.start[index]
      let letter = template[index &+ 1]
      index &+= 1
      switch byte {
      case UInt8(ascii: "?"):
        if hidden > 0 || !context.holds(letter, event) { hidden &+= 1 }
        index &+= 1
      case UInt8(ascii: "!"):
        if hidden > 0 { hidden &-= 1 }
      case _ where hidden > 0: break
      case UInt8(ascii: "$"):
        context.write(letter, event, to: &output)
        index &+= 1
      default: output.append(byte)
      }
    }
  }
}

extension EventContext {
  private typealias Limit = EventLine.Limit

  @inline(never)
  fileprivate func holds(_ question: UInt8, _ event: Event) -> Bool {
    // Whether the path names a program to be executed, rather than a file to be opened or loaded.
    let isExecuted = event.arguments != nil || event.control.isAboutExecution
    return switch question {
    case UInt8(ascii: "r"): !request.isEmpty
    case UInt8(ascii: "x"): isExecuted && event.path != nil
    case UInt8(ascii: "F"): !isExecuted && event.path != nil
    case UInt8(ascii: "H"): event.hash != nil
    case UInt8(ascii: "A"): event.arguments != nil
    case UInt8(ascii: "e"): event.host != nil || event.address != nil
    case UInt8(ascii: "h"): event.host != nil
    case UInt8(ascii: "i"): event.address != nil
    case UInt8(ascii: "D"): event.detail != nil
    default: layers.rawValue >> (question &- UInt8(ascii: "1")) & 1 != 0
    }
  }

  @inline(never)
  fileprivate func write(_ field: UInt8, _ event: Event, to output: inout ByteWriter) {
    var number: UInt64 = 0
    var text: Text
    var limit = Limit.word
    switch field {
    case UInt8(ascii: "m"): return writeMessage(event, to: &output)
    case UInt8(ascii: "i"): return writeAddress(event, to: &output)
    case UInt8(ascii: "H"): return writeHash(event, to: &output)
    case UInt8(ascii: "A"): return writeArguments(event, to: &output)
    case UInt8(ascii: "T"): text = event.reason.title
    case UInt8(ascii: "c"): text = event.control.name
    case UInt8(ascii: "R"): text = event.reason.name
    case UInt8(ascii: "d"): text = event.decision.name
    case UInt8(ascii: "M"): text = mode.name
    case UInt8(ascii: "r"): text = request
    case UInt8(ascii: "P"): text = policy
    case UInt8(ascii: "D"): text = event.detail ?? Text("")
    case UInt8(ascii: "b"): text = (event.path ?? Text("")).lastComponent
    case UInt8(ascii: "B"): text = program.lastComponent
    case UInt8(ascii: "s"): return output.append(event.decision.numbers)
    case UInt8(ascii: "f"):
      text = function
      limit = Limit.function
    case UInt8(ascii: "w"):
      text = event.path ?? Text("")
      limit = Limit.path
    case UInt8(ascii: "W"):
      text = program
      limit = Limit.program
    case UInt8(ascii: "h"):
      text = event.host ?? Text("")
      limit = 2 &* Limit.word
    default:
      switch field {
      case UInt8(ascii: "t"): number = time
      case UInt8(ascii: "p"): number = UInt64(truncatingIfNeeded: process)
      case UInt8(ascii: "n"): number = counter
      case UInt8(ascii: "o"): number = UInt64(event.port)
      default: number = suppressed
      }
      return output.append(decimal: number)
    }
    output.append(escaping: text, upTo: output.count &+ limit)
  }

  /// A sentence such as "Blocked /bin/sh: it is not among the executables of this function".
  private func writeMessage(_ event: Event, to output: inout ByteWriter) {
    let isAboutItself = event.control == .enforcer
    if !isAboutItself {
      output.append(event.decision.verb)
      output.append(" ")
      if let subject = event.host ?? event.path ?? (event.address == nil ? event.detail : nil) {
        output.append(escaping: subject, upTo: output.count &+ Limit.subject)
      } else {
        writeAddress(event, to: &output)
      }
      output.append(": ")
    }
    output.append(event.reason.explanation)
    if let detail = event.detail, isAboutItself || event.path != nil {
      output.append(isAboutItself ? ": " : " (")
      output.append(escaping: detail, upTo: output.count &+ Limit.word)
      if !isAboutItself { output.append(")") }
    }
    output.append(".")
  }

  private func writeAddress(_ event: Event, to output: inout ByteWriter) {
    if let address = event.address { Address(ipv6: address).append(to: &output) }
  }

  private func writeHash(_ event: Event, to output: inout ByteWriter) {
    guard let hash = event.hash else { return }
    for index in 0..<32 { output.append(hexadecimal: hash[index]) }
  }

  private func writeArguments(_ event: Event, to output: inout ByteWriter) {
    event.arguments?.withMemoryRebound(to: UnsafePointer<UInt8>?.self, capacity: 1) {
      redaction.append(arguments: $0, to: &output, upTo: output.count &+ Limit.arguments)
    }
  }
}

extension Decision {
  var name: Text { WordTable("blocked alerted observed").word(at: Int(rawValue)) }

  fileprivate var verb: Text { WordTable("Blocked Noticed Observed").word(at: Int(rawValue)) }

  /// Severity, and the members that say the same in numbers of OCSF.
  fileprivate var numbers: Text {
    WordTable(
      """
      4,"action_id":2,"disposition_id":2 4,"action_id":3,"disposition_id":15 1,"action_id":1,"disposition_id":1
      """
    ).word(at: Int(rawValue))
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
