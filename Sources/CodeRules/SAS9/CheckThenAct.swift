internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
package import FindingModel
package import RuleModel
internal import TaintEngine

/// A state that is read, judged and written without a condition.
package struct CheckThenAct: FunctionCodeRule {
  package static let metadata = RuleMetadata(
    id: "sas9-toctou", risk: .flowManipulation,
    title: "A check and the write that relies on it are not one step", severity: .medium, profile: .strict,
    weaknesses: [367],
    rationale:
      """
      Between the read and the write another invocation does the same: two requests see the same stock, \
      balance or flag, and both take it. Functions run in parallel by the thousand, so attackers need \
      only send twice.
      """,
    blindSpots:
      """
      Which check protects which write is judged by the table, the keys as far as they are written out, and \
      whether what was read is compared on the way to the write. Writes with a condition or in a \
      transaction are silent.
      """,
    remediation: Remediation(
      """
      Put the check into the write: `ConditionExpression` (and count retries), or a transaction.
      """,
      snippets: [
        .python: """
        table.update_item(Key=key, UpdateExpression="SET stock = stock - :n",
                          ConditionExpression="stock >= :n", ExpressionAttributeValues={":n": n})
        """,
        .javaScript: """
        await client.send(new UpdateCommand({ TableName, Key, UpdateExpression: "SET stock = stock - :n",
          ConditionExpression: "stock >= :n", ExpressionAttributeValues: { ":n": n } }));
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ConditionExpressions.html"
    ])

  package init() {}
  package func findings(of code: FunctionUnderTest, in context: RuleContext) -> [Finding] {
    var findings: [Finding] = []
    let calls = code.code.cloudCalls.filter { $0.service == "dynamodb" && $0.target?.medium == .table }
    for write in calls where ["PutItem", "UpdateItem", "DeleteItem"].contains(write.operation) {
      guard let fact = code.code.analysis.calls[safe: write.call], !fact.names("ConditionExpression"),
        !fact.names("Expected"),
        let read = calls.last(where: { read in
          guard ["GetItem", "Query"].contains(read.operation), read.call < write.call,
            read.isOfSameTable(as: write), let asked = code.code.analysis.calls[safe: read.call],
            fact.mayMeanItem(of: asked)
          else { return false }
          // What was read decided whether it comes to the write, in whatever function each of them stands.
          if fact.judged.contains(read.location) { return true }
          // An update that counts (`ADD`, `SET n = n + 1`) needs no read of its own.
          return asked.function == fact.function
            && (write.operation != "UpdateItem" || !fact.isAtomicUpdate)
        })
      else { continue }
      findings.append(
        finding(
          "'\(code.name)' reads an item and then writes it without a condition: two invocations at the same time both "
            + "pass the check and both write.", of: code.function, at: write.location, confidence: .medium,
          trace: [
            TraceStep(at: read.location, note: "the state is read here"),
            TraceStep(at: write.location, note: "and written here, whatever it has become"),
          ], discriminator: write.operation + "|" + (write.target?.name?.pattern ?? ""), in: context))
    }
    return findings
  }

}
