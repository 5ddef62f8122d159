package import ApplicationModel
package import FindingModel
package import RuleModel

/// State machines that log what they process.
package struct StateMachineLogsData: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas5-state-machine-logs-data", risk: .inadequateMonitoring, title: "State machine logs all its data",
    severity: .low, profile: .strict, weaknesses: [532],
    rationale: """
      With the level ALL and execution data the log holds the input and output of every state: whole orders, \
      user records and the answers of functions. It is a second copy of the data, readable by everyone who \
      may read logs and kept as long as they are.
      """,
    blindSpots: """
      The rule cannot tell whether the data is sensitive.
      """,
    remediation: Remediation(
      """
      Leave the execution data out, or log only errors.
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
    guard let level = machine.loggingLevel.value else {
      if let expression = machine.loggingLevel.expression, machine.includesExecutionData.value != false {
        return .undetermined(
          reason: "the log level of '\(machine.name)' is \(expression)",
          at: machine.loggingLevel.location ?? machine.location)
      }
      return .notApplicable
    }
    guard level == "ALL" else { return .pass }
    switch machine.includesExecutionData {
    case .absent, .known(false, _): return .pass
    case .unresolved(let expression, let location):
      return .undetermined(reason: "whether '\(machine.name)' logs its data is \(expression)", at: location)
    case .known(true, let location):
      return .fail([
        finding(
          "State machine '\(machine.name)' writes the input and output of every state into its log.",
          about: machine,
          at: location, in: context)
      ])
    }
  }
}
