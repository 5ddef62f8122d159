internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// A record stored with whatever keys the request had.
package struct MassAssignment: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas1-mass-assignment", risk: .eventInjection, title: "A request is stored with whatever keys it has",
    severity: .medium, weaknesses: [915],
    rationale:
      """
      An item stored as it came holds whatever the caller added: `role`, `price`, `owner`, the key of \
      somebody else's record. The next reader takes it for data of your own.
      """,
    blindSpots:
      """
      A schema that drops unknown keys is recognised only for libraries whose models are known. Values \
      that pass through code that was not read, and checks that the engine does not understand; it says \
      so under what was not analysed.
      """,
    remediation: Remediation(
      """
      Build the item from the fields you expect.
      """,
      snippets: [
        .python: """
        table.put_item(Item={"id": new_id, "name": str(body["name"])})
        """,
        .javaScript: """
        await table.put({ TableName, Item: { id, name: String(body.name) } });
        """,
      ]),
    references: [
      "https://cheatsheetseries.owasp.org/cheatsheets/Mass_Assignment_Cheat_Sheet.html"
    ])

  package static let sinks: Set<SinkKind> = [.massAssignment]

  package init() {}

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "is stored with whatever keys it has (`\(flow.callee)`)"
  }
}
