internal import ConfigurationRules
internal import RuleModel

extension RuleCatalog {
  static let sas8: [any Rule] = []
}
