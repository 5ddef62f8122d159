import FindingModel
import Foundation
import Testing

import ScanPipeline

/// Programs that somebody else wrote: the scan ends, the function is in the report, and what was cut is said.
@Suite(.timeLimit(.minutes(3))) struct HostileCodeTests {
  struct Program: CustomTestStringConvertible, Sendable {
    let name: String
    /// `.py` or `.js`.
    let suffix: String
    let text: String
    var testDescription: String { name + suffix }

    init(_ name: String, _ suffix: String, _ text: String) {
      (self.name, self.suffix, self.text) = (name, suffix, text)
    }
  }

  private static func template(_ suffix: String) -> String {
    """
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Run:
        Type: AWS::Serverless::Function
        Properties:
          Handler: app.handler
          Runtime: \(suffix == ".py" ? "python3.14" : "nodejs24.x")
          CodeUri: src/
          Events:
            Call: {Type: Api, Properties: {Path: /run, Method: post}}

    """
  }

  private static func scan(_ program: Program) throws -> ScanReport {
    try TemporaryTree(["template.yaml": template(program.suffix), "src/app\(program.suffix)": program.text])
      .scan()
  }

  static let depth = 100_000

  private static func nested(_ open: String, _ core: String, _ close: String) -> String {
    String(repeating: open, count: depth) + core + String(repeating: close, count: depth)
  }

  private static func python(_ expression: String) -> String {
    "import os\ndef handler(event, context):\n  os.system(event['body'])\n  return \(expression)\n"
  }

  private static func script(_ expression: String) -> String {
    """
    const {execSync} = require('child_process');
    exports.handler = async (event) => { execSync(event.body); return \(expression); };

    """
  }

  static let deep = [
    Program("brackets", ".py", python(nested("[", "event", "]"))),
    Program("calls", ".py", python(nested("str(", "event", ")"))),
    Program("brackets", ".js", script(nested("[", "event", "]"))),
    Program("calls", ".js", script(nested("String(", "event", ")"))),
    Program("functions", ".js", script(nested("() => (", "event", ")"))),
    Program("blocks", ".js", script("1; " + nested("{", "event", "}"))),
  ]

  @Test(arguments: deep) func whatIsNestedTooDeepIsSaid(_ program: Program) throws {
    let report = try Self.scan(program)
    #expect(report.functions.map(\.name) == ["Run"])
    #expect(!report.reasons(for: "src/app\(program.suffix)").isEmpty)
  }

  /// As long as a generator makes them, and flat to those who read them.
  static let long = [
    Program("parentheses", ".py", python(nested("(", "event", ")"))),
    Program("refusals", ".py", python(String(repeating: "not ", count: depth) + "event")),
    Program(
      "sum", ".py", python(Array(repeating: "event", count: depth).joined(separator: " + "))),
    Program(
      "sum", ".js", script(Array(repeating: "event", count: depth).joined(separator: " + "))),
    Program(
      "chain", ".js", script("event" + String(repeating: ".trim()", count: depth / 10))),
  ]

  /// Functions that all call each other, and functions that each call the next one twice.
  private static func everyone(_ count: Int, _ function: (Int, [Int]) -> String) -> String {
    (0..<count).map { function($0, Array(0..<count)) }.joined()
  }

  private static func doubling(_ count: Int, _ function: (Int, [Int]) -> String) -> String {
    (0..<count).map { function($0, [$0 + 1, $0 + 1]) }.joined()
  }

  private static func pythonFunction(_ number: Int, _ calls: [Int]) -> String {
    let body = calls.map { "  x = f\($0)([x, f\($0)(x)], *y)\n" }.joined()
    return "def f\(number)(x, *y):\n\(body)  return x\n"
  }

  private static func scriptFunction(_ number: Int, _ calls: [Int]) -> String {
    let body = calls.map { "x = f\($0)({a: x, b: f\($0)(x)}, ...y); " }.joined()
    return "function f\(number)(x, ...y) { \(body)return x; }\n"
  }

  static let recursive = [
    Program("everyone", ".py", everyone(50, pythonFunction) + python("f0(event)")),
    Program("doubling", ".py", doubling(90, pythonFunction) + python("f0(event)")),
    Program("everyone", ".js", everyone(50, scriptFunction) + script("f0(event)")),
    Program("doubling", ".js", doubling(90, scriptFunction) + script("f0(event)")),
    Program(
      "oneself", ".js",
      "const y = (f) => ((x) => x(x))((x) => f((...a) => x(x)(...a)));\n" + script("y((g) => g(event))(y)")),
    Program(
      "oneself", ".py",
      "class A:\n  def __getattr__(self, name): return getattr(self, name + name)(self)\n"
        + python("A().a.b.c(event)")),
  ]

  @Test(arguments: long + recursive) func theFlowBeforeIsStillFound(_ program: Program) throws {
    let report = try Self.scan(program)
    #expect(report.functions.map(\.name) == ["Run"])
    #expect(report.findings.contains { $0.finding.rule == "sas1-os-command" }, "\(report.notChecked)")
  }

  @Test(arguments: [".py", ".js"]) func aBundleOfMoreThanFiveMegabytesIsListed(_ suffix: String) throws {
    let lines = suffix == ".py" ? "x=[1,'a',{'b':2}];" : "var x=[1,'a',{b:2}],f=(a)=>a+x;"
    let text = String(repeating: lines, count: 5_200_000 / lines.utf8.count) + "\n"
    let handler =
      suffix == ".py" ? "def handler(event, context): pass\n" : "exports.handler = (event) => 1;\n"
    let report = try Self.scan(Program("bundle", suffix, text + handler))
    #expect(report.functions.map(\.name) == ["Run"])
    #expect(report.notChecked.contains { $0.path.hasPrefix("src") || $0.reason.contains("src/app") })
  }

  /// The beginning of a program is a program that somebody saved too early.
  @Test(arguments: [Program("program", ".py", python("event")), Program("program", ".js", script("event"))])
  func aTruncatedProgramStillHasItsFunction(_ program: Program) throws {
    for length in stride(from: 1, to: program.text.utf8.count, by: 5) {
      let part = Program(
        "part", program.suffix, String(decoding: program.text.utf8.prefix(length), as: UTF8.self))
      #expect(try Self.scan(part).functions.map(\.name) == ["Run"], "\(length) bytes")
    }
  }

  @Test(arguments: [".py", ".js"]) func randomBytesAreNoHandler(_ suffix: String) throws {
    var state: UInt64 = 7
    let bytes = (0..<200_000).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    let tree = try TemporaryTree(["template.yaml": Self.template(suffix)])
    try tree.write("src/app\(suffix)", Data(bytes))
    let report = try tree.scan()
    #expect(report.functions.map(\.name) == ["Run"])
    #expect(!report.notChecked.isEmpty)
  }
}
