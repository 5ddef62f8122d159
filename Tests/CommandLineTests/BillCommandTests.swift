import Foundation
import Testing

/// `parapet sbom`: scripts/validate-bills looks at the documents themselves.
struct BillCommandTests {
  private static let template = """
    AWSTemplateFormatVersion: '2010-09-09'
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Work:
        Type: AWS::Serverless::Function
        Properties: {Runtime: nodejs22.x, Handler: index.handler, CodeUri: src/}

    """

  /// A function with one package; which one decides whether a flaw of it is known.
  private func bench(package: String, _ version: String) throws -> Workbench {
    let bench = try Workbench()
    try bench.write(Self.template, to: "template.yaml")
    try bench.write("const p = require('\(package)'); exports.handler = async () => p()", to: "src/index.js")
    try bench.write(
      """
      {"name": "work", "lockfileVersion": 3, "packages": {
        "": {"dependencies": {"\(package)": "\(version)"}},
        "node_modules/\(package)": {"version": "\(version)", "license": "MIT"}}}
      """, to: "src/package-lock.json")
    return bench
  }

  private func bill(_ bench: Workbench, _ arguments: String...) throws -> Outcome {
    try bench.run(["sbom", ".", "--as-of", "2026-11-20"] + arguments)
  }

  @Test(
    arguments: [("cyclonedx", "\"specVersion\": \"1.6\""), ("spdx", "\"spdxVersion\": \"SPDX-2.3\"")])
  func packagesAreListed(_ format: String, _ mark: String) throws {
    let bench = try bench(package: "made-up-package", "1.0.0")
    let outcome = try bill(bench, "--format", format)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains(mark))
    #expect(outcome.output.contains("pkg:npm/made-up-package@1.0.0"))
    #expect(try bill(bench, "--format", format).output == outcome.output)
  }

  @Test func withoutFlawsThereIsNoOpenVEXDocument() throws {
    let outcome = try bill(try bench(package: "made-up-package", "1.0.0"), "--format", "openvex")
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("no flaw is known"))
  }

  /// What was written, changed by its reader and given back: the flaw is left out, and the report says so.
  @Test func aStatementThatWasEditedIsTakenIntoAccount() throws {
    let bench = try bench(package: "node-uuid", "1.4.3")
    let written = try bill(bench, "--format", "openvex", "--output", "flaws.openvex.json")
    #expect(written.status == 0, "\(written.errors)")
    let text = try bench.read("flaws.openvex.json")
    #expect(text.contains("\"status\": \"affected\""))
    try bench.write(
      text.replacingOccurrences(
        of: "\"status\": \"affected\"",
        with: "\"status\": \"not_affected\", \"justification\": \"inline_mitigations_already_exist\""),
      to: "flaws.openvex.json")
    let before = try bench.run("scan", ".", "--format", "json")
    #expect(before.output.contains("sas6-known-vulnerability"))
    let after = try bench.run("scan", ".", "--format", "json", "--vex", "flaws.openvex.json")
    #expect(!after.output.contains("\"rule\": \"sas6-known-vulnerability"))
    let said = try bench.run("scan", ".", "--format", "text", "--vex", "flaws.openvex.json")
    #expect(said.output.contains("is left out: not affected"))
  }
}
