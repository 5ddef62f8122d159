internal import ApplicationGraph
package import ApplicationModel
package import FindingModel
package import RuleModel

/// State machines that strangers start.
package struct OpenStateMachine: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas9-open-state-machine", risk: .flowManipulation, title: "State machine that anyone can start",
    severity: .high, weaknesses: [306, 841],
    rationale: """
      Whoever starts an execution writes its input, and the input decides branches, loops and the parameters \
      of every step. If a route without authorization starts the machine, strangers run the whole process as \
      often as they like, each execution costs money, and the steps trust values that no step of the process \
      produced.
      """,
    blindSpots: """
      Routes of a private API, or of one whose policy shuts strangers out, are accepted. A machine that a \
      function starts is judged by that function's own routes. The input may be checked by a request model, \
      which is not seen.
      """,
    remediation: Remediation(
      "Put an authorizer on the route that starts the machine.",
      snippets: [
        .cloudFormation: """
        StartRoute:
          Type: AWS::ApiGatewayV2::Route
          Properties:
            ApiId: !Ref Api
            RouteKey: POST /orders
            AuthorizationType: AWS_IAM
            Target: !Sub integrations/${Integration}
        """,
        .sam: """
        {name}:
          Type: AWS::Serverless::StateMachine
          Properties:
            Events:
              Start:
                Type: Api
                Properties:
                  Path: /orders
                  Method: post
                  Auth:
                    Authorizer: AWS_IAM
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/step-functions/latest/dg/tutorial-api-gateway.html",
      "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html",
    ])

  package init() {}

  package func subjects(in application: Application) -> [StateMachine] { application.stateMachines }

  package func evaluate(_ machine: StateMachine, in context: RuleContext) -> Verdict {
    let routes = machine.triggers.filter { $0.kind == .restAPI || $0.kind == .httpAPI }
    if routes.isEmpty { return .notApplicable }
    let open = routes.filter {
      $0.authorizer == .none && (context.application.api(of: $0)?.front ?? .open) == .open
    }
    guard let first = open.first else {
      for route in routes {
        guard case .unresolved(let expression) = route.authorizer else { continue }
        return .undetermined(reason: "the authorization is \(expression)", at: route.location)
      }
      return .pass
    }
    let functions = context.graph.functions(triggeredBy: machine.id)
    let names = functions.map(\.name)
    let effect =
      names.isEmpty ? "" : " The input they choose reaches \(names.quotedInSentence())."
    return .fail([
      finding(
        """
        Anyone on the internet can start '\(machine.name)' by \(open.compactMap(\.detail).inSentence()), \
        which \(open.count == 1 ? "has" : "have") no authorization.\(effect)
        """,
        about: machine, functions: functions, at: first.location, in: context)
    ])
  }
}
