internal import CodeAnalysis
package import FindingModel
package import RuleModel
package import TaintEngine

/// Event data in the addressees or headers of a mail.
package struct EmailInjection: FlowRule {
  package static let metadata = RuleMetadata(
    id: "sas1-email-injection", risk: .eventInjection,
    title: "Event data becomes addressee or header of a mail", severity: .medium, weaknesses: [93],
    rationale:
      """
      Whoever chooses addressees, sender or headers sends mail in your name: spam from a verified \
      domain, copies of what was meant for somebody else, further headers after a line break.
      """,
    blindSpots:
      """
      A function whose purpose is to mail the address given is reported as well; suppress it with that \
      reason. Values that pass through code that was not read, and checks that the engine does not \
      understand; it says so under what was not analysed.
      """,
    remediation: Remediation(
      """
      Take addressees from your own records, and refuse line breaks in subjects and names.
      """,
      snippets: [
        .python: """
        ses.send_email(Destination={"ToAddresses": [user["email"]]}, ...)  # from your records
        """,
        .javaScript: """
        await ses.send(new SendEmailCommand({ Destination: { ToAddresses: [user.email] } })); // from your records
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/ses/latest/dg/send-email-api.html",
      "https://cheatsheetseries.owasp.org/cheatsheets/Injection_Prevention_Cheat_Sheet.html",
    ])

  package static let sinks: Set<SinkKind> = [.emailHeader]

  package init() {}

  package func consequence(of flow: Flow, of code: FunctionUnderTest, in context: RuleContext) -> String {
    "becomes \(flow.detail.map { "`\($0)`" } ?? "a header or addressee") of a mail (`\(flow.callee)`)"
  }
}
