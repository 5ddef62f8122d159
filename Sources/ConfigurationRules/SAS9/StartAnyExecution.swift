internal import ApplicationGraph
package import ApplicationModel
package import FindingModel
internal import PolicyEngine
package import RuleModel

/// Functions that outsiders reach and that may start every state machine.
package struct StartAnyExecution: FunctionRule {
  package static let metadata = RuleMetadata(
    id: "sas9-start-any-execution", risk: .flowManipulation,
    title: "Reachable function that may start every state machine", severity: .medium,
    weaknesses: [250, 841],
    rationale: """
      A function that outsiders reach is the first to fall to an injection. If its role may start every \
      state machine of the account, the attacker enters any process at its beginning with input of their \
      own, also those of other applications that were never meant to be reached from outside.
      """,
    blindSpots: """
      Roles outside the template are not seen. Roles that may do everything are left to the rules about \
      over-privileged roles, and so are functions that only the own account reaches.
      """,
    remediation: Remediation(
      "Name the state machine in the policy.",
      snippets: [
        .cloudFormation: """
        - Effect: Allow
          Action: states:StartExecution
          Resource: !Ref StateMachine
        """,
        .sam: """
        {name}:
          Type: AWS::Serverless::Function
          Properties:
            Policies:
              - StepFunctionsExecutionPolicy:
                  StateMachineName: !GetAtt StateMachine.Name
        """,
      ]),
    references: ["https://docs.aws.amazon.com/step-functions/latest/dg/concept-create-iam-advanced.html"])

  package init() {}

  package func evaluate(_ function: Function, in context: RuleContext) -> Verdict {
    guard let path = context.graph.exposurePaths(of: function).first, path.exposure > .account else {
      return .notApplicable
    }
    let grant = context.graph.statements(of: function).first { statement in
      statement.allows && !statement.coversEveryAction && statement.conditions.isEmpty
        && statement.covers(action: "states:StartExecution") && statement.namesEveryMachine
    }
    guard let grant else { return .pass }
    return .fail([
      finding(
        """
        \(path.summary), can run '\(function.name)', whose role may start every state machine of the account \
        with input of its choice.
        """,
        about: function, at: grant.location, trace: path.steps, in: context)
    ])
  }
}

extension Statement {
  /// `*`, or `…:stateMachine:*`.
  fileprivate var namesEveryMachine: Bool {
    if coversEveryResource { return true }
    return resources.texts.contains { $0.value.arnSegment(5)?.literal == "stateMachine:*" }
  }
}
