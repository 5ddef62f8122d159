internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// Event data kept in a variable that outlives the invocation.
package struct RequestDataKept: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas12-global-taint", risk: .crossExecutionData, title: "Event data outlives the invocation",
    severity: .medium, weaknesses: [488],
    rationale:
      """
      A sandbox serves many invocations: what one caller's request leaves in a module's variable or \
      object, the next caller's request finds. Data of one user appears in the answer to another, and an \
      attacker can prepare what others will meet.
      """,
    blindSpots:
      """
      A cache whose key is the caller's own identity looks the same; suppress it with that reason.
      """,
    remediation: Remediation(
      """
      Keep request data in local variables; cache only what is the same for all callers.
      """,
      snippets: [
        .python: """
        def handler(event, context):
            items = []  # not at the top of the module
        """,
        .javaScript: """
        export const handler = async (event) => {
          const items = []; // not at the top of the module
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html",
      "https://cwe.mitre.org/data/definitions/488.html",
    ])

  package static let sinks: Set<SinkKind> = [.sharedState]

  package init() {}

  package func isRelevant(_ flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> Bool {
    guard flow.origin.isInput else { return false }
    // What is fetched or read by nothing that a caller sent is the same for all of them.
    return flow.origin.isSentByCaller
      || code.code.analysis.calls.contains {
        $0.location == flow.origin.location && $0.isAskedByCaller
      }
  }

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "is kept in \(flow.detail.map { "`\($0)`" } ?? "a variable"), which outlives the invocation: the next caller's request finds it"
  }
}
