internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// An error's own text in the answer.
package struct ErrorMessageReturned: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas10-message-to-client", risk: .verboseErrors, title: "An error message is sent back to the caller",
    severity: .low, weaknesses: [209],
    rationale:
      """
      Messages of libraries name tables, hosts, files, statements and rights: `AccessDenied: \
      arn:aws:sts::123456789012:assumed-role/... is not authorized to perform dynamodb:Scan` tells role, \
      account and resource.
      """,
    blindSpots:
      """
      Messages that your own code throws on purpose are told apart only where they are constant. Values \
      that pass through code that was not read; it is listed under what was not analysed.
      """,
    remediation: Remediation(
      """
      Answer with a text of your own for each kind of error you expect, and with a fixed one for all \
      others.
      """,
      snippets: [
        .python: """
        except ValidationError:
            return {"statusCode": 400, "body": "invalid order"}
        """,
        .javaScript: """
        return { statusCode: 500, body: JSON.stringify({ message: "Internal error", requestId: context.awsRequestId }) };
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
    (flow.origin.errorPart == .message || flow.origin.errorPart == .whole)
      && context.answersStrangers(code.function)
  }

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "is sent back to the caller"
  }
}
