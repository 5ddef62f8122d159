internal import ApplicationGraph
internal import CodeAnalysis
package import ApplicationModel
package import FindingModel
package import RuleModel

/// Function URLs that anyone on the internet may call.
package struct URLAuthNone: FunctionRule {
  package static let metadata = RuleMetadata(
    id: "sas2-url-auth-none", risk: .brokenAuthentication, title: "Function URL without authentication",
    severity: .critical, weaknesses: [306],
    peers: ["checkov:CKV_AWS_258", "prowler:awslambda_function_url_public"],
    rationale: """
      A function URL with AuthType NONE is a public web address: the platform checks nothing before the \
      handler runs. URLs are found in browser traffic, logs and certificate searches, and whoever has one \
      can call the function as often as they like, with any input, at your expense and with the function's \
      role behind it.
      """,
    blindSpots: """
      Where the handler checks a signature, a token or a secret before it goes on, the finding is low; checks in \
      other ways are not seen. Where the \
      template holds no permission for everyone the URL still refuses strangers, so the finding is less \
      severe: a permission added outside the template opens it.
      """,
    remediation: Remediation(
      """
      Set AuthType to AWS_IAM and let callers sign their requests, or put the function behind an API with an \
      authorizer.
      """,
      snippets: [
        .cloudFormation: """
        {name}Url:
          Type: AWS::Lambda::Url
          Properties:
            TargetFunctionArn: !Ref {name}
            AuthType: AWS_IAM
        """,
        .sam: """
        {name}:
          Type: AWS::Serverless::Function
          Properties:
            FunctionUrlConfig:
              AuthType: AWS_IAM
        """,
        .serverlessFramework: """
        functions:
          {name}:
            url:
              authorizer: aws_iam
        """,
      ]),
    references: ["https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"])

  package init() {}

  package func evaluate(_ function: Function, in context: RuleContext) -> Verdict {
    guard let url = function.url else { return .notApplicable }
    switch url.authorization {
    case .absent: return .undetermined(reason: "the function URL has no AuthType", at: url.location)
    case .known(.iam, _): return .pass
    case .unresolved(let expression, let location):
      return .undetermined(reason: "AuthType is \(expression)", at: location)
    case .known(.anonymous, let location):
      let isReachable = context.application.permissions.contains {
        $0.opensURL(of: function, in: context.graph)
      }
      return .fail([finding(about: function, at: location, isReachable: isReachable, in: context)])
    }
  }

  private func finding(
    about function: Function, at location: SourceLocation, isReachable: Bool, in context: RuleContext
  ) -> Finding {
    let data = context.graph.dataSummary(of: function).map { " Its role reaches \($0)." } ?? ""
    let message =
      isReachable
      ? "Anyone on the internet can call '\(function.name)': its function URL has AuthType NONE.\(data)"
      : """
      The function URL of '\(function.name)' has AuthType NONE. The template holds no permission for \
      everyone, so strangers are refused until somebody adds one.\(data)
      """
    let check = context.code[function]?.callerCheck
    let checked =
      check.map { " Its code itself \($0.what) (\($0.location.path):\($0.location.line))." } ?? ""
    var found = finding(
      message + checked, about: function, at: location,
      severity: check.map { $0.isStrong ? .low : .medium } ?? (isReachable ? nil : .medium),
      confidence: isReachable ? .high : .medium, in: context)
    if check != nil { found.remediation = CallerCheckAdvice.text }
    return found
  }
}

extension Permission {
  /// Whether it lets everyone call the URL of a function, whatever the URL itself demands.
  func opensURL(of function: Function, in graph: ApplicationGraph) -> Bool {
    guard principal.value?.literal == "*", let target = self.function.value else { return false }
    return graph.function(meantBy: target)?.id == function.id || target == function.functionName.value
  }
}
