internal import ApplicationGraph
internal import ApplicationModel
package import FindingModel
package import RuleModel

/// Functions open to the outside that may take all of the account's concurrency.
package struct NoConcurrencyCap: Rule {
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

  package func evaluate(in context: RuleContext) -> [Verdict] {
    let functions = context.application.functions.filter { context.graph.exposure(of: $0) >= .otherAccount }
    let open = functions.compactMap { function -> Verdict? in
      guard case .unresolved(let expression, let location) = function.reservedConcurrency else { return nil }
      return .undetermined(reason: "ReservedConcurrentExecutions is \(expression)", at: location)
    }
    // One flaw is one finding: the dearer case has its own rule.
    let uncapped = functions.filter {
      $0.reservedConcurrency.isAbsent && !DenialOfWallet().isReported($0, in: context)
    }.sorted { $0.location < $1.location }
    guard let first = uncapped.first else { return open + [.pass] }
    let found = finding(
      "\(uncapped.enumeration) can be called from outside the account and may take all of its concurrency, so that "
        + "other functions are throttled.",
      aboutEach: uncapped, at: first.location, discriminator: "", in: context)
    return open + [.fail([found].compactMap(\.self))]
  }
}
