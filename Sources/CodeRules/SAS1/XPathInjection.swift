internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// Event data in an XPath expression.
package struct XPathInjection: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas1-xpath-injection", risk: .eventInjection,
    title: "Event data becomes part of an XPath expression", severity: .medium, weaknesses: [643],
    rationale:
      """
      A quote in the value ends the literal and lets the caller select any node of the document.
      """,
    blindSpots:
      """
      Values that pass through code that was not read, and checks that the engine does not understand; \
      it says so under what was not analysed.
      """,
    remediation: Remediation(
      """
      Pass values as variables of the expression.
      """,
      snippets: [
        .python: """
        tree.xpath("//user[@name = $name]", name=name)
        """,
        .javaScript: """
        xpath.parse("//user[@name = $name]").select({ node: doc, variables: { name } });
        """,
      ]),
    references: [
      "https://lxml.de/xpathxslt.html#the-xpath-method"
    ])

  package static let sinks: Set<SinkKind> = [.xpath]

  package init() {}

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "becomes part of an XPath expression (`\(flow.callee)`)"
  }
}
