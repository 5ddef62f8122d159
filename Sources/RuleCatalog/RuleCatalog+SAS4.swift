internal import IdentityRules
internal import RuleModel

extension RuleCatalog {
  static let sas4: [any Rule] = []
}
