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
  private let trust: Trust
  /// Whether it is concluded from signs that the sender gets in at all.
  private let isAssumed: Bool
  /// Whether a route of the API leads to it, as far as that can be told.
  let isServed: Bool

  /// - Returns: `nil` for a value that nobody but trusted parts of the application itself can choose.
  ///
  /// - Parameter isDisclosure: Whether the function's own event is what matters, not what another passed on.
  init?(_ flow: Flow, of code: FunctionUnderTest, isDisclosure: Bool, in context: RuleContext) {
    self.flow = flow
    isServed = code.serves(flow)
    let chains = code.code.linkedFlows.filter { $0.flow == flow }
    let senders = chains.compactMap { chain -> (LinkedFlow, Exposure, String, isAssumed: Bool)? in
      guard let first = chain.functions.first.flatMap(context.graph.function) else { return nil }
      let sender = Sender(of: chain.origin, in: first, context: context)
      return (
        chain, sender.exposure ?? .account, sender.who ?? "Callers of '\(first.name)'", sender.isAssumed
      )
    }
    let own = Sender(of: flow.origin, in: code.function, context: context)
    if let best = senders.max(by: { $0.1 < $1.1 }), best.1 >= (own.exposure ?? .nobody) {
      linked = isDisclosure ? nil : best.0
      exposure = best.1
      who = best.2
      trust = best.0.origin.trust
      isAssumed = best.isAssumed
      return
    }
    linked = nil
    exposure = own.exposure
    who = own.who
    trust = own.trust
    isAssumed = own.isAssumed
    // What must not leave the application must not whoever wrote it.
    if !flow.origin.isSelfWritten || isDisclosure && !flow.origin.isSentByCaller { return }
    if own.isWrittenByApplicationOnly(in: context) { return nil }
  }

  var steps: [TraceStep] { linked?.steps ?? flow.steps }

  /// The origin outside: that of the first function of a chain.
  var origin: Origin { linked?.origin ?? flow.origin }

  /// How a severity changes with who can choose the value.
  func severity(from base: Severity) -> Severity {
    guard origin.isInput else { return base }
    var level = base.rawValue
    switch trust {
    case .attacker: break
    // Whoever outside the account writes into the store chooses what comes out of it.
    case .secondOrder where exposure ?? .nobody > .account: break
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
    let isSure = exposure ?? .nobody > .nobody && linked?.isCertain != false && !isAssumed
    if origin.isInput, !isSure { level -= 1 }
    if trust == .secondOrder { level -= 1 }
    return Confidence(rawValue: max(level, 0)) ?? .low
  }

  /// Whether too little is known to bother most teams: of a value from a store or another server nobody knows
  /// who wrote it, and the harm would not be great.
  func isGuess(at severity: Severity) -> Bool {
    trust == .secondOrder && confidence == .low && severity < .high
  }

  /// Who is left where the code checks its caller first; `nil` where it does not, or others hand the value on.
  func checkedCallers(of code: FunctionUnderTest) -> String? {
    guard linked == nil, flow.isAuthenticated, let exposure, exposure > .account else { return nil }
    return code.code.analysis.callerChecks.first.map { check in
      switch check.kind {
      case .signature: "Whoever knows the signing secret"
      case .token: "Any caller whose token is verified"
      case .password: "Any caller whose password is right"
      case .secret: "Whoever knows the secret"
      }
    }
  }

  /// For the choice of the flow that speaks for a sink.
  var rank: [Int] {
    [
      exposure?.rawValue ?? Exposure.account.rawValue, trust.rawValue, confidence.rawValue,
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
