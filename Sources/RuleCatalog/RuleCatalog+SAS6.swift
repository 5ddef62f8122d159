internal import CodeRules
internal import DependencyRules
internal import RuleModel

extension RuleCatalog {
  static let sas6: [any Rule] = [
    KnownVulnerability(),
    MaliciousPackage(),
    RemoteCode(),
    RuntimeInstallation(),
  ]
}
