internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
package import FindingModel
package import RuleModel
internal import TaintEngine

/// Whole tables read for one request of a stranger.
package struct FullTableScan: FunctionCodeRule {
  package static let metadata = RuleMetadata(
    id: "sas8-full-scan", risk: .denialOfServiceAndWallet,
    title: "A request of a stranger reads a whole table", severity: .medium, weaknesses: [400, 770],
    rationale:
      """
      A scan reads every item and is paid by what it reads. Behind a public route each cheap request \
      costs a whole table, and the load of a few of them throttles everybody else's reads.
      """,
    blindSpots:
      """
      Tables that stay small by design look the same. A limit of the call counts, even one that pages \
      on.
      """,
    remediation: Remediation(
      """
      Query by key or index; where a scan is needed give it a `Limit` and hand pages to the caller.
      """,
      snippets: [
        .python: """
        table.query(KeyConditionExpression=Key("owner").eq(owner), Limit=50)
        """,
        .javaScript: """
        await client.send(new QueryCommand({ TableName, KeyConditionExpression, ExpressionAttributeValues, Limit: 50 }));
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-query-scan.html"
    ])

  package init() {}
  package func findings(of code: FunctionUnderTest, in context: RuleContext) -> [Finding] {
    let exposure = context.graph.exposure(of: code.function)
    guard exposure >= .authenticated else { return [] }
    // One place may be met with several values, through one class and another.
    var seen: Set<SourceLocation> = []
    return code.code.cloudCalls.compactMap { cloud in
      guard cloud.service == "dynamodb", cloud.operation == "Scan",
        let call = code.code.analysis.calls[safe: cloud.call],
        !call.isInitialization, !call.names("Limit"), seen.insert(cloud.location).inserted
      else { return nil }
      return finding(
        "Each request to '\(code.name)' reads a whole table: \(exposure == .internet ? "anyone on the internet" : "every user") "
          + "can make it do so as often as he likes.", of: code.function, at: cloud.location,
        severity: exposure == .internet ? .medium : .low, discriminator: cloud.target?.name?.pattern ?? "",
        in: context)
    }
  }

}
