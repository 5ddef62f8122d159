package import ApplicationModel
package import FindingModel
package import RuleModel

/// Code signing that only warns.
package struct CodeSigningWarn: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas3-code-signing-warn", risk: .insecureDeployment, title: "Code signing only warns",
    severity: .medium, weaknesses: [347],
    peers: ["checkov:CKV_AWS_272"],
    rationale: """
      Code signing keeps anyone who gets at the deployment bucket or pipeline from running code that nobody \
      signed. With the policy Warn, which is also the default, the service notes a bad signature in its \
      metrics and deploys the code all the same: there is a signature, but no check.
      """,
    blindSpots: """
      Functions without any code signing configuration are not reported: it is a decision about the whole \
      pipeline.
      """,
    remediation: Remediation(
      """
      Set UntrustedArtifactOnDeployment to Enforce once the pipeline signs everything it deploys.
      """,
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::Lambda::CodeSigningConfig
          Properties:
            AllowedPublishers:
              SigningProfileVersionArns: [!GetAtt SigningProfile.ProfileVersionArn]
            CodeSigningPolicies:
              UntrustedArtifactOnDeployment: Enforce
        """
      ]),
    references: ["https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html"])

  package init() {}

  package func subjects(in application: Application) -> [CodeSigning] {
    application.codeSigning.filter { !$0.isImplied }
  }

  package func evaluate(_ configuration: CodeSigning, in context: RuleContext) -> Verdict {
    switch configuration.untrustedArtifact {
    case .known("Enforce", _): return .pass
    case .unresolved(let expression, let location):
      return .undetermined(reason: "the policy of '\(configuration.name)' is \(expression)", at: location)
    case .absent, .known:
      let users = context.application.functions.filter { function in
        function.codeSigning.value?.references.contains { $0.id == configuration.id } ?? false
      }
      return .fail([
        finding(
          "Code signing '\(configuration.name)' only warns: code that nobody signed is deployed all the same.",
          about: configuration, functions: users, at: configuration.untrustedArtifact.location, in: context)
      ])
    }
  }
}
