internal import SecretDetection
internal import ApplicationModel
package import FindingModel
package import RuleModel
internal import SecretDetection

/// Functions with secrets in their environment and no key of their own.
package struct EnvNoKMS: Rule {
  package static let metadata = RuleMetadata(
    id: "sas7-env-no-kms", risk: .insecureSecrets, title: "Environment with secrets under the default key",
    severity: .low, profile: .strict, weaknesses: [311],
    peers: ["checkov:CKV_AWS_173", "prowler:awslambda_function_env_vars_not_encrypted_with_cmk"],
    rationale: """
      The platform encrypts variables with a key that everyone who may read the function's configuration \
      may use. With a key of your own the configuration shows them only to those whom the key's policy \
      allows, and the key's log says who looked.
      """,
    blindSpots: """
      Only functions with a secret in a variable are looked at, whether it is written there or copied by \
      the deployment; moving the secret out is better than a key.
      """,
    remediation: Remediation(
      "Move the secret to Secrets Manager; if it must stay, encrypt the variables with a key of your own.",
      snippets: [
        .sam: """
        {name}:
          Type: AWS::Serverless::Function
          Properties:
            KmsKeyArn: !GetAtt EnvironmentKey.Arn
        """,
        .cloudFormation: """
        {name}:
          Type: AWS::Lambda::Function
          Properties:
            KmsKeyArn: !GetAtt EnvironmentKey.Arn
        """,
        .serverlessFramework: """
        provider:
          kmsKeyArn: !GetAtt EnvironmentKey.Arn
        """,
      ]),
    references: ["https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html"])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    let holders = context.application.functions.compactMap { function in
      let secrets = secrets(of: function, in: context)
      return secrets.isEmpty ? nil : (function: function, secrets: secrets)
    }
    guard !holders.isEmpty else { return [.notApplicable] }
    let open = holders.filter { $0.function.environmentKey.isAbsent }.sorted {
      $0.function.location < $1.function.location
    }
    guard let first = open.first else { return [.pass] }
    // One key, written once for all functions, ends it.
    let functions = open.map(\.function)
    var names: [String] = []
    for name in open.flatMap(\.secrets).map({ "'\($0.name)'" }) where !names.contains(name) {
      names.append(name)
    }
    let found = finding(
      "\(functions.enumeration) \(functions.verb("keeps", "keep")) \(names.prefix(3).joined(separator: ", ")) in "
        + "\(functions.verb("its", "their")) environment under the platform's default key, which everyone who may "
        + "read \(functions.verb("its", "their")) configuration may use.",
      aboutEach: functions, at: first.function.location, discriminator: "", in: context)
    return [.fail([found].compactMap(\.self))]
  }

  private func secrets(of function: Function, in context: RuleContext) -> [NamedText] {
    function.environment.filter { variable in
      let written = WrittenVariable(
        name: variable.name, value: variable.value, location: variable.location, functions: [function])
      let literal = variable.value.value?.literal
      return written.plainSecret(in: context.application) != nil
        || written.deployedSecret(in: context.application) != nil
        || literal.map { !SecretScanner.secrets(in: $0).isEmpty } ?? false
    }
  }
}
