internal import SecretDetection
package import ApplicationModel
package import FindingModel
package import RuleModel
internal import SecretDetection

/// Parameters for secrets that the platform shows to everyone.
package struct NoEchoMissing: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas7-noecho-missing", risk: .insecureSecrets, title: "Parameter for a secret without NoEcho",
    severity: .medium, weaknesses: [312, 532], peers: ["cfn_nag:W75", "cfn-lint:W2501"],
    rationale: """
      Without NoEcho the value of a parameter is shown in the console and returned by DescribeStacks, for \
      as long as the stack exists, to everyone who may look at stacks.
      """,
    blindSpots: """
      Parameters are known by their names; names of secrets (`…Arn`, `…Name`, `…Path`, `…Url`) and \
      parameters that are looked up in the Parameter Store are left out. A parameter with a default is \
      reported by `sas7-secret-parameter-default` instead.
      """,
    remediation: Remediation(
      "Set NoEcho, or better take the name of a secret and let the function read it.",
      snippets: [
        .cloudFormation: """
        Parameters:
          {name}:
            Type: String
            NoEcho: true
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html"
    ])

  package init() {}

  package func subjects(in application: Application) -> [TemplateParameter] { application.parameters }

  package func evaluate(_ parameter: TemplateParameter, in context: RuleContext) -> Verdict {
    guard parameter.mayHoldSecret, let promise = SecretName.promise(of: parameter.name), promise > .key else {
      return .notApplicable
    }
    if let value = parameter.defaultValue.value?.literal, !value.isEmpty {
      // A default that is a secret has its own rule; one that is a name or a path says that this is none.
      return .notApplicable
    }
    switch parameter.isHidden {
    case .known(true, _): return .pass
    case .unresolved(let expression, let location):
      return .undetermined(
        reason:
          "NoEcho of '\(parameter.name)' is \(expression.text), which only the deployment can evaluate.",
        at: location)
    case .absent, .known(false, _):
      return .fail([
        finding(
          "The parameter '\(parameter.name)' takes a secret and has no NoEcho: everyone who may look at "
            + "the stack "
            + "sees its value.", subject: .parameter(name: parameter.name), name: parameter.name,
          functions: [],
          at: parameter.location, confidence: promise == .password ? .high : .medium, in: context)
      ])
    }
  }
}
