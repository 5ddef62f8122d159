package import ApplicationModel
package import FindingModel
package import RuleModel

/// Layers that every account may download.
package struct LayerSharedPublic: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas3-layer-shared-public", risk: .insecureDeployment, title: "Layer shared with every account",
    severity: .high, weaknesses: [732, 200],
    rationale: """
      Whoever may use a layer may download it. A layer shared with everyone publishes the source, the \
      internal packages and whatever else the build put into it, configuration and keys included, to anyone \
      with an account who tries its ARN.
      """,
    blindSpots: """
      Meant for layers that are published on purpose: suppress it there. Permissions added outside the \
      template are not seen.
      """,
    remediation: Remediation(
      """
      Share the layer with named accounts, or with the organization.
      """,
      snippets: [
        .cloudFormation: """
        {name}Permission:
          Type: AWS::Lambda::LayerVersionPermission
          Properties:
            LayerVersionArn: !Ref {name}
            Action: lambda:GetLayerVersion
            Principal: "*"
            OrganizationId: o-exampleorg
        """
      ]),
    references: ["https://docs.aws.amazon.com/lambda/latest/dg/permissions-layer-cross-account.html"])

  package init() {}

  package func subjects(in application: Application) -> [Layer] { application.layers }

  package func evaluate(_ layer: Layer, in context: RuleContext) -> Verdict {
    guard let place = layer.sharedWith.first(where: { $0.value.literal == "*" }) else { return .pass }
    return .fail([
      finding(
        "Every account may download layer '\(layer.name)' with all the code and files in it.", about: layer,
        at: place.location, in: context)
    ])
  }
}
