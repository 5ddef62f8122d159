internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// Event data in an HTML answer.
package struct ResponseScripting: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas1-xss-response", risk: .eventInjection, title: "Event data is sent back as HTML",
    severity: .medium, weaknesses: [79],
    peers: ["semgrep:tainted-html-response"],
    rationale:
      """
      A page that repeats what the request said runs the attacker's script in the browser of whoever \
      follows a prepared link, with the cookies and tokens of that user.
      """,
    blindSpots:
      """
      Only answers whose content type is HTML, or that look like HTML, are judged. Values that pass \
      through code that was not read, and checks that the engine does not understand; it says so under \
      what was not analysed.
      """,
    remediation: Remediation(
      """
      Escape values for the place they stand in (`html.escape`, a template engine with escaping), and \
      send data as `application/json`.
      """,
      snippets: [
        .python: """
        body = f"<p>{html.escape(name)}</p>"
        """,
        .javaScript: """
        const body = `<p>${escapeHTML(name)}</p>`;
        """,
      ]),
    references: [
      "https://owasp.org/www-community/attacks/xss/",
      "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html",
    ])

  package static let sinks: Set<SinkKind> = [.responseBody]

  package init() {}

  package func isRelevant(_ flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> Bool {
    flow.origin.isInput && flow.isHTML(in: code.code)
  }

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "is sent back inside an HTML page"
  }
}
