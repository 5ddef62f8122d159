internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// Event data in the text of an SQL statement.
package struct SQLInjection: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas1-sqli", risk: .eventInjection, title: "Event data becomes part of an SQL statement",
    severity: .high, weaknesses: [89],
    peers: ["bandit:B608", "semgrep:tainted-sql-string"],
    rationale:
      """
      A value that is pasted into a statement can end the literal it stands in and add conditions, \
      unions or further statements. The attacker reads or changes what the database user of the function \
      may, whatever the route was meant to show.
      """,
    blindSpots:
      """
      Fragments that a builder of the program quotes correctly are not recognised as such. Values that \
      pass through code that was not read, and checks that the engine does not understand; it says so \
      under what was not analysed.
      """,
    remediation: Remediation(
      """
      Keep the statement constant and pass values as parameters; choose names of columns and tables from \
      a list.
      """,
      snippets: [
        .python: """
        cursor.execute("SELECT * FROM orders WHERE id = %s", (order_id,))
        """,
        .javaScript: """
        await client.query("SELECT * FROM orders WHERE id = $1", [orderId]);
        """,
      ]),
    references: [
      "https://peps.python.org/pep-0249/#paramstyle",
      "https://node-postgres.com/features/queries#parameterized-query",
    ])

  package static let sinks: Set<SinkKind> = [.sql]

  package init() {}

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    // The drivers of MySQL say of their parameters that they are some.
    flow.detail == "a parameter"
      ? "is a parameter of an SQL statement and may be an object, which `\(flow.callee)` writes as `key` = value, "
        + "a condition of its own; `String()` or the option `stringifyObjects: true` keeps it a value"
      : "becomes part of the text of an SQL statement (`\(flow.callee)`)"
  }
}
