internal import TaintEngine

extension CallFact {
  /// A call that can only serve to check who sent a message.
  var isSignatureCheck: Bool {
    let endings = [
      ".compare_digest", ".timingSafeEqual", ".constructEvent", ".constructEventAsync", ".construct_event",
      ".validateRequest", ".verify_signature", ".verifySignature", ".verify", ".createHmac", ".verifyKey",
      // Not any `.validate`: schemas have one, too.
      "RequestValidator().validate", "sns-validator().validate", ".verifyRequestSignature",
      ".isValidSignature", ".webhooks.unmarshal",
    ]
    return callee == "hmac.new" || callee == "hmac.digest" || callee == "tsscmp"
      || endings.contains { callee.hasSuffix($0) }
  }
}
