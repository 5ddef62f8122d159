internal import ApplicationModel
package import FindingModel
package import RuleModel

/// Stacks for development that name things of production.
package struct StageMix: Rule {
  package static let metadata = RuleMetadata(
    id: "sas3-stage-mix", risk: .insecureDeployment, title: "Development stack names production",
    severity: .medium, profile: .strict, weaknesses: [1188],
    rationale: """
      People try things out in development, with wider permissions and less care. A development stack that \
      names a table, queue or key of production carries those experiments over: tests write into real \
      orders, and whoever gets into the weaker stage stands in the stronger one.
      """,
    blindSpots: """
      A guess from names: the stage is the default of a parameter called Stage, Env or Environment, and \
      production is what has the word prod or production in its name. Stages chosen by other means, those of \
      the Serverless Framework included, are not known.
      """,
    remediation: Remediation(
      """
      Derive names from the stage's parameter, or take them from a mapping with one entry for each stage.
      """,
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::Lambda::Function
          Properties:
            Environment:
              Variables:
                TABLE: !Sub orders-${Stage}
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/aws-account-management-and-separation.html"
    ])

  package init() {}

  private static let parameters: Set<String> = [
    "stage", "stagename", "env", "environment", "environmentname",
  ]
  private static let development: Set<String> = [
    "dev", "develop", "development", "test", "testing", "qa", "staging", "sandbox",
  ]

  package func evaluate(in context: RuleContext) -> [Verdict] {
    guard let stage = stage(of: context.application) else { return [.notApplicable] }
    let apis = Set(context.application.apis.map(\.id))
    let named = context.application.texts.filter { Self.namesProduction($0, besides: apis) }
      .sorted { $0.location < $1.location }
    guard let first = named.first else { return [.pass] }
    var places: [String] = []
    for text in named {
      // The place and not the value, which may hold a password.
      let place = "\(text.keys.last ?? "a property") of '\(text.resource.name)'"
      if !places.contains(place) { places.append(place) }
    }
    let rest = places.count > 3 ? " and \(places.count - 3) more" : ""
    return [
      .fail([
        finding(
          "The stack is for '\(stage)' by default, but things of production are named in "
            + "\(places.prefix(3).joined(separator: ", "))\(rest).",
          subject: .application(name: context.application.name), name: first.resource.name, functions: [],
          at: first.location, confidence: .low, in: context)
      ])
    ]
  }

  /// The stage this reading of the template is for, if it is one for development.
  private func stage(of application: Application) -> String? {
    for parameter in application.parameters where Self.parameters.contains(parameter.name.lowercased()) {
      let assumed = application.scenario.assumptions.first { $0.variable == parameter.name }?.value
      guard let value = assumed ?? parameter.defaultValue.value?.literal else { continue }
      if Self.development.contains(value.lowercased()) { return value }
    }
    return nil
  }

  /// Whether a text is a name of several words, one of which is `prod` or `production`.
  ///
  /// - Parameter apis: What follows their ids in an address is a stage of their own, whatever it is called.
  private static func namesProduction(_ text: TemplateText, besides apis: Set<String>) -> Bool {
    if text.keys.contains("Tags") || ["Description", "Comment"].contains(text.keys.last ?? "") {
      return false
    }
    let foreign = text.text.parts.prefix { part in
      if case .reference(let reference) = part { !apis.contains(reference.id) } else { true }
    }
    return foreign.contains { part in
      guard case .literal(let literal) = part, literal.utf8.count <= 512,
        !literal.contains(where: \.isWhitespace)
      else { return false }
      // The platform's own buckets for container layers are called so everywhere.
      if literal.contains("starport") { return false }
      let words = literal.lowercased().split { !$0.isLetter && !$0.isNumber }
      return words.count > 1 && words.contains { $0 == "prod" || $0 == "production" }
    }
  }
}
