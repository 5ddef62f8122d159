internal import FindingModel

/// Collects what an analysis finds, each thing once.
struct FlowRecorder {
  let limits: EngineLimits
  let events: [EventSchema]
  private(set) var flows: [Flow] = []
  private var flowNumbers: [FlowKey: Int] = [:]
  private(set) var calls: [CallFact] = []
  private var callNumbers: [CallKey: [Int]] = [:]
  private(set) var responses: [ResponseFact] = []
  private(set) var incomplete: [Incomplete] = []
  private var reasons: Set<String> = []
  var reached: Set<FunctionReference> = []
  var modules: Set<String> = []
  var libraries: Set<String> = []
  var fieldsRead: Set<FieldPath> = []
  var requestFieldsRead: Set<FieldPath> = []
  private(set) var comparisons: Set<FieldComparison> = []
  private(set) var callerChecks: [CallerCheck] = []
  private var lastCheck: CallerCheck?
  /// Labels that were compared with something, and labels that a condition only asked for.
  var compared: Set<LabelID> = []
  var tested: Set<LabelID> = []
  /// Where values were read that a decision looked at, by the number of the name they have in the heap.
  var judgedSpots: [Int32: Spot] = [:]
  /// Objects below were there before the platform's call.
  var sharedMark: ObjectID = 0

  private struct FlowKey: Hashable {
    let kind: SinkKind
    let origin: Origin.Kind
    let location: SourceLocation
    let detail: String?
  }

  private struct CallKey: Hashable {
    let callee: String
    let location: SourceLocation
  }

  /// Comparisons remembered; a program of many must not fill the memory.
  static let comparisonLimit = 2_000

  mutating func add(_ comparison: FieldComparison) {
    if comparisons.count < Self.comparisonLimit { comparisons.insert(comparison) }
  }

  /// Variants of one call with different values: a helper that everything is written through has many.
  static let variantLimit = 32

  init(limits: EngineLimits, events: [EventSchema]) {
    self.limits = limits
    self.events = events
  }

  /// A check of the caller whose answer nobody has looked at yet.
  mutating func met(_ kind: CallerCheck.Kind, at location: SourceLocation) {
    lastCheck = CallerCheck(kind: kind, location: location)
  }

  /// The program goes on only because the last check succeeded.
  mutating func reliesOnCheck() {
    guard let lastCheck, !callerChecks.contains(lastCheck) else { return }
    callerChecks.append(lastCheck)
  }

  mutating func noteIncomplete(_ reason: String, _ location: () -> SourceLocation) {
    // One sentence of a kind is enough: where a budget ends first tells the reader where to look.
    guard reasons.insert(reason).inserted else { return }
    incomplete.append(Incomplete(at: location(), reason: reason))
  }

  /// - Returns: The number of the call.
  mutating func add(_ call: CallFact) -> Int? {
    let key = CallKey(callee: call.callee, location: call.location)
    let known = callNumbers[key] ?? []
    if let same = known.first(where: { Self.isSame(calls[$0], call) }) {
      calls[same].judged.formUnion(call.judged)
      return same
    }
    guard known.count < Self.variantLimit else {
      // Of a log nobody misses one; a write that is left out would make a reader look safe.
      if Self.sdkPrefixes.contains(where: call.callee.hasPrefix) {
        noteIncomplete("more than \(Self.variantLimit) variants of one call are not listed") { call.location }
      }
      return known.last
    }
    guard calls.count < limits.calls else {
      noteIncomplete("more than \(limits.calls) calls of libraries are not listed") { call.location }
      return nil
    }
    calls.append(call)
    callNumbers[key] = known + [calls.count - 1]
    return calls.count - 1
  }

  private static let sdkPrefixes = ["boto3.", "aws-sdk", "@aws-sdk/"]

  private static func isSame(_ left: CallFact, _ right: CallFact) -> Bool {
    left.receiver == right.receiver && left.arguments == right.arguments
  }

  mutating func add(_ flow: Flow) {
    let key = FlowKey(
      kind: flow.kind, origin: flow.origin.kind, location: flow.location, detail: flow.detail)
    if let known = flowNumbers[key] {
      let old = flows[known]
      let isBetter =
        flow.certainty > old.certainty
        || flow.certainty == old.certainty && flow.steps.count < old.steps.count
        || old.isAuthenticated && !flow.isAuthenticated
      if isBetter { flows[known] = flow }
      flows[known].isPart = old.isPart && flow.isPart
      flows[known].routes = old.routes.isEmpty || flow.routes.isEmpty ? [] : old.routes.union(flow.routes)
      return
    }
    guard flows.count < limits.flows else {
      noteIncomplete("more than \(limits.flows) flows are not listed") { flow.location }
      return
    }
    flowNumbers[key] = flows.count
    flows.append(flow)
  }

  mutating func add(_ response: ResponseFact) {
    guard responses.count < 200, !responses.contains(response) else { return }
    responses.append(response)
  }

  /// Whether a field is a text in every event that the entry point may get.
  func isText(_ field: FieldPath) -> Bool { !events.isEmpty && events.allSatisfy { $0.isText(field) } }

  /// Who controls a field: the worst over the events that the entry point may get.
  func trust(of field: FieldPath, isKey: Bool = false) -> (trust: Trust, event: String?, writer: String?) {
    // Who chooses a name need not choose what is below it: asked for a part, a schema tells of the whole alone.
    let path = isKey ? field.appending("(name)") : field
    guard !events.isEmpty else { return (.attacker, nil, nil) }
    let knowing = events.filter { $0.knows(path) }
    let asked = knowing.isEmpty ? events : knowing
    var worst: (trust: Trust, event: String?, writer: String?)?
    for event in asked {
      let (trust, writer) = event.trust(of: path)
      if worst.map({ trust > $0.trust }) ?? true { worst = (trust, event.title, writer) }
    }
    return worst ?? (.attacker, nil, nil)
  }
}
