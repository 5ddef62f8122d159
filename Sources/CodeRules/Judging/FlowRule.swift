internal import ApplicationModel
internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// A rule about values that reach a kind of sink: one finding for each sink, whatever number of fields reach it.
package protocol FlowRule: FunctionCodeRule {
  static var sinks: Set<SinkKind> { get }

  /// Whether it matters what leaves the program, and not who chose it.
  static var isDisclosure: Bool { get }

  /// Whether a flow to one of the sinks is this rule's business.
  func isRelevant(_ flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> Bool

  /// What happens at the sink, to complete "`body.name` of a REST API request …": `reaches the shell that
  /// child_process.exec starts`.
  func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String
}

extension FlowRule {
  package static var isDisclosure: Bool { false }

  package func isRelevant(_ flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> Bool {
    flow.origin.isInput
  }

  package func findings(of code: FunctionUnderTest, in context: RuleContext) -> [Finding] {
    var bySink: [SourceLocation: [JudgedFlow]] = [:]
    var order: [SourceLocation] = []
    for flow in code.code.analysis.flows where Self.sinks.contains(flow.kind) {
      guard isRelevant(flow, of: code, in: context),
        let judged = JudgedFlow(flow, isDisclosure: Self.isDisclosure, of: code, in: context)
      else { continue }
      if bySink[flow.location] == nil { order.append(flow.location) }
      bySink[flow.location, default: []].append(judged)
    }
    return order.compactMap { location in
      bySink[location].flatMap { finding(for: $0, of: code, in: context) }
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
      worst, others: flows.filter { $0 != worst }.map(\.flow), code: code, context: context)
    let fields = Set(flows.map { $0.flow.origin.title }).sorted()
    return finding(
      sentence.text(consequence: consequence(of: worst.flow, of: code, in: context)), of: code.function,
      at: worst.flow.location, severity: worst.severity(from: Self.metadata.severity),
      confidence: worst.confidence,
      trace: worst.steps,
      discriminator: ([worst.flow.callee, worst.flow.detail ?? ""] + fields).joined(separator: "|"),
      in: context)
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
    case .event(let path): path.components.isEmpty ? "event" : "event.\(path)"
    case .request(let path): path.components.isEmpty ? "request" : "request.\(path)"
    case .stored(let what), .remote(let what), .secret(let what), .modelOutput(let what): what
    case .environmentVariable(let name): name
    case .environment: "the environment"
    case .error(let part): part == .whole ? "the error" : "the error's \(part.rawValue)"
    }
  }
}
