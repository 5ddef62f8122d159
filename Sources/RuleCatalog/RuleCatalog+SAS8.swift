internal import CodeRules
internal import ConfigurationRules
internal import RuleModel

extension RuleCatalog {
  static let sas8: [any Rule] = [
    DenialOfWallet(),
    EndlessRetries(),
    FullTableScan(),
    NoConcurrencyCap(),
    NoThrottle(),
    QueueWithoutRedrive(),
    RecursiveLoopAllowed(),
    RecursiveWrite(),
    RegularExpressionDenial(),
    RequestWithoutTimeout(),
    SelfTrigger(),
    ShortVisibility(),
    LongestTimeout(),
    TimeoutOverGateway(),
    TemporarySpaceExhausted(),
    UnboundedWork(),
  ]
}
