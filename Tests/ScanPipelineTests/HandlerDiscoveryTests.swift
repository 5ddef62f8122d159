import FindingModel
import Testing

/// Which file is whose code, and which functions are handlers though no template says so.
@Suite struct HandlerDiscoveryTests {
  private static let shell = """
    const { execSync } = require("child_process");
    exports.handler = async (event) => execSync("ls " + event.name).toString();

    """

  private static func template(_ functions: (name: String, code: String)...) -> String {
    "Resources:\n"
      + functions.map { name, code in
        """
          \(name):
            Type: AWS::Lambda::Function
            Properties:
              Handler: index.handler
              Runtime: nodejs24.x
              Role: arn:aws:iam::123456789012:role/r
              Code: \(code)

        """
      }.joined()
  }

  private func flawed(_ report: ScanReport) -> [String] {
    report.findings.filter { $0.finding.rule == "sas1-os-command" }
      .flatMap { item in item.finding.functions.map { "\($0) \(item.finding.location.path)" } }.sorted()
  }

  @Test func anArchiveIsTheFolderOfItsName() throws {
    let tree = try TemporaryTree([
      "deploy/t.yaml": Self.template(
        ("Images", "{S3Bucket: code, S3Key: v1/images.zip}"),
        ("Custom", "{S3Bucket: code, S3Key: v1/custom.zip}")),
      "deploy/images/index.js": Self.shell, "deploy/custom/index.js": "exports.handler = async () => 1;\n",
    ])
    let report = try tree.scan()
    #expect(flawed(report) == ["Images deploy/images/index.js"])
    #expect(report.functions.map(\.name).sorted() == ["Custom", "Images"])
  }

  @Test func oneFileIsNotTheCodeOfTwoArchives() throws {
    let tree = try TemporaryTree([
      "t.yaml": Self.template(
        ("Images", "{S3Bucket: code, S3Key: images.zip}"), ("Custom", "{S3Bucket: code, S3Key: custom.zip}")),
      "index.js": Self.shell,
    ])
    let report = try tree.scan()
    #expect(flawed(report) == ["index.handler index.js"])
    #expect(report.reasons(for: "t.yaml").filter { $0.contains("not part of the scanned files") }.count == 2)
  }

  @Test func twoFunctionsMayHaveOneArchive() throws {
    let code = "{S3Bucket: code, S3Key: all.zip}"
    let tree = try TemporaryTree(["t.yaml": Self.template(("A", code), ("B", code)), "index.js": Self.shell])
    #expect(try flawed(tree.scan()).allSatisfy { $0.hasSuffix("index.js") })
    #expect(try tree.scan().reasons(for: "t.yaml").isEmpty)
  }

  private static let service = """
    service: x
    provider: {name: aws, runtime: nodejs24.x}
    functions:
      f: {handler: index.handler}

    """
  private static let helper = "let all = [];\nexports.keep = (event, context) => { all.push(event.body); };\n"

  @Test func whatLiesBesideTheHandlersServesThem() throws {
    let tree = try TemporaryTree([
      "serverless.yml": Self.service, "index.js": "exports.handler = async () => 1;\n",
      "libs/debug.js": Self.helper, "jobs/nightly.js": "exports.handler = async (event) => event.id;\n",
    ])
    #expect(try tree.scan().functions.map(\.name).sorted() == ["f", "nightly.handler"])
    let alone = try TemporaryTree(["libs/debug.js": Self.helper])
    #expect(try alone.scan().functions.map(\.name) == ["debug.keep"])
  }

  @Test func whatAHandlerImportsIsNoHandler() throws {
    let main = "const { keep } = require('./keep');\nexports.handler = async (event) => keep(event);\n"
    let tree = try TemporaryTree(["index.js": main, "keep.js": Self.helper])
    #expect(try tree.scan().functions.map(\.name) == ["index.handler"])
  }

  @Test func methodsOfObjectsAreNoHandlers() throws {
    let type = """
      class Request {
        setup(event) { return this.kind(event); }
        kind(event) { return event.path; }
        static handler(event) { return event.path; }
      }
      module.exports = Request;

      """
    let tree = try TemporaryTree(["request.js": type])
    #expect(try tree.scan().functions.map(\.name) == ["request.Request.handler"])
  }

  @Test func aCommandIsNamedAndNotItsClient() throws {
    let tree = try TemporaryTree([
      "index.js": """
      const { LambdaClient, InvokeCommand } = require("@aws-sdk/client-lambda");
      const client = new LambdaClient({});
      exports.handler = async (event) => client.send(new InvokeCommand({ FunctionName: event.target }));

      """
    ])
    let finding = try #require(
      try tree.scan().findings.first { $0.finding.rule == "sas1-cloud-resource-injection" }?.finding)
    #expect(finding.message.contains("`@aws-sdk/client-lambda.InvokeCommand`"))
  }
}
