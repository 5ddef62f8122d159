internal import ApplicationGraph
package import ApplicationModel
package import FindingModel
package import RuleModel

/// Functions with the longest timeout there is, on input that others send.
package struct LongestTimeout: FunctionRule {
  package static let metadata = RuleMetadata(
    id: "sas8-timeout-max", risk: .denialOfServiceAndWallet,
    title: "The longest timeout there is on input from outside", severity: .medium, weaknesses: [400],
    peers: ["lambda-security-scanner:A.2"],
    rationale: """
      The timeout is what bounds a single hostile event: a regular expression that backtracks, an archive that \
      explodes, a host that never answers. At 15 minutes one event costs as much as hundreds of ordinary ones \
      and blocks its shard or share of concurrency for as long.
      """,
    blindSpots: """
      Functions nobody outside the account can trigger may need the time and are not judged. How long the \
      function really takes is not known.
      """,
    remediation: Remediation(
      "Set the timeout to a small multiple of what the slowest good event takes; split longer work.",
      snippets: [
        .cloudFormation: "{name}:\n  Type: AWS::Lambda::Function\n  Properties:\n    Timeout: 60",
        .sam: "{name}:\n  Type: AWS::Serverless::Function\n  Properties:\n    Timeout: 60",
        .serverlessFramework: "functions:\n  {name}:\n    timeout: 60",
      ]),
    references: ["https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html"])

  /// Seconds; the platform accepts no more.
  private static let longest = 900

  package init() {}

  package func evaluate(_ function: Function, in context: RuleContext) -> Verdict {
    guard context.graph.exposure(of: function) >= .otherAccount else { return .notApplicable }
    switch function.timeout {
    case .absent: return .pass
    case .unresolved(let expression, let location):
      return .undetermined(reason: "Timeout is \(expression)", at: location)
    case .known(let seconds, let location):
      guard seconds >= Self.longest else { return .pass }
      // One flaw is one finding: behind an API alone, the API's own limit is the sharper statement.
      if case .fail = TimeoutOverGateway().evaluate(function, in: context) { return .pass }
      return .fail([
        finding(
          "One hostile event can keep '\(function.name)' busy for \(seconds / 60) minutes: it has the longest timeout "
            + "there is and outsiders can trigger it.",
          about: function, at: location, in: context)
      ])
    }
  }
}
