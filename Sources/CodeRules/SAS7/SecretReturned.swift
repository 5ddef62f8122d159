internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// A secret in the answer to a caller.
package struct SecretReturned: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas7-secret-in-response", risk: .insecureSecrets, title: "A secret is sent back to the caller",
    severity: .high, weaknesses: [200],
    rationale:
      """
      The answer leaves the function: whoever can call it has the secret, and so has every cache and log \
      on the way.
      """,
    blindSpots:
      """
      A token that is meant for this caller looks the same; suppress it with that reason. Values that \
      pass through code that was not read; it is listed under what was not analysed.
      """,
    remediation: Remediation(
      """
      Keep the secret on this side: call the other service from the function and return its result.
      """,
      snippets: [
        .python: """
        answer = requests.get(url, headers={"Authorization": token}, timeout=5)
        return {"statusCode": 200, "body": answer.text}  # the result, not the token
        """,
        .javaScript: """
        const answer = await fetch(url, { headers: { Authorization: token } });
        return { statusCode: 200, body: await answer.text() }; // the result, not the token
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html",
      "https://cwe.mitre.org/data/definitions/200.html",
    ])

  package static let sinks: Set<SinkKind> = [.responseBody, .responseHeader, .redirect]
  package static let isDisclosure = true

  package init() {}

  package func isRelevant(_ flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> Bool {
    code.isSecret(flow.origin, in: context) && context.answersStrangers(code.function)
  }

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "is sent back to the caller"
  }
}
