package import ApplicationModel
package import FindingModel
package import RuleModel

/// Standard state machines without logs.
package struct StandardMachineNoLog: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas5-standard-machine-no-log", risk: .inadequateMonitoring, title: "State machine without logs",
    severity: .low, profile: .strict, weaknesses: [778],
    peers: ["securityhub:StepFunctions.1", "prowler:stepfunctions_statemachine_logging_enabled"],
    rationale: """
      The service keeps the history of an execution for 90 days and shows it one execution at a time. Logs \
      are kept as long as wanted, can be searched over all executions, and can raise alarms.
      """,
    blindSpots: """
      Express machines are another rule's. Where 90 days of history are enough, no logs are needed.
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
    guard machine.machineType.isAbsent || machine.machineType.value == "STANDARD" else {
      return .notApplicable
    }
    switch machine.loggingLevel {
    case .unresolved(let expression, let location):
      return .undetermined(reason: "the log level of '\(machine.name)' is \(expression)", at: location)
    case .known(let level, _) where level != "OFF": return .pass
    case .absent, .known:
      return .fail([
        finding(
          "State machine '\(machine.name)' writes no logs: after 90 days nothing tells what its executions did.",
          about: machine, at: machine.loggingLevel.location, in: context)
      ])
    }
  }
}
