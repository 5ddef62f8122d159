internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// The whole event, or its body or headers, in the log.
package struct WholeEventLogged: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas5-event-logged", risk: .inadequateMonitoring, title: "The whole event is written to the log",
    severity: .low, weaknesses: [532],
    peers: ["semgrep:lambda-log-event"],
    rationale:
      """
      Events carry tokens, cookies, addresses and whatever users typed. In the log they are kept for \
      years, copied to other systems and readable by everybody who may read logs, while the database \
      they belong in is guarded.
      """,
    blindSpots:
      """
      A logger that was told to redact fields is not recognised.
      """,
    remediation: Remediation(
      """
      Log the identifiers you need: request id, route, key of the record.
      """,
      snippets: [
        .python: """
        logger.info("order", extra={"order_id": order_id})
        """,
        .javaScript: """
        logger.info("order", { orderId });
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html",
      "https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html#data-to-exclude",
    ])

  package static let sinks: Set<SinkKind> = [.log]

  package init() {}

  package func isRelevant(_ flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> Bool {
    flow.origin.isSentByCaller && flow.origin.isWholeEvent
  }

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "is written to the log (`\(flow.callee)`), with all tokens and personal data in it"
  }
}
