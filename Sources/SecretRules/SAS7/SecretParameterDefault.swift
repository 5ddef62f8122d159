internal import SecretDetection
package import ApplicationModel
package import FindingModel
package import RuleModel
internal import SecretDetection

/// Parameters for secrets that have a default.
package struct SecretParameterDefault: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas7-secret-parameter-default", risk: .insecureSecrets,
    title: "Parameter for a secret has a default",
    severity: .high, weaknesses: [1392, 798],
    peers: ["cfn_nag:W75", "cfn-lint:W2501"],
    rationale: """
      The default of a parameter is part of the template, and every deployment that forgets the parameter \
      uses it. Then a password that the whole repository knows protects a real database.
      """,
    blindSpots: """
      Parameters are known by their names. An empty default, a path in the Parameter Store and the name of \
      a secret pass. A default such as `changeme` is of medium severity: it is no secret, but it works.
      """,
    remediation: Remediation(
      "Remove the default and let Secrets Manager generate the value, or demand the parameter with NoEcho.",
      snippets: [
        .cloudFormation: """
        Parameters:
          {name}:
            Type: String
            NoEcho: true
            MinLength: 16
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html",
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security-best-practices.html#creds",
    ])

  package init() {}

  package func subjects(in application: Application) -> [TemplateParameter] { application.parameters }

  package func evaluate(_ parameter: TemplateParameter, in context: RuleContext) -> Verdict {
    guard parameter.mayHoldSecret, let promise = SecretName.promise(of: parameter.name) else {
      return .notApplicable
    }
    guard case .known(let text, let location) = parameter.defaultValue, let literal = text.literal,
      !literal.isEmpty, SecretScanner.secrets(in: literal).isEmpty
    else { return .pass }
    let isPlaceholder = SecretValue.isPlaceholder(literal)
    let confidence = NamedSecret.confidence(name: parameter.name, value: literal)
    // `NONE` and its like switch a feature off; a placeholder for a password is a password.
    let isUsable =
      promise == .password && isPlaceholder && literal.utf8.count > 3
      && !SecretValue.isReference(literal)
    guard confidence != nil || isUsable else { return .pass }
    return .fail([
      finding(
        "The parameter '\(parameter.name)' has a default, so a deployment without it uses a secret that "
          + "everyone "
          + "who reads the template knows.",
        subject: .parameter(name: parameter.name), name: parameter.name, functions: [], at: location,
        severity: confidence == nil ? .medium : nil, confidence: confidence ?? .medium, in: context)
    ])
  }
}

extension TemplateParameter {
  /// Text that the deployer types; types of the platform hold names and lists of resources.
  var mayHoldSecret: Bool {
    switch type {
    case .absent, .unresolved: true
    case .known(let name, _): name == "String" || name == "CommaDelimitedList" || name == "List<String>"
    }
  }
}
