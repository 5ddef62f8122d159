internal import ApplicationGraph
package import ApplicationModel
package import FindingModel
internal import PolicyEngine
package import RuleModel

/// Functions open to strangers that complete waiting steps.
package struct CallbackTokenOpen: FunctionRule {
  package static let metadata = RuleMetadata(
    id: "sas9-callback-token-open", risk: .flowManipulation, title: "Strangers can complete a waiting step",
    severity: .medium, weaknesses: [841, 306],
    rationale: """
      A step that waits for a task token goes on as soon as somebody sends the token back, with any result \
      they like. A function that does so for callers nobody has authenticated makes the token the only \
      secret: tokens travel in mails, links and logs, and whoever has one approves the order, the payment or \
      the access.
      """,
    blindSpots: """
      The platform cannot limit these actions to a state machine, so a wildcard resource is not the flaw: \
      who reaches the function is. Checks that the handler makes, such as a signed link that expires, are \
      not seen. Functions that only signed-in users reach are accepted.
      """,
    remediation: Remediation(
      "Put an authorizer before the function, keep the token on the server and hand out an id instead.",
      snippets: [
        .cloudFormation: """
        ApproveRoute:
          Type: AWS::ApiGatewayV2::Route
          Properties:
            ApiId: !Ref Api
            RouteKey: POST /approvals/{id}
            AuthorizationType: JWT
            AuthorizerId: !Ref Authorizer
            Target: !Sub integrations/${Integration}
        """
      ]),
    references: ["https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html"])

  package init() {}

  package func evaluate(_ function: Function, in context: RuleContext) -> Verdict {
    let waiting = context.application.stateMachines.flatMap { machine in
      machine.tasks.filter(\.waitsForToken).map { (machine: machine, task: $0) }
    }
    guard let step = waiting.first else { return .notApplicable }
    let grant = context.graph.statements(of: function).first { statement in
      // A wildcard over all services is the role's flaw; this one is about functions meant to answer.
      statement.allows && !statement.coversEveryAction && statement.covers(action: "states:SendTaskSuccess")
    }
    guard let grant, let path = context.graph.exposurePaths(of: function).first, path.exposure == .internet
    else {
      return .pass
    }
    let steps = [
      TraceStep(at: grant.location, note: "the role may complete waiting tasks"),
      TraceStep(at: step.task.location, note: "'\(step.task.name)' waits for a token"),
    ]
    return .fail([
      finding(
        """
        \(path.summary), can make '\(function.name)' complete waiting steps such as '\(step.task.name)' of \
        '\(step.machine.name)': the task token is the only secret between them and the result.
        """,
        about: function, confidence: .medium, trace: path.steps + steps, in: context)
    ])
  }
}
