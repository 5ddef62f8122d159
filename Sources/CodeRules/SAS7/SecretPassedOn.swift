internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// A secret in a message, item or object.
package struct SecretPassedOn: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas7-secret-passed-on", risk: .insecureSecrets, title: "A secret is stored or sent in the clear",
    severity: .medium, weaknesses: [312],
    rationale:
      """
      A secret in a table, queue, topic or object has left the store that guards it: other readers, \
      backups and logs of those services hold it now.
      """,
    blindSpots:
      """
      A service that needs the secret to do its work looks the same. Values that pass through code that \
      was not read; it is listed under what was not analysed.
      """,
    remediation: Remediation(
      """
      Store the name of the secret and let the reader fetch it with its own rights.
      """,
      snippets: [
        .python: """
        queue.send_message(MessageBody=json.dumps({"secret": "orders/database"}))  # its name
        """,
        .javaScript: """
        await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify({ secret: "orders/database" }) }));
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html",
      "https://cwe.mitre.org/data/definitions/312.html",
    ])

  package static let sinks: Set<SinkKind> = [.cloudPayload, .prompt]
  package static let isDisclosure = true

  package init() {}

  package func isRelevant(_ flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> Bool {
    code.isSecret(flow.origin, in: context)
  }

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "is stored or sent in the clear by `\(flow.callee)`"
  }
}
