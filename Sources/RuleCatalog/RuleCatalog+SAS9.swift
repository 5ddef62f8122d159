internal import ConfigurationRules
internal import RuleModel

extension RuleCatalog {
  static let sas9: [any Rule] = [
    CallbackTokenOpen(),
    DynamicTaskTarget(),
    MultipleEntrySensitive(),
    OpenStateMachine(),
    StartAnyExecution(),
    StepBypass(),
    TaskWithoutCatch(),
    WritableMidpoint(),
  ]
}
