internal import CodeRules
internal import ConfigurationRules
internal import RuleModel

extension RuleCatalog {
  static let sas9: [any Rule] = [
    CallbackTokenOpen(),
    DynamicTaskTarget(),
    FunctionCycle(),
    UncheckedEventSource(),
    MultipleEntrySensitive(),
    OpenStateMachine(),
    StartAnyExecution(),
    StepBypass(),
    TaintedExecutionInput(),
    TaskTokenLogged(),
    TaskWithoutCatch(),
    CheckThenAct(),
    WritableMidpoint(),
  ]
}
