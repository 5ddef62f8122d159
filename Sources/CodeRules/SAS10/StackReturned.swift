internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// A stack trace in the answer.
package struct StackReturned: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas10-stack-to-client", risk: .verboseErrors, title: "A stack trace is sent back to the caller",
    severity: .medium, weaknesses: [209],
    rationale:
      """
      The trace names files, functions, versions of packages and often values. An attacker who sends \
      nonsense until something breaks gets a map of the code, and sees at once whether an attempt came \
      further.
      """,
    blindSpots:
      """
      Answers to the platform (a queue's failed items) are not reported. Values that pass through code \
      that was not read; it is listed under what was not analysed.
      """,
    remediation: Remediation(
      """
      Log the error with the request id and answer with that id and a fixed text.
      """,
      snippets: [
        .python: """
        logger.exception("failed")
        return {"statusCode": 500, "body": json.dumps({"requestId": context.aws_request_id})}
        """,
        .javaScript: """
        console.error(error);
        return { statusCode: 500, body: JSON.stringify({ requestId: context.awsRequestId }) };
        """,
      ]),
    references: [
      "https://cheatsheetseries.owasp.org/cheatsheets/Error_Handling_Cheat_Sheet.html",
      "https://cwe.mitre.org/data/definitions/209.html",
    ])

  package static let sinks: Set<SinkKind> = [.responseBody]
  package static let isDisclosure = true

  package init() {}

  package func isRelevant(_ flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> Bool {
    flow.origin.errorPart == .stack && context.answersStrangers(code.function)
  }

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "is sent back to the caller"
  }
}
