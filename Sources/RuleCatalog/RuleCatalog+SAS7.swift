internal import CodeRules
internal import SecretRules
internal import RuleModel

extension RuleCatalog {
  static let sas7: [any Rule] = [
    EnvironmentToChild(),
    DockerfileSecret(),
    EnvironmentDumped(),
    EnvNoKMS(),
    EnvPlainSecret(),
    EnvSecretResolvedAtDeploy(),
    HardcodedCredential(),
    HardcodedSecret(),
    KeyInTree(),
    NoEchoMissing(),
    OutputSecret(),
    SecretInCode(),
    SecretInFile(),
    SecretInHistory(),
    SecretLogged(),
    SecretInPackage(),
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
