import FindingModel
import SecretFiles
import Testing

@testable import SecretDetection

/// What is nearly a secret, or stands where one would, and must not be found.
@Suite struct NearMissTests {
  /// Every vector with its random part replaced by what people write instead, in code and in settings.
  struct Placeholder: CustomTestStringConvertible {
    let text: String
    var testDescription: String { text }

    static let all: [Placeholder] = {
      var draw = Draw(seed: 11)
      return SecretVector.all.filter { !$0.isWhole }.flatMap { vector -> [Placeholder] in
        let secret = vector.make(&draw)
        let prefix = secret.prefix(max(2, min(secret.count / 6, 8)))
        let masked = prefix + String(repeating: "x", count: secret.count - prefix.count)
        return [String(masked), "\(prefix)${TOKEN}", "<\(vector.name)>"].map {
          Placeholder(text: "\(vector.name) = \"\($0)\"\n")
        }
      }
    }()
  }

  @Test func noPlaceholderIsASecret() {
    #expect(Placeholder.all.count >= 300)
    let wrong = Placeholder.all.filter { !Self.found($0.text, path: "src/settings.py").isEmpty }.map(\.text)
    #expect(wrong.isEmpty, "\(wrong.joined())")
  }

  /// Every token with its last character changed to another kind of character, or two missing.
  @Test func noTokenThatIsTooShortIsOne() {
    var draw = Draw(seed: 12)
    let wrong = Self.fixedLength.compactMap { form, make -> String? in
      let token = String(make(&draw).dropLast(2))
      return Self.found("see \(token) there", path: "notes.md").isEmpty ? nil : form
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  /// Tokens of one length only.
  private static let fixedLength: [(String, @Sendable (inout Draw) -> String)] = SecretVector.all
    .filter { !$0.isWhole && !$0.needsName && !open.contains($0.kind) }.map { ($0.testDescription, $0.make) }

  /// Kinds whose tokens have several lengths, so that a shorter one is as good.
  private static let open: Set<SecretKind> = [
    .stripeKey, .stripeTestKey, .slackToken, .gitLabToken, .anthropicKey, .openAIKey, .huggingFaceToken,
    .dropboxToken,
    .awsSessionToken, .awsBedrockKey, .googleAccessToken, .googleRefreshToken, .flyToken, .planetScaleToken,
    .yandexKey,
    .supabaseKey, .terraformToken, .vaultToken, .dopplerToken, .postHogKey, .nvidiaKey, .pineconeKey,
    .tavilyKey,
    .stripeWebhookSecret, .adyenKey, .discordWebhook, .discordToken, .facebookToken, .twitterToken,
    .figmaToken,
    .typeformToken, .webToken, .azureClientSecret, .alibabaKey, .tailscaleKey, .zapierWebhook,
    .onePasswordToken,
    .linkedInSecret, .atlassianToken, .mailchimpKey, .grafanaToken,
  ]

  @Test(arguments: handwritten)
  func isNone(_ text: String) {
    for path in ["src/settings.py", "config.yaml", ".env", "src/app.js"] {
      let found = Self.found(text, path: path)
      #expect(found.isEmpty, "\(path): \(found)")
    }
  }

  /// What anybody would try first is nobody's in programs; in a file of settings for a machine it is in use.
  @Test(arguments: ["password = 'P@ssw0rd1'", "password: 'Password123!'", "password: 'test1234'"])
  func isACommonWord(_ text: String) {
    for path in ["src/settings.py", "config.yaml", "src/app.js"] {
      #expect(Self.found(text, path: path).isEmpty, "\(path)")
    }
    #expect(Self.found("DB_PASSWORD=Password123!", path: ".env") == [.password])
  }

  static func found(_ text: String, path: String) -> [SecretKind] {
    FileSecrets.secrets(in: Array(text.utf8), path: path).filter { $0.profile == .default }.map(\.secret.kind)
  }

  static let handwritten: [String] = documentation + references + digests + names + addresses

  private static let documentation = [
    "aws_access_key_id = AKIA" + "IOSFODNN7EXAMPLE",
    "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCY" + "EXAMPLEKEY",
    "AKIA" + String(repeating: "A", count: 16), "AKIA" + "0189" + "QQQQWWWWEEEE",
    "token: gh" + "p_" + String(repeating: "x", count: 36),
    "sk_" + "test_", "STRIPE = 'sk_" + "live_...'", "xox" + "b-your-token-here",
    "SG." + "xxxxxxxxxx.yyyyyyyyyy",
    "-----BEGIN RSA PRIVATE KEY-----\n...\n-----END RSA PRIVATE KEY-----",
    "'-----BEGIN PRIVATE KEY-----' in text",
    "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA\n-----END RSA PRIVATE KEY-----",
    "-----BEGIN PUBLIC KEY-----\n" + String(repeating: "MFkwEwYHKoZIzj0C", count: 8)
      + "\n-----END PUBLIC KEY-----",
    "-----BEGIN CERTIFICATE-----\n" + String(repeating: "MIIDdzCCAl+gAwIB", count: 20)
      + "\n-----END CERTIFICATE-----",
    "glpat-" + "aaaaaaaaaaaaaaaaaaaa", "npm_" + "abcdefghijklmnopqrstuvwxyz0123456789",
    "AIza" + "SyEXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAMPLE",
    "SK" + "0123456789abcdef0123456789abcdef", "hf_" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"
      + ".eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ"
      + ".SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c",
    "eyJmb28iOjF9.eyJzdWIiOiIxIn0.dozjgNryP4J3jVmNHl0w5N",
    "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=<key>",
  ]

  private static let references = [
    "password = ${DB_PASSWORD}", "password: {{ .Values.password }}", "password: !ImportValue shop-Password1",
    "password = os.environ['DB_PASSWORD_1']", "const password = process.env.DB_PASSWORD1",
    "token: ${{ secrets.TOKEN_2 }}",
    "password: '{{resolve:secretsmanager:shop:SecretString:password}}'",
    "secret = vault:secret/data/shop#Password1",
    "secret: arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-A1b2C3",
    "token: ssm:/shop/prod/token1",
    "password: /shop/prod/db-password1", "DB_PASSWORD=op://vault/item/password1",
    "password = getenv(\"DB_PASS1\")",
    "apiKey: config.get('apiKey1')", "token = request.headers['X-Token-2']", "secretName: shop-secret-v2",
    "secret_id = \"projects/1/secrets/shop/versions/3\"", "password: *default1",
    "api_key = settings.API_KEY_1",
    "token: $(cat /run/secrets/token1)", "password=`pass show shop1`", "passwordFile: /run/secrets/db1",
    "password: <%= ENV['DB1'] %>", "apiKey: '%API_KEY_1%'", "secret: kms:AQICAHh1",
    "password = self.password1",
    "password = args.password2", "TOKEN=$TOKEN_1", "token = await getToken1()",
    "secretKeyRef: {name: shop1, key: token1}",
  ]

  private static let digests = [
    "integrity: sha512-" + String(repeating: "aB3dE5gH7jK9mN1p", count: 5) + "aB3dE5==",
    "token_sha256 = 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "secretHash: da39a3ee5e6b4b0d3255bfef95601890afd80709",
    "commit: 2fd4e1c67a2d28fced849ee1bb76e7391b93eb12",
    "password_hash_algorithm: sha256", "tokenEtag = \"33a64df551425fcc55e4d42a148795d9f25f89d4\"",
    "id: 123e4567-e89b-12d3-a456-426614174000", "secret_uuid: 123e4567-e89b-12d3-a456-426614174000",
    "next_token = 'AAAAmQ3dE5gH7jK9mN1pQ3sT5uV7wX9y'", "csrf_token: 'aB3dE5gH7jK9mN1pQ3sT5uV7wX9y'",
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
    "public_key = 'b7Yt5R2qW9xZ1cV4nM8kL3pQ6sT0uV2w'",
    "recaptcha_site_key = '6LeIxAcTAAAAAJcZVRqyHh71UMIEGNQ_MXjiZKhI'",
    "partition_key = 'a1B2c3D4e5F6g7H8i9J0'", "fingerprint_key: 'SHA256:b7Yt5R2qW9xZ1cV4nM8kL3pQ6sT0uV2w'",
  ]

  private static let names = [
    "PASSWORD: TextInput._Type.ValueType", "client_secret = 'Qh4...9wI'",
    "access_token: '2YotnFZFEj" + "r1zCsicMWpAA'",
    "const PASSWORD = 'password'", "forgotPassword: 'Forgot your password?'", "password: 'Mot de passe'",
    "passwordLabel = \"Password (min. 8)\"", "<input type=\"password\" name=\"password1\">",
    "PASSWORD_REGEX = '^[A-Z0-9]{8,}$'",
    "token_type: 'Bearer'", "tokenUrl: 'https://login.shop.dev/oauth2/token'", "secretsManager: 'aws-sdk2'",
    "token = 'identifier1'", "type Token2 = 'string1'", "apiKeyHeader = 'x-api-key-2'",
    "authToken: 'authTokenInput2'",
    "passwordField: '#password1'", "{ password: '.password-input-1' }",
    "case Token.password: 'Password1Field'",
    "if password == 'aB3dE5gH7jK9': pass", "password_min_length = '12'", "max_tokens: 4096",
    "tokenizer: 'gpt2-medium-v2'",
    "secret_version = 'AWSCURRENT1'", "'AWS::SecretsManager::Secret': 'c85175a4ebcce361'",
    "password = 'changeme123!'",
    "secret = 'your-secret-here-1'",
    "token = 'xxxxxxxx1234'",
    "apiKey = 'INSERT_KEY_HERE_1'", "key = 'aB3dE5gH7jK9mN1pQ3sT'",
    "keyboard: 'aB3dE5gH7jK9mN1pQ3sT'",
    "_shortened_many('pwd$', 're$read1', 'res$et')", "access_key_prefix = 'user-2-shop'",
    "client_secret_path = '/etc/a1'",
    "DEFAULT_TOKEN = 'eyJzZXNzaW9uX2lkIjogImRlZmF1bHQifQ'", "PasswordLastUsed: '2016-09-24T16:18:07Z'",
    "monkey = 'aB3dE5gH7jK9mN1pQ3sT5u'", "translation_key: 'settings.account2.title'",
    "secret = 'com.shop.app2.SecretStore'",
  ]

  private static let addresses = [
    "postgres://postgres:postgres@localhost:5432/test", "postgres://user:password@db.shop.internal/orders",
    "postgres://shop@db.internal/orders", "postgres://shop:${PASSWORD}@db.internal/orders",
    "https://example.com/a:b@c",
    "https://user:pass@example.com", "http://foo:bar@foo.com/", "mysql://root:root@db/shop",
    "https://shop.dev/@scope/a:1",
    "mongodb://user:<password>@cluster0.mongodb.net", "redis://:%s@%s:6379", "amqp://guest:guest@rabbit:5672",
    "ssh://git@github.com:22/shop.git", "https://{user}:{password}@shop.dev", "http://a:b@c:29/d",
    "ftp://anonymous:anonymous@ftp.shop.dev",
    "Server=localhost;Database=shop;User Id=sa;Password=Aa1Bb2Cc3", "Server=db;Password=${PASSWORD};User=sa",
    "Authorization: Basic dXNlcjpwYXNzd29yZA==", "Authorization: Bearer <token>",
    "Authorization: Bearer ${token1}",
    "machine example.com login user password password1", "//registry.npmjs.org/:_authToken=${NPM_TOKEN}",
    "\"auth\": \"dXNlcjpwYXNzd29yZA==\"", "blob?sv=2020&sig=<signature>&se=2030", "sig=abc",
    "postgresql://scott:tiger@host/db",
    "user:$apr1$xxxxxxxx$xxxxxxxxxxxxxxxxxxxxxx", "jdbc:mysql://localhost/shop?user=a&password=Aa1Bb2Cc3",
  ]
}
