internal import TaintEngine

extension CallFact {
  /// A call that checks who sent a message: one of those, given something of the message.
  var isSignatureCheck: Bool {
    (Self.checks.contains(callee) || Self.endings.contains(where: callee.hasSuffix))
      && (arguments.contains { $0.value.holdsSent } || receiver?.holdsSent ?? false)
  }

  /// By full name; a method called `verify` or `validate` alone may check anything.
  private static let checks: Set<String> = [
    "hmac.compare_digest", "secrets.compare_digest", "hmac.new", "hmac.digest", "hmac.new().update",
    "hmac.HMAC", "nacl.signing.VerifyKey().verify", "discord_interactions.verify_key",
    "stripe.Webhook.construct_event", "stripe.WebhookSignature.verify_header",
    "stripe.StripeClient().construct_event", "twilio.request_validator.RequestValidator().validate",
    "svix.webhooks.Webhook().verify", "svix.Webhook().verify", "standardwebhooks.Webhook().verify",
    "standardwebhooks.webhooks.Webhook().verify", "paypalrestsdk.WebhookEvent.verify",
    "paypalrestsdk.notifications.WebhookEvent.verify", "jwt.decode", "jwt.PyJWT().decode", "jose.jwt.decode",
    "crypto.timingSafeEqual", "tsscmp", "safe-compare", "secure-compare", "scmp",
    "buffer-equal-constant-time", "crypto.createHmac().update", "crypto.verify",
    "crypto.createVerify().update", "crypto.createVerify().verify", "crypto.subtle.verify",
    "crypto.webcrypto.subtle.verify", "crypto-js.HmacSHA256", "crypto-js.HmacSHA1",
    "tweetnacl.sign.detached.verify", "discord-interactions.verifyKey",
    "@octokit/webhooks.verify", "@octokit/webhooks.Webhooks().verify",
    "@octokit/webhooks.Webhooks().verifyAndReceive", "@octokit/webhooks-methods.verify",
    "twilio.validateRequest", "twilio.validateRequestWithBody", "twilio.webhook",
    "@slack/events-api.verifyRequestSignature", "@line/bot-sdk.validateSignature", "jsonwebtoken.verify",
    "jose.jwtVerify", "jose.compactVerify", "sns-validator().validate",
    "slack_bolt.adapter.aws_lambda.SlackRequestHandler().handle",
    "slack_bolt.adapter.flask.SlackRequestHandler().handle", "@slack/bolt.AwsLambdaReceiver().start",
  ]

  /// Names that say what is checked, whatever library they are of.
  private static let endings = [
    "SignatureVerifier().is_valid", "SignatureVerifier().is_valid_request", "WebhookHandler().handle",
    "WebhookParser().parse", ".webhooks.constructEvent", ".webhooks.constructEventAsync",
    ".webhooks.unmarshal", ".webhooks.validate", "EventWebhook().verify_signature",
    "EventWebhook().verifySignature", ".verify_signature", ".verifySignature", ".isValidSignature",
    ".validate_signature", ".validateSignature", ".verifyWebhookSignature", ".verify_webhook_signature",
    ".verifyRequestSignature",
  ]
}

extension ValueFact {
  /// Depth to which parts of a value are looked at.
  private static let partDepth = 4

  /// Whether something that callers sent is in it.
  fileprivate var holdsSent: Bool { holdsSent(depth: 0) }

  private func holdsSent(depth: Int) -> Bool {
    if origins.contains(where: \.isSentByCaller) { return true }
    guard depth < Self.partDepth else { return false }
    return elements.contains { $0.holdsSent(depth: depth + 1) }
      || construction.contains { $0.holdsSent(depth: depth + 1) }
      || fields.values.contains { $0.holdsSent(depth: depth + 1) }
  }
}
