internal import TaintEngine

/// A service that calls webhooks, and by what a program shows that it expects its calls.
struct WebhookProvider {
  let name: String
  /// Headers that only its calls have, in small letters.
  var headers: Set<String> = []
  /// Calls of libraries that read its events or answer them, by the beginning of their path.
  var calls: [String] = []
  /// Ends of the paths of fields that only its events have.
  var fields: [String] = []
  /// Beginnings of what its kinds of events are called, by the field that says the kind.
  var kinds: [String: [String]] = [:]

  /// What in an analysis shows the provider: a field or call, as a person names it.
  ///
  /// - Parameter read: The fields that the analysis says were read.
  func evidence(in analysis: Analysis, read: [ReadField]) -> String? {
    if let field = read.filter({ isHeader($0) || isField($0) }).map(\.title).min() { return field }
    let comparisons = analysis.comparisons.filter(isKind).map { "\($0.field) == \"\($0.text)\"" }
    if let comparison = comparisons.min() { return comparison }
    return analysis.calls.lazy.map(\.callee).first { callee in calls.contains(where: callee.hasPrefix) }
  }

  /// A field of the event, or of a framework's request, written out once for all providers.
  struct ReadField {
    let title: String
    let description: String
    /// The last name, in small letters, if it is that of a header.
    let header: String?

    static func all(in analysis: Analysis) -> [ReadField] {
      analysis.fieldsRead.compactMap { ReadField($0, of: "event") }
        + analysis.requestFieldsRead.compactMap { ReadField($0, of: "request") }
    }

    private init?(_ path: FieldPath, of source: String) {
      guard path.components.contains(where: { $0 != "[]" }) else { return nil }
      title = path.below(source)
      description = path.description
      header =
        path.components.contains { $0.lowercased().hasSuffix("headers") }
        ? path.components.last?.lowercased() : nil
    }
  }

  private func isHeader(_ field: ReadField) -> Bool { field.header.map(headers.contains) ?? false }

  private func isField(_ field: ReadField) -> Bool {
    fields.contains { field.description == $0 || field.description.hasSuffix("." + $0) }
  }

  private func isKind(_ comparison: FieldComparison) -> Bool {
    guard let name = comparison.field.components.last, let texts = kinds[name] else { return false }
    return texts.contains(where: comparison.text.hasPrefix)
  }

  /// From the providers' own pages on their webhooks.
  static let all: [WebhookProvider] = [
    WebhookProvider(
      name: "GitHub",
      headers: ["x-github-event", "x-github-delivery", "x-hub-signature", "x-hub-signature-256"]),
    WebhookProvider(name: "GitLab", headers: ["x-gitlab-event"]),
    WebhookProvider(name: "Bitbucket", headers: ["x-event-key"]),
    WebhookProvider(
      name: "Stripe", headers: ["stripe-signature"], calls: ["stripe.Event.construct_from"],
      kinds: [
        "type": [
          "checkout.session.", "invoice.", "payment_intent.", "charge.", "customer.subscription.", "payout.",
          "payment_method.",
        ]
      ]),
    WebhookProvider(
      name: "PayPal", headers: ["paypal-transmission-sig", "paypal-transmission-id"],
      kinds: ["event_type": ["PAYMENT.", "BILLING.", "CHECKOUT.", "CUSTOMER.DISPUTE."]]),
    WebhookProvider(
      name: "Shopify", headers: ["x-shopify-topic", "x-shopify-shop-domain", "x-shopify-hmac-sha256"]),
    WebhookProvider(
      name: "Slack", headers: ["x-slack-signature", "x-slack-request-timestamp"],
      kinds: ["type": ["url_verification", "event_callback"]]),
    WebhookProvider(
      name: "LINE", headers: ["x-line-signature"],
      calls: [
        "linebot.LineBotApi().reply_message", "linebot.v3.messaging.MessagingApi().reply_message",
        "@line/bot-sdk.Client().replyMessage",
        "@line/bot-sdk.messagingApi.MessagingApiClient().replyMessage",
      ], fields: ["events[].replyToken"]),
    WebhookProvider(
      name: "Telegram",
      calls: [
        "telegram.Update.de_json", "telebot.types.Update.de_json", "telegraf.Telegraf().handleUpdate",
        "node-telegram-bot-api().processUpdate", "aiogram.types.Update", "grammy.Bot().handleUpdate",
      ], fields: ["body.message.chat.id", "body.update_id", "body.callback_query.message.chat.id"]),
    WebhookProvider(
      name: "Twilio", headers: ["x-twilio-signature"],
      calls: [
        "twilio.twiml.messaging_response.MessagingResponse", "twilio.twiml.voice_response.VoiceResponse",
        "twilio.twiml.MessagingResponse", "twilio.twiml.VoiceResponse",
      ], fields: ["body.MessageSid", "body.CallSid"]),
    WebhookProvider(name: "Discord", headers: ["x-signature-ed25519", "x-signature-timestamp"]),
    WebhookProvider(
      name: "SendGrid", headers: ["x-twilio-email-event-webhook-signature"],
      fields: ["sg_event_id", "sg_message_id"]),
    WebhookProvider(name: "Zoom", headers: ["x-zm-signature"], kinds: ["event": ["endpoint.url_validation"]]),
    WebhookProvider(name: "WooCommerce", headers: ["x-wc-webhook-topic", "x-wc-webhook-signature"]),
    WebhookProvider(name: "Typeform", headers: ["typeform-signature"]),
    WebhookProvider(name: "Meta", fields: ["queryStringParameters.hub.challenge", "query.hub.challenge"]),
  ]
}
