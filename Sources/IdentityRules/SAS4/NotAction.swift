internal import ApplicationModel
package import FindingModel
internal import PolicyEngine
internal import RuleModel

/// Statements that allow all but what they name.
package struct NotAction: ConcernRule {
  package static let metadata = RuleMetadata(
    id: "sas4-notaction", risk: .overPrivilegedRoles, title: "Everything allowed but what is named",
    severity: .high, weaknesses: [250, 184],
    peers: ["cfn_nag:W15", "cfn_nag:W16", "cfn_nag:W17", "cfn_nag:W21", "cfn_nag:W22", "cfn_nag:W23"],
    rationale: """
      `Allow` with `NotAction` or `NotResource` reads like a ban and is its opposite: everything that is \
      not listed is allowed, in services nobody thought of and in those that do not exist yet. A flaw in \
      the function then gives the attacker nearly the whole account.
      """,
    blindSpots: """
      A `Deny` with `NotAction` is a good pattern and is not reported. Whether another statement or a \
      service control policy takes the rest away is not judged.
      """,
    remediation: Remediation(
      "Turn it round: list what is allowed with Action and Resource. Keep NotAction for Deny statements.",
      snippets: [
        .cloudFormation: """
        Statement:
          - Effect: Allow
            Action: [dynamodb:GetItem, dynamodb:PutItem]
            Resource: !GetAtt Orders.Arn
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html",
    ])

  package init() {}

  static let concern = StatementConcern.exceptions

  func judge(_ grant: Grant, in context: RuleContext) -> Judgement? {
    let statement = grant.statement
    if statement.actions.isException {
      let spared = statement.actions.texts.map { "`\($0.value.pattern)`" }.phrase()
      let isWide = grant.breadth > .named
      let place = isWide ? "on \(grant.resource)" : "on named resources"
      return Judgement(
        message: "\(grant.holder.title) may do everything but \(spared) \(place): NotAction with Allow "
          + "allows all that it does not name.", severity: isWide ? .high : .medium)
    }
    let spared = statement.resources.texts.map { "`\($0.value.pattern)`" }.phrase()
    let actions = statement.actions.texts.map { "`\($0.value.pattern)`" }.phrase()
    return Judgement(
      message: "\(grant.holder.title) may use \(actions) on everything but \(spared): NotResource with "
        + "Allow allows all that it does not name.")
  }
}
