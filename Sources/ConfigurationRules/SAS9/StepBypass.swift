internal import ApplicationGraph
package import ApplicationModel
package import FindingModel
package import RuleModel

/// Later steps of a state machine that outsiders run directly.
package struct StepBypass: FunctionRule {
  package static let metadata = RuleMetadata(
    id: "sas9-step-bypass", risk: .flowManipulation, title: "Step that can be run without those before it",
    severity: .high, weaknesses: [841, 696],
    rationale: """
      Steps of a state machine rely on those before them: payment on the check of the order, delivery on the \
      payment. If a later step's function also has a way in of its own, an attacker calls it directly, with \
      the output that the earlier steps would have produced, and none of their checks take place.
      """,
    blindSpots: """
      Tasks that run before anything was decided are left out, because calling them skips nothing. A \
      function that validates its input as if nothing had run before it is safe all the same. Ways in that \
      are no wider than those of the machine itself are accepted.
      """,
    remediation: Remediation(
      "Remove the function's own entry, or split the function: one for the entry, one for the step.",
      snippets: [
        .cloudFormation: """
        {name}Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !Ref {name}
            Principal: !GetAtt StateMachineRole.Arn
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html",
      "https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html",
    ])

  package init() {}

  package func evaluate(_ function: Function, in context: RuleContext) -> Verdict {
    let steps = function.triggers.filter {
      $0.kind == .stateMachine && isLater($0, in: context)
    }
    guard let step = steps.first else { return .notApplicable }
    let machine = steps.map { exposure(of: function, by: $0, in: context) }.max() ?? .account
    let entries = function.triggers.filter { $0.kind != .stateMachine }
      .map { (trigger: $0, exposure: exposure(of: function, by: $0, in: context)) }
      .filter { $0.exposure > max(machine, .account) }
    guard let widest = entries.max(by: { $0.exposure < $1.exposure }) else { return .pass }
    return .fail([finding(about: function, step: step, entry: widest, in: context)])
  }

  /// Whether the task runs after another one, or after a choice.
  private func isLater(_ trigger: Trigger, in context: RuleContext) -> Bool {
    guard let id = trigger.source.value?.references.first?.id, let name = trigger.detail,
      let machine = context.application.stateMachines.first(where: { $0.id == id })
    else { return false }
    return !machine.firstTasks.contains(name)
  }

  private func exposure(of function: Function, by trigger: Trigger, in context: RuleContext) -> Exposure {
    context.graph.exposurePath(of: trigger, in: function).exposure
  }

  private func finding(
    about function: Function, step: Trigger, entry: (trigger: Trigger, exposure: Exposure),
    in context: RuleContext
  ) -> Finding {
    let machineID = step.source.value?.references.first?.id
    let machine = machineID.flatMap { context.graph.resource($0)?.name } ?? "a state machine"
    let who =
      switch entry.exposure {
      case .internet: "anyone on the internet"
      case .authenticated: "every user who can sign in"
      case .otherAccount: "another account"
      case .account, .nobody: "others"
      }
    let detail = entry.trigger.detail.map { " (\($0))" } ?? ""
    return finding(
      """
      '\(function.name)' is the step '\(step.detail ?? function.name)' of '\(machine)', but \(who) can also \
      run it through \(entry.trigger.kind.title)\(detail), so the steps before it are skipped.
      """,
      about: function, at: entry.trigger.location, severity: entry.exposure == .internet ? nil : .medium,
      confidence: .medium,
      trace: [TraceStep(at: step.location, note: "a step of '\(machine)' that runs after others")],
      in: context)
  }
}
