internal import ConfigurationRules
internal import RuleModel

extension RuleCatalog {
  static let sas3: [any Rule] = []
}
