internal import CodeRules
internal import SecretRules
internal import RuleModel

extension RuleCatalog {
  static let sas7: [any Rule] = [
    EnvironmentToChild(),
    EnvironmentDumped(),
    EnvNoKMS(),
    EnvPlainSecret(),
    EnvSecretResolvedAtDeploy(),
    HardcodedCredential(),
    HardcodedSecret(),
    NoEchoMissing(),
    OutputSecret(),
    SecretLogged(),
    SecretReturned(),
    SecretInTemporaryFile(),
    SecretInURL(),
    SecretNoRotation(),
    SecretParameterDefault(),
    SecretPassedOn(),
    SecretPolicyOpen(),
    SSMStringNotSecure(),
    StageVariableSecret(),
  ]
}
