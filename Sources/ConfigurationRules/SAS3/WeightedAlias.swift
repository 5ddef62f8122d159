package import ApplicationModel
package import FindingModel
package import RuleModel

/// Aliases that send a share of the traffic to another version.
package struct WeightedAlias: FunctionRule {
  package static let metadata = RuleMetadata(
    id: "sas3-weighted-alias", risk: .insecureDeployment, title: "Alias with a second version",
    severity: .medium, profile: .strict, weaknesses: [912],
    rationale: """
      An alias can send a share of its calls to a second version. That is meant for the hours of a \
      deployment; left in a template it is an old version with its old flaws that keeps running, and for an \
      attacker who may change aliases it is the quiet way to have one call in a hundred handled by code of \
      his own.
      """,
    blindSpots: """
      Weights that a deployment tool sets while it shifts traffic are not in a template and are not \
      reported.
      """,
    remediation: Remediation(
      """
      Remove the weights and let the deployment tool shift the traffic.
      """,
      snippets: [
        .sam: """
        {name}:
          Type: AWS::Serverless::Function
          Properties:
            AutoPublishAlias: live
            DeploymentPreference:
              Type: Canary10Percent5Minutes
        """,
        .cloudFormation: """
        {name}Alias:
          Type: AWS::Lambda::Alias
          Properties:
            FunctionName: !Ref {name}
            FunctionVersion: !GetAtt {name}Version.Version
            Name: live
        """,
      ]),
    references: ["https://docs.aws.amazon.com/lambda/latest/dg/configuring-alias-routing.html"])

  package init() {}

  package func evaluate(_ function: Function, in context: RuleContext) -> Verdict {
    guard !function.aliases.isEmpty else { return .notApplicable }
    let findings = function.aliases.compactMap { alias -> Finding? in
      guard let weight = alias.additionalWeights.first else { return nil }
      return finding(
        "Alias '\(alias.name)' sends a share of the calls of '\(function.name)' to version "
          + "\(weight.version.pattern) besides its own.", about: function, at: weight.location,
        discriminator: alias.name, in: context)
    }
    return findings.isEmpty ? .pass : .fail(findings)
  }
}
