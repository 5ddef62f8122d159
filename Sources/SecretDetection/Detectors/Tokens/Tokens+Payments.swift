internal import FindingModel

extension Tokens {
  static let payments: [TokenDetector?] = [
    TokenDetector(.stripeKey, "sk_live_{alnum:16-247}"),
    TokenDetector(.stripeKey, "rk_live_{alnum:16-247}"),
    TokenDetector(.stripeTestKey, "sk_test_{alnum:24-247}", .medium),
    TokenDetector(.stripeTestKey, "rk_test_{alnum:24-247}", .medium),
    TokenDetector(.stripeWebhookSecret, "whsec_{base64=:32-64}"),
    TokenDetector(.shopifyToken, "shpat_{hex:32}"),
    TokenDetector(.shopifyToken, "shpca_{hex:32}"),
    TokenDetector(.shopifyToken, "shppa_{hex:32}"),
    TokenDetector(.shopifyToken, "shpss_{hex:32}"),
    TokenDetector(.shopifyToken, "shpat_{Hex:32}"),
    TokenDetector(.shopifyToken, "shpca_{Hex:32}"),
    TokenDetector(.shopifyToken, "shppa_{Hex:32}"),
    TokenDetector(.shopifyToken, "shpss_{Hex:32}"),
    TokenDetector(.squareToken, "sq0atp-{word:22}"),
    TokenDetector(.squareToken, "sq0csp-{word:43}"),
    TokenDetector(.squareToken, "EAAAE{word:59}"),
    TokenDetector(.squareToken, "EAAAl{word:59}"),
    TokenDetector(.braintreeToken, "access_token$production${lower:16}${hex:32}"),
    TokenDetector(.plaidToken, "access-production-{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}"),
    TokenDetector(.plaidToken, "access-development-{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}"),
    TokenDetector(.plaidToken, "access-sandbox-{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}", severity: .low),
    TokenDetector(.adyenKey, "AQE{lower:2}hm{base64:20-80}-{base64=:20-80}-{wordDot:8-40}"),
    TokenDetector(.razorpayKey, "rzp_live_{alnum:14}"),
    TokenDetector(.flutterwaveKey, "FLWSECK-{hex:32}-X"),
    TokenDetector(.goCardlessToken, "live_{word:40}", .medium),
    TokenDetector(.easyPostKey, "EZAK{alnum:54}"),
    TokenDetector(.shippoToken, "shippo_live_{hex:40}"),
    TokenDetector(.duffelToken, "duffel_live_{word:43}"),
  ]
}
