internal import ApplicationGraph
internal import ApplicationModel
package import FindingModel
internal import PolicyEngine
internal import RuleModel

/// Functions that may change functions.
package struct LambdaSelfModify: ConcernRule {
  package static let metadata = RuleMetadata(
    id: "sas4-lambda-self-modify", risk: .overPrivilegedRoles, title: "Function may change functions",
    severity: .high, weaknesses: [269, 915],
    peers: ["checkov:CKV_AWS_286"],
    rationale: """
      A function that may update the code or the configuration of functions lets an attacker who got in \
      once stay: he replaces the code, and his version runs with every event from then on. If other \
      functions are in reach he also gets their roles, and with permissions or layers he opens them to \
      other accounts.
      """,
    blindSpots: """
      Deployment functions need these rights; scope them to the functions they deploy, and expect a finding \
      of medium severity. What the changed function's role may do is not compared. `lambda:*` belongs to \
      `sas4-service-wildcard`.
      """,
    remediation: Remediation(
      "Deploy from a pipeline, not from a function. If a function must deploy, name the functions it may "
        + "change.",
      snippets: [
        .cloudFormation: """
        - Effect: Allow
          Action: lambda:UpdateFunctionCode
          Resource: !GetAtt Deployed.Arn
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/access-control-identity-based.html",
      "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html",
    ])

  package init() {}

  static let concern = StatementConcern.functionChange

  func judge(_ grant: Grant, in context: RuleContext) -> Judgement? {
    let what = "(\(grant.patterns.phrase) on \(grant.resource))"
    if grant.breadth > .named {
      return Judgement(
        message: "\(grant.holder.title) may change every function of the account \(what): an attacker in it "
          + "replaces their code and uses their roles." + grant.companions)
    }
    let targets = grant.statement.resources.texts.compactMap { context.graph.function(meantBy: $0.value) }
    let own = Set(grant.functions.map(\.id))
    if let itself = targets.first(where: { own.contains($0.id) }) {
      return Judgement(
        message: "'\(itself.name)' may change itself \(what): an attacker in it makes his own code permanent."
      )
    }
    guard !targets.isEmpty else { return nil }
    return Judgement(
      message: "\(grant.holder.title) may change \(Set(targets.map { "'\($0.name)'" }).sorted().phrase()) "
        + "\(what): an attacker in it also gets what their roles allow.", severity: .medium)
  }
}
