internal import SecretDetection
package import ApplicationModel
package import FindingModel
package import RuleModel
internal import SecretDetection

/// Outputs that show a secret.
package struct OutputSecret: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas7-output-secret", risk: .insecureSecrets, title: "Output shows a secret",
    severity: .medium, weaknesses: [200, 312], peers: ["cfn-lint:W1011"],
    rationale: """
      Outputs are shown in the console, printed by deployment tools into build logs and returned by \
      DescribeStacks. NoEcho does not hide a parameter there: the platform prints its value.
      """,
    blindSpots: """
      An output is judged by what it refers to: hidden parameters, secret attributes such as \
      SecretAccessKey, dynamic references, and literals whose output has a secret's name. Names and ARNs of \
      secrets pass.
      """,
    remediation: Remediation(
      "Put out the name or the ARN of the secret, and let whoever needs it read it with rights of his own.",
      snippets: [
        .cloudFormation: """
        Outputs:
          DatabaseSecretArn:
            Value: !Ref DatabaseSecret
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html"
    ])

  package init() {}

  package func subjects(in application: Application) -> [TemplateOutput] { application.outputs }

  package func evaluate(_ output: TemplateOutput, in context: RuleContext) -> Verdict {
    switch output.value {
    case .absent: return .pass
    case .unresolved(let expression, let location):
      return verdict(Text([.open(expression)]), of: output, at: location, in: context)
    case .known(let text, let location):
      return verdict(text, of: output, at: location, in: context)
    }
  }

  private func verdict(
    _ text: Text, of output: TemplateOutput, at location: SourceLocation, in context: RuleContext
  ) -> Verdict {
    guard let source = source(of: text, name: output.name, in: context.application) else { return .pass }
    return .fail([
      finding(
        "The output '\(output.name)' shows \(source.what) to everyone who may look at the stack or at the "
          + "log of a "
          + "deployment.", subject: .resource(name: output.name, type: "Output"), name: output.name,
        functions: [],
        at: location, severity: source.severity, in: context)
    ])
  }

  private func source(
    of text: Text, name: String, in application: Application
  ) -> (what: String, severity: Severity?)? {
    for reference in text.references {
      switch reference.attribute {
      case "SecretAccessKey": return ("the secret half of the access key '\(reference.id)'", .high)
      case "ClientSecret": return ("the client secret of '\(reference.id)'", nil)
      default: continue
      }
    }
    for expression in text.expressions {
      switch expression.origin {
      case .attribute(let resource, "SecretAccessKey"):
        return ("the secret half of the access key '\(resource)'", .high)
      case .attribute(let resource, "ClientSecret"): return ("the client secret of '\(resource)'", nil)
      case .dynamicReference("secretsmanager", _), .dynamicReference("ssm-secure", _):
        return ("a secret that is fetched at deployment", nil)
      case .parameter(let parameter):
        guard let declared = application.parameters.first(where: { $0.name == parameter }),
          declared.mayHoldSecret,
          declared.isHidden.value == true || (SecretName.promise(of: parameter).map { $0 > .key } ?? false)
        else { continue }
        return ("the value of the parameter '\(parameter)', which NoEcho does not hide here", nil)
      default: continue
      }
    }
    guard let literal = text.literal, SecretScanner.secrets(in: literal).isEmpty,
      NamedSecret.confidence(name: name, value: literal) != nil
    else { return nil }
    return ("a secret", .high)
  }
}
