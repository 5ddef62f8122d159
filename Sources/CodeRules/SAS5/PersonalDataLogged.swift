internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// Passwords, tokens and personal data of requests in the log.
package struct PersonalDataLogged: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas5-log-personal-data", risk: .inadequateMonitoring,
    title: "Credentials or personal data are written to the log", severity: .medium, weaknesses: [532],
    rationale:
      """
      Passwords, tokens, card numbers and addresses in a log are readable by everybody who may read \
      logs, and stay there after the user has asked for deletion. An authorization header can be \
      replayed until it expires.
      """,
    blindSpots:
      """
      Fields are recognised by their names; a neutral name hides what it holds, and a password may be a \
      placeholder.
      """,
    remediation: Remediation(
      """
      Leave these fields out, or log a keyed digest where you must recognise a value again.
      """,
      snippets: [
        .python: """
        logger.info("login", extra={"user": user_id})  # not the password
        """,
        .javaScript: """
        logger.info("login", { user: userId }); // not the password
        """,
      ]),
    references: [
      "https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html#data-to-exclude",
      "https://cwe.mitre.org/data/definitions/532.html",
    ])

  package static let sinks: Set<SinkKind> = [.log]
  package static let isDisclosure = true

  package init() {}

  package func isRelevant(_ flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> Bool {
    flow.origin.isSentByCaller && flow.origin.personalData != nil
  }

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "(\(flow.origin.personalData ?? "personal data")) is written to the log (`\(flow.callee)`)"
  }
}
