internal import ConfigurationRules
internal import RuleModel

extension RuleCatalog {
  static let sas5: [any Rule] = [
    APIGWDataTrace(),
    APIGWNoAccessLog(),
    BucketNoAccessLog(),
    GraphQLNoLog(),
    LogRetention(),
    NoErrorAlarm(),
    NoFailureDestination(),
    NoLogPermission(),
    NoTracing(),
    ScheduleNoFailureDestination(),
    StandardMachineNoLog(),
    StateMachineLogsData(),
    StateMachineNoLog(),
    StreamNoFailureDestination(),
  ]
}
