internal import SecretDetection
package import ApplicationModel
package import FindingModel
package import RuleModel
internal import SecretDetection

/// Secrets in plain parameters of the Parameter Store.
package struct SSMStringNotSecure: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas7-ssm-string-not-secure", risk: .insecureSecrets, title: "Secret in a plain SSM parameter",
    severity: .medium, weaknesses: [312, 522], peers: ["checkov:CKV_AWS_337"],
    rationale: """
      A parameter of type String is stored and shown without encryption: everyone with `ssm:GetParameter` \
      reads it, no key has to be asked, and no key's log says who did.
      """,
    blindSpots: """
      CloudFormation cannot make a SecureString, so every secret in an AWS::SSM::Parameter is a plain one. \
      Parameters are known by their name or logical id; those that hold an ARN, a path or a name pass.
      """,
    remediation: Remediation(
      "Keep the value in Secrets Manager, or make the SecureString outside the template and refer to it by "
        + "name.",
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::SecretsManager::Secret
          Properties:
            GenerateSecretString:
              PasswordLength: 32
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html",
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-parameter.html",
    ])

  package init() {}

  package func subjects(in application: Application) -> [Secret] {
    application.secrets.filter { if case .parameter = $0.kind { true } else { false } }
  }

  package func evaluate(_ secret: Secret, in context: RuleContext) -> Verdict {
    if case .parameter(.known("SecureString", _)) = secret.kind { return .pass }
    let names = [secret.secretName.value?.pattern, secret.name].compactMap { $0 }
    guard let name = names.first(where: { SecretName.promise(of: $0).map { $0 > .key } ?? false }) else {
      return .notApplicable
    }
    switch secret.value {
    case .absent: return .notApplicable
    case .unresolved(let expression, let location):
      return verdict(for: [expression], of: secret, at: location, in: context)
    case .known(let text, let location):
      guard let literal = text.literal else {
        // A reference to a resource is its name or ARN.
        return verdict(for: text.expressions, of: secret, at: location, in: context)
      }
      guard SecretScanner.secrets(in: literal).isEmpty,
        let confidence = NamedSecret.confidence(name: name, value: literal)
      else { return .pass }
      return .fail([finding(about: secret, at: location, severity: .high, confidence, in: context)])
    }
  }

  private func verdict(
    for expressions: [Expression], of secret: Secret, at location: SourceLocation, in context: RuleContext
  ) -> Verdict {
    let isSecret = expressions.contains { expression in
      switch expression.origin {
      case .dynamicReference(let service, _): service != "ssm"
      case .parameter(let name):
        context.application.parameters.contains {
          $0.name == name && ($0.isHidden.value == true || SecretName.promise(of: name) != nil)
        }
      case .pseudoParameter, .attribute, .otherStack, .other: false
      }
    }
    if isSecret { return .fail([finding(about: secret, at: location, severity: nil, .high, in: context)]) }
    guard let open = expressions.first(where: { $0.origin == .other }) else { return .pass }
    return .undetermined(
      reason: "The value of '\(secret.name)' is \(open.text), which only the deployment can evaluate.",
      at: location)
  }

  private func finding(
    about secret: Secret, at location: SourceLocation, severity: Severity?, _ confidence: Confidence,
    in context: RuleContext
  ) -> Finding {
    let written = severity == nil ? "" : " The value is in the template as well."
    return finding(
      "The SSM parameter '\(secret.name)' keeps a secret as a plain String, readable without any key.\(written)",
      about: secret, at: location, severity: severity, confidence: confidence, in: context)
  }
}
