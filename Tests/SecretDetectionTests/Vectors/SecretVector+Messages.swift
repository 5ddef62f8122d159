@testable import SecretDetection

extension SecretVector {
  static let messages: [SecretVector] = [
    SecretVector(.slackToken, "bot") {
      "xox" + "b-" + $0.digits(12) + "-" + $0.digits(13) + "-" + $0.alnum(24)
    },
    SecretVector(.slackToken, "user") {
      "xox" + "p-" + $0.digits(12) + "-" + $0.digits(12) + "-" + $0.digits(13) + "-" + $0.hex(32)
    },
    SecretVector(.slackToken, "application") {
      "xapp-1-" + $0.upper(11) + "-" + $0.digits(13) + "-" + $0.hex(64)
    },
    SecretVector(.slackToken, "configuration") { "xoxe.xox" + "p-1-" + $0.alnum(160) },
    SecretVector(.slackToken, "workspace") { "xox" + "a-2-" + $0.digits(12) + "-" + $0.alnum(32) },
    SecretVector(.slackWebhook, "token") {
      "https://hooks.slack.com/services/T" + $0.upper(10) + "/B" + $0.upper(10) + "/" + $0.alnum(24)
    },
    SecretVector(.slackWebhook, "workflow") {
      "https://hooks.slack.com/workflows/T" + $0.upper(10) + "/A" + $0.upper(10) + "/" + $0.digits(18) + "/"
        + $0.alnum(24)
    },
    SecretVector(.teamsWebhook, "token") {
      "https://shop.webhook.office.com/webhookb2/" + $0.uuid() + "@" + $0.uuid() + "/IncomingWebhook/"
        + $0.hex(32) + "/" + $0.uuid()
    },
    SecretVector(.discordWebhook, "token") {
      "https://discord.com/api/webhooks/" + $0.digits(18) + "/" + $0.word(68)
    },
    SecretVector(.discordToken, "token") {
      Array($0.digits(18).utf8).base64URL + "." + $0.alnum(6) + "." + $0.word(38)
    },
    SecretVector(.discordToken, named: "DISCORD_CLIENT_SECRET") { $0.word(32) },
    SecretVector(.zapierWebhook, "token") {
      "https://hooks.zapier.com/hooks/catch/" + $0.digits(7) + "/" + $0.lower(7)
    },
    SecretVector(.telegramToken, "token") { $0.digits(10) + ":AA" + $0.word(33) },
    SecretVector(.twilioKey, "token") { "S" + "K" + $0.hex(32) },
    SecretVector(.twilioAuthToken, named: "TWILIO_AUTH_TOKEN") { $0.hex(32) },
    SecretVector(.sendGridKey, "token") { "S" + "G." + $0.word(22) + "." + $0.word(43) },
    SecretVector(.mailgunKey, "token") { "key-" + $0.hex(32) },
    SecretVector(.mailgunKey, named: "MAILGUN_API_KEY") { $0.hex(32) + "-" + $0.hex(8) + "-" + $0.hex(8) },
    SecretVector(.mailchimpKey, "token") { $0.hex(32) + "-us12" },
    SecretVector(.mandrillKey, "token") { "md-" + $0.word(22) },
    SecretVector(.postmarkToken, named: "POSTMARK_SERVER_TOKEN") { $0.uuid() },
    SecretVector(.brevoKey, "token") { "xkeysib-" + $0.hex(64) + "-" + $0.alnum(16) },
    SecretVector(.resendKey, "token") { "re_" + $0.alnum(8) + "_" + $0.alnum(24) },
    SecretVector(.mailerSendKey, "token") { "mlsn." + $0.hex(64) },
    SecretVector(.facebookToken, "token") { "EAA" + $0.escaped(170) + "ZD" },
    SecretVector(.facebookToken, named: "FACEBOOK_APP_SECRET") { $0.hex(32) },
    SecretVector(.twitterToken, "token") {
      String(repeating: "A", count: 22) + $0.alnum(34) + "%3D" + $0.alnum(50)
    },
    SecretVector(.linkedInSecret, "token") { "WPL_AP1." + $0.alnum(16) + "." + $0.alnum(6) + "==" },
    SecretVector(.linkedInSecret, named: "LINKEDIN_CLIENT_SECRET") { $0.alnum(16) },
    SecretVector(.hubSpotToken, "token") { "pat-na1-" + $0.uuid() },
    SecretVector(.intercomToken, named: "INTERCOM_TOKEN") { $0.base64(59) + "=" },
    SecretVector(.zendeskToken, named: "ZENDESK_API_TOKEN") { $0.alnum(40) },
  ]
}
