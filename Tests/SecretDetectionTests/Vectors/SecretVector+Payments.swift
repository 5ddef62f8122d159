@testable import SecretDetection

extension SecretVector {
  static let payments: [SecretVector] = [
    SecretVector(.stripeKey, "secret") { "sk_" + "live_" + $0.alnum(99) },
    SecretVector(.stripeKey, "short") { "sk_" + "live_" + $0.alnum(24) },
    SecretVector(.stripeKey, "restricted") { "rk_" + "live_" + $0.alnum(99) },
    SecretVector(.stripeTestKey, "token") { "sk_" + "test_" + $0.alnum(99) },
    SecretVector(.stripeWebhookSecret, "token") { "whsec_" + $0.alnum(32) },
    SecretVector(.shopifyToken, "access") { "shpat_" + $0.hex(32) },
    SecretVector(.shopifyToken, "secret") { "shpss_" + $0.hex(32) },
    SecretVector(.squareToken, "access") { "sq0atp-" + $0.word(22) },
    SecretVector(.squareToken, "secret") { "sq0csp-" + $0.word(43) },
    SecretVector(.squareToken, "newer") { "EAAA" + "E" + $0.word(59) },
    SecretVector(.braintreeToken, "token") { "access_token$production$" + $0.lower(16) + "$" + $0.hex(32) },
    SecretVector(.payPalSecret, named: "PAYPAL_CLIENT_SECRET") { $0.word(80) },
    SecretVector(.plaidToken, "token") { "access-production-" + $0.uuid() },
    SecretVector(.plaidToken, named: "PLAID_SECRET") { $0.hex(30) },
    SecretVector(.adyenKey, "token") {
      "AQE" + $0.lower(2) + "hm" + $0.alnum(60) + "-" + $0.alnum(43) + "=-" + $0.alnum(16)
    },
    SecretVector(.coinbaseKey, named: "COINBASE_API_SECRET") { $0.word(64) },
    SecretVector(.razorpayKey, "token") { "rzp_live_" + $0.alnum(14) },
    SecretVector(.razorpayKey, named: "RAZORPAY_KEY_SECRET") { $0.alnum(24) },
    SecretVector(.flutterwaveKey, "token") { "FLWSECK-" + $0.hex(32) + "-X" },
    SecretVector(.goCardlessToken, "token") { "live_" + $0.word(40) },
    SecretVector(.easyPostKey, "token") { "EZAK" + $0.alnum(54) },
    SecretVector(.shippoToken, "token") { "shippo_live_" + $0.hex(40) },
    SecretVector(.duffelToken, "token") { "duffel_live_" + $0.word(43) },
  ]
}
