internal import ApplicationGraph
internal import ApplicationModel
package import FindingModel
package import RuleModel

/// Layers that no function has.
package struct OrphanLayer: Rule {
  package static let metadata = RuleMetadata(
    id: "sas11-orphan-layer", risk: .obsoleteParts, title: "Layer that no function uses", severity: .info,
    profile: .strict, weaknesses: [1164],
    rationale: """
      A layer that no function uses is still published with each deployment. Its libraries are no longer \
      looked after, old versions stay available, and the next person who attaches it brings their known \
      flaws back.
      """,
    blindSpots:
      """
      Layers that an output names or that are shared with other accounts are left out. Other stacks may use \
      a layer by its ARN.
      """,
    remediation: Remediation(
      "Remove the layer, or attach it to the functions that need it.",
      snippets: [
        .cloudFormation: """
        Function:
          Type: AWS::Lambda::Function
          Properties:
            Layers: [!Ref {name}]
        """
      ]),
    references: ["https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html"])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    let mentioned = context.application.mentionedIDs(leavingOut: ["AWS::Lambda::LayerVersionPermission"])
    return context.application.layers.map { layer in
      if mentioned.contains(layer.id) || !layer.sharedWith.isEmpty { return .pass }
      return .fail([
        finding("No function of the template uses the layer '\(layer.name)'.", about: layer, in: context)
      ])
    }
  }
}
