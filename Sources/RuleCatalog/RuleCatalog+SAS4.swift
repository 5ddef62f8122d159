internal import IdentityRules
internal import RuleModel

extension RuleCatalog {
  static let sas4: [any Rule] = [
    Admin(),
    AssumeRoleAny(),
    DataExfiltration(),
    InvokeAny(),
    KMSDecryptAny(),
    LambdaSelfModify(),
    ManagedPolicyBroad(),
    MissingGrant(),
    NotAction(),
    PassRoleAny(),
    PrivilegeEscalation(),
    ResourceExposure(),
    ResourceWildcard(),
    RoleTrustWide(),
    ServiceWildcard(),
    SharedRole(),
    SignedUpRole(),
    UnusedGrant(),
    UserCredentials(),
  ]
}
