internal import ApplicationModel
internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// A rule about values that reach a kind of sink.
package protocol FlowRule: FunctionCodeRule {
  static var sinks: Set<SinkKind> { get }

  /// Whether the harm is that a value goes out, so that it does not matter who could choose it.
  static var isDisclosure: Bool { get }

  /// Whether values of which nobody knows who wrote them are the ordinary case, and no guess.
  static var takesUnknownWriters: Bool { get }

  /// How bad a flow is where the caller has it all in his hands; the rule's own severity by default.
  func severity(of flow: Flow) -> Severity

  /// Whether a flow to one of the sinks is this rule's business.
  func isRelevant(_ flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> Bool

  /// What of a flow is one flaw with that of others; each cause is one finding, whatever number of fields has it.
  func cause(of flow: Flow) -> FlowCause

  /// What happens at the sink, to complete "`body.name` of a REST API request …": `reaches the shell that
  /// child_process.exec starts`.
  func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String
}

/// What flows that are one flaw have in common.
package enum FlowCause: Hashable, Sendable {
  /// The sink, and there a parameter where each is repaired for itself.
  case sink(SourceLocation, part: String?)
  /// The value, wherever it arrives in one function of the code.
  case value(String, in: FunctionReference)
}

extension FlowRule {
  package func severity(of flow: Flow) -> Severity { Self.metadata.severity }

  package static var isDisclosure: Bool { false }

  package static var takesUnknownWriters: Bool { false }

  package func isRelevant(_ flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> Bool {
    flow.origin.isInput
  }

  package func cause(of flow: Flow) -> FlowCause { .sink(flow.location, part: nil) }

  package func findings(of code: FunctionUnderTest, in context: RuleContext) -> [Finding] {
    var byCause: [FlowCause: [JudgedFlow]] = [:]
    var order: [FlowCause] = []
    for flow in code.code.analysis.flows where Self.sinks.contains(flow.kind) {
      guard isRelevant(flow, of: code, in: context),
        let judged = JudgedFlow(flow, of: code, isDisclosure: Self.isDisclosure, in: context)
      else { continue }
      let cause = cause(of: flow)
      if byCause[cause] == nil { order.append(cause) }
      byCause[cause, default: []].append(judged)
    }
    return order.compactMap { cause in
      byCause[cause].flatMap { finding(for: $0, of: code, in: context) }
    }
  }

  private func finding(for flows: [JudgedFlow], of code: FunctionUnderTest, in context: RuleContext)
    -> Finding?
  {
    guard
      let first = flows.enumerated().max(by: { left, right in
        left.element.rank == right.element.rank
          ? left.offset > right.offset : left.element.rank < right.element.rank
      })?.element
    else { return nil }
    let worst = first.whole(among: flows)
    let sentence = FlowSentence(
      worst, others: flows.filter { $0 != worst }.map(\.flow), isDisclosure: Self.isDisclosure, code: code,
      context: context)
    let fields = Set(flows.map { $0.flow.origin.title }).sorted()
    var finding = finding(
      sentence.text(consequence: consequence(of: worst.flow, of: code, in: context)), of: code.function,
      at: worst.flow.location, title: title(for: worst.origin),
      severity: worst.severity(from: severity(of: worst.flow)), confidence: worst.confidence,
      trace: worst.steps,
      discriminator: ([worst.flow.callee, worst.flow.detail ?? ""] + fields).joined(separator: "|"),
      in: context)
    if !Self.takesUnknownWriters, worst.isGuess(at: finding.severity) { finding.profile = .strict }
    return finding
  }

  /// The rule's title, which speaks of the event, for a value that came another way.
  private func title(for origin: Origin) -> String {
    let title = Self.metadata.title
    let ordinary = "Event data "
    guard title.hasPrefix(ordinary), let source = origin.titleOfSource else { return title }
    return source + " " + title.dropFirst(ordinary.count)
  }
}

extension JudgedFlow {
  /// The flow of what this one is a part of, where that is as bad: a body, and not one field of it.
  fileprivate func whole(among flows: [JudgedFlow]) -> JudgedFlow {
    guard let path = flow.origin.inputPath?.components else { return self }
    let wholes = flows.filter { other in
      guard let outer = other.flow.origin.inputPath?.components, outer.count < path.count else {
        return false
      }
      return path.starts(with: outer) && other.rank.dropLast().elementsEqual(rank.dropLast())
        && other.linked == nil && linked == nil
    }
    let lengths = wholes.map { $0.flow.origin.inputPath?.components.count ?? 0 }
    return zip(wholes, lengths).min { $0.1 < $1.1 }?.0 ?? self
  }
}

extension Origin {
  /// Whether somebody outside the program chose it.
  var isInput: Bool {
    switch kind {
    case .event, .request, .stored, .remote, .modelOutput: trust > .trusted
    case .secret, .environmentVariable, .environment, .error: false
    }
  }

  /// What a title calls the data; `nil` for the event's own.
  fileprivate var titleOfSource: String? {
    switch kind {
    case .request: "Request data"
    case .stored: "Stored data"
    case .remote: "Data of another server"
    case .modelOutput: "A model's answer"
    case .event, .secret, .environmentVariable, .environment, .error: nil
    }
  }

  /// The title as it stands in a sentence: names of fields and variables in quotes, descriptions as they are.
  var quotedTitle: String {
    switch kind {
    case .event(let path): path.phrase(of: "event")
    case .request(let path): path.phrase(of: "request")
    case .environmentVariable: "`\(title)`"
    case .stored, .remote, .secret, .modelOutput, .environment, .error: title
    }
  }

  /// As a person names it: `body.name`, `what the table holds`.
  var title: String {
    switch kind {
    case .event(let path): path.below("event")
    case .request(let path): path.below("request")
    case .stored(let what, _), .remote(let what), .secret(let what), .modelOutput(let what): what
    case .environmentVariable(let name): name
    case .environment: "the environment"
    case .error(let part): part == .whole ? "the error" : "the error's \(part.rawValue)"
    }
  }
}
