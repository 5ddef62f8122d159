internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// All environment variables in an answer, a log or a message.
package struct EnvironmentDumped: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas7-env-dump", risk: .insecureSecrets, title: "The whole environment is given away",
    severity: .high, weaknesses: [526, 200],
    rationale:
      """
      The environment of a function holds the credentials of its role: `AWS_ACCESS_KEY_ID`, \
      `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`. Whoever reads the answer or the log can act as \
      the function from anywhere until they expire.
      """,
    blindSpots:
      """
      Copies without the credentials are not told from others where keys are removed one by one.
      """,
    remediation: Remediation(
      """
      Give out the variables you mean, by name.
      """,
      snippets: [
        .python: """
        return {"statusCode": 200, "body": json.dumps({"stage": os.environ["STAGE"]})}
        """,
        .javaScript: """
        return { statusCode: 200, body: JSON.stringify({ stage: process.env.STAGE }) };
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html",
      "https://cwe.mitre.org/data/definitions/526.html",
    ])

  package static let sinks: Set<SinkKind> = [.log, .responseBody, .cloudPayload, .fileContent, .requestURL]
  package static let isDisclosure = true

  package init() {}

  package func isRelevant(_ flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> Bool {
    flow.origin.kind == .environment
  }

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "with the role's credentials in it is given to `\(flow.callee.isEmpty ? "the caller" : flow.callee)`"
  }
}
