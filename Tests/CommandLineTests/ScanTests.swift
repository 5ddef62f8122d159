import Foundation
import Testing

@Suite struct ScanTests {
  @Test func aCleanTemplateEndsWithZero() throws {
    let bench = try Workbench()
    try bench.write(Sample.clean, to: "template.yaml")
    let outcome = try bench.run("scan", ".")
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(outcome.errors.isEmpty)
  }

  @Test(
    arguments: [
      (["--fail-on", "critical"], 1), (["--fail-on", "never"], 0), ([], 1), (["--fail-on", "CRITICAL"], 1),
      (["--disable", "sas4-admin", "--disable", "sas2-url-auth-none", "--fail-on", "critical"], 0),
    ] as [([String], Int32)])
  func findingsEndWithOneFromTheThresholdOn(options: [String], status: Int32) throws {
    let bench = try Workbench()
    try bench.write(Sample.critical, to: "template.yaml")
    let outcome = try bench.run(["scan", "."] + options)
    #expect(outcome.status == status, "\(outcome.output)")
    #expect(outcome.output.contains("template.yaml"))
  }

  @Test(
    arguments: [([], 2), (["--max-errors", "0"], 2), (["--max-errors", "1"], 0)] as [([String], Int32)])
  func aFileThatCannotBeReadEndsWithTwoUnlessAllowed(options: [String], status: Int32) throws {
    let bench = try Workbench()
    try bench.write(Sample.clean, to: "template.yaml")
    try bench.write(Sample.broken, to: "broken.yaml")
    let outcome = try bench.run(["scan", "."] + options)
    #expect(outcome.status == status)
    #expect(outcome.output.contains("broken.yaml"))
  }

  @Test func anIncompleteScanWeighsMoreThanItsFindings() throws {
    let bench = try Workbench()
    try bench.write(Sample.critical, to: "template.yaml")
    try bench.write(Sample.broken, to: "broken.yaml")
    #expect(try bench.run("scan", ".").status == 2)
  }

  @Test(arguments: [
    ("report.json", "{"), ("report.sarif", "\"version\": \"2.1.0\""), ("report.html", "<!doctype html>"),
    ("report.htm", "<!doctype html>"), ("report.txt", "template.yaml"), ("report", "template.yaml"),
  ])
  func theEndingOfTheOutputNamesTheFormat(name: String, content: String) throws {
    let bench = try Workbench()
    try bench.write(Sample.critical, to: "template.yaml")
    let outcome = try bench.run("scan", ".", "--output", name)
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors == "Wrote \(name)\n")
    let report = try bench.read(name).lowercased()
    #expect(report.contains(content), "\(report.prefix(200))")
    #expect(report.hasPrefix("{") == ["report.json", "report.sarif"].contains(name))
  }

  @Test func theFormatThatIsGivenWinsOverTheEnding() throws {
    let bench = try Workbench()
    try bench.write(Sample.critical, to: "template.yaml")
    #expect(try bench.run("scan", ".", "--output", "report.json", "--format", "html").status == 1)
    #expect(try bench.read("report.json").lowercased().contains("<!doctype html>"))
  }

  /// Each says on standard error what is wrong and what would be right.
  @Test(arguments: [
    (["scan", "missing"], "'missing' does not exist; give a project folder"),
    (["scan", "--format", "pdf"], "sarif"),
    (["scan", "--fail-on", "terrible"], "terrible"),
    (["scan", "--profile", "loud"], "strict"),
    (["scan", "--max-errors", "-1"], "--max-errors"),
    (["scan", "--max-errors=-1"], "--max-errors must be 0 or more, not -1"),
    (["scan", "--jobs", "0"], "from 1 to 1024, not 0"),
    (["scan", "--as-of", "2026-02-30"], "2026-02-30"),
    (["scan", "--option", "prod"], "prod"),
    (["scan", "--color", "red"], "always"),
    (["scan", "--disable", "sas4-amdin"], "Did you mean 'sas4-admin'?"),
    (["scan", "--config", "missing.yaml"], "missing.yaml: it does not exist"),
    (["scan", "--parameters", "missing.json"], "'missing.json' cannot be read: it does not exist"),
    (["scan", "--output", "nowhere/report.json"], "Does its folder exist?"),
    (["scan", "--no-such-option"], "--no-such-option"),
    (["frobnicate"], "frobnicate"),
    (["rules", "list", "--risk", "SAS-13"], "risks are SAS-1 to SAS-12"),
    (["rules", "show"], "<rule>"),
    (["explain", "sas4-amdin"], "Did you mean 'sas4-admin'?"),
    (["explain", "xyz"], "'parapet rules list' shows all"),
    (["completion", "tcsh"], "bash, zsh and fish, not for 'tcsh'"),
    (["expand"], "either a template or --batch"),
    (["expand", "missing.yaml"], "'missing.yaml' cannot be read: it does not exist"),
    (["expand", "notes.yaml"], "no CloudFormation, SAM or Serverless Framework template"),
  ])
  func wrongUsageEndsWith64AndSaysWhatToDo(arguments: [String], message: String) throws {
    let bench = try Workbench()
    try bench.write("just: notes\n", to: "notes.yaml")
    let outcome = try bench.run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }
}
