internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// Event data matched by an expression that can take exponential time.
package struct RegularExpressionDenial: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas8-redos", risk: .denialOfServiceAndWallet,
    title: "Event data can make a regular expression run for ever", severity: .medium, weaknesses: [1333],
    rationale:
      """
      An expression with nested or overlapping repetitions tries exponentially many ways to match a text \
      that almost fits. A few dozen characters keep the function busy until its timeout; an expression \
      that the caller writes himself does so at will.
      """,
    blindSpots:
      """
      Expressions are judged by their structure; engines with limits of their own are not recognised.
      """,
    remediation: Remediation(
      """
      Rewrite the expression without nested repetitions, limit the length of the text first, or escape \
      the caller's part (`re.escape`).
      """,
      snippets: [
        .python: """
        if len(value) > 200:
            raise ValueError("too long")
        """,
        .javaScript: """
        if (value.length > 200) throw new Error("too long");
        """,
      ]),
    references: [
      "https://owasp.org/www-community/attacks/Regular_expression_Denial_of_Service_-_ReDoS",
      "https://cwe.mitre.org/data/definitions/1333.html",
    ])

  package static let sinks: Set<SinkKind> = [.slowMatch, .regularExpression]

  package init() {}

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "is \(flow.kind == .slowMatch ? "matched by an expression that can take exponential time" : "compiled as a regular expression") (`\(flow.callee)`)"
  }
}
