internal import SecretRules
internal import RuleModel

extension RuleCatalog {
  static let sas7: [any Rule] = []
}
