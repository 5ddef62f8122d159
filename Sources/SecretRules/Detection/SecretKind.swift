internal import FindingModel

/// Kinds of secrets that are recognised by their form alone.
enum SecretKind: String, CaseIterable, Sendable {
  case awsAccessKey, awsSecretKey, gitHubToken, gitLabToken, slackToken, slackWebhook, stripeKey, twilioKey
  case sendGridKey, googleKey, googleClientSecret, npmToken, pypiToken, openAIKey, anthropicKey
  case huggingFaceToken, digitalOceanToken, shopifyToken, databricksToken, vaultToken, telegramToken
  case privateKey, webToken, databaseAddress, connectionString, azureKey
  /// A literal where the platform's schema expects a password.
  case password

  /// In a sentence: `an AWS access key`.
  var title: String {
    switch self {
    case .awsAccessKey: "an AWS access key id"
    case .awsSecretKey: "an AWS secret access key"
    case .gitHubToken: "a GitHub token"
    case .gitLabToken: "a GitLab token"
    case .slackToken: "a Slack token"
    case .slackWebhook: "a Slack webhook address"
    case .stripeKey: "a live Stripe key"
    case .twilioKey: "a Twilio API key"
    case .sendGridKey: "a SendGrid API key"
    case .googleKey: "a Google API key"
    case .googleClientSecret: "a Google OAuth client secret"
    case .npmToken: "an npm token"
    case .pypiToken: "a PyPI token"
    case .openAIKey: "an OpenAI API key"
    case .anthropicKey: "an Anthropic API key"
    case .huggingFaceToken: "a Hugging Face token"
    case .digitalOceanToken: "a DigitalOcean token"
    case .shopifyToken: "a Shopify token"
    case .databricksToken: "a Databricks token"
    case .vaultToken: "a HashiCorp Vault token"
    case .telegramToken: "a Telegram bot token"
    case .privateKey: "a private key"
    case .webToken: "a JSON Web Token"
    case .databaseAddress: "an address with a password in it"
    case .connectionString: "a connection string with a password in it"
    case .azureKey: "an Azure access key"
    case .password: "a password"
    }
  }

  /// What is lost at once is critical; what needs a second half, or serves little, is high.
  var severity: Severity {
    switch self {
    case .awsSecretKey, .gitHubToken, .gitLabToken, .stripeKey, .npmToken, .pypiToken, .privateKey, .azureKey,
      .vaultToken, .databaseAddress, .connectionString:
      .critical
    default: .high
    }
  }
}

/// A secret found in a text; its value never leaves this room.
struct DetectedSecret: Hashable, Sendable {
  let kind: SecretKind
  let value: String
  /// Characters at the start that every secret of the kind has in common, at most four.
  let publicPrefix: Int

  init(_ kind: SecretKind, _ value: String, publicPrefix: Int = 0) {
    self.kind = kind
    self.value = value
    self.publicPrefix = min(publicPrefix, 4)
  }
}

extension DetectedSecret: CustomStringConvertible {
  /// `AKIA…(20 characters)`.
  var description: String { "\(value.prefix(publicPrefix))…(\(value.count) characters)" }
}
