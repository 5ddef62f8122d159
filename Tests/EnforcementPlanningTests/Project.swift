import EnforcementPolicy
import FindingModel
import Foundation
import ScanPipeline
import Testing

/// A project in a folder of its own, and the policies that are drafted for it.
final class Project {
  private let root: URL

  /// One function called `F` whose handler is a Python or Node program.
  init(python: String? = nil, node: String? = nil, properties: String = "", files: [String: String] = [:])
    throws
  {
    root = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().appending(
      path: "parapet-plan-\(UUID().uuidString)")
    let runtime =
      properties.contains("Runtime:") ? "" : python == nil ? "Runtime: nodejs20.x\n" : "Runtime: python3.12\n"
    let more = (runtime + properties).split(separator: "\n").map { "      \($0)\n" }.joined()
    try write(
      "template.yaml",
      """
      Transform: AWS::Serverless-2016-10-31
      Resources:
        F:
          Type: AWS::Serverless::Function
          Properties:
            Handler: app.handler
            CodeUri: src/
            Events:
              Web:
                Type: HttpApi
                Properties: { Path: /, Method: get }

      """ + more)
    if let python { try write("src/app.py", python) }
    if let node { try write("src/app.js", node) }
    for (path, text) in files { try write(path, text) }
  }

  deinit {
    // What is lost is a folder that is left behind.
    try? FileManager.default.removeItem(at: root)
  }

  func write(_ path: String, _ text: String) throws { try write(path, Data(text.utf8)) }

  func write(_ path: String, _ data: Data) throws {
    let file = root.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  /// Each draft has to read back and compile.
  func policies() throws -> [EnforcementPolicy] {
    let date = try #require(CalendarDate("2026-11-20"))
    let seed = try #require(DecoySeed("00112233445566778899aabbccddeeff"))
    let run = ProtectionRun(
      ScanOptions(paths: [root.path()], asOf: date, threads: 2, toolVersion: "test"), seed: seed)
    let policies = try run.run().policies.map(\.policy)
    for policy in policies {
      let document = PolicyDocument.read(Array(PolicyWriter().write(policy).utf8), path: "policy.yaml")
      #expect(document.problems.isEmpty, "\(document.problems)")
      _ = try PolicyCompiler.compile(policy)
    }
    return policies
  }

  func policy() throws -> EnforcementPolicy { try #require(try policies().first) }
}

extension EnforcementPolicy {
  var paths: [String] { executables.map(\.path) }

  func remark(_ control: Control) -> String { (remarks.controls[control] ?? []).joined(separator: " ") }
}
