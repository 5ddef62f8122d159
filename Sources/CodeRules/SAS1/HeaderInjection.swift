internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// Event data in a header of the answer.
package struct HeaderInjection: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas1-header-injection", risk: .eventInjection, title: "Event data becomes a response header",
    severity: .medium, weaknesses: [113],
    rationale:
      """
      A header made of what the caller sent sets cookies, loosens the browser's protections or poisons \
      caches, for other users as well when the answer is cached. Line breaks in it may begin headers of \
      the attacker's.
      """,
    blindSpots:
      """
      `Access-Control-Allow-Origin` that repeats the Origin is reported here, too. Values that pass \
      through code that was not read, and checks that the engine does not understand; it says so under \
      what was not analysed.
      """,
    remediation: Remediation(
      """
      Choose header values from a list; for an identifier check an anchored pattern.
      """,
      snippets: [
        .python: """
        origin = event["headers"].get("origin")
        headers = {"Access-Control-Allow-Origin": origin if origin in ALLOWED else DEFAULT}
        """,
        .javaScript: """
        const headers = { "Access-Control-Allow-Origin": ALLOWED.has(origin) ? origin : DEFAULT };
        """,
      ]),
    references: [
      "https://owasp.org/www-community/attacks/HTTP_Response_Splitting",
      "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html",
    ])

  package static let sinks: Set<SinkKind> = [.responseHeader]

  package init() {}

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "becomes the value of \(flow.detail.map { "the header `\($0)`" } ?? "a header") of the answer"
  }
}
