internal import ConfigurationRules
internal import RuleModel

extension RuleCatalog {
  static let sas8: [any Rule] = [
    DenialOfWallet(),
    EndlessRetries(),
    NoConcurrencyCap(),
    NoThrottle(),
    QueueWithoutRedrive(),
    RecursiveLoopAllowed(),
    SelfTrigger(),
    ShortVisibility(),
    LongestTimeout(),
    TimeoutOverGateway(),
  ]
}
