/// Services whose keys have no mark of their own: the name beside one has to say whose it is.
package struct Service: Sendable {
  /// What the name contains, in small letters without signs.
  let word: String
  let kind: SecretKind
  let pattern: TokenPattern

  private init?(_ word: String, _ kind: SecretKind, _ notation: String) {
    guard let pattern = TokenPattern(notation) else { return nil }
    self.word = word
    self.kind = kind
    self.pattern = pattern
  }

  /// The kind of a value whose name and form fit a service.
  package static func kind(name: String, value: String) -> SecretKind? {
    let letters = name.utf8.filter(\.isLetterOrDigit)
    guard words.isIn(letters), SecretName.promise(of: name) != nil else { return nil }
    let bytes = Array(value.utf8)
    guard Plausibility.isRandom(bytes), !SecretValue.isPlaceholder(value) else { return nil }
    return all.first { WordList([$0.word]).isIn(letters) && $0.pattern.matches(bytes) }?.kind
  }

  static let all: [Service] = table.compactMap { $0 }

  private static let words = WordList(all.map(\.word))

  private static let uuid = "{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}"

  /// `nil` where the notation of a form is wrong, which a test looks for.
  static let table: [Service?] = [
    Service("datadog", .datadogKey, "{hex:32}"), Service("datadog", .datadogKey, "{hex:40}"),
    Service("ddapi", .datadogKey, "{hex:32}"), Service("ddapp", .datadogKey, "{hex:40}"),
    Service("heroku", .herokuKey, uuid), Service("cloudflare", .cloudflareToken, "{word:40}"),
    Service("cloudflare", .cloudflareToken, "{hex:37}"), Service("cfapi", .cloudflareToken, "{word:40}"),
    Service("fastly", .fastlyToken, "{word:32}"), Service("vercel", .vercelToken, "{alnum:24}"),
    Service("netlify", .netlifyToken, "{word:43-46}"), Service("linode", .linodeToken, "{hex:64}"),
    Service("snyk", .snykToken, uuid), Service("pagerduty", .pagerDutyKey, "{word:20}"),
    Service("pagerduty", .pagerDutyKey, "{hex:32}"), Service("splunk", .splunkToken, uuid),
    Service("hectoken", .splunkToken, uuid), Service("opsgenie", .opsgenieKey, uuid),
    Service("rollbar", .rollbarToken, "{hex:32}"), Service("cohere", .cohereKey, "{alnum:40}"),
    Service("mistral", .mistralKey, "{alnum:32}"), Service("wandb", .weightsAndBiasesKey, "{hex:40}"),
    Service("paypal", .payPalSecret, "{word:80}"), Service("coinbase", .coinbaseKey, "{word:64}"),
    Service("coinbase", .coinbaseKey, "{alnum:32}"), Service("twilio", .twilioAuthToken, "{hex:32}"),
    Service("postmark", .postmarkToken, uuid), Service("intercom", .intercomToken, "{base64=:60}"),
    Service("zendesk", .zendeskToken, "{alnum:40}"), Service("algolia", .algoliaKey, "{hex:32}"),
    Service("auth0", .auth0Secret, "{word:64}"), Service("okta", .oktaToken, "00{word:40}"),
    Service("asana", .asanaToken, "{hex:32}"), Service("facebook", .facebookToken, "{hex:32}"),
    Service("twitter", .twitterToken, "{alnum-:35-50}"), Service("linkedin", .linkedInSecret, "{alnum:16}"),
    Service("discord", .discordToken, "{word:32}"), Service("azuredevops", .azureDevOpsToken, "{lower:52}"),
    Service("adopat", .azureDevOpsToken, "{lower:52}"), Service("sonar", .sonarToken, "{hex:40}"),
    Service("mailgun", .mailgunKey, "{hex:32}"), Service("mailgun", .mailgunKey, "{hex:32}-{hex:8}-{hex:8}"),
    Service("circleci", .circleToken, "{hex:40}"),
    Service("alibaba", .alibabaKey, "{alnum:30}"), Service("aliyun", .alibabaKey, "{alnum:30}"),
    Service("tencent", .tencentKey, "{alnum:32}"), Service("razorpay", .razorpayKey, "{alnum:24}"),
    Service("plaid", .plaidToken, "{hex:30}"), Service("wireguard", .wireGuardKey, "{base64:43}="),
    Service("dropbox", .dropboxToken, "{lower:15}"), Service("newrelic", .newRelicKey, "{hex:40}"),
    Service("airtable", .airtableToken, "key{alnum:14}"), Service("sentry", .sentryToken, "{hex:64}"),
    Service("fastlyapi", .fastlyToken, "{word:32}"), Service("scaleway", .scalewayKey, uuid),
    Service("snowflake", .snowflakeSecret, "{word:24-200}"), Service("yandex", .yandexKey, "{word:40}"),
    Service("launchdarkly", .launchDarklyKey, uuid), Service("bitbucket", .bitbucketToken, "{word:44}"),
    Service("stripewebhook", .stripeWebhookSecret, "{alnum:32-64}"),
    Service("terraform", .terraformToken, "{alnum:14}.atlasv1.{wordDot:60-70}"),
  ]
}
