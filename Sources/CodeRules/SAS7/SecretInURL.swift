internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// A secret in the address of a request.
package struct SecretInURL: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas7-secret-in-url", risk: .insecureSecrets, title: "A secret becomes part of an address",
    severity: .medium, weaknesses: [598],
    rationale:
      """
      Addresses are written to the logs of proxies, servers and monitoring, and sent on as the referrer. \
      A key in a query string is known to all of them.
      """,
    blindSpots:
      """
      Services that take a key no other way are reported as well. A base address from configuration is \
      none. Values that pass through code that was not read; it is listed under what was not analysed.
      """,
    remediation: Remediation(
      """
      Send it in a header (`Authorization`) or in the body.
      """,
      snippets: [
        .python: """
        requests.get(url, headers={"Authorization": f"Bearer {token}"}, timeout=5)
        """,
        .javaScript: """
        await fetch(url, { headers: { Authorization: `Bearer ${token}` } });
        """,
      ]),
    references: [
      "https://cwe.mitre.org/data/definitions/598.html",
      "https://cheatsheetseries.owasp.org/cheatsheets/REST_Security_Cheat_Sheet.html#sensitive-information-in-http-requests",
    ])

  package static let sinks: Set<SinkKind> = [.requestURL]
  package static let isDisclosure = true

  package init() {}

  package func isRelevant(_ flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> Bool {
    code.isSecret(flow.origin, in: context) && !flow.isWhole
  }

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "becomes part of the address of a request (`\(flow.callee)`)"
  }
}
