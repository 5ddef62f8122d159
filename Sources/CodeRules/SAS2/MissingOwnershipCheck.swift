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
      Silent where the caller's identity is compared with anything, or goes into any key, condition or \
      call, even of another record. A store where every user may see everything looks the same; suppress \
      it with that reason.
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
      && !isListFilter(flow, of: code) && !code.decidesByIdentity
      // A signed message says who sent it; its keys are the sender's.
      && !flow.isAuthenticated && !code.code.analysis.calls.contains(where: \.isSignatureCheck)
  }

  /// Whether the value narrows a list, `status` in a query of an index, and names nobody's record.
  private func isListFilter(_ flow: Flow, of code: FunctionUnderTest) -> Bool {
    guard let call = flow.call.flatMap({ code.code.analysis.calls[safe: $0] }), call.names("IndexName"),
      let name = flow.origin.inputPath?.components.last(where: { $0 != "[]" })?.lowercased()
    else { return false }
    return !Self.recordNames.contains { name == $0 || name.hasSuffix("id") || name.hasSuffix("_" + $0) }
  }

  /// Names of fields that tell one record, or one person's records, from all others.
  private static let recordNames = [
    "key", "email", "mail", "user", "username", "owner", "customer", "account", "tenant", "phone", "number",
    "code", "slug", "token", "sub", "name", "uuid", "order", "invoice",
  ]

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "chooses the record that `\(flow.callee)` works on, and nothing the code does with it depends on who the caller is"
  }
}
