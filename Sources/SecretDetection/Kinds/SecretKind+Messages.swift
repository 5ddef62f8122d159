internal import FindingModel

extension SecretKind {
  package static let slackToken = SecretKind(
    "slackToken", "a Slack token", .high, "read and write messages",
    "https://api.slack.com/apps")
  package static let slackWebhook = SecretKind(
    "slackWebhook", "a Slack webhook address", .high, "write into the channel",
    "https://api.slack.com/apps")
  package static let teamsWebhook = SecretKind(
    "teamsWebhook", "a Microsoft Teams webhook address", .medium, "write into the channel",
    "https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook")
  package static let discordWebhook = SecretKind(
    "discordWebhook", "a Discord webhook address", .medium, "write into the channel",
    "https://support.discord.com/hc/articles/228383668")
  package static let discordToken = SecretKind(
    "discordToken", "a Discord bot token", .high, "act as the bot",
    "https://discord.com/developers/applications")
  package static let zapierWebhook = SecretKind(
    "zapierWebhook", "a Zapier webhook address", .medium, "start the automation",
    "https://zapier.com/app/zaps")
  package static let telegramToken = SecretKind(
    "telegramToken", "a Telegram bot token", .high, "act as the bot",
    "https://core.telegram.org/bots#botfather")
  package static let twilioKey = SecretKind(
    "twilioKey", "a Twilio API key", .high, "send messages and calls, together with its secret",
    "https://console.twilio.com/us1/account/keys-credentials/api-keys")
  package static let twilioAuthToken = SecretKind(
    "twilioAuthToken", "a Twilio auth token", .critical, "send messages and calls at the account's cost",
    "https://console.twilio.com")
  package static let sendGridKey = SecretKind(
    "sendGridKey", "a SendGrid API key", .high, "send mail in its owner's name",
    "https://app.sendgrid.com/settings/api_keys")
  package static let mailgunKey = SecretKind(
    "mailgunKey", "a Mailgun key", .high, "send mail in its owner's name",
    "https://app.mailgun.com/settings/api_security")
  package static let mailchimpKey = SecretKind(
    "mailchimpKey", "a Mailchimp key", .high, "read and mail the lists",
    "https://us1.admin.mailchimp.com/account/api/")
  package static let mandrillKey = SecretKind(
    "mandrillKey", "a Mandrill key", .high, "send mail in its owner's name",
    "https://mandrillapp.com/settings")
  package static let postmarkToken = SecretKind(
    "postmarkToken", "a Postmark server token", .high, "send mail in its owner's name",
    "https://account.postmarkapp.com")
  package static let brevoKey = SecretKind(
    "brevoKey", "a Brevo key", .high, "send mail in its owner's name",
    "https://app.brevo.com/settings/keys/api")
  package static let resendKey = SecretKind(
    "resendKey", "a Resend key", .high, "send mail in its owner's name",
    "https://resend.com/api-keys")
  package static let mailerSendKey = SecretKind(
    "mailerSendKey", "a MailerSend key", .high, "send mail in its owner's name",
    "https://app.mailersend.com/api-tokens")
  package static let facebookToken = SecretKind(
    "facebookToken", "a Facebook access token", .high, "act as the person or page",
    "https://developers.facebook.com/tools/debug/accesstoken/")
  package static let twitterToken = SecretKind(
    "twitterToken", "an X (Twitter) token", .high, "read and post as the application",
    "https://developer.x.com/en/portal/dashboard")
  package static let linkedInSecret = SecretKind(
    "linkedInSecret", "a LinkedIn client secret", .high, "pose as the application towards its users",
    "https://www.linkedin.com/developers/apps")
  package static let hubSpotToken = SecretKind(
    "hubSpotToken", "a HubSpot token", .high, "read and change the customers",
    "https://app.hubspot.com/private-apps")
  package static let intercomToken = SecretKind(
    "intercomToken", "an Intercom token", .high, "read conversations",
    "https://app.intercom.com/a/apps/_/developer-hub")
  package static let zendeskToken = SecretKind(
    "zendeskToken", "a Zendesk token", .high, "read tickets",
    "https://support.zendesk.com/hc/articles/4408889192858")

  static let messages: [SecretKind] = [
    .slackToken, .slackWebhook, .teamsWebhook, .discordWebhook, .discordToken, .zapierWebhook, .telegramToken,
    .twilioKey, .twilioAuthToken, .sendGridKey, .mailgunKey, .mailchimpKey, .mandrillKey, .postmarkToken,
    .brevoKey, .resendKey, .mailerSendKey, .facebookToken, .twitterToken, .linkedInSecret, .hubSpotToken,
    .intercomToken, .zendeskToken,
  ]
}
