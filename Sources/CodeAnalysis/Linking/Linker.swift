internal import ApplicationGraph
internal import ApplicationModel
internal import FindingModel
internal import SourceModel
internal import TaintEngine

/// Joins the functions of an application: follows what callers send over the writes of one function into others.
struct Linker {
  let graph: ApplicationGraph
  private var code: [String: FunctionCode]
  private var narrowing: Narrowing

  /// Functions that one flow may pass; a longer chain is no clearer to anybody.
  static let chainLimit = 6

  /// - Parameter narrowed: The flows of a function for events in which some fields are constants; `nil` where
  ///   nobody can tell.
  static func link(
    _ functions: [String: FunctionCode], in graph: ApplicationGraph,
    narrowed: @escaping (String, [FieldPath: [Constant]]) -> [Flow]?
  ) -> ApplicationCode {
    var linker = Linker(graph: graph, code: functions, narrowing: Narrowing(flows: narrowed))
    var finder = LinkFinder(graph: graph, code: functions)
    let carriers = finder.carriers()
    linker.follow(carriers)
    var code = ApplicationCode()
    code.functions = linker.code
    code.links = carriers.filter(\.isTargetKnown).map(\.link)
    return code
  }

  private init(graph: ApplicationGraph, code: [String: FunctionCode], narrowing: Narrowing) {
    self.graph = graph
    self.code = code
    self.narrowing = narrowing
  }

  private struct Chain {
    let origin: Origin
    /// What the value is harmless for by now.
    let proof: SinkKinds
    let functions: [String]
    let steps: [TraceStep]
    let isCertain: Bool
  }

  /// A field of a function's event, or a value that it reads, with what an attacker sent to get there.
  fileprivate struct Arrival: Hashable {
    let function: String
    let field: FieldPath
    /// Where it is read; `nil` for the event.
    let read: SourceLocation?
    /// What else is known of the event that brings it.
    var constants: [FieldPath: [Constant]] = [:]
  }

  private mutating func follow(_ carriers: [Carrier]) {
    let byWriter = Dictionary(grouping: carriers, by: \.link.writer)
    var reached: Set<Arrival> = []
    let exposures = Dictionary(graph.application.functions.map { ($0.id, graph.exposure(of: $0)) }) { $1 }
    // The most exposed first: of several ways to a value, the one that most people have counts.
    let functionIDs = graph.application.functions.map(\.id).filter { code[$0] != nil }
    for exposure in Exposure.allCases.reversed() {
      var waiting: [(Arrival, Chain)] = []
      for function in functionIDs where exposures[function] == exposure {
        for carrier in byWriter[function] ?? [] {
          for (arrival, chain) in starts(of: carrier, from: function) where reached.insert(arrival).inserted {
            waiting.append((arrival, chain))
          }
        }
      }
      follow(byWriter, from: waiting, &reached)
    }
  }

  private mutating func follow(
    _ byWriter: [String: [Carrier]], from starts: [(Arrival, Chain)], _ reached: inout Set<Arrival>
  ) {
    var waiting = starts
    var position = 0
    while position < waiting.count {
      let (arrival, chain) = waiting[position]
      position += 1
      record(arrival, chain)
      guard chain.functions.count < Self.chainLimit else { continue }
      for carrier in byWriter[arrival.function] ?? [] {
        for (next, chain) in continuations(of: carrier, at: arrival, chain)
        where reached.insert(next).inserted {
          waiting.append((next, chain))
        }
      }
    }
  }

  private func arrivals(of carrier: Carrier, _ part: Carrier.Part) -> [Arrival] {
    carrier.reads.isEmpty
      ? [
        Arrival(function: carrier.link.reader, field: part.field, read: nil, constants: carrier.constants)
      ]
      : carrier.reads.map { Arrival(function: carrier.link.reader, field: part.field, read: $0) }
  }

  /// Writes of what callers of the function itself send.
  private func starts(of carrier: Carrier, from function: String) -> [(Arrival, Chain)] {
    carrier.parts.flatMap { part -> [(Arrival, Chain)] in
      let sent = part.labels.filter { $0.origin.trust >= .conditional && $0.origin.isSentByCaller }
      guard let worst = sent.max(by: { Self.rank($0) < Self.rank($1) }) else { return [] }
      let origin = worst.origin
      let chain = Chain(
        origin: origin, proof: worst.proof, functions: [function, carrier.link.reader],
        steps: steps(in: function, from: origin, to: carrier), isCertain: carrier.link.isCertain)
      return arrivals(of: carrier, part).map { ($0, chain) }
    }
  }

  /// Of several values the least proved by the least trusted.
  private static func rank(_ label: ValueFact.Labelled) -> (Int, Int) {
    (label.origin.trust.rawValue, -label.proof.rawValue.nonzeroBitCount)
  }

  private func continuations(of carrier: Carrier, at arrival: Arrival, _ chain: Chain) -> [(Arrival, Chain)] {
    guard !chain.functions.contains(carrier.link.reader) else { return [] }
    return carrier.parts.flatMap { part -> [(Arrival, Chain)] in
      let arrived = part.labels.filter { arrival.isOrigin(of: $0.origin) }
      guard let worst = arrived.max(by: { Self.rank($0) < Self.rank($1) }) else { return [] }
      let origin = worst.origin
      let next = Chain(
        origin: chain.origin, proof: chain.proof.union(worst.proof),
        functions: chain.functions + [carrier.link.reader],
        steps: chain.steps + steps(in: arrival.function, from: origin, to: carrier),
        isCertain: chain.isCertain && carrier.link.isCertain)
      return arrivals(of: carrier, part).map { ($0, next) }
    }
  }

  private mutating func record(_ arrival: Arrival, _ chain: Chain) {
    guard let flows = code[arrival.function]?.analysis.flows else { return }
    for flow in flows where arrival.isOrigin(of: flow.origin) && !chain.proof.contains(flow.kind) {
      guard narrowing.allows(flow, of: arrival.function, with: arrival.constants) else { continue }
      code[arrival.function]?.linkedFlows.append(
        LinkedFlow(
          flow: flow, origin: chain.origin, functions: chain.functions, steps: chain.steps + flow.steps,
          isCertain: chain.isCertain))
    }
  }

  /// Steps within the writer, and the write itself.
  private func steps(in function: String, from origin: Origin, to carrier: Carrier) -> [TraceStep] {
    let analysis = code[function]?.analysis
    let flow = analysis?.flows.first { flow in
      flow.origin == origin && flow.call == carrier.link.call
    }
    let reader = graph.function(carrier.link.reader)?.name ?? carrier.link.reader
    let name = carrier.link.resource.flatMap { graph.resource($0)?.name }
    let note: String
    if carrier.reads.isEmpty {
      note =
        name.map { "written to '\($0)', which starts '\(reader)' with it" } ?? "starts '\(reader)' with it"
    } else {
      note = "written to '\(name ?? "a store")', from which '\(reader)' reads it"
    }
    let within = flow?.steps ?? [TraceStep(at: origin.location, note: "read from the event")]
    return within + [TraceStep(at: carrier.link.location, note: note)]
  }
}

extension Linker.Arrival {
  /// Whether a label of the function is of this field, or of what this call reads.
  fileprivate func isOrigin(of origin: Origin) -> Bool {
    switch origin.kind {
    case .event(let path): return read == nil && path.meets(field)
    case .stored(_, let path): return isRead(at: origin.location) && path.attributeOfItem.meets(field)
    case .secret, .remote: return isRead(at: origin.location)
    default: return false
    }
  }

  private func isRead(at location: SourceLocation) -> Bool {
    read.map { location.path == $0.path && location.line == $0.line } ?? false
  }
}

extension FieldPath {
  /// Whether one is the other, or a part of it.
  fileprivate func meets(_ other: FieldPath) -> Bool {
    zip(components, other.components).allSatisfy { $0 == $1 || $0 == "*" || $1 == "*" }
  }

  /// Of a path in an answer of DynamoDB, the part within the item: `price` of `Items[].price`.
  ///
  /// Empty where the path ends before an item begins.
  fileprivate var attributeOfItem: FieldPath {
    var rest = components[...]
    // Pages of a paginator.
    while rest.first == "[]" || rest.first == "*" { rest = rest.dropFirst() }
    switch rest.first {
    case "Item", "Attributes", "LastEvaluatedKey": rest = rest.dropFirst()
    case "Items": rest = rest.dropFirst(2)
    case "Responses":
      // Lists by the name of a table, or the answers of a transaction.
      rest = rest.dropFirst(2)
      if let next = rest.first, ["Item", "[]", "*"].contains(next) { rest = rest.dropFirst() }
    default: break
    }
    return FieldPath(Array(rest))
  }
}

extension Origin {
  /// Whether it comes in with the call, and not from a store or the program itself.
  var isSentByCaller: Bool {
    switch kind {
    case .event, .request: true
    default: false
    }
  }
}

extension Array {
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
