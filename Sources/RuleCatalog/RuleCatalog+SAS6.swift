internal import CodeRules
internal import RuleModel

extension RuleCatalog {
  static let sas6: [any Rule] = [
    RemoteCode(),
    RuntimeInstallation(),
  ]
}
