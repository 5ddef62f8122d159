import Testing

@testable import EnforcerLogic

@Suite struct RedactionTests {
  static let secretKey = "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY"
  static let sessionToken = String(repeating: "IQoJb3JpZ2luX2VjE", count: 30)

  private func shown(_ arguments: [String], secrets: [String] = [secretKey, sessionToken]) -> String {
    let memory = UnsafeMutablePointer<Text>.allocate(capacity: max(secrets.count, 1))
    defer { memory.deallocate() }
    func fill(_ rest: ArraySlice<String>, _ body: () -> String) -> String {
      guard let secret = rest.first else { return body() }
      return withText(secret) { text in
        (memory + (secrets.count - rest.count)).initialize(to: text)
        return fill(rest.dropFirst(), body)
      }
    }
    return fill(secrets[...]) {
      let redaction = Redaction(secrets: memory, secretCount: secrets.count)
      let bytes = withArguments(arguments.map { Array($0.utf8) }) { list in
        written { redaction.append(arguments: list, to: &$0, upTo: 4000) }
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  @Test(arguments: [
    (["ls", "-l", "/tmp"], "ls -l /tmp"),
    (["echo", secretKey], "echo [redacted]"),
    (["echo", "x" + secretKey + "y"], "echo x[redacted]y"),
    (["aws", "AKIAIOSFODNN7EXAMPLE"], "aws [redacted]"),
    (["aws", "id=ASIAIOSFODNN7EXAMPLE,x"], "aws id=[redacted],x"),
    (["mysql", "--password=hunter22", "db"], "mysql --password=[redacted] db"),
    (["mysql", "--password", "hunter22", "db"], "mysql --password [redacted] db"),
    (["tool", "--api-key", "k123", "x"], "tool --api-key [redacted] x"),
    (["tool", "--token", "--verbose"], "tool --token --verbose"),
    (["sh", "-c", "TOKEN=abc curl x"], "sh -c TOKEN=[redacted] curl x"),
    (["env", "AWS_SECRET_ACCESS_KEY=short"], "env AWS_SECRET_ACCESS_KEY=[redacted]"),
    (["curl", "-H", "Authorization: Bearer abc def"], "curl -H Authorization: [redacted]"),
    (["curl", "-d", #"{"password": "p w", "a": 1}"#], #"curl -d {\"password\": \"[redacted]\", \"a\": 1}"#),
    (["curl", "https://user:pass@example.com/a@b"], "curl https://[redacted]@example.com/a@b"),
    (["curl", "https://example.com/a@b"], "curl https://example.com/a@b"),
    (["curl", "-u", "user:pass", "x"], "curl -u [redacted] x"),
    (["curl", "https://x/?token=abc&page=2"], "curl https://x/?token=[redacted]&page=2"),
    (["cat", "keyboard.txt"], "cat keyboard.txt"),
    (["echo", "AKIAshort"], "echo AKIAshort"),
  ])
  func hidesSecretsAndNothingElse(_ arguments: [String], _ expected: String) {
    #expect(shown(arguments) == expected)
  }

  @Test func showsNoPartOfASecretThatIsCutOff() {
    let text = shown(["echo", String(repeating: "x", count: 120) + Self.sessionToken])
    #expect(text == "echo " + String(repeating: "x", count: 120) + "[redacted]")
  }

  @Test func cutsLongArguments() {
    let text = shown(["echo", String(repeating: "x", count: 129)])
    #expect(text == "echo " + String(repeating: "x", count: 128) + "…")
    #expect(shown(["echo", String(repeating: "x", count: 128)]).hasSuffix("x"))
  }

  @Test func showsEightArguments() {
    #expect(shown(["1", "2", "3", "4", "5", "6", "7", "8"]) == "1 2 3 4 5 6 7 8")
    #expect(shown(["1", "2", "3", "4", "5", "6", "7", "8", "9"]) == "1 2 3 4 5 6 7 8 …")
  }

  /// Otherwise an empty variable would redact everything, or nothing would ever end.
  @Test func ignoresShortSecrets() {
    #expect(shown(["echo", "abc"], secrets: ["", "a"]) == "echo abc")
  }

  @Test func neverShowsASecretWhateverSurroundsIt() {
    var random = FixedRandom(state: 3)
    let pieces = [
      "key", "=", ":", "://", "@", " ", "\"", "token", "-", "AKIA", "\\", "a", "/", Self.secretKey,
    ]
    for _ in 0..<2000 {
      let text = (0..<8).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
      #expect(!shown([text, text]).contains(Self.secretKey), "\(text)")
    }
  }
}
