internal import FindingModel
internal import SourceModel
internal import TaintEngine

/// Whether a flow of a function happens for the events that one caller sends: `{"action": "list"}` reaches no
/// branch for another action.
struct Narrowing {
  private struct Key: Hashable {
    let function: String
    let constants: [FieldPath: [Constant]]
  }

  private struct FlowKey: Hashable {
    let kind: SinkKind
    let origin: Origin.Kind
    let location: SourceLocation

    init(_ flow: Flow) {
      kind = flow.kind
      origin = flow.origin.kind
      location = flow.location
    }
  }

  /// Functions that are followed again, in one application; for more callers all flows count.
  static let limit = 100

  private let flows: (String, [FieldPath: [Constant]]) -> [Flow]?
  private var known: [Key: Set<FlowKey>?] = [:]

  init(flows: @escaping (String, [FieldPath: [Constant]]) -> [Flow]?) { self.flows = flows }

  mutating func allows(_ flow: Flow, of function: String, with constants: [FieldPath: [Constant]]) -> Bool {
    guard !constants.isEmpty else { return true }
    let key = Key(function: function, constants: constants)
    if known[key] == nil {
      guard known.count < Self.limit else { return true }
      known[key] = .some(flows(function, constants).map { Set($0.map(FlowKey.init)) })
    }
    guard let possible = known[key] ?? nil else { return true }
    return possible.contains(FlowKey(flow))
  }
}

extension ValueFact {
  /// The constants it may be; `nil` if it may be anything else.
  var allConstants: [Constant]? {
    guard !isOpen, origins.isEmpty, fields.isEmpty, elements.isEmpty, construction.isEmpty, type == nil else {
      return nil
    }
    let literals = texts.compactMap(\.literal)
    guard literals.count == texts.count, !(literals.isEmpty && constants.isEmpty) else { return nil }
    return literals.map { .text($0) } + constants
  }
}
