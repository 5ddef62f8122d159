package import ApplicationModel
package import FindingModel
package import RuleModel

/// Functions that go on working, and costing, after the API has given up on them.
package struct TimeoutOverGateway: FunctionRule {
  package static let metadata = RuleMetadata(
    id: "sas8-timeout-over-gateway", risk: .denialOfServiceAndWallet,
    title: "The function runs on after the API has answered", severity: .medium, weaknesses: [400],
    peers: ["serverless-rules:ES1006"],
    rationale: """
      API Gateway answers after 29 seconds (REST) or 30 seconds (HTTP APIs) at the latest. A function that may run longer goes on unseen, is \
      paid for, and holds concurrency for a caller who is gone and may be trying again. A few slow requests a \
      second are then enough to exhaust the account.
      """,
    blindSpots: """
      A REST API whose integration timeout was raised by a quota request is not known. Functions that also have \
      other triggers, for which the long timeout may be meant, are not judged.
      """,
    remediation: Remediation(
      "Set the timeout just below what the API waits for, and give slow work to a queue or state machine.",
      snippets: [
        .cloudFormation: "{name}:\n  Type: AWS::Lambda::Function\n  Properties:\n    Timeout: 28",
        .sam: "{name}:\n  Type: AWS::Serverless::Function\n  Properties:\n    Timeout: 28",
        .serverlessFramework: "functions:\n  {name}:\n    timeout: 28",
      ]),
    references: [
      "https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html",
      "https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html",
    ])

  /// Seconds that an API waits for its integration, unless a quota was raised.
  private static func wait(of kind: TriggerKind) -> Int { kind == .restAPI ? 29 : 30 }

  /// Of so many seconds beyond the wait little is made.
  private static let littleExcess = 1

  package init() {}

  package func evaluate(_ function: Function, in context: RuleContext) -> Verdict {
    let isOnlyBehindAPI =
      !function.triggers.isEmpty
      && function.triggers.allSatisfy { $0.kind == .restAPI || $0.kind == .httpAPI }
    guard isOnlyBehindAPI else { return .notApplicable }
    switch function.timeout {
    case .absent: return .pass
    case .unresolved(let expression, let location):
      return .undetermined(reason: "Timeout is \(expression)", at: location)
    case .known(let seconds, let location):
      let wait = function.triggers.map { Self.wait(of: $0.kind) }.min() ?? seconds
      guard seconds > wait else { return .pass }
      let isLittle = seconds - wait <= Self.littleExcess
      var found = finding(
        "'\(function.name)' may run for \(seconds) s, but the API in front of it answers after \(wait) s at the "
          + "latest: what runs longer is paid for and thrown away.",
        about: function, at: location, severity: isLittle ? .low : nil, in: context)
      // Thirty seconds where the API waits for twenty-nine cost nobody anything worth a second look.
      if isLittle { found.profile = .strict }
      return .fail([found])
    }
  }
}
