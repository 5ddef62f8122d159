import FindingModel
import Testing

@testable import SecretDetection

/// Whether a literal beside a name is a secret.
@Suite struct NamedSecretTests {
  @Test(arguments: [
    ("DB_PASSWORD", "correct-Horse7"), ("dbPassword", "hunter2"), ("DB_PASSWORD", "password"),
    ("MysqlPwd", "p4ss"), ("SMTP_PASS", "mailer99"), ("JWT_SECRET", "supersecret"),
    ("SESSION_SECRET", "keyboard cat"), ("API_TOKEN", "9f8Qz2LmX7pKs41vBd"),
    ("STRIPE_API_KEY", "b7Yt5R2qW9xZ1c"),
    ("clientSecret", "oauth-shop"), ("apikey", "b7Yt5R2qW9xZ1cV4nM8k"),
    ("REFRESH_TOKEN", "9f8Qz2LmX7pKs41vBd"),
    ("PAYMENT_KEY", "b7Yt5R2qW9xZ1cV4nM8k"),
    ("AWS_SECRET_ACCESS_KEY", "q7Rt5Yp2Lk9Mz3Xc8Vb1" + "Nn6Qw4Er0Ty7Ui5Op3As"),
  ])
  func isASecret(name: String, value: String) {
    #expect(NamedSecret.confidence(name: name, value: value) != nil)
  }

  @Test(arguments: [
    ("DB_SECRET_ARN", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db"),
    ("SECRET_NAME", "prod/shop/db"),
    ("DB_PASSWORD", "{{resolve:secretsmanager:shop}}"), ("DB_PASSWORD", "/shop/db/password"),
    ("DB_PASSWORD", "changeme"), ("DB_PASSWORD", "<password>"), ("DB_PASSWORD", ""),
    ("DB_PASSWORD", "xxxxxxxx"),
    ("PASSWORD_PARAM", "correct-Horse7"), ("TOKEN_URL", "https://login.example.com"), ("TOKEN_TTL", "3600"),
    ("API_KEY", "your-api-key-here"), ("API_KEY", "x-api-key"), ("USE_TOKEN", "true"), ("MAX_TOKENS", "4096"),
    ("PARTITION_KEY", "a1B2c3D4e5F6g7H8i9J0"), ("KMS_KEY", "1234abcd-12ab-34cd-56ef-1234567890ab"),
    ("SECRET", "orders-service-token"), ("SECRET_ID", "9f8Qz2LmX7pKs41vBd"),
    ("TABLE", "b7Yt5R2qW9xZ1cV4nM8k"),
    ("PAYMENT_KEY", "orders"), ("TOKEN", "12345678"), ("STRIPE_PUBLISHABLE_KEY", "b7Yt5R2qW9xZ1cV4nM8k"),
    ("PASSWORD_MIN_LENGTH", "12"), ("AUTH_TOKEN_HEADER", "X-Shop-Token1"),
    ("DB_PASSWORD", "shop-db-password"),
    ("SECRETS_MANAGER_PREFIX", "shop"), ("COMPASS", "north-Star99"),
  ])
  func isNone(name: String, value: String) {
    #expect(NamedSecret.confidence(name: name, value: value) == nil)
  }

  @Test(arguments: [
    ("myDBPassword", ["my", "db", "password"]), ("API_KEY", ["api", "key"]),
    ("db-password2", ["db", "password"]),
    ("HTTPSToken", ["https", "token"]), ("", []), ("___", []),
  ])
  func splitsNames(name: String, words: [String]) {
    #expect(SecretName.words(of: name) == words)
  }

  @Test func entropyIsThatOfTheBytes() {
    #expect(SecretValue.entropy(of: Array("aaaa".utf8)) < 0.001)
    #expect(abs(SecretValue.entropy(of: Array("abcd".utf8)) - 2) < 0.001)
    #expect(abs(SecretValue.entropy(of: Array(0...255)) - 8) < 0.001)
  }
}
