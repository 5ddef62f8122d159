internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// Event data parsed as XML with entities resolved.
package struct XMLExternalEntities: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas1-xxe", risk: .eventInjection, title: "Event data is parsed as XML with entities",
    severity: .high, weaknesses: [611, 776],
    peers: ["bandit:B314", "bandit:B320"],
    rationale:
      """
      A document type of the attacker's can name files and addresses as entities: the parser reads \
      `/proc/self/environ` with the role's credentials, or asks a server inside the network, and puts \
      the answer into the document. Entities that repeat each other exhaust the memory.
      """,
    blindSpots:
      """
      Values that pass through code that was not read, and checks that the engine does not understand; \
      it says so under what was not analysed.
      """,
    remediation: Remediation(
      """
      Parse with entities and document types turned off: `defusedxml`, `resolve_entities=False`, no \
      `noent`.
      """,
      snippets: [
        .python: """
        from defusedxml import ElementTree
        tree = ElementTree.fromstring(text)
        """,
        .javaScript: """
        const doc = libxmljs.parseXml(text); // without { noent: true }
        """,
      ]),
    references: [
      "https://docs.python.org/3/library/xml.html#xml-vulnerabilities",
      "https://lxml.de/parsing.html",
    ])

  package static let sinks: Set<SinkKind> = [.xmlEntities]

  package init() {}

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "is parsed as XML by `\(flow.callee)`, which resolves entities"
  }
}
