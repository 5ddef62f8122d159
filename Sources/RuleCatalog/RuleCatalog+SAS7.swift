internal import RuleModel
internal import SecretRules

extension RuleCatalog {
  static let sas7: [any Rule] = [
    EnvNoKMS(),
    EnvPlainSecret(),
    EnvSecretResolvedAtDeploy(),
    HardcodedSecret(),
    NoEchoMissing(),
    OutputSecret(),
    SecretNoRotation(),
    SecretParameterDefault(),
    SecretPolicyOpen(),
    SSMStringNotSecure(),
    StageVariableSecret(),
  ]
}
