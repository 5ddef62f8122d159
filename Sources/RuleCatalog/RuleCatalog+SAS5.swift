internal import CodeRules
internal import ConfigurationRules
internal import RuleModel

extension RuleCatalog {
  static let sas5: [any Rule] = [
    APIGWDataTrace(),
    APIGWNoAccessLog(),
    BucketNoAccessLog(),
    WholeEventLogged(),
    GraphQLNoLog(),
    PersonalDataLogged(),
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
    SwallowedError(),
  ]
}
