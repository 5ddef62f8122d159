internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// Event data handed on to another service unchanged.
package struct UnvalidatedForwarding: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas1-pubsub-tampering", risk: .eventInjection, title: "Event data is handed on unchanged",
    severity: .low, profile: .strict, weaknesses: [20, 74],
    rationale:
      """
      What this function sends on, the next one takes for the application's own data. Unchecked fields \
      travel to functions that were never meant to face the internet.
      """,
    blindSpots:
      """
      Only whole bodies and messages that pass unchanged into queues, topics, buses, streams, state \
      machines and functions are reported. Values that pass through code that was not read, and checks \
      that the engine does not understand; it says so under what was not analysed.
      """,
    remediation: Remediation(
      """
      Check the shape here, where the input comes in, and send on only the fields that the receiver \
      needs.
      """,
      snippets: [
        .python: """
        queue.send_message(MessageBody=json.dumps({"order": int(body["order"])}))
        """,
        .javaScript: """
        await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify({ order: Number(body.order) }) }));
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html"
    ])

  package static let sinks: Set<SinkKind> = [.cloudPayload]

  package init() {}

  package func isRelevant(_ flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> Bool {
    flow.origin.isSentByCaller && flow.isWhole
      && ["MessageBody", "Message", "Detail", "Payload", "input", "Data"].contains(flow.detail ?? "")
  }

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "is handed on unchanged by `\(flow.callee)`"
  }
}
