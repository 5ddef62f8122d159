internal import CodeRules
internal import ConfigurationRules
internal import RuleModel

extension RuleCatalog {
  static let sas11: [any Rule] = [
    DisabledTrigger(),
    MissingHandler(),
    OrphanLayer(),
    OrphanRole(),
    UnlinkedPermission(),
    UnreachableFunction(),
    UnreadEnvironment(),
  ]
}
