internal import CodeRules
internal import ConfigurationRules
internal import RuleModel

extension RuleCatalog {
  static let sas10: [any Rule] = [
    DebugEnvironment(),
    DefaultGatewayResponse(),
    VerboseGraphQLLog(),
    ErrorMessageReturned(),
    StackReturned(),
    UnhandledInput(),
  ]
}
