internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// Event data that chooses where a request goes.
package struct ServerSideRequest: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas1-ssrf", risk: .eventInjection, title: "Event data chooses where a request goes", severity: .high,
    weaknesses: [918],
    rationale:
      """
      The function asks from inside: addresses of the network it is attached to, the platform's own \
      runtime interface on the loopback, services that trust its address. A caller who chooses the host \
      reads what comes back, or uses the function as a relay against others.
      """,
    blindSpots:
      """
      An address is taken as harmless where a constant fixes scheme and host, or the parsed host is \
      compared with a list. Values that pass through code that was not read, and checks that the engine \
      does not understand; it says so under what was not analysed.
      """,
    remediation: Remediation(
      """
      Take the host from configuration and only the rest from the caller; otherwise compare the parsed \
      host with a list before the request and do not follow redirects.
      """,
      snippets: [
        .python: """
        url = urlsplit(value)
        if url.scheme != "https" or url.hostname not in ALLOWED_HOSTS:
            raise ValueError("host not allowed")
        """,
        .javaScript: """
        const url = new URL(value);
        if (url.protocol !== "https:" || !ALLOWED_HOSTS.has(url.hostname)) throw new Error("host not allowed");
        """,
      ]),
    references: [
      "https://owasp.org/www-community/attacks/Server_Side_Request_Forgery",
      "https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html",
    ])

  package static let sinks: Set<SinkKind> = [.requestURL]

  package init() {}

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "chooses the address of a request (`\(flow.callee)`)"
  }
}
