import Testing

@testable import SecretDetection

/// What a file's path and first bytes say about it.
@Suite struct SecretContextTests {
  @Test(arguments: [
    ("src/app.py", SecretContext.Format.code), ("template.yaml", .data), ("a/package-lock.json", .lockfile),
    ("bin/Shop.deps.json", .lockfile), ("yarn.lock", .lockfile), (".env.production", .environment),
    ("Dockerfile.prod", .environment), ("deploy.sh", .environment), ("notes.md", .prose),
    ("a.ipynb", .notebook),
    ("dist/app.min.js", .minified), ("LICENSE", .unknown), ("x.unheard", .unknown), ("", .unknown),
  ])
  func formatsAreKnownByName(_ path: String, _ format: SecretContext.Format) {
    #expect(SecretContext(path: path, bytes: []).format == format)
  }

  @Test func packedProgramsAreKnownByTheirLines() {
    let line = Array(repeatElement(Array("a(b,c);".utf8), count: 700).joined())
    #expect(SecretContext(path: "bundle.js", bytes: line).format == .minified)
    let lines = Array(repeatElement(Array("a(b,c);\n".utf8), count: 700).joined())
    #expect(SecretContext(path: "bundle.js", bytes: lines).format == .code)
    #expect(SecretContext(path: "data.json", bytes: line).format == .data)
  }

  @Test(arguments: [
    ("tests/app.py", true), ("src/__tests__/a.ts", true), ("src/app.test.js", true), ("test_app.py", true),
    ("conftest.py", true), ("examples/app.py", true), (".env.example", true), ("src/contest.py", false),
    ("src/latest/app.py", false), ("src/testimonials.py", false), ("AppTests.swift", true),
  ])
  func testsAreKnownByTheirPlace(_ path: String, isTest: Bool) {
    #expect(SecretContext(path: path, bytes: []).isTest == isTest)
  }
}

/// A name and the constant beside it, in the languages that people write.
@Suite struct AssignmentTests {
  private static let value = "q7Rt5Yp2Lk9Mz3Xc8Vb1"

  @Test(arguments: [
    "api_token = \"\(value)\"", "apiToken: '\(value)',", "const apiToken: string = `\(value)`",
    "api_token := \"\(value)\"",
    "\"api_token\" => \"\(value)\"", "os.environ[\"API_TOKEN\"] = \"\(value)\"",
    "setdefault('API_TOKEN', '\(value)')",
    "{\\\"api_token\\\": \\\"\(value)\\\"}", "val apiToken: String? = \"\(value)\"",
    "api_token = b'\(value)'",
    "{\"name\": \"API_TOKEN\", \"value\": \"\(value)\"}", "this.apiToken=\"\(value)\"",
    "self.api_token = r\"\(value)\"",
    "<add key=\"ApiToken\" value=\"\(value)\" />", "<apiToken>\(value)</apiToken>",
    "String apiToken = \"\(value)\";",
  ])
  func isRead(_ line: String) {
    let found = SecretScanner.secrets(in: Array(line.utf8), context: SecretContext(.code))
    #expect(found.map(\.secret.value) == [Self.value])
  }

  @Test(arguments: [
    "api_token: \(value)", "API_TOKEN=\(value)\nA=1", "export API_TOKEN=\(value) # here",
    "- name: API_TOKEN\n  value: \(value)\n",
    "api_token = \(value)\r\n",
  ])
  func isReadWithoutQuotes(_ line: String) {
    let found = SecretScanner.secrets(in: Array(line.utf8), context: SecretContext(.data))
    #expect(found.map(\.secret.value) == [Self.value])
    #expect(SecretScanner.secrets(in: Array(line.utf8), context: SecretContext(.code)).isEmpty)
  }

  @Test(arguments: [
    "api_token == \"\(value)\"", "if api_token != '\(value)'", "['api_token', '\(value)', 'x']",
    "api_token\n= \"\(value)\"",
    "api_token = \"\(value)", "api_token = f(\"\(value)\")", "Shop::ApiToken: \"\(value)\"",
    "api_token(\"\(value)\")",
  ])
  func isNone(_ line: String) {
    #expect(SecretScanner.secrets(in: Array(line.utf8), context: SecretContext(.code)).isEmpty)
  }

  @Test func lengthsAreLimited() {
    func found(name: Int, value: Int) -> Int {
      var draw = Draw(seed: 40)
      let name = String(repeating: "a_", count: name / 2) + "token"
      let text = "\(name) = \"\(draw.alnum(value))\""
      return SecretScanner.secrets(in: Array(text.utf8), context: SecretContext(.code)).count
    }
    #expect(found(name: Assignment.nameLimit - 6, value: 40) == 1)
    #expect(found(name: Assignment.nameLimit, value: 40) == 0)
    #expect(found(name: 4, value: Assignment.valueLimit - 2) == 1)
    #expect(found(name: 4, value: Assignment.valueLimit + 1) == 0)
  }
}
