internal import ApplicationGraph
package import ApplicationModel
package import FindingModel
package import RuleModel

/// Functions open to the outside that may take all of the account's concurrency.
package struct NoConcurrencyCap: FunctionRule {
  package static let metadata = RuleMetadata(
    id: "sas8-no-concurrency-cap", risk: .denialOfServiceAndWallet,
    title: "Nothing caps the function's concurrency", severity: .low, profile: .strict, weaknesses: [770],
    peers: ["checkov:CKV_AWS_115", "cfn_nag:W92"],
    rationale: """
      All functions of an account share its concurrency. One that outsiders can call often enough takes the share \
      of all others, which are then throttled: a denial of service against functions the attacker cannot reach.
      """,
    blindSpots: """
      Functions nobody outside the account can trigger are not judged. The account's own limit and reserved \
      concurrency of other stacks are not known. Where the possible cost passes the budget, \
      sas8-denial-of-wallet reports it instead.
      """,
    remediation: Remediation(
      "Reserve as much concurrency as the function needs at its busiest, and no more.",
      snippets: [
        .cloudFormation:
          "{name}:\n  Type: AWS::Lambda::Function\n  Properties:\n    ReservedConcurrentExecutions: 50",
        .sam:
          "{name}:\n  Type: AWS::Serverless::Function\n  Properties:\n    ReservedConcurrentExecutions: 50",
        .serverlessFramework: "functions:\n  {name}:\n    reservedConcurrency: 50",
      ]),
    references: ["https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html"])

  package init() {}

  package func evaluate(_ function: Function, in context: RuleContext) -> Verdict {
    guard context.graph.exposure(of: function) >= .otherAccount else { return .notApplicable }
    switch function.reservedConcurrency {
    case .known: return .pass
    case .unresolved(let expression, let location):
      return .undetermined(reason: "ReservedConcurrentExecutions is \(expression)", at: location)
    case .absent: break
    }
    // One flaw is one finding: the dearer case has its own rule.
    if case .fail = DenialOfWallet().evaluate(function, in: context) { return .pass }
    return .fail([
      finding(
        "'\(function.name)' can be called from outside the account and may take all of its concurrency, "
          + "so that other functions are throttled.",
        about: function, in: context)
    ])
  }
}
