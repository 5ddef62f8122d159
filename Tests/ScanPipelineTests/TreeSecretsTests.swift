import FindingModel
import Foundation
import ScanPipeline
import Testing

/// Secrets in files: which functions carry them, and that nothing is said twice.
@Suite struct TreeSecretsTests {
  private static let template = """
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Orders:
        Type: AWS::Serverless::Function
        Properties:
          {Handler: app.handler, Runtime: python3.14, CodeUri: orders/, FunctionUrlConfig: {AuthType: NONE}}
      Stock:
        Type: AWS::Serverless::Function
        Properties: {Handler: app.handler, Runtime: python3.14, CodeUri: stock/}
    """
  private static let handler = "def handler(event, context):\n  return 'fine'\n"

  private func findings(_ files: [String: String]) throws -> [Finding] {
    try TemporaryTree(files).scan().findings.map(\.finding).filter { $0.risk == .insecureSecrets }
  }

  @Test func aFileIsToldWithTheFunctionThatCarriesIt() throws {
    let found = try findings([
      "template.yaml": Self.template, "orders/app.py": Self.handler, "stock/app.py": Self.handler,
      "orders/settings.ini": "password = hunter2!x\n",
    ])
    let finding = try #require(found.first { $0.rule == "sas7-secret-in-file" })
    #expect(finding.functions == ["Orders"] && finding.application == "template.yaml")
    #expect(finding.message.contains("anyone on the internet"))
    #expect(found.count == 1)
  }

  @Test func aFileThatNobodyCarriesIsToldWithoutOne() throws {
    let found = try findings([
      "template.yaml": Self.template, "orders/app.py": Self.handler,
      "docs/notes.ini": "password = hunter2!x\n",
    ])
    let finding = try #require(found.first)
    #expect(finding.functions.isEmpty && finding.application.isEmpty)
    #expect(finding.subject == .file(path: "docs/notes.ini"))
  }

  @Test func theSameSecretInSeveralFilesIsOneFinding() throws {
    let found = try findings([
      "template.yaml": Self.template, "orders/app.py": Self.handler, "orders/a.ini": "password = hunter2!x\n",
      "stock/b.ini": "\npassword = hunter2!x\n", "orders/c.env": "DB_PASSWORD=hunter2!x\n",
    ])
    let finding = try #require(found.first)
    #expect(found.count == 1 && finding.trace.map(\.location.path) == ["orders/c.env", "stock/b.ini"])
    #expect(finding.functions == ["Orders", "Stock"])
  }

  @Test func aPasswordAndTheAddressWithItAreOneFinding() throws {
    let found = try findings([
      "compose.yml":
        "environment:\n  DB_PASSWORD: hunter2!x\n  URL: postgres://shop:hunter2!x@db.internal/shop\n"
    ])
    let finding = try #require(found.first)
    #expect(found.count == 1 && finding.severity == .critical && finding.trace.map(\.location.line) == [2])
  }

  @Test func whatATemplatesRulesReportIsNotRepeated() throws {
    let variable = """
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Orders:
          Type: AWS::Serverless::Function
          Properties:
            Handler: app.handler
            Runtime: python3.14
            CodeUri: orders/
            Environment:
              Variables:
                DB_PASSWORD: hunter2!x
      """
    let files = ["template.yaml": variable, "orders/app.py": Self.handler]
    #expect(try findings(files).map(\.rule) == ["sas7-env-plain-secret"])
  }

  @Test func whatATemplateHoldsAndAFileRepeatsIsOneFinding() throws {
    let variable = """
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Orders:
          Type: AWS::Serverless::Function
          Properties:
            Handler: app.handler
            Runtime: python3.14
            CodeUri: orders/
            Environment:
              Variables:
                DB_PASSWORD: hunter2!x
      """
    let found = try findings([
      "template.yaml": variable, "orders/app.py": Self.handler, "tools/db.ini": "password = hunter2!x\n",
      "tools/other.ini": "password = hunter3!x\n",
    ])
    #expect(found.map(\.rule).sorted() == ["sas7-env-plain-secret", "sas7-secret-in-file"])
    let finding = try #require(found.first { $0.rule == "sas7-env-plain-secret" })
    #expect(finding.trace.map(\.location.path) == ["tools/db.ini"])
    #expect(finding.message.hasSuffix("It also stands in 'tools/db.ini'."))
  }

  /// A token of a public form, made here of parts.
  @Test(arguments: [(1_700_000_000, Severity.low), (1_900_000_000, .high)])
  func tokensThatHaveExpiredAreLow(expiry: Int, severity: Severity) throws {
    func encoded(_ text: String) -> String {
      Data(text.utf8).base64EncodedString().replacing("=", with: "").replacing("/", with: "_")
        .replacing("+", with: "-")
    }
    let signature = "q8Zk2Lx9Rt5Yp7Mz3Xc8Vb1Nq4Wf6Hs0Jd2Gk8PuYtE"
    let token =
      encoded(#"{"alg":"HS256","typ":"JWT"}"#) + "." + encoded(#"{"sub":"shop-7","exp":\#(expiry)}"#) + "."
      + signature
    let found = try findings(["src/client.py": "TOKEN = '\(token)'\n"])
    #expect(found.map(\.severity) == [severity])
  }

  @Test func callsWithCredentialsAreNotRepeated() throws {
    let program = """
      import boto3

      def handler(event, context):
        return boto3.client("s3", aws_secret_access_key="\("u3Jm9Rz0vKqL2wXs8TnYb5HcPd7F" + "f1AeGi4Oo6Nq")")
      """
    let files = ["template.yaml": Self.template, "orders/app.py": program, "stock/app.py": Self.handler]
    #expect(try findings(files).map(\.rule) == ["sas7-hardcoded-credential"])
  }

  @Test(arguments: [(".gitignore", 1), (".parapetignore", 0)])
  func whatGitIgnoresIsPackagedAllTheSame(ignore: String, count: Int) throws {
    let found = try findings([
      "template.yaml": Self.template, "orders/app.py": Self.handler, ignore: ".env\n",
      "orders/.env": "DB_PASSWORD=hunter2!x\n", ".env": "DB_PASSWORD=hunter3!x\n",
    ])
    #expect(found.map(\.rule) == Array(repeating: "sas7-secret-in-package", count: count))
  }

  @Test func aCommentSuppresses() throws {
    let tree = try TemporaryTree([
      "settings.ini":
        "# parapet:ignore sas7-secret-in-file reason=\"of a machine that is gone\"\npassword = hunter2!x\n"
    ])
    #expect(try tree.scan().findings.map(\.isActive) == [false])
  }

  @Test func halvesOfOneCredentialAreOneFinding() throws {
    let id = "AKIA" + "Q3EGRXYZ2B4C5D6E"
    let key = "u3Jm9Rz0vKqL2wXs8TnYb5HcPd7F" + "f1AeGi4Oo6Nq"
    let found = try findings([
      "credentials": "[default]\naws_access_key_id = \(id)\naws_secret_access_key = \(key)\n"
    ])
    let finding = try #require(found.first)
    #expect(found.count == 1 && finding.location.line == 3 && finding.trace.map(\.location.line) == [2])
  }

  @Test func noValueReachesTheReport() throws {
    let found = try findings([
      "a.ini": "password = hunter2!x\n", "b.py": "api_key = 'q8Zk2Lx9Rt5Yp7Mz3Xc8Vb1N'\n",
    ])
    #expect(found.count == 2)
    for finding in found { #expect(!"\(finding)".contains("hunter2") && !"\(finding)".contains("q8Zk2Lx9")) }
  }

  @Test func oneThreadFindsWhatManyFind() throws {
    var files: [String: String] = [:]
    for number in 0..<40 { files["f\(number).ini"] = "password = hunter\(number % 7)!x\n" }
    let tree = try TemporaryTree(files)
    let reports = try [1, 4].map { try tree.scan(threads: $0).findings.map(\.finding) }
    #expect(reports[0] == reports[1] && reports[0].count == 7)
  }

  @Test func withoutAHistoryTheRequestIsRefused() throws {
    let tree = try TemporaryTree(["a.py": ""])
    let options = ScanOptions(
      paths: [tree.root], asOf: try #require(CalendarDate("2026-11-20")), history: .all, toolVersion: "test")
    #expect(throws: ScanError.self) { try Scan(options).run() }
  }
}
