internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// Event data that starts a state machine as it is.
package struct TaintedExecutionInput: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas9-task-input", risk: .flowManipulation, title: "Event data decides the course of a state machine",
    severity: .medium, weaknesses: [841, 20],
    rationale:
      """
      The input of an execution is what its choices look at. A caller who sets fields such as \
      `approved`, `price` or `step` himself takes branches that an earlier step should have opened.
      """,
    blindSpots:
      """
      Whether a choice looks at the field is not known where the definition stands elsewhere. Single \
      fields that are put into an input of your own are silent.
      """,
    remediation: Remediation(
      """
      Build the input from the fields you expect, and let the steps compute what decides.
      """,
      snippets: [
        .python: """
        client.start_execution(stateMachineArn=ARN, input=json.dumps({"order": str(body["order"])}))
        """,
        .javaScript: """
        await client.send(new StartExecutionCommand({ stateMachineArn, input: JSON.stringify({ order: String(body.order) }) }));
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html",
      "https://cwe.mitre.org/data/definitions/841.html",
    ])

  package static let sinks: Set<SinkKind> = [.cloudPayload]

  package init() {}

  package func isRelevant(_ flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> Bool {
    flow.origin.isSentByCaller && flow.isWhole && flow.detail == "input" && flow.origin.isWholeEvent
  }

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "starts an execution of a state machine as it is (`\(flow.callee)`), so the caller sets what its choices look at"
  }
}
