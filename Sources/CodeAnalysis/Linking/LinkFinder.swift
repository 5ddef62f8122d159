internal import ApplicationGraph
internal import ApplicationModel
internal import Documents
internal import FindingModel
internal import SourceModel
internal import TaintEngine
internal import TemplateLoaders

/// A link with the values it carries.
struct Carrier {
  let link: FunctionLink
  let parts: [Part]
  /// Calls of the reader that read the store; empty for a trigger.
  let reads: [SourceLocation]
  /// Whether the call names the reader; otherwise it may mean any of several.
  let isTargetKnown: Bool
  /// Fields of the reader's event that are constants.
  let constants: [FieldPath: [Constant]]

  init(
    link: FunctionLink, parts: [WrittenPart], reads: [SourceLocation], isTargetKnown: Bool = true,
    constants: [FieldPath: [Constant]] = [:]
  ) {
    self.link = link
    self.isTargetKnown = isTargetKnown
    self.constants = constants
    // Asked once for each value that arrives at the writer, so gathered once for all of them.
    self.parts = parts.map { Part(field: $0.field, labels: $0.value.labels) }
    self.reads = reads
  }

  struct Part {
    let field: FieldPath
    let labels: [ValueFact.Labelled]
  }
}

/// Finds which writes of functions become the event of another function, or what it reads.
///
/// A write counts only if the writer's role allows it and the trigger's filter lets it through.
struct LinkFinder {
  private let graph: ApplicationGraph
  private let code: [String: FunctionCode]
  private let functionIDs: [String]
  private var permissions: WritePermission.Cache

  /// Links of an application whose target is only known to be one of several.
  static let guessLimit = 5_000

  init(graph: ApplicationGraph, code: [String: FunctionCode]) {
    self.graph = graph
    self.code = code
    functionIDs = graph.application.functions.map(\.id).filter { code[$0] != nil }
    permissions = WritePermission.Cache(graph)
  }

  /// In the order of the functions and their calls.
  mutating func carriers() -> [Carrier] {
    let readers = readersByResource()
    var carriers: [Carrier] = []
    var guesses = 0
    for writer in functionIDs {
      for call in code[writer]?.cloudCalls ?? [] {
        guard let target = call.target, target.direction == .write || target.direction == .invoke,
          let fact = code[writer]?.analysis.calls[safe: call.call], let request = SDKCall(fact)
        else { continue }
        let parts = WrittenParts(request)
        for resource in target.resources {
          guard let verdict = permissions.allows(call, on: resource, by: writer, in: graph) else { continue }
          carriers += triggered(by: resource, target, parts, call, writer: writer, isCertain: verdict)
          let stored = parts.stored(in: target.medium)
          guard !stored.isEmpty else { continue }
          for reader in readers[resource] ?? [] where mayMeet(target.keys, reader.keys) {
            carriers.append(
              Carrier(
                link: FunctionLink(
                  writer: writer, reader: reader.function, resource: resource, call: call.call, fields: [],
                  location: call.location, isCertain: verdict),
                parts: stored, reads: [reader.location]))
          }
        }
        for candidate in target.candidates where guesses < Self.guessLimit {
          guard permissions.allows(call, on: candidate, by: writer, in: graph) != nil else { continue }
          guesses += 1
          carriers += triggered(
            by: candidate, target, parts, call, writer: writer, isCertain: false, isTargetKnown: false)
        }
      }
    }
    return carriers
  }

  private struct Reader {
    let function: String
    let location: SourceLocation
    let keys: [TextPattern]
  }

  private func readersByResource() -> [String: [Reader]] {
    var readers: [String: [Reader]] = [:]
    for function in functionIDs {
      for call in code[function]?.cloudCalls ?? [] {
        guard let target = call.target, target.direction == .read else { continue }
        for resource in target.resources {
          readers[resource, default: []].append(
            Reader(function: function, location: call.location, keys: target.keys))
        }
      }
    }
    return readers
  }

  /// Two sets of keys share one unless all are known and differ.
  private func mayMeet(_ left: [TextPattern], _ right: [TextPattern]) -> Bool {
    if left.isEmpty || right.isEmpty { return true }
    return left.contains { one in
      right.contains { other in
        if let literal = one.literal { return other.mayBe(literal) }
        if let literal = other.literal { return one.mayBe(literal) }
        return true
      }
    }
  }

  /// Functions that an event of the resource starts, directly or through the queues and rules it feeds.
  private func triggered(
    by resource: String, _ target: CallTarget, _ parts: WrittenParts, _ call: CloudCall, writer: String,
    isCertain: Bool, isTargetKnown: Bool = true
  ) -> [Carrier] {
    var carriers: [Carrier] = []
    for (function, trigger) in Deliveries(graph: graph).deliveries(of: resource, medium: target.medium) {
      guard code[function.id] != nil, admits(trigger, target, parts) else { continue }
      let written = parts.fields(of: target.medium, for: trigger.kind)
      guard !written.isEmpty else { continue }
      carriers.append(
        Carrier(
          link: FunctionLink(
            writer: writer, reader: function.id, resource: target.medium == .function ? nil : resource,
            call: call.call, fields: unique(written.map(\.field)), location: call.location,
            isCertain: isCertain,
            isInevitable: !parts.isPresigned && !trigger.filters.contains { $0.mayHoldBack(target.keys) }),
          parts: written, reads: [], isTargetKnown: isTargetKnown,
          constants: constants(in: written, of: target.medium, for: function.id)))
    }
    return carriers
  }

  /// Fields that the reader looks at and that this write sets to constants.
  ///
  /// Only where one write is one event: of several messages each has its own, and a machine changes its input.
  private func constants(
    in parts: [WrittenPart], of medium: CallTarget.Medium, for reader: String
  ) -> [FieldPath: [Constant]] {
    guard medium == .function || medium == .bus, let read = code[reader]?.analysis.fieldsRead else {
      return [:]
    }
    var constants: [FieldPath: [Constant]] = [:]
    for part in parts where !part.field.components.contains("[]") && read.contains(part.field) {
      constants[part.field] = part.value.allConstants
    }
    return constants
  }

  private func unique(_ fields: [FieldPath]) -> [FieldPath] {
    var seen: Set<FieldPath> = []
    return fields.filter { seen.insert($0).inserted }
  }

  private func admits(_ trigger: Delivery, _ target: CallTarget, _ parts: WrittenParts) -> Bool {
    trigger.filters.allSatisfy { filter in
      switch filter {
      case .none, .unresolved: return true
      case .objectKey(let prefix, let suffix):
        guard !target.keys.isEmpty else { return true }
        return target.keys.contains { key in
          (prefix.value?.literal.map(key.mayStart) ?? true) && (suffix.value?.literal.map(key.mayEnd) ?? true)
        }
      case .patterns(let texts):
        return texts.isEmpty
          || texts.contains { text in
            // A pattern that cannot be read stops nothing.
            guard let pattern = try? Document.parse(Array(text.utf8), path: "filter.json") else {
              return true
            }
            return FilterAdmission.admits(pattern) { path in
              EventValue.value(at: path, medium: target.medium, parts: parts)
            }
          }
      }
    }
  }
}

extension EventFilter {
  /// Whether a key of which too little is known may fail it.
  fileprivate func mayHoldBack(_ keys: [TextPattern]) -> Bool {
    guard case .objectKey(let prefix, let suffix) = self else { return false }
    func mayFail(_ affix: Value<Text>, _ passes: (TextPattern, String) -> Bool) -> Bool {
      guard let text = affix.value?.literal, !text.isEmpty else { return false }
      return !keys.contains { passes($0, text) }
    }
    return mayFail(prefix) { $0.starts(with: $1) } || mayFail(suffix) { $0.ends(with: $1) }
  }
}
