internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// Event data that chooses where the answer sends the browser.
package struct OpenRedirect: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas1-open-redirect", risk: .eventInjection, title: "Event data chooses the target of a redirect",
    severity: .medium, weaknesses: [601],
    rationale:
      """
      A link to your own domain that forwards to anywhere is what phishing needs, and where the target \
      receives codes or tokens in the address it gives them away.
      """,
    blindSpots:
      """
      A target with a constant host in front is silent. Values that pass through code that was not read, \
      and checks that the engine does not understand; it says so under what was not analysed.
      """,
    remediation: Remediation(
      """
      Redirect to paths of your own, or look the target up in a list.
      """,
      snippets: [
        .python: """
        location = TARGETS.get(name, "/")
        """,
        .javaScript: """
        const location = TARGETS.get(name) ?? "/";
        """,
      ]),
    references: [
      "https://cheatsheetseries.owasp.org/cheatsheets/Unvalidated_Redirects_and_Forwards_Cheat_Sheet.html"
    ])

  package static let sinks: Set<SinkKind> = [.redirect]

  package init() {}

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "chooses where the answer redirects the browser"
  }
}
