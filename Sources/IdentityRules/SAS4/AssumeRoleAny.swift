internal import ApplicationModel
package import FindingModel
internal import PolicyEngine
internal import RuleModel

/// Functions that may take on any role.
package struct AssumeRoleAny: ConcernRule {
  package static let metadata = RuleMetadata(
    id: "sas4-assume-role-any", risk: .overPrivilegedRoles, title: "Any role may be assumed",
    severity: .high, weaknesses: [269, 250], peers: ["checkov:CKV_AWS_110", "checkov:CKV_AWS_286"],
    rationale: """
      `sts:AssumeRole` on every role lets an attacker in the function try all of them, in this account and \
      in every other. Each role that trusts the whole account (the console's default for a cross-account \
      role) is then his, whatever the function's own policy says.
      """,
    blindSpots: """
      Which roles would let the function in is not judged. A role name that is fixed while the account is \
      open (`arn:aws:iam::*:role/Reader`) passes: it is how functions reach many accounts on purpose.
      """,
    remediation: Remediation(
      "Name the roles the function assumes.",
      snippets: [
        .cloudFormation: """
        - Effect: Allow
          Action: sts:AssumeRole
          Resource: !GetAtt ReportReader.Arn
        """
      ]),
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html"])

  package init() {}

  static let concern = StatementConcern.assumeRole

  func judge(_ grant: Grant, in context: RuleContext) -> Judgement? {
    Judgement(
      message: "\(grant.holder.title) may assume any role that trusts the account "
        + "(\(grant.patterns.phrase) on \(grant.resource)).")
  }
}
