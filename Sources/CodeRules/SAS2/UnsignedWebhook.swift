internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
package import FindingModel
package import RuleModel
internal import TaintEngine

/// Webhooks whose sender nobody checks.
package struct UnsignedWebhook: FunctionCodeRule {
  package static let metadata = RuleMetadata(
    id: "sas2-webhook-unsigned", risk: .brokenAuthentication,
    title: "A webhook is believed without checking its signature", severity: .high, weaknesses: [345],
    rationale:
      """
      A webhook's address is no secret. Payment providers, code hosts and chat services sign what they \
      send, because anybody can post a message that says 'paid'. A function that reads the event type \
      but never the signature believes all of them.
      """,
    blindSpots:
      """
      Webhooks are recognised by the provider's own header names and by the event types the code \
      compares. Checks in a library whose models are not known look like none.
      """,
    remediation: Remediation(
      """
      Verify the signature over the raw body before looking into it, in constant time, with the \
      provider's library where there is one.
      """,
      snippets: [
        .python: """
        stripe.Webhook.construct_event(event["body"], event["headers"]["stripe-signature"], secret)
        """,
        .javaScript: """
        stripe.webhooks.constructEvent(event.body, event.headers["stripe-signature"], secret);
        """,
      ]),
    references: [
      "https://docs.stripe.com/webhooks#verify-official-libraries",
      "https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries",
    ])

  package init() {}
  package func findings(of code: FunctionUnderTest, in context: RuleContext) -> [Finding] {
    let analysis = code.code.analysis
    let isOpen = code.function.triggers.contains { trigger in
      context.graph.exposurePath(of: trigger, in: code.function).exposure == .internet
    }
    guard isOpen || !context.application.dialect.isTemplate else { return [] }
    let headers = analysis.fieldsRead.filter { path in
      path.components.contains("headers")
        && path.components.last.map { Self.eventHeaders.contains($0.lowercased()) } ?? false
    }
    guard let header = headers.map(\.description).sorted().first,
      !analysis.calls.contains(where: \.isSignatureCheck)
    else { return [] }
    return [
      finding(
        "'\(code.name)' acts on a webhook (`event.\(header)`) and checks no signature, so anyone who knows the address "
          + "can send it events.", of: code.function, at: code.code.handler ?? code.function.location,
        confidence: .medium, discriminator: header, in: context)
    ]
  }

  /// Headers that only say what the event is; those that carry the signature are read by whoever checks it.
  private static let eventHeaders: Set<String> = [
    "x-github-event", "x-github-delivery", "x-gitlab-event", "x-event-key", "x-shopify-topic",
    "x-shopify-shop-domain",
    "x-twilio-signature", "stripe-signature", "x-hub-signature", "x-hub-signature-256", "x-slack-signature",
    "x-slack-request-timestamp", "x-line-signature", "x-wc-webhook-topic", "typeform-signature",
    "x-zm-signature",
  ]

}
