internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// Records of any user read or changed by the key a request names.
package struct MissingOwnershipCheck: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas2-missing-authz", risk: .brokenAuthentication,
    title: "A record is chosen by the request, and nobody asks whose it is", severity: .medium,
    weaknesses: [639, 862],
    rationale:
      """
      The authorizer has let a user in, but the record is chosen by what the request says and never \
      compared with who asks. Every user reads and changes the records of all others by trying their \
      keys.
      """,
    blindSpots:
      """
      Reported only where the code reads nothing of the caller's identity. A store where every user may \
      see everything looks the same; suppress it with that reason.
      """,
    remediation: Remediation(
      """
      Take the owner's part of the key from the token (`requestContext.authorizer`), or compare the \
      record's owner with it before answering.
      """,
      snippets: [
        .python: """
        owner = event["requestContext"]["authorizer"]["claims"]["sub"]
        table.get_item(Key={"owner": owner, "id": order_id})
        """,
        .javaScript: """
        const owner = event.requestContext.authorizer.claims.sub;
        await table.get({ TableName, Key: { owner, id } });
        """,
      ]),
    references: [
      "https://owasp.org/API-Security/editions/2023/en/0xa1-broken-object-level-authorization/",
      "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html",
    ])

  package static let sinks: Set<SinkKind> = [.cloudKey]

  package init() {}

  package func isRelevant(_ flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> Bool {
    flow.origin.isSentByCaller && flow.origin.trust == .attacker && code.knowsCallers(in: context)
      && !code.readsIdentity
      // A signed message says who sent it; its keys are the sender's.
      && !flow.isAuthenticated && !code.code.analysis.calls.contains(where: \.isSignatureCheck)
  }

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "chooses the record that `\(flow.callee)` works on, and the code never looks at who the caller is"
  }
}
