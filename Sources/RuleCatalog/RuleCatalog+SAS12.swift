internal import CodeRules
internal import RuleModel

extension RuleCatalog {
  static let sas12: [any Rule] = [
    RequestDataKept(),
    RequestDataInTemporaryFile(),
  ]
}
