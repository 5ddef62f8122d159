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
  func evidence(in analysis: Analysis) -> String? {
    let paths = analysis.fieldsRead.map { ("event", $0) } + analysis.requestFieldsRead.map { ("request", $0) }
    let read = paths.filter { $0.1.components.contains { $0 != "[]" } }.sorted {
      ($0.0, $0.1.description) < ($1.0, $1.1.description)
    }
    if let (source, path) = read.first(where: { isHeader($0.1) || isField($0.1) }) {
      return path.below(source)
    }
    let comparisons = analysis.comparisons.filter(isKind).map { "\($0.field) == \"\($0.text)\"" }
    if let comparison = comparisons.min() { return comparison }
    return analysis.calls.lazy.map(\.callee).first { callee in calls.contains(where: callee.hasPrefix) }
  }

  private func isHeader(_ path: FieldPath) -> Bool {
    path.components.contains { $0.lowercased().hasSuffix("headers") }
      && path.components.last.map { headers.contains($0.lowercased()) } ?? false
  }

  private func isField(_ path: FieldPath) -> Bool {
    fields.contains { path.description == $0 || path.description.hasSuffix("." + $0) }
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
