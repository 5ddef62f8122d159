internal import FindingModel

extension SecretKind {
  package static let stripeKey = SecretKind(
    "stripeKey", "a live Stripe key", .critical, "move money and read customers",
    "https://dashboard.stripe.com/apikeys")
  package static let stripeTestKey = SecretKind(
    "stripeTestKey", "a Stripe key for tests", .low, "read and change test data",
    "https://dashboard.stripe.com/test/apikeys")
  package static let stripeWebhookSecret = SecretKind(
    "stripeWebhookSecret", "a Stripe webhook secret", .high, "forge events of the payment service",
    "https://dashboard.stripe.com/webhooks")
  package static let shopifyToken = SecretKind(
    "shopifyToken", "a Shopify token", .critical, "read and change the shop",
    "https://shopify.dev/docs/apps/build/authentication-authorization/client-secrets/rotate-revoke-client-credentials"
  )
  package static let squareToken = SecretKind(
    "squareToken", "a Square token", .critical, "take payments and read customers",
    "https://developer.squareup.com/apps")
  package static let braintreeToken = SecretKind(
    "braintreeToken", "a Braintree access token", .critical, "take payments for the merchant",
    "https://developer.paypal.com/braintree/articles/control-panel/important-gateway-credentials")
  package static let payPalSecret = SecretKind(
    "payPalSecret", "a PayPal client secret", .critical, "take and refund payments",
    "https://developer.paypal.com/dashboard/applications/live")
  package static let plaidToken = SecretKind(
    "plaidToken", "a Plaid token", .critical, "read bank accounts",
    "https://dashboard.plaid.com/developers/keys")
  package static let adyenKey = SecretKind(
    "adyenKey", "an Adyen API key", .critical, "take and refund payments",
    "https://docs.adyen.com/development-resources/api-credentials/")
  package static let coinbaseKey = SecretKind(
    "coinbaseKey", "a Coinbase key", .critical, "move coins",
    "https://portal.cdp.coinbase.com")
  package static let razorpayKey = SecretKind(
    "razorpayKey", "a Razorpay key id", .medium, "take payments, together with the secret",
    "https://dashboard.razorpay.com/app/website-app-settings/api-keys")
  package static let flutterwaveKey = SecretKind(
    "flutterwaveKey", "a Flutterwave secret key", .critical, "take and send payments",
    "https://developer.flutterwave.com/docs/authentication")
  package static let goCardlessToken = SecretKind(
    "goCardlessToken", "a GoCardless token", .critical, "collect payments",
    "https://manage.gocardless.com/developers")
  package static let easyPostKey = SecretKind(
    "easyPostKey", "an EasyPost key", .high, "buy postage",
    "https://www.easypost.com/account/api-keys")
  package static let shippoToken = SecretKind(
    "shippoToken", "a Shippo token", .high, "buy postage",
    "https://goshippo.com/docs/authentication")
  package static let duffelToken = SecretKind(
    "duffelToken", "a Duffel token", .high, "book and pay flights",
    "https://app.duffel.com")

  static let payments: [SecretKind] = [
    .stripeKey, .stripeTestKey, .stripeWebhookSecret, .shopifyToken, .squareToken, .braintreeToken,
    .payPalSecret, .plaidToken, .adyenKey, .coinbaseKey, .razorpayKey, .flutterwaveKey, .goCardlessToken,
    .easyPostKey, .shippoToken, .duffelToken,
  ]
}
