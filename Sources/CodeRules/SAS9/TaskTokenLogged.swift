internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// A callback token in the log.
package struct TaskTokenLogged: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas9-task-token-logged", risk: .flowManipulation, title: "A callback token is given away",
    severity: .medium, weaknesses: [532, 841],
    rationale:
      """
      Whoever holds the token of a waiting step can say that it succeeded, with an output of his choice. \
      In a log or an answer it is known to others than the one who has to decide.
      """,
    blindSpots:
      """
      The token is recognised by its name in the event.
      """,
    remediation: Remediation(
      """
      Store it where only the deciding function reads it.
      """,
      snippets: [
        .python: """
        logger.info("waiting", extra={"order": event["orderId"]})  # not the token
        """,
        .javaScript: """
        console.log("waiting", event.orderId); // not the token
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token"
    ])

  package static let sinks: Set<SinkKind> = [.log, .responseBody]
  package static let isDisclosure = true

  package init() {}

  package func isRelevant(_ flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> Bool {
    flow.origin.isTaskToken
  }

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "is given to `\(flow.callee.isEmpty ? "the caller" : flow.callee)`; whoever reads it can end the waiting step as he likes"
  }
}
