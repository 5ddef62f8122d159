import FindingModel
import ScanPipeline
import Testing

/// Routes and URLs that are open to everyone and whose code asks who the caller is.
@Suite struct CallerCheckTests {
  struct Handler: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let body: String
    let severity: Severity
    var words = ""
  }

  @Test(arguments: Self.handlers)
  func lowersARouteWhoseHandlerChecks(_ handler: Handler) throws {
    let tree = try TemporaryTree(["template.yaml": Self.template, "src/index.js": Self.code(handler.body)])
    for rule in ["sas2-apigw-method-none", "sas2-url-auth-none"] {
      let found = try #require(try tree.scan().findings.first { $0.finding.rule == rule }).finding
      let isURL = rule == "sas2-url-auth-none"
      #expect(
        found.severity == (isURL && handler.severity == .high ? .critical : handler.severity), "\(rule)")
      #expect(handler.words.isEmpty || found.message.contains(handler.words), "\(found.message)")
      #expect(
        handler.words.isEmpty == !found.remediation.contains("See that nothing is done before the check"))
    }
  }

  @Test func saysWhoIsLeftToChooseAValue() throws {
    for (check, who) in [
      (Self.signature, "Whoever knows the signing secret can choose it."),
      (Self.token, "Any caller whose token is verified can choose it."),
      ("", "Anyone on the internet can choose it"),
    ] {
      let tree = try TemporaryTree([
        "template.yaml": Self.template,
        "src/index.js": Self.code(check + "exec('deploy ' + JSON.parse(event.body).ref);"),
      ])
      let found = try #require(try tree.scan().findings.first { $0.finding.rule == "sas1-os-command" })
        .finding
      #expect(found.message.contains(who), "\(found.message)")
      #expect(found.severity == (check.isEmpty ? .critical : .high))
    }
  }

  private static let signature = """
    const mine = crypto.createHmac('sha256', process.env.KEY).update(event.body).digest('hex');
    if (!matches(event.headers['x-signature'], mine)) return { statusCode: 401 };

    """
  private static let token =
    "jwt.verify(event.headers.authorization, process.env.KEY, { algorithms: ['HS256'] });\n"

  private static let handlers = [
    Handler(testDescription: "no check", body: "", severity: .high),
    Handler(
      testDescription: "a helper that compares in constant time", body: signature, severity: .low,
      words: "checks the signature"),
    Handler(
      testDescription: "an ordinary comparison with a keyed digest",
      body: signature.replacing(
        "!matches(event.headers['x-signature'], mine)", with: "mine !== event.headers.s"),
      severity: .low, words: "checks the signature"),
    Handler(testDescription: "a token", body: token, severity: .low, words: "verifies the caller's token"),
    Handler(
      testDescription: "a secret", body: "if (event.headers.key !== process.env.API_KEY) return {};\n",
      severity: .medium, words: "compares a secret"),
    Handler(
      testDescription: "a plain digest, which anybody can make",
      body: signature.replacing(
        "crypto.createHmac('sha256', process.env.KEY)", with: "crypto.createHash('sha1')"
      )
      .replacing("!matches(event.headers['x-signature'], mine)", with: "mine !== event.headers.s"),
      severity: .high),
    Handler(
      testDescription: "an answer that nobody looks at",
      body: "matches(event.headers['x-signature'], process.env.SIGNATURE);\n", severity: .high),
    Handler(
      testDescription: "a check that comes too late", body: "exec(event.body);\n" + token, severity: .high),
  ]

  private static func code(_ body: String) -> String {
    """
    const crypto = require('node:crypto');
    const jwt = require('jsonwebtoken');
    const { exec } = require('node:child_process');

    function matches(given, mine) {
      const [a, b] = [Buffer.from(given), Buffer.from(mine)];
      if (a.length !== b.length) return false;
      return crypto.timingSafeEqual(a, b);
    }

    exports.handler = async (event) => {
      \(body)
      return { statusCode: 200 };
    };
    """
  }

  private static let template = """
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Hook:
        Type: AWS::Serverless::Function
        Properties:
          Handler: index.handler
          Runtime: nodejs24.x
          CodeUri: src/
          FunctionUrlConfig: {AuthType: NONE}
          Events: {Route: {Type: HttpApi, Properties: {Path: /orders, Method: post}}}

    """
}
