internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// Event data that decides how much work is done.
package struct UnboundedWork: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas8-unbounded-work", risk: .denialOfServiceAndWallet,
    title: "Event data decides how much work is done", severity: .medium, weaknesses: [606, 400],
    rationale:
      """
      A number in a request that bounds a loop, an allocation or a wait lets one cheap call run until \
      the timeout at full memory. Repeated, it uses up the concurrency of the account and its budget.
      """,
    blindSpots:
      """
      An upper bound that is checked before is recognised where the check is a comparison or `min`. \
      Values that pass through code that was not read; it is listed under what was not analysed.
      """,
    remediation: Remediation(
      """
      Cap the number: `min(count, LIMIT)`, and refuse what is larger.
      """,
      snippets: [
        .python: """
        count = min(int(body["count"]), 100)
        """,
        .javaScript: """
        const count = Math.min(Number(body.count), 100);
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html",
      "https://cwe.mitre.org/data/definitions/606.html",
    ])

  package static let sinks: Set<SinkKind> = [.workload]

  package init() {}

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    switch flow.detail {
    case "the loop's bound": "decides how often a loop runs"
    case "repetition": "decides how often a text or list is repeated"
    default:
      "decides how much work is done (\(flow.callee.isEmpty ? flow.detail ?? "a loop" : "`\(flow.callee)`"))"
    }
  }
}
