import FindingModel
import Testing

@testable import SecretRules

/// Secrets that are recognised by their form.
///
/// None of the values below is or was one.
@Suite struct SecretDetectorTests {
  static let body = "0aB1cD2eF3gH4iJ5kL6mN7oP8qR9sT0uV1wX"

  @Test(arguments: DetectionCase.all)
  func recognises(_ example: DetectionCase) {
    #expect(SecretDetector.secrets(in: example.text).map(\.kind) == example.kinds)
  }

  @Test(arguments: DetectionCase.all)
  func isFoundInTheMiddleOfAProgram(_ example: DetectionCase) {
    let found = SecretDetector.secrets(in: "x = '\(example.text)' # end").map(\.kind)
    #expect(found == example.kinds)
  }

  @Test func neverShowsMoreThanThePublicPrefix() {
    for example in DetectionCase.all {
      for secret in SecretDetector.secrets(in: example.text) {
        let shown = "\(secret)".prefix { $0 != "…" }
        #expect(shown.count <= 4 && shown.count == secret.publicPrefix)
      }
    }
    let key = SecretDetector.secrets(in: "AKIAQ3EGRXYZ2B4C5D6E").first
    #expect(key?.description == "AKIA…(20 characters)")
    #expect(DetectedSecret(.password, "hunter2").description == "…(7 characters)")
  }

  @Test func survivesAnyBytes() {
    var state: UInt64 = 0x9e37_79b9_7f4a_7c15
    let pieces = [
      "AKIA", "eyJ", "://", "@", ":", "=", ";", "-----BEGIN ", "PRIVATE KEY-----", "sk-", "é", "\u{0}", ".",
    ]
    for _ in 0..<2_000 {
      var text = ""
      for _ in 0..<20 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      #expect(SecretDetector.secrets(in: text).allSatisfy { !$0.value.isEmpty })
    }
  }

  @Test func anAWSSecretKeyNeedsItsName() {
    let value = "q7Rt5Yp2Lk9Mz3Xc8Vb1Nn6Qw4Er0Ty7Ui5Op3As"
    #expect(SecretDetector.isAWSSecretKey(value, name: "AWS_SECRET_ACCESS_KEY"))
    #expect(!SecretDetector.isAWSSecretKey(value, name: "DIGEST"))
    #expect(
      !SecretDetector.isAWSSecretKey(
        "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", name: "AWS_SECRET_ACCESS_KEY"))
  }
}

struct DetectionCase: CustomTestStringConvertible, Sendable {
  let name: String
  let text: String
  let kinds: [SecretKind]

  init(_ name: String, _ text: String, _ kinds: SecretKind...) {
    self.name = name
    self.text = text
    self.kinds = kinds
  }

  var testDescription: String { name }

  private static let body = SecretDetectorTests.body
  private static let hexadecimal = "0123456789abcdef0123456789abcdef"
  private static let webToken =
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U"
  private static let azure = String(repeating: "aB3dE5gH", count: 10) + "aB3dE5=="

  static let all: [DetectionCase] = [
    DetectionCase("AWS key", "AKIAQ3EGRXYZ2B4C5D6E", .awsAccessKey),
    DetectionCase("temporary AWS key", "ASIAQ3EGRXYZ2B4C5D6E", .awsAccessKey),
    DetectionCase("documentation's AWS key", "AKIAIOSFODNN7EXAMPLE"),
    DetectionCase("AWS key with digits outside base 32", "AKIAQ1890XYZ2B4C5D6E"),
    DetectionCase("AWS key inside a longer word", "XAKIAQ3EGRXYZ2B4C5D6E"),
    DetectionCase("AWS key that goes on", "AKIAQ3EGRXYZ2B4C5D6EF"),
    DetectionCase("GitHub", "ghp_" + body, .gitHubToken), DetectionCase("GitHub, short", "ghp_abc123"),
    DetectionCase("GitHub, crosses", "ghp_" + String(repeating: "x", count: 36)),
    DetectionCase("GitLab", "glpat-aB3dE5gH7jK9mN1pQ3sT", .gitLabToken),
    DetectionCase("Slack", "xoxb-123456789012-123456789012-aB3dE5gH7jK9", .slackToken),
    DetectionCase("Stripe", "sk_live_aB3dE5gH7jK9mN1pQ3s", .stripeKey),
    DetectionCase("Stripe test key", "sk_test_aB3dE5gH7jK9mN1pQ3s"),
    DetectionCase("Twilio", "SK" + hexadecimal, .twilioKey),
    DetectionCase("Google", "AIza" + body.prefix(35), .googleKey),
    DetectionCase("npm", "npm_" + body, .npmToken),
    DetectionCase("OpenAI", "sk-proj-" + body + body, .openAIKey),
    DetectionCase("Anthropic", "sk-ant-api03-" + body + body, .anthropicKey),
    DetectionCase("web token", webToken, .webToken),
    DetectionCase(
      "web token with a header that is none",
      "eyJmb28iOjF9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N"),
    DetectionCase("database", "postgres://shop:Tr0ub4dor@db.internal/orders", .databaseAddress),
    DetectionCase(
      "database over SRV", "mongodb+srv://shop:Tr0ub4dor@cluster0.abc.mongodb.net", .databaseAddress),
    DetectionCase("local database", "postgres://postgres:postgres@localhost:5432/test"),
    DetectionCase("database without a password", "postgres://shop@db.internal/orders"),
    DetectionCase("database with a blank to fill", "postgres://shop:${PASSWORD}@db.internal/orders"),
    DetectionCase("page address", "https://example.com/a:b@c"),
    DetectionCase(
      "Azure", "DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=" + azure + ";E=x", .azureKey),
    DetectionCase(
      "connection string", "Server=db;Database=shop;User Id=sa;Password=Tr0ub4dor;X=1", .connectionString),
    DetectionCase(
      "private key's header alone", "-----BEGIN RSA PRIVATE KEY-----" + String(repeating: " ", count: 200)),
    DetectionCase("digest", "sha256-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
    DetectionCase("ARN", "arn:aws:lambda:eu-west-1:111122223333:function:shop"),
  ]
}
