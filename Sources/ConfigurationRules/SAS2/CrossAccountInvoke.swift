internal import ApplicationGraph
package import ApplicationModel
package import FindingModel
internal import PolicyEngine
package import RuleModel

/// Permissions for accounts that nobody has declared as trusted.
package struct CrossAccountInvoke: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas2-cross-account-invoke", risk: .brokenAuthentication,
    title: "Function that another account may invoke",
    severity: .medium, weaknesses: [284],
    rationale: """
      The permission lets another account call the function, with any event. Whoever takes over that \
      account, or any identity in it that may invoke functions, reaches yours too; partners and vendors \
      leave, and such permissions are seldom taken back.
      """,
    blindSpots: """
      The own account's number is not in a template: list it, and those of the organisation, as trusted \
      accounts in the settings. Accounts given by a parameter cannot be told. Permissions for a whole \
      organisation are accepted.
      """,
    remediation: Remediation(
      "Restrict the permission to one role of that account, or list the account as trusted in the settings.",
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !Ref Function
            Principal: arn:aws:iam::111122223333:role/order-publisher
        """
      ]),
    references: ["https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-cross-account.html"])

  package init() {}

  package func subjects(in application: Application) -> [Permission] { application.permissions }

  package func evaluate(_ permission: Permission, in context: RuleContext) -> Verdict {
    if permission.serviceName != nil { return .notApplicable }
    guard case .otherAccount(let text)? = permission.opening?.audience else { return .notApplicable }
    guard let number = text.accountNumber else {
      // An organisation, or a parameter.
      guard let expression = text.expressions.first, text.literal == nil else { return .pass }
      return .undetermined(reason: "the principal is \(expression)", at: permission.location)
    }
    if context.settings.trustedAccounts.contains(number) { return .pass }
    let function = permission.function.value.flatMap(context.graph.function(meantBy:))
    let name = function?.name ?? permission.function.value?.pattern ?? "the function"
    let isWhole = text.literal == number || text.pattern.hasSuffix(":root")
    let who =
      isWhole ? "Every identity of account \(number) that its administrators allow" : "'\(text.pattern)'"
    return .fail([
      finding(
        "\(who) can invoke '\(name)' with any event. Account \(number) is not among the trusted accounts.",
        about: permission, functions: function.map { [$0] } ?? [], at: permission.principal.location,
        in: context)
    ])
  }
}
