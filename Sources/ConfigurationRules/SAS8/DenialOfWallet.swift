internal import ApplicationGraph
internal import ApplicationModel
package import FindingModel
package import RuleModel

/// Functions that strangers can run up a bill with.
package struct DenialOfWallet: Rule {
  package static let metadata = RuleMetadata(
    id: "sas8-denial-of-wallet", risk: .denialOfServiceAndWallet,
    title: "Strangers can run up a bill without a limit", severity: .medium, weaknesses: [770, 400],
    peers: ["checkov:CKV_AWS_115", "cfn_nag:W92"],
    rationale: """
      A function that anyone may call runs as often as anyone likes. Every concurrent execution is paid for by \
      memory and time, up to the account's limit of 1,000, so a laptop with a loop can spend hundreds of dollars \
      an hour and starve every other function of the account at the same time.
      """,
    blindSpots: """
      The estimate assumes the account's default of 1,000 concurrent executions, on-demand prices of x86 in \
      us-east-1 and executions that last as long as the timeout allows; downstream costs are not counted. \
      A rate limit of the stages in front lowers the estimate; throttling that the template does not show is not \
      known.
      """,
    remediation: Remediation(
      "Cap the function with reserved concurrency and throttle what is in front of it. Timeout and memory bound what "
        + "each execution costs: give it no more than the work needs.",
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::Lambda::Function
          Properties:
            ReservedConcurrentExecutions: 20
        """,
        .sam: """
        {name}:
          Type: AWS::Serverless::Function
          Properties:
            ReservedConcurrentExecutions: 20
        """,
        .serverlessFramework: """
        functions:
          {name}:
            reservedConcurrency: 20
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html",
      "https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html",
    ])

  /// Concurrent executions of an account that never asked for more.
  private static let accountConcurrency = 1_000
  /// More than any account has, and few enough to calculate with.
  private static let mostConcurrency = 1_000_000

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    var verdicts: [Verdict] = []
    var groups: [Bill: [Function]] = [:]
    for function in context.application.functions.sorted(by: { $0.location < $1.location }) {
      switch judge(function, in: context) {
      case .billed(let bill): groups[bill, default: []].append(function)
      case .other(let verdict): verdicts.append(verdict)
      }
    }
    // Functions with the same settings are one flaw: what is written once for all of them ends it.
    let findings = groups.sorted { $0.value[0].location < $1.value[0].location }.compactMap { group in
      finding(for: group.key, of: group.value, in: context)
    }
    return findings.isEmpty ? verdicts : verdicts + [.fail(findings)]
  }

  /// Whether the rule has a finding about a function.
  func isReported(_ function: Function, in context: RuleContext) -> Bool {
    if case .billed = judge(function, in: context) { true } else { false }
  }

  /// What a function can be made to cost, and why.
  private struct Bill: Hashable {
    let dollars: Int
    let cap: String
    let memory: Int
    let timeout: Int
    /// Where a cap that is too high is written.
    let location: SourceLocation?
  }

  private enum Judged {
    case billed(Bill)
    case other(Verdict)
  }

  private func judge(_ function: Function, in context: RuleContext) -> Judged {
    guard context.graph.exposure(of: function) == .internet, isCalledAnonymously(function) else {
      return .other(.notApplicable)
    }
    let concurrency: Int
    switch function.reservedConcurrency {
    case .known(let cap, _): concurrency = min(cap, Self.mostConcurrency)
    case .absent: concurrency = Self.accountConcurrency
    case .unresolved(let expression, let location):
      return .other(.undetermined(reason: "ReservedConcurrentExecutions is \(expression)", at: location))
    }
    // No function runs longer than 900 s, whatever a template says.
    let timeout = Double(min(max(function.timeout.value ?? 3, 1), 900))
    let admitted = admittedRate(to: function, in: context).map { Int(($0 * timeout).rounded(.up)) }
    guard let estimate = WalletEstimate(function, concurrency: min(concurrency, admitted ?? concurrency))
    else {
      return .other(
        .undetermined(reason: "memory or timeout of '\(function.name)' are open", at: function.location))
    }
    guard estimate.dollarsPerHour > context.settings.hourlyBudget else { return .other(.pass) }
    let cap =
      if let admitted, admitted < concurrency {
        "the API in front lets enough requests through to keep \(admitted) executions busy"
      } else if function.reservedConcurrency.isAbsent {
        "nothing caps the concurrency"
      } else {
        "the concurrency is capped at \(concurrency)"
      }
    return .billed(
      Bill(
        dollars: Int(estimate.dollarsPerHour), cap: cap, memory: estimate.memory, timeout: estimate.timeout,
        location: function.reservedConcurrency.location))
  }

  private func finding(for bill: Bill, of functions: [Function], in context: RuleContext) -> Finding? {
    guard let first = functions.first else { return nil }
    let each = functions.verb("cost", "each cost")
    return finding(
      "Anyone on the internet can make \(functions.enumeration) \(each) up to about $\(bill.dollars) an hour: "
        + "\(bill.cap), with \(bill.memory) MB for up to \(bill.timeout) s each.",
      aboutEach: functions, at: bill.location ?? first.location, confidence: .medium,
      discriminator: functions.count == 1 ? "" : "\(bill.memory) MB, \(bill.timeout) s, \(bill.cap)",
      in: context)
  }

  /// Anonymous requests a second that the APIs in front let through, if all of them have a limit.
  private func admittedRate(to function: Function, in context: RuleContext) -> Double? {
    var rates: [String: Double] = [:]
    for trigger in function.triggers where Self.isAnonymous(trigger) {
      guard let id = trigger.source.value?.references.first?.id, let api = context.graph.resource(id) as? API,
        !api.stages.isEmpty
      else { return nil }
      let limits = api.stages.compactMap(\.throttlingRate.value).filter(\.isFinite)
      guard limits.count == api.stages.count, let highest = limits.max() else { return nil }
      // More than an account admits limits nothing.
      rates[id] = min(max(highest, 0), 10_000)
    }
    return rates.isEmpty ? nil : rates.values.reduce(0, +)
  }

  /// Only calls that cost nothing to send: an upload or a sign-up is slower and leaves traces.
  private func isCalledAnonymously(_ function: Function) -> Bool {
    function.triggers.contains(where: Self.isAnonymous)
  }

  private static func isAnonymous(_ trigger: Trigger) -> Bool {
    [.restAPI, .httpAPI, .functionURL, .loadBalancer].contains(trigger.kind) && trigger.authorizer == .none
  }
}

/// What a function costs at worst, by arithmetic on its settings.
struct WalletEstimate {
  let dollarsPerHour: Double
  let memory: Int
  let timeout: Int

  /// x86, us-east-1, first tier, from the price list.
  private static let dollarsPerGigabyteSecond = 0.000_016_666_7
  private static let dollarsPerRequest = 0.000_000_2

  /// - Returns: `nil` if memory or timeout are unresolved.
  init?(_ function: Function, concurrency: Int) {
    guard function.memory.expression == nil, function.timeout.expression == nil else { return nil }
    memory = function.memory.value ?? 128
    timeout = max(function.timeout.value ?? 3, 1)
    let compute = Double(concurrency) * Double(memory) / 1024 * 3600 * Self.dollarsPerGigabyteSecond
    let requests = Double(concurrency) * 3600 / Double(timeout) * Self.dollarsPerRequest
    dollarsPerHour = compute + requests
  }
}
