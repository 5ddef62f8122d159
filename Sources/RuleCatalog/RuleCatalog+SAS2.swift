internal import ConfigurationRules
internal import RuleModel

extension RuleCatalog {
  static let sas2: [any Rule] = []
}
