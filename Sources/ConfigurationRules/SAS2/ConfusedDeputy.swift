internal import ApplicationGraph
package import ApplicationModel
package import FindingModel
internal import PolicyEngine
package import RuleModel

/// Permissions for a service that do not say on whose behalf the service may call.
package struct ConfusedDeputy: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas2-confused-deputy", risk: .brokenAuthentication, title: "Service may invoke for any customer",
    severity: .high, weaknesses: [441, 732],
    peers: ["checkov:CKV_AWS_364", "trivy:AVD-AWS-0067", "securityhub:Lambda.1"],
    rationale: """
      A service such as API Gateway, SNS or S3 invokes functions for all its customers under one principal. \
      A permission that names only the service therefore lets every customer point an API, topic or bucket \
      of their own at the function and send it forged events. An S3 ARN carries no account number: if the \
      bucket is deleted, or never belonged to you, whoever creates one with that name gets to invoke the \
      function.
      """,
    blindSpots: """
      A source given by a parameter counts as restricted, except for S3. Permissions that a transform adds \
      by itself are only reported where the user can change them (Alexa skills). Whether a service really \
      delivers across accounts differs: those that do are high, the others medium.
      """,
    remediation: Remediation(
      "Name the source's ARN, and for S3 the account as well.",
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !Ref Function
            Principal: s3.amazonaws.com
            SourceArn: !Sub arn:${AWS::Partition}:s3:::uploads-${AWS::AccountId}
            SourceAccount: !Ref AWS::AccountId
        """
      ],
      variants: examples),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
    ])

  /// The line that names the source, by the service that calls.
  private static let sources: [String: String] = [
    "apigateway":
      "SourceArn: !Sub arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*",
    "sns": "SourceArn: !Ref Topic",
    "events": "SourceArn: !GetAtt Rule.Arn",
    "alexa-appkit": "EventSourceToken: amzn1.ask.skill.11111111-2222-3333-4444-555555555555",
    "alexa-connectedhome": "EventSourceToken: amzn1.ask.skill.11111111-2222-3333-4444-555555555555",
    "cognito-idp": "SourceArn: !GetAtt UserPool.Arn",
    "logs": "SourceArn: !GetAtt LogGroup.Arn",
    // Whatever the service: only on behalf of the own account.
    "another service": "SourceAccount: !Ref AWS::AccountId",
  ]

  private static let examples = Dictionary(
    uniqueKeysWithValues: sources.map { service, source in
      let principal =
        service.hasPrefix("alexa")
        ? "\(service).amazon.com"
        : service == "another service" ? "service.amazonaws.com" : "\(service).amazonaws.com"
      let example = """
        {name}:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !Ref Function
            Principal: \(principal)
            \(source)
        """
      return (ExampleKind(stringLiteral: service), [Dialect.cloudFormation: example])
    })

  private static func kind(of service: String) -> ExampleKind {
    ExampleKind(stringLiteral: sources[service] == nil && service != "s3" ? "another service" : service)
  }

  /// Services known to invoke functions of other accounts.
  private static let crossAccount: Set<String> = [
    "apigateway", "sns", "s3", "alexa-appkit", "alexa-connectedhome",
  ]

  package init() {}

  package func subjects(in application: Application) -> [Permission] { application.permissions }

  package func evaluate(_ permission: Permission, in context: RuleContext) -> Verdict {
    guard let service = permission.serviceName else { return .notApplicable }
    // Calls through a URL are signed or open by the URL's own setting.
    if permission.functionURLAuthorization.value != nil { return .notApplicable }
    if permission.isImplied, !service.hasPrefix("alexa") { return .notApplicable }
    if service.hasPrefix("alexa") { return alexa(permission, service, in: context) }
    guard permission.sourceAccount.isAbsent || permission.sourceAccount.value?.literal == "*",
      permission.principalOrganization.isAbsent
    else { return .pass }
    return service == "s3" ? bucket(permission, in: context) : source(permission, service, in: context)
  }

  private func alexa(_ permission: Permission, _ service: String, in context: RuleContext) -> Verdict {
    guard permission.eventSourceToken.isAbsent else { return .pass }
    let name = functionName(of: permission, in: context)
    return fail(
      permission, service,
      "Every Alexa skill, of whatever developer, can invoke '\(name)': no skill id is required.",
      in: context)
  }

  private func bucket(_ permission: Permission, in context: RuleContext) -> Verdict {
    let name = functionName(of: permission, in: context)
    switch permission.sourceARN {
    case .absent:
      return fail(
        permission, "s3",
        "Any bucket of any account can invoke '\(name)': neither source nor account is named.", in: context)
    case .unresolved(let expression, let location):
      return .undetermined(reason: "the source is \(expression) and no account is named", at: location)
    case .known(let text, let location):
      // The template's own bucket exists as long as the permission does.
      if text.references.contains(where: { context.graph.resource($0.id) is Bucket }) { return .pass }
      let isWild = text.pattern.hasSuffix(":::*") || text.literal == "*"
      return fail(
        permission, "s3",
        isWild
          ? "Any bucket of any account can invoke '\(name)': the source is '\(text.pattern)'."
          : """
          '\(name)' can be invoked by whoever owns the bucket '\(text.pattern)', which this template does \
          not create: an S3 ARN names no account, so if the bucket goes away a stranger can recreate it.
          """,
        at: location, severity: isWild ? nil : .medium, in: context)
    }
  }

  private func source(_ permission: Permission, _ service: String, in context: RuleContext) -> Verdict {
    let name = functionName(of: permission, in: context)
    switch permission.sourceARN {
    case .unresolved: return .pass
    case .absent:
      return fail(
        permission, service,
        "\(service).amazonaws.com can invoke '\(name)' for any customer: no source is named.",
        in: context)
    case .known(let text, let location):
      guard text.leavesOwnerOpen else { return .pass }
      return fail(
        permission, service,
        """
        \(service).amazonaws.com can invoke '\(name)' for any customer: the source '\(text.pattern)' leaves \
        the account open.
        """,
        at: location, in: context)
    }
  }

  private func functionName(of permission: Permission, in context: RuleContext) -> String {
    let target = permission.function.value
    return target.flatMap(context.graph.function(meantBy:))?.name ?? target?.pattern ?? "the function"
  }

  private func fail(
    _ permission: Permission, _ service: String, _ message: String, at location: SourceLocation? = nil,
    severity: Severity? = nil, in context: RuleContext
  ) -> Verdict {
    let function = permission.function.value.flatMap(context.graph.function(meantBy:))
    let usual: Severity? = Self.crossAccount.contains(service) ? nil : .medium
    return .fail([
      finding(
        message, about: permission, functions: function.map { [$0] } ?? [],
        at: location ?? permission.principal.location, severity: severity ?? usual, in: context
      ).showing(Self.kind(of: service), named: permission.name, of: Self.metadata, in: context)
    ])
  }
}

extension Permission {
  /// `s3` of `s3.amazonaws.com`; `nil` for accounts, roles and everyone.
  var serviceName: String? {
    guard let text = principal.value else { return nil }
    for suffix in [".amazonaws.com", ".amazon.com", ".${AWS::URLSuffix}"] {
      guard let end = text.pattern.ranges(of: suffix).first?.lowerBound else { continue }
      return String(text.pattern[..<end])
    }
    return nil
  }
}

extension Text {
  /// Whether an ARN's account is a pattern, so that resources of other customers match it.
  fileprivate var leavesOwnerOpen: Bool {
    if literal == "*" { return true }
    guard let account = arnAccount?.literal, account.contains("*") || account.contains("?") else {
      return false
    }
    // An API's id is given by the platform: nobody else can have the same one.
    guard arnSegment(2)?.literal == "execute-api", let rest = arnSegment(5) else { return true }
    return rest.leadingLiteral.hasPrefix("*")
  }
}
