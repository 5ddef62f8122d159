internal import ApplicationGraph
package import ApplicationModel
package import FindingModel
internal import PolicyEngine
package import RuleModel

/// Functions that outsiders reach and that may start every state machine.
package struct StartAnyExecution: SubjectRule {
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

  package func subjects(in application: Application) -> [Role] { application.roles }

  /// One finding for a role, however many functions share it.
  package func evaluate(_ role: Role, in context: RuleContext) -> Verdict {
    let grant = role.statements.first { statement in
      statement.allows && !statement.coversEveryAction && statement.conditions.isEmpty
        && statement.covers(action: "states:StartExecution") && statement.namesEveryMachine
    }
    guard let grant else { return .pass }
    let reachable = context.graph.functions(runningAs: role).compactMap {
      function -> (Function, ExposurePath)? in
      let path = context.graph.exposurePaths(of: function).first
      return path.flatMap { $0.exposure > .account ? (function, $0) : nil }
    }
    guard let widest = reachable.max(by: { $0.1.exposure < $1.1.exposure }) else { return .pass }
    let others = reachable.filter { $0.0.id != widest.0.id }.map(\.0.name)
    let also =
      others.isEmpty
      ? "" : " \(others.quotedInSentence()) \(others.count == 1 ? "has" : "have") the same role."
    return .fail([
      finding(
        """
        \(widest.1.summary), can run '\(widest.0.name)', whose role may start every state machine of the \
        account with input of its choice.\(also)
        """,
        about: role, functions: reachable.map(\.0), at: grant.location, trace: widest.1.steps, in: context)
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
