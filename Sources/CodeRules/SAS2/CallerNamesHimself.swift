internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// Records chosen by a header in which the caller names himself.
package struct CallerNamesHimself: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas2-identity-header", risk: .brokenAuthentication, title: "The caller says himself who he is",
    severity: .high, weaknesses: [290, 287],
    rationale:
      """
      A header such as `x-user-id` holds what the caller wrote into it. A function that takes it for the \
      user's identity serves everybody as anybody.
      """,
    blindSpots:
      """
      A header that a trusted proxy sets and strips from outside looks the same; suppress it with that \
      reason.
      """,
    remediation: Remediation(
      """
      Take the identity from the authorizer's context or from a verified token.
      """,
      snippets: [
        .python: """
        user = event["requestContext"]["authorizer"]["claims"]["sub"]
        """,
        .javaScript: """
        const user = event.requestContext.authorizer.claims.sub;
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enable-cognito-user-pool.html"
    ])

  package static let sinks: Set<SinkKind> = [.cloudKey, .credentialComparison]

  package init() {}

  package func isRelevant(_ flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> Bool {
    flow.origin.isIdentityHeader
  }

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "names the caller to `\(flow.callee.isEmpty ? "the code" : flow.callee)`, and is whatever he wrote"
  }
}
