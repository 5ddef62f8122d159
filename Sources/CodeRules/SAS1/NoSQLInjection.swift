internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// Event data as a query object or an expression of a document database.
package struct NoSQLInjection: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas1-nosqli", risk: .eventInjection, title: "Event data becomes a query of a document database",
    severity: .high, weaknesses: [943],
    peers: ["semgrep:dynamodb-filter-injection"],
    rationale:
      """
      A parsed body may hold objects where the code expects texts: `{"password": {"$ne": null}}` matches \
      every document, and `$where` runs JavaScript in the database. In DynamoDB an expression built from \
      text lets the caller add conditions of its own.
      """,
    blindSpots:
      """
      Whether a value is an object is known only where the code shows how it was parsed. Values that \
      pass through code that was not read, and checks that the engine does not understand; it says so \
      under what was not analysed.
      """,
    remediation: Remediation(
      """
      Convert each value to the type it must have before it goes into the query, and pass values by \
      placeholders (`ExpressionAttributeValues`).
      """,
      snippets: [
        .python: """
        users.find_one({"name": str(body["name"])})
        """,
        .javaScript: """
        await users.findOne({ name: String(body.name) });
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ExpressionAttributeValues.html",
      "https://www.mongodb.com/docs/manual/reference/operator/query/where/",
    ])

  package static let sinks: Set<SinkKind> = [.nosql]

  package init() {}

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "becomes part of a database query as an object or expression (`\(flow.callee)`)"
  }
}
