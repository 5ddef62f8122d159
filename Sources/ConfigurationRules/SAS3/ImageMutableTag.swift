package import ApplicationModel
package import FindingModel
package import RuleModel

/// Functions deployed from an image tag that moves.
package struct ImageMutableTag: FunctionRule {
  package static let metadata = RuleMetadata(
    id: "sas3-image-mutable-tag", risk: .insecureDeployment, title: "Image named by a moving tag",
    severity: .medium, weaknesses: [829, 494],
    rationale: """
      A tag such as latest means another image after every push. What the next deployment puts into the \
      function is whatever anyone with push rights made of the tag meanwhile, without a change to the \
      template that somebody could review; and nobody can tell from the template which code runs today.
      """,
    blindSpots: """
      Only latest, a missing tag, and names of branches and stages are reported. A tag that looks like a \
      version or a commit can be moved too unless the repository forbids it. An image that a parameter names \
      cannot be judged.
      """,
    remediation: Remediation(
      """
      Name the image by its digest, or at least by a tag that the repository does not let anyone move.
      """,
      snippets: [
        .sam: """
        {name}:
          Type: AWS::Serverless::Function
          Properties:
            PackageType: Image
            ImageUri: !Sub ${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/orders@sha256:…
        """,
        .cloudFormation: """
        {name}:
          Type: AWS::Lambda::Function
          Properties:
            PackageType: Image
            Code:
              ImageUri: !Sub ${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/orders@sha256:…
        """,
        .serverlessFramework: """
        functions:
          orders:
            image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/orders@sha256:…
        """,
      ]),
    references: ["https://docs.aws.amazon.com/lambda/latest/dg/images-create.html"])

  package init() {}

  /// Tags that pipelines move by habit.
  private static let moving: Set<String> = [
    "latest", "main", "master", "develop", "dev", "test", "staging", "stage", "prod", "production", "live",
    "stable",
    "edge", "nightly", "current",
  ]

  package func evaluate(_ function: Function, in context: RuleContext) -> Verdict {
    guard case .image(let image, let location) = function.code else { return .notApplicable }
    switch image {
    case .absent: return .notApplicable
    case .unresolved(let expression, _):
      return .undetermined(reason: "the image of '\(function.name)' is \(expression)", at: location)
    case .known(let text, _):
      if text.contains("@sha256:") { return .pass }
      guard case .literal(let end)? = text.parts.last else {
        return .undetermined(reason: "the image of '\(function.name)' is \(text.pattern)", at: location)
      }
      let name = end.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
      guard let colon = name.lastIndex(of: ":") else {
        return report(function, "no tag, which means 'latest'", at: location, in: context)
      }
      let tag = String(name[name.index(after: colon)...])
      guard Self.moving.contains(tag.lowercased()) else { return .pass }
      return report(function, "the tag '\(tag)'", at: location, in: context)
    }
  }

  private func report(
    _ function: Function, _ tag: String, at location: SourceLocation, in context: RuleContext
  ) -> Verdict {
    .fail([
      finding(
        "The image of '\(function.name)' has \(tag): the next deployment runs whatever was pushed last.",
        about: function, at: location, in: context)
    ])
  }
}
