internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
package import FindingModel
package import RuleModel
internal import TaintEngine

/// Authorizers that allow without looking.
package struct WeakAuthorizer: FunctionCodeRule {
  package static let metadata = RuleMetadata(
    id: "sas2-authorizer-weak", risk: .brokenAuthentication,
    title: "An authorizer approves without checking anything", severity: .critical, weaknesses: [287],
    rationale:
      """
      An authorizer whose every answer is an approval, or that never looks at the token it is given, is \
      a door painted on the wall: the API looks protected in the console and in every scan of its \
      configuration.
      """,
    blindSpots:
      """
      An authorizer that hands the check to code that was not read is not reported.
      """,
    remediation: Remediation(
      """
      Verify the token, and approve only what its claims allow.
      """,
      snippets: [
        .python: """
        claims = jwt.decode(event["authorizationToken"], key, algorithms=["RS256"], audience=AUDIENCE)
        effect = "Allow" if "orders" in claims["scope"] else "Deny"
        """,
        .javaScript: """
        const claims = jwt.verify(event.authorizationToken, key, { algorithms: ["RS256"], audience });
        const effect = claims.scope.includes("orders") ? "Allow" : "Deny";
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html"
    ])

  package init() {}
  package func findings(of code: FunctionUnderTest, in context: RuleContext) -> [Finding] {
    guard code.isAuthorizer(in: context), !code.code.analysis.responses.isEmpty,
      code.code.analysis.incomplete.isEmpty
    else { return [] }
    let answers = code.code.analysis.responses
    let looks = code.code.analysis.fieldsRead.contains { path in
      [
        "authorizationToken", "headers", "queryStringParameters", "identitySource", "cookies",
        "multiValueHeaders",
      ]
      .contains(path.components.first ?? "")
    }
    guard let answer = answers.first, !looks, answers.allSatisfy({ $0.value.allowsRequest }) else {
      return []
    }
    return [
      finding(
        "The authorizer '\(code.name)' approves every request and never looks at the credential that came with it.",
        of: code.function, at: answer.location, discriminator: "always", in: context)
    ]
  }

}
