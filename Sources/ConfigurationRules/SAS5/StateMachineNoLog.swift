package import ApplicationModel
package import FindingModel
package import RuleModel

/// Express state machines that leave no record.
package struct StateMachineNoLog: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas5-state-machine-no-log", risk: .inadequateMonitoring, title: "Express state machine without logs",
    severity: .medium, weaknesses: [778],
    peers: [
      "checkov:CKV_AWS_285", "securityhub:StepFunctions.1",
      "prowler:stepfunctions_statemachine_logging_enabled",
    ],
    rationale: """
      The service keeps no history of express executions. Without logs nobody can say afterwards which \
      executions ran, on what input, and where they failed: neither to repair the data nor to follow what an \
      attacker did.
      """,
    blindSpots: """
      Standard machines keep a history of 90 days; their logs are another rule's.
      """,
    remediation: Remediation(
      """
      Write at least errors to a log group.
      """,
      snippets: [
        .sam: """
        {name}:
          Type: AWS::Serverless::StateMachine
          Properties:
            Logging:
              Level: ERROR
              IncludeExecutionData: false
              Destinations:
                - CloudWatchLogsLogGroup:
                    LogGroupArn: !GetAtt MachineLogs.Arn
        """,
        .cloudFormation: """
        {name}:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            LoggingConfiguration:
              Level: ERROR
              IncludeExecutionData: false
              Destinations:
                - CloudWatchLogsLogGroup:
                    LogGroupArn: !GetAtt MachineLogs.Arn
        """,
      ]),
    references: ["https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html"])

  package init() {}

  package func subjects(in application: Application) -> [StateMachine] { application.stateMachines }

  package func evaluate(_ machine: StateMachine, in context: RuleContext) -> Verdict {
    switch machine.machineType {
    case .absent: return .notApplicable
    case .unresolved(let expression, let location):
      guard machine.loggingLevel.isAbsent || machine.loggingLevel.value == "OFF" else { return .pass }
      return .undetermined(reason: "the type of '\(machine.name)' is \(expression)", at: location)
    case .known(let type, _):
      guard type == "EXPRESS" else { return .notApplicable }
    }
    switch machine.loggingLevel {
    case .unresolved(let expression, let location):
      return .undetermined(reason: "the log level of '\(machine.name)' is \(expression)", at: location)
    case .known(let level, _) where level != "OFF": return .pass
    case .absent, .known:
      return .fail([
        finding(
          "Express state machine '\(machine.name)' writes no logs, and the service keeps no history of it: what its "
            + "executions did cannot be found out.", about: machine, at: machine.loggingLevel.location,
          in: context)
      ])
    }
  }
}
