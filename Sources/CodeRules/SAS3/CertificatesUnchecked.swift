internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
package import FindingModel
package import RuleModel
internal import TaintEngine

/// Connections that accept any certificate.
package struct CertificatesUnchecked: FunctionCodeRule {
  package static let metadata = RuleMetadata(
    id: "sas3-tls-verification-off", risk: .insecureDeployment,
    title: "Certificates of other servers are not checked", severity: .high, weaknesses: [295],
    peers: ["bandit:B501"],
    rationale:
      """
      With verification turned off the function talks to whoever answers. Anyone on the way, or who \
      controls a name server, reads the tokens it sends and chooses what it gets back.
      """,
    blindSpots:
      """
      A custom certificate store is silent. Verification that is turned off by configuration outside the \
      code is not seen, but the variable `NODE_TLS_REJECT_UNAUTHORIZED` set in code is.
      """,
    remediation: Remediation(
      """
      Remove the option; for a private authority add its certificate to the trust store.
      """,
      snippets: [
        .python: """
        requests.get(url, verify="/opt/certs/internal-ca.pem", timeout=5)
        """,
        .javaScript: """
        new https.Agent({ ca: fs.readFileSync("/opt/certs/internal-ca.pem") });
        """,
      ]),
    references: [
      "https://requests.readthedocs.io/en/latest/user/advanced/#ssl-cert-verification",
      "https://nodejs.org/api/tls.html#tlsconnectoptions-callback",
    ])

  package init() {}
  package func findings(of code: FunctionUnderTest, in context: RuleContext) -> [Finding] {
    code.code.analysis.calls.compactMap { call in
      guard let option = call.uncheckedCertificateOption else { return nil }
      return finding(
        "'\(code.name)' turns off the check of certificates (`\(option)`) for `\(call.callee)`: whoever stands on the way "
          + "can answer.", of: code.function, at: call.location, discriminator: call.callee, in: context)
    }
  }

}
