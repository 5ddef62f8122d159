package import ApplicationModel
package import FindingModel
package import RuleModel

/// Stage variables that hold secrets.
package struct StageVariableSecret: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas7-stage-variable-secret", risk: .insecureSecrets, title: "Secret in an API's stage variable",
    severity: .medium, weaknesses: [312, 798],
    rationale: """
      Stage variables are plain text in the API's configuration, shown to everyone who may look at the API, \
      and handed to functions and mapping templates with every request. The platform's own pages say not to \
      keep credentials in them.
      """,
    blindSpots: """
      The name of the variable decides together with the form of its value, as for environment variables. \
      Tokens with a form of their own belong to `sas7-hardcoded-secret`.
      """,
    remediation: Remediation(
      "Keep the secret in Secrets Manager and let the function read it; use stage variables for names only.",
      snippets: [
        .cloudFormation: """
        Variables:
          secretName: shop/payment
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/apigateway/latest/developerguide/stage-variables.html"
    ])

  package init() {}

  package func subjects(in application: Application) -> [Stage] { application.apis.flatMap(\.stages) }

  package func evaluate(_ stage: Stage, in context: RuleContext) -> Verdict {
    let findings = stage.variables.compactMap { variable -> Finding? in
      guard let judged = judge(variable, in: context.application) else { return nil }
      return finding(
        "The stage variable '\(variable.name)' of '\(stage.name)' \(judged.what), in plain text for "
          + "everyone who "
          + "may look at the API.", about: stage, at: variable.value.location ?? variable.location,
        severity: judged.severity, confidence: judged.confidence, discriminator: variable.name, in: context)
    }
    return findings.isEmpty ? .pass : .fail(findings)
  }

  private func judge(
    _ variable: NamedText, in application: Application
  ) -> (what: String, severity: Severity?, confidence: Confidence)? {
    let written = WrittenVariable(
      name: variable.name, value: variable.value, location: variable.location, functions: [])
    if let confidence = written.plainSecret(in: application) { return ("holds a secret", .high, confidence) }
    return written.deployedSecret(in: application).map { ("gets \($0)", nil, .high) }
  }
}
