internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// A credential compared by the code itself.
package struct HomeGrownAuthentication: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas2-home-grown-auth", risk: .brokenAuthentication, title: "The code checks credentials by itself",
    severity: .medium, weaknesses: [287, 208],
    rationale:
      """
      Comparing a password or token with a stored text is an authentication of one's own: no limit on \
      attempts, no rotation, no second factor, and an ordinary comparison that takes the longer the more \
      of it is right.
      """,
    blindSpots:
      """
      Credentials are recognised by the names of what is compared. Comparisons in constant time are \
      silent.
      """,
    remediation: Remediation(
      """
      Let an authorizer do it (JWT, Cognito, IAM); where a shared secret is all there is, compare with \
      `hmac.compare_digest` or `crypto.timingSafeEqual`.
      """,
      snippets: [
        .python: """
        if not hmac.compare_digest(given, expected):
        """,
        .javaScript: """
        if (!crypto.timingSafeEqual(Buffer.from(given), Buffer.from(expected))) {
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html",
      "https://docs.python.org/3/library/hmac.html#hmac.compare_digest",
    ])

  package static let sinks: Set<SinkKind> = [.credentialComparison]

  package init() {}

  /// A value that is compared with this and then with that is one home-made check.
  package func cause(of flow: Flow) -> FlowCause { .value(flow.origin.title, in: flow.function) }

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    flow.detail == "signature"
      ? "is compared with a signature character by character, which takes the longer the more of it is right"
      : "is compared with a credential by the code itself"
  }
}
