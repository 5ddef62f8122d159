internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
package import FindingModel
package import RuleModel
internal import TaintEngine

/// Public handlers that fail on input they did not expect.
package struct UnhandledInput: FunctionCodeRule {
  package static let metadata = RuleMetadata(
    id: "sas10-unhandled", risk: .verboseErrors, title: "A public function fails on input it does not expect",
    severity: .low, profile: .strict, weaknesses: [248, 755],
    rationale:
      """
      A function that parses a body or follows a field without a handler for errors ends with an \
      exception when somebody sends something else. Where the API passes the function's error on, the \
      answer holds type, message and stack; in any case it costs a retry and an alarm.
      """,
    blindSpots:
      """
      A wrapper that handles errors for the handler is recognised where it is code of the program. \
      Whether the API passes the error on depends on the integration.
      """,
    remediation: Remediation(
      """
      Catch errors of parsing and checking, and answer with status 400.
      """,
      snippets: [
        .python: """
        try:
            body = json.loads(event["body"])
        except (TypeError, ValueError):
            return {"statusCode": 400, "body": "invalid JSON"}
        """,
        .javaScript: """
        try {
          body = JSON.parse(event.body);
        } catch {
          return { statusCode: 400, body: "invalid JSON" };
        }
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway-errors.html"
    ])

  package init() {}

  /// Whether callers choose the text itself: what the program encoded can be decoded, whatever it holds.
  private static func isSent(_ text: ValueFact) -> Bool {
    zip(text.origins, text.proofs).contains { origin, proof in
      origin.isSentByCaller && origin.trust == .attacker && !proof.contains(.logLine)
    }
  }

  package func findings(of code: FunctionUnderTest, in context: RuleContext) -> [Finding] {
    guard context.answersStrangers(code.function), context.application.dialect.isTemplate else { return [] }
    let parsers = [
      "json.loads", "JSON.parse", "ast.literal_eval", "xml.etree.ElementTree.fromstring", "yaml.safe_load",
    ]
    let call = code.code.analysis.calls.first { call in
      parsers.contains(call.callee) && !call.isInitialization && !call.isInAttempt
        && call.arguments.first.map { Self.isSent($0.value) } ?? false
    }
    guard let call else { return [] }
    return [
      finding(
        "'\(code.name)' parses what callers send with `\(call.callee)` and handles no error: anything else than it expects "
          + "ends the function with an exception.", of: code.function, at: call.location,
        discriminator: call.callee,
        in: context)
    ]
  }

}
