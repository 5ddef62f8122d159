package import ApplicationModel
package import FindingModel
package import RuleModel

/// State machines none of whose tasks handle an error.
package struct TaskWithoutCatch: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas9-task-without-catch", risk: .flowManipulation, title: "State machine that handles no error",
    severity: .low, profile: .strict, weaknesses: [755, 460],
    rationale: """
      When a task fails and nothing catches the error, the execution ends where it is. What earlier steps \
      did stays done: the stock is reserved, the card charged, the account half created. An attacker who can \
      make one step fail on purpose chooses where the process stops.
      """,
    blindSpots: """
      One Catch anywhere in the machine is taken as a sign that errors were thought of. Machines with a \
      single task have nothing to undo and are left out.
      """,
    remediation: Remediation(
      "Catch errors of the tasks that change something, and undo what was done.",
      snippets: [
        .cloudFormation: """
        Charge:
          Type: Task
          Resource: ${ChargeFunctionArn}
          Catch:
            - ErrorEquals: [States.ALL]
              Next: Release
          End: true
        """
      ]),
    references: ["https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html"])

  package init() {}

  package func subjects(in application: Application) -> [StateMachine] { application.stateMachines }

  package func evaluate(_ machine: StateMachine, in context: RuleContext) -> Verdict {
    if machine.hasUnreadDefinition {
      return .undetermined(
        reason: "the definition of '\(machine.name)' could not be read", at: machine.location)
    }
    guard machine.tasks.count > 1 else { return .notApplicable }
    if machine.tasks.contains(where: \.hasCatch) { return .pass }
    return .fail([
      finding(
        """
        '\(machine.name)' handles no error: if '\(machine.tasks[1].name)' \
        fails, what earlier steps did stays as it is.
        """,
        about: machine, in: context)
    ])
  }
}
