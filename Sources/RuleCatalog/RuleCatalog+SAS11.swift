internal import ConfigurationRules
internal import RuleModel

extension RuleCatalog {
  static let sas11: [any Rule] = [
    DisabledTrigger(),
    OrphanLayer(),
    OrphanRole(),
    UnlinkedPermission(),
    UnreachableFunction(),
  ]
}
