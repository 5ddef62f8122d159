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
      The token is recognised by its name, in an event or in a stored item, and where it ends a step.
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
  package static let takesUnknownWriters = true

  package init() {}

  package func isRelevant(_ flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> Bool {
    if flow.origin.isTaskToken { return true }
    guard case .stored(let what, _) = flow.origin.kind, !flow.isPart else { return false }
    // The item from which the token is taken that ends a step, as a whole.
    return code.code.analysis.calls.flatMap(\.tokensHandedOver).contains { token in
      switch token.kind {
      case .secret(let name): name == Origin.taskToken + " in " + what
      case .stored: token.location == flow.origin.location
      default: false
      }
    }
  }

  /// Once for all the lines of one function: they go when one decides not to log it.
  package func cause(of flow: Flow) -> FlowCause { .value(flow.origin.title, in: flow.function) }

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    (flow.origin.isTaskToken ? "" : "holds a task token and ")
      + "is given to \(flow.callee.isEmpty ? "the caller" : "`\(flow.callee)`"); whoever reads it can end the waiting step as he likes"
  }
}

extension CallFact {
  /// Where the tokens come from with which a call ends a waiting step.
  fileprivate var tokensHandedOver: [Origin] {
    namedParameters.filter { $0.name == "taskToken" }.flatMap(\.value.origins)
  }
}
