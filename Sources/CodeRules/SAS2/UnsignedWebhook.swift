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
      Webhooks are recognised by the provider's own headers, fields, kinds of events and libraries. \
      Whether the checked signature covers the whole body, and how old a signed time may be, is not \
      judged. Checks in a library that is not known look like none.
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
    // A secret that the caller sends is compared: that it is no signature is another rule's.
    let comparesSecret = analysis.flows.contains {
      $0.kind == .credentialComparison && $0.origin.isSentByCaller
    }
    guard !comparesSecret, !analysis.readsSecretHeader, !analysis.calls.contains(where: \.isSignatureCheck)
    else { return [] }
    let read = WebhookProvider.ReadField.all(in: analysis)
    let found = WebhookProvider.all.lazy.compactMap { provider in
      provider.evidence(in: analysis, read: read).map { (provider, $0) }
    }.first
    guard let (provider, evidence) = found else { return [] }
    return [
      finding(
        "'\(code.name)' acts on a webhook of \(provider.name) (`\(evidence)`) and checks no signature, so anyone "
          + "who knows the address can send it events.", of: code.function,
        at: code.code.handler ?? code.function.location, confidence: .medium, discriminator: provider.name,
        in: context)
    ]
  }
}

extension Analysis {
  /// Telegram sends the secret that its webhook was registered with; nothing else is in that header.
  fileprivate var readsSecretHeader: Bool {
    (fieldsRead.union(requestFieldsRead)).contains { path in
      path.components.last?.lowercased() == "x-telegram-bot-api-secret-token"
    }
  }
}
