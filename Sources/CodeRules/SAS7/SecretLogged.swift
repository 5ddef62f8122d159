internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// A secret in the log.
package struct SecretLogged: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas7-secret-in-log", risk: .insecureSecrets, title: "A secret is written to the log",
    severity: .high, weaknesses: [532],
    rationale:
      """
      The secret was fetched from a store that guards it and is then kept in the log, where everybody \
      with the right to read logs finds it, years after it should have been rotated.
      """,
    blindSpots:
      """
      Secrets are what secret stores, key services and variables with a secret's name give, and presigned \
      addresses. Values that \
      pass through code that was not read; it is listed under what was not analysed.
      """,
    remediation: Remediation(
      """
      Log that it was fetched, never what it is; rotate a secret that was logged.
      """,
      snippets: [
        .python: """
        logger.info("secret fetched", extra={"version": answer["VersionId"]})
        """,
        .javaScript: """
        console.log("secret fetched", answer.VersionId);
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html",
      "https://cwe.mitre.org/data/definitions/532.html",
    ])

  package static let sinks: Set<SinkKind> = [.log]
  package static let isDisclosure = true

  package init() {}

  package func isRelevant(_ flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> Bool {
    code.isSecret(flow.origin, in: context) || flow.origin.isSignedAddress
  }

  /// A presigned address opens one object and expires.
  package func severity(of flow: Flow) -> Severity {
    flow.origin.isSignedAddress ? .medium : Self.metadata.severity
  }

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "is written to the log (`\(flow.callee)`)"
  }
}
