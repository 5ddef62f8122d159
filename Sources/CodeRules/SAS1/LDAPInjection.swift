internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// Event data in a directory filter.
package struct LDAPInjection: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas1-ldap-injection", risk: .eventInjection, title: "Event data becomes part of a directory filter",
    severity: .high, weaknesses: [90],
    rationale:
      """
      Parentheses and asterisks in a value change the filter: a login matches any user, a search returns \
      the whole directory.
      """,
    blindSpots:
      """
      Values that pass through code that was not read, and checks that the engine does not understand; \
      it says so under what was not analysed.
      """,
    remediation: Remediation(
      """
      Escape the value for filters (`ldap.filter.escape_filter_chars`) or build the filter from objects.
      """,
      snippets: [
        .python: """
        query = f"(uid={ldap.filter.escape_filter_chars(name)})"
        """,
        .javaScript: """
        const filter = new EqualityFilter({ attribute: "uid", value: name });
        """,
      ]),
    references: [
      "https://cheatsheetseries.owasp.org/cheatsheets/LDAP_Injection_Prevention_Cheat_Sheet.html"
    ])

  package static let sinks: Set<SinkKind> = [.ldapFilter]

  package init() {}

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "becomes part of a directory filter (`\(flow.callee)`)"
  }
}
