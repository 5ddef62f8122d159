internal import CodeRules
internal import DependencyRules
internal import RuleModel

extension RuleCatalog {
  static let sas6: [any Rule] = [
    BuildDownload(),
    BundledBinary(),
    DependencyConfusion(),
    EndOfLifePackage(),
    PackageInstallScript(),
    KnownVulnerability(),
    DisallowedLicence(),
    MaliciousPackage(),
    NoIntegrity(),
    NoLockfile(),
    RemoteCode(),
    RuntimeInstallation(),
    ConfusableName(),
    UnpinnedRequirement(),
    UnregisteredSource(),
    UnusedDependency(),
  ]
}
