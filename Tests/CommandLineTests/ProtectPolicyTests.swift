import Foundation
import Testing

/// The verbs of `parapet protect` that are about policies.
@Suite struct ProtectPolicyTests {
  private static let seed = "00112233445566778899aabbccddeeff"

  private func project() throws -> Workbench {
    let bench = try Workbench()
    try bench.write(Sample.critical, to: "shop/template.yaml")
    try bench.write(
      "exports.handler = async () => ({ statusCode: 200, body: 'x' });\n", to: "shop/src/index.js")
    return bench
  }

  @Test func aDraftIsCheckedShownAndCompiled() throws {
    let bench = try project()
    let draft = try bench.run("protect", "generate", "shop", "--seed", Self.seed, "--output", "policies")
    #expect(draft.status == 0)
    let again = try bench.run("protect", "generate", "shop", "--seed", Self.seed)
    let written = try String(contentsOf: bench.folder.appending(path: "policies/Work.yaml"), encoding: .utf8)
    #expect(again.output == written)
    #expect(
      try bench.run("protect", "generate", "shop").output != written, "each draft has decoys of its own")
    let check = try bench.run("protect", "check", "policies/Work.yaml")
    #expect(check.status == 0)
    #expect(check.output.contains("policies/Work.yaml: usable, no warnings, "))
    let compiled = try bench.run("protect", "compile", "policies/Work.yaml", "--output", "work.policy")
    #expect(compiled.status == 0)
    let shown = try bench.run("protect", "show", "work.policy")
    #expect(shown.status == 0)
    #expect(shown.output.contains("of Work, format version 1"))
    #expect(try bench.run("protect", "show", "policies/Work.yaml").output == shown.output)
    let bytes = try Data(contentsOf: bench.folder.appending(path: "work.policy"))
    #expect(bytes.prefix(8) == Data("PARAPET\0".utf8))
  }

  @Test func alertIsOneWordAtTheTop() throws {
    let bench = try project()
    let output = try bench.run("protect", "generate", "shop", "--mode", "alert").output
    #expect(output.contains("\nmode: alert\n"))
  }

  @Test func onlyTheNamedFunctionIsDrafted() throws {
    let bench = try project()
    #expect(try bench.run("protect", "generate", "shop", "--function", "Work").status == 0)
    let wrong = try bench.run("protect", "generate", "shop", "--function", "Wrk")
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("There is no function 'Wrk'; there are: 'Work'."))
    try FileManager.default.createDirectory(
      at: bench.folder.appending(path: "empty"), withIntermediateDirectories: false)
    #expect(try bench.run("protect", "generate", "empty").status == 64)
  }

  @Test func mistakesAreToldWithTheirPlace() throws {
    let bench = try Workbench()
    try bench.write("version: 1\nfunction: F\ncontrols: {egres: block}\n", to: "p.yaml")
    for verb in [["check", "p.yaml"], ["show", "p.yaml"], ["compile", "p.yaml", "--output", "p.policy"]] {
      let outcome = try bench.run(["protect"] + verb)
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("p.yaml:3:12: There is no control 'egres'; did you mean 'egress'?"))
    }
    let missing = try bench.run("protect", "check", "none.yaml")
    #expect(missing.status == 64)
    #expect(missing.errors.contains("'none.yaml' cannot be read: No such file or directory."))
  }

  @Test func warningsLeaveZeroUnlessTheyShallNot() throws {
    let bench = try Workbench()
    try bench.write("version: 1\nfunction: F\ncontrols: {executables: {allow: [/bin/sh]}}\n", to: "p.yaml")
    let outcome = try bench.run("protect", "check", "p.yaml")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("/bin/sh is a shell"))
    #expect(try bench.run("protect", "check", "p.yaml", "--strict").status == 1)
  }

  @Test func aCorruptPolicyIsRefused() throws {
    let bench = try Workbench()
    try bench.write("PARAPET\0garbage", to: "p.policy")
    let outcome = try bench.run("protect", "show", "p.policy")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("p.policy is no usable policy: "))
  }

  @Test func logsBecomeAPolicy() throws {
    let bench = try Workbench()
    let event =
      #"{"class_uid":2004,"resources":[{"name":"F"}],"evidences":[{"process":{"file":{"path":"/usr/bin/catdoc"}}}],"#
      + #""unmapped":{"parapet":{"control":"executables","reason":"allowed","decision":"observed"}}}"#
    try bench.write("START\n2026-12-01 \(event)\n\(event)\nEND\n", to: "run.log")
    let learned = try bench.run("protect", "learn", "run.log", "--output", "p.yaml")
    #expect(learned.status == 0)
    #expect(try bench.run("protect", "check", "p.yaml").output.contains("usable"))
    let text = try String(contentsOf: bench.folder.appending(path: "p.yaml"), encoding: .utf8)
    #expect(text.contains("- /usr/bin/catdoc  # seen 2 times"))
    try bench.write(event + "\n" + event.replacing("\"F\"", with: "\"G\""), to: "two.log")
    #expect(try bench.run("protect", "learn", "two.log").status == 64)
    #expect(try bench.run("protect", "learn", "two.log", "--function", "G").status == 0)
    try bench.write("nothing here\n", to: "empty.log")
    #expect(try bench.run("protect", "learn", "empty.log").errors.contains("hold no event"))
  }
}
