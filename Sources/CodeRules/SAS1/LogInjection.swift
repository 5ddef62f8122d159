internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// Event data in a line of the log as it is.
package struct LogInjection: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas1-log-injection", risk: .eventInjection, title: "Event data is written to the log as it is",
    severity: .low, profile: .strict, weaknesses: [117],
    rationale:
      """
      Line breaks in a value begin lines of their own: an attacker writes log entries that look like \
      yours, hides others, or feeds commands to whatever reads the log.
      """,
    blindSpots:
      """
      Structured loggers that encode values are silent, and so are JSON, representations of records and \
      fields that cannot hold line breaks, such as headers. Whole events and secrets have rules of their \
      own. Values that pass through code that was not read, and checks that the engine does not \
      understand; it says so under what was not analysed.
      """,
    remediation: Remediation(
      """
      Log values as fields of a structured record.
      """,
      snippets: [
        .python: """
        logger.info("order received", extra={"order": order_id})
        """,
        .javaScript: """
        logger.info("order received", { order: orderId });
        """,
      ]),
    references: [
      "https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html",
      "https://docs.aws.amazon.com/lambda/latest/dg/python-logging.html",
    ])

  package static let sinks: Set<SinkKind> = [.logLine]

  package init() {}

  package func isRelevant(_ flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> Bool {
    flow.origin.isInput && !flow.origin.isWholeEvent && flow.origin.personalData == nil
      && !flow.origin.hasNoLineBreaks
  }

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "is written to the log as it is (`\(flow.callee)`)"
  }
}
