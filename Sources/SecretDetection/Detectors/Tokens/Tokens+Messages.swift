internal import FindingModel

extension Tokens {
  static let messages: [TokenDetector?] = [
    TokenDetector(.slackToken, "xoxb-{digit:10-13}-{digit:10-13}-{alnum:18-34}"),
    TokenDetector(.slackToken, "xoxb-{digit:10-13}-{alnum:18-34}"),
    TokenDetector(.slackToken, "xoxp-{digit:10-13}-{digit:10-13}-{digit:10-13}-{hex:28-64}"),
    TokenDetector(.slackToken, "xoxp-{digit:10-13}-{digit:10-13}-{alnum:24-34}"),
    TokenDetector(.slackToken, "xoxa-{alnum-:20-120}"),
    TokenDetector(.slackToken, "xoxr-{alnum-:20-120}"),
    TokenDetector(.slackToken, "xoxs-{digit:10-13}-{digit:10-13}-{digit:10-13}-{hex:10-64}"),
    TokenDetector(.slackToken, "xoxc-{digit:10-13}-{digit:10-13}-{digit:10-13}-{hex:64}"),
    TokenDetector(.slackToken, "xoxe-{digit:1}-{alnum:100-300}"),
    TokenDetector(.slackToken, "xoxe.xoxp-{digit:1}-{alnum:100-300}"),
    TokenDetector(.slackToken, "xoxe.xoxb-{digit:1}-{alnum:100-300}"),
    TokenDetector(.slackToken, "xapp-{digit:1}-{upper:9-13}-{digit:10-14}-{hex:64}"),
    TokenDetector(.slackWebhook, "hooks.slack.com/services/T{upper:7-13}/B{upper:7-13}/{alnum:24}"),
    TokenDetector(
      .slackWebhook, "hooks.slack.com/workflows/T{upper:7-13}/A{upper:7-13}/{digit:15-19}/{alnum:24}"),
    TokenDetector(.slackWebhook, "hooks.slack.com/triggers/{upper:8-13}/{digit:10-14}/{hex:32}"),
    TokenDetector(
      .teamsWebhook,
      ".webhook.office.com/webhookb2/{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}@{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}/IncomingWebhook/{hex:32}/{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}"
    ),
    TokenDetector(.discordWebhook, "discord.com/api/webhooks/{digit:17-20}/{word:60-80}"),
    TokenDetector(.discordWebhook, "discordapp.com/api/webhooks/{digit:17-20}/{word:60-80}"),
    TokenDetector(.zapierWebhook, "hooks.zapier.com/hooks/catch/{digit:5-10}/{lower:6-10}"),
    TokenDetector(.twilioKey, "SK{hex:32}", .medium),
    TokenDetector(.sendGridKey, "SG.{word:22}.{word:43}"),
    TokenDetector(.mailgunKey, "key-{hex:32}"),
    TokenDetector(.mailchimpKey, "{hex:32}-us{digit:1-2}"),
    TokenDetector(.mandrillKey, "md-{word:22}", .medium),
    TokenDetector(.brevoKey, "xkeysib-{hex:64}-{alnum:16}"),
    TokenDetector(.brevoKey, "xsmtpsib-{hex:64}-{alnum:16}"),
    TokenDetector(.resendKey, "re_{alnum:8}_{alnum:24}"),
    TokenDetector(.mailerSendKey, "mlsn.{hex:64}"),
    TokenDetector(.facebookToken, "EAA{alnum:100-400}", check: TokenChecks.facebook),
    TokenDetector(.twitterToken, "AAAAAAAAAAAAAAAAAAAAA{percent:80-120}"),
    TokenDetector(.linkedInSecret, "WPL_AP0.{word:16}.{base64=:8-12}"),
    TokenDetector(.linkedInSecret, "WPL_AP1.{word:16}.{base64=:8-12}"),
    TokenDetector(.hubSpotToken, "pat-na1-{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}"),
    TokenDetector(.hubSpotToken, "pat-na2-{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}"),
    TokenDetector(.hubSpotToken, "pat-eu1-{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}"),
  ]
}
