internal import ApplicationGraph
package import ApplicationModel
package import FindingModel
internal import PolicyEngine
package import RuleModel

/// Permissions that let everybody invoke a function.
///
/// A permission that only holds for calls through an open URL is the URL's own flaw: `sas2-url-auth-none`.
package struct LambdaPermissionPublic: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas2-lambda-permission-public", risk: .brokenAuthentication,
    title: "Function that any account may invoke",
    severity: .critical, weaknesses: [732, 284],
    peers: [
      "securityhub:Lambda.1", "cfn_nag:F13", "checkov:CKV_AWS_301",
      "prowler:awslambda_function_not_publicly_accessible",
    ],
    rationale: """
      A permission with the principal * and no condition about the caller lets every customer of the \
      platform invoke the function from an account of their own, with any event they like. The function runs \
      with its role, in your account and at your cost; events that only the platform should send can be \
      forged.
      """,
    blindSpots: """
      Conditions are judged as the platform does: a source account, organisation, fixed source ARN or token \
      restricts, a pattern such as arn:aws:s3:::* does not. Permissions added outside the template are not \
      seen.
      """,
    remediation: Remediation(
      "Name the principal that calls the function, or restrict * to your organisation.",
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !Ref Function
            Principal: "*"
            PrincipalOrgID: o-example1234
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html",
    ])

  package init() {}

  package func subjects(in application: Application) -> [Permission] { application.permissions }

  package func evaluate(_ permission: Permission, in context: RuleContext) -> Verdict {
    if let expression = permission.principal.expression {
      return .undetermined(reason: "the principal is \(expression)", at: permission.location)
    }
    guard let opening = permission.opening, opening.audience == .anyone else { return .pass }
    for value in [permission.sourceARN, permission.sourceAccount, permission.principalOrganization] {
      guard case .unresolved(let expression, let location) = value else { continue }
      return .undetermined(reason: "who may call depends on \(expression)", at: location)
    }
    let function = permission.function.value.flatMap(context.graph.function(meantBy:))
    let name = function?.name ?? permission.function.value?.pattern ?? "a function"
    return judge(permission, of: function, named: name, at: opening.location, in: context)
  }

  private func judge(
    _ permission: Permission, of function: Function?, named name: String, at location: SourceLocation,
    in context: RuleContext
  ) -> Verdict {
    var severity: Severity?
    let message: String
    if permission.functionURLAuthorization.value == "AWS_IAM" {
      message =
        "Every customer of the platform can call the URL of '\(name)' with credentials of their own account."
    } else if permission.isForURL {
      // With a URL of the template, the URL's own AuthType decides.
      if let url = function?.url, url.authorization.expression == nil { return .pass }
      severity = .medium
      message = "'\(name)' is open to everyone as soon as a function URL with AuthType NONE exists for it."
    } else {
      let data = function.flatMap(context.graph.dataSummary(of:)).map { " Its role reaches \($0)." } ?? ""
      message =
        """
        Every customer of the platform can invoke '\(name)': the permission's principal is * and nothing \
        restricts it.\(data)
        """
    }
    return .fail([
      finding(
        message, about: permission, functions: function.map { [$0] } ?? [], at: location, severity: severity,
        in: context)
    ])
  }
}

extension Permission {
  /// Whether it only holds for calls through the function's URL.
  fileprivate var isForURL: Bool {
    functionURLAuthorization.value != nil || isForFunctionURL.value == true
      || action.value?.lowercased() == "lambda:invokefunctionurl"
  }
}
