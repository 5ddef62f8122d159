internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
internal import FindingModel
internal import RuleModel
internal import TaintEngine

/// A flow with what the graph knows of it: who can choose the value, and through which functions it came.
struct JudgedFlow: Equatable {
  let flow: Flow
  /// The flow from the event of another function, where one is known.
  let linked: LinkedFlow?
  /// Who can send the event; `nil` where no trigger is known.
  let exposure: Exposure?
  /// `Anyone on the internet`.
  let who: String?
  /// Whether a route of the API leads to it, as far as that can be told.
  let isServed: Bool
  /// Whether it is a value of the application's own that must not leave it.
  let isDisclosure: Bool

  /// - Returns: `nil` for a value that nobody but trusted parts of the application itself can choose.
  init?(_ flow: Flow, isDisclosure: Bool, of code: FunctionUnderTest, in context: RuleContext) {
    self.flow = flow
    isServed = code.serves(flow)
    self.isDisclosure = isDisclosure && !flow.origin.isSentByCaller
    guard !self.isDisclosure else {
      linked = nil
      exposure = nil
      who = nil
      return
    }
    let chains = code.code.linkedFlows.filter { $0.flow == flow }
    let senders = chains.compactMap { chain -> (LinkedFlow, Exposure, String)? in
      guard let first = chain.functions.first.flatMap(context.graph.function) else { return nil }
      let sender = Sender(of: chain.origin, in: first, context: context)
      return (chain, sender.exposure ?? .account, sender.who ?? "Callers of '\(first.name)'")
    }
    let own = Sender(of: flow.origin, in: code.function, context: context)
    if let best = senders.max(by: { $0.1 < $1.1 }), best.1 >= (own.exposure ?? .nobody) {
      linked = best.0
      exposure = best.1
      who = best.2
      return
    }
    linked = nil
    exposure = own.exposure
    who = own.who
    if !flow.origin.isSelfWritten { return }
    if own.isWrittenByApplicationOnly(in: context) { return nil }
  }

  var steps: [TraceStep] { linked?.steps ?? flow.steps }

  /// The origin outside: that of the first function of a chain.
  var origin: Origin { linked?.origin ?? flow.origin }

  /// How a severity changes with who can choose the value.
  func severity(from base: Severity) -> Severity {
    guard origin.isInput, !isDisclosure else { return base }
    var level = base.rawValue
    switch origin.trust {
    case .attacker: break
    case .conditional, .secondOrder: level -= 1
    case .trusted: level -= 2
    }
    if let exposure, exposure <= .account { level -= 1 }
    if flow.isAuthenticated { level -= 1 }
    return Severity(rawValue: max(level, Severity.low.rawValue)) ?? base
  }

  var confidence: Confidence {
    guard isServed else { return .low }
    var level = Confidence.high.rawValue
    if flow.passedUnknownCall || flow.certainty == .possible { level -= 1 }
    guard !isDisclosure else { return Confidence(rawValue: level) ?? .low }
    if origin.isInput, exposure == nil || linked?.isCertain == false { level -= 1 }
    if origin.trust == .secondOrder { level -= 1 }
    return Confidence(rawValue: max(level, 0)) ?? .low
  }

  /// For the choice of the flow that speaks for a sink.
  var rank: [Int] {
    [
      exposure?.rawValue ?? Exposure.account.rawValue, origin.trust.rawValue, confidence.rawValue,
      -steps.count,
    ]
  }
}

extension [Int] {
  static func < (left: [Int], right: [Int]) -> Bool { left.lexicographicallyPrecedes(right) }
}

extension Origin {
  /// Whether the value waits somewhere before the function gets it, so that its writers are known or not.
  fileprivate var isSelfWritten: Bool {
    switch kind {
    case .event, .stored: true
    default: false
    }
  }
}
