internal import ConfigurationRules
internal import RuleModel

extension RuleCatalog {
  static let sas5: [any Rule] = []
}
