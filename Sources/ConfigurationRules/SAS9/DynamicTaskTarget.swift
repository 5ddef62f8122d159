internal import ApplicationGraph
package import ApplicationModel
package import FindingModel
internal import PolicyEngine
package import RuleModel

/// Tasks whose target comes from the execution's data.
package struct DynamicTaskTarget: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas9-dynamic-task-target", risk: .flowManipulation, title: "Task whose target the input chooses",
    severity: .high, weaknesses: [610, 441],
    rationale: """
      A task that takes its function, queue, topic or state machine from the execution's data does whatever \
      that data says. Whoever writes the input points the step at a function that was never part of the \
      process, or at a queue of their own, and the machine's role carries it out.
      """,
    blindSpots: """
      Data that an earlier step of the machine wrote itself, rather than the input, looks the same. The \
      finding is medium where the machine's role in the template only reaches named targets. Values from the \
      context object ($$), and addresses whose host is written out, are trusted.
      """,
    remediation: Remediation(
      "Write the target into the definition; branch with a Choice state where there are several.",
      snippets: [
        .cloudFormation: """
        Pay:
          Type: Task
          Resource: arn:aws:states:::lambda:invoke
          Parameters:
            FunctionName: ${PayFunctionArn}
            Payload.$: $
          End: true
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html",
      "https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html",
    ])

  /// Parameters that name a target, with the action the machine's role needs for it.
  private static let targets: [String: (what: String, action: String)] = [
    "FunctionName": ("function", "lambda:InvokeFunction"), "QueueUrl": ("queue", "sqs:SendMessage"),
    "TopicArn": ("topic", "sns:Publish"), "StateMachineArn": ("state machine", "states:StartExecution"),
    "TableName": ("table", "dynamodb:PutItem"), "Bucket": ("bucket", "s3:PutObject"),
    "ApiEndpoint": ("HTTP endpoint", "states:InvokeHTTPEndpoint"),
    "TaskDefinition": ("container task", "ecs:RunTask"), "EventBusName": ("event bus", "events:PutEvents"),
  ]

  package init() {}

  package func subjects(in application: Application) -> [StateMachine] { application.stateMachines }

  package func evaluate(_ machine: StateMachine, in context: RuleContext) -> Verdict {
    if machine.hasUnreadDefinition {
      return .undetermined(
        reason: "the definition of '\(machine.name)' could not be read", at: machine.location)
    }
    let findings = machine.tasks.flatMap { task in
      task.dynamicParameters.compactMap { finding(about: machine, task: task, parameter: $0, in: context) }
    }
    return findings.isEmpty ? .pass : .fail(findings)
  }

  private func finding(
    about machine: StateMachine, task: StateMachineTask, parameter: NamedText, in context: RuleContext
  ) -> Finding? {
    guard let target = Self.targets[parameter.name], let path = parameter.value.value?.pattern,
      path.readsInput, !path.fixesHost
    else { return nil }
    let isBounded = isBounded(machine, for: target.action, in: context)
    let bound =
      isBounded
      ? "The machine's role limits the choice to the targets it names." : "The machine's role is no limit."
    return finding(
      """
      The task '\(task.name)' of '\(machine.name)' takes its \(target.what) from the data (\(path)): whoever \
      writes the input chooses it. \(bound)
      """,
      about: machine, at: parameter.location, severity: isBounded ? .medium : nil, confidence: .medium,
      discriminator: "\(task.name) \(parameter.name)", in: context)
  }

  /// Whether the role is in the template and reaches only named resources with an action.
  private func isBounded(_ machine: StateMachine, for action: String, in context: RuleContext) -> Bool {
    guard let role = machine.role.value?.reference.flatMap({ context.graph.role($0.id) }),
      role.managedPolicies.isEmpty
    else { return false }
    let granting = role.statements.filter { $0.allows && $0.covers(action: action) }
    return !granting.isEmpty && !granting.contains(where: \.coversEveryResource)
  }
}

extension String {
  /// `States.Format('https://host/…{}')`: the data fills in a path, not the host.
  fileprivate var fixesHost: Bool {
    guard let start = ranges(of: "'https://").first?.upperBound else { return false }
    let host = self[start...].prefix { $0 != "/" && $0 != "'" }
    return !host.isEmpty && !host.contains("{") && self[host.endIndex...].hasPrefix("/")
  }

  /// A path into the state's input (`$.target`), or a JSONata expression over it; not the context object.
  fileprivate var readsInput: Bool {
    if hasPrefix("{%") { return contains("$states.input") || contains("$states.context.Execution.Input") }
    if hasPrefix("$$") { return hasPrefix("$$.Execution.Input") }
    return hasPrefix("$.") || hasPrefix("$[") || hasPrefix("States.")
  }
}
