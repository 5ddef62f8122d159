import Foundation
import Testing

/// `parapet lab --policy`: the enforcer in a function that runs here.
@Suite struct LabProtectionTests {
  private static let policy = """
    version: 1
    function: shop
    mode: block
    announce: true
    controls:
      forbidden-executables: {names: [forbidden-tool]}

    """

  private static let app = """
    import subprocess
    def handler(event, context):
        try:
            return subprocess.run(["/var/task/forbidden-tool"], capture_output=True, text=True).stdout
        except PermissionError:
            return "refused"

    """

  private func bench() throws -> Workbench {
    let bench = try Workbench()
    try bench.write(Self.policy, to: "policy.yaml")
    try bench.write(Self.app, to: "code/app.py")
    try bench.write("#!/bin/sh\necho ran\n", to: "code/forbidden-tool")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: bench.folder.appending(path: "code/forbidden-tool").path())
    return bench
  }

  private func run(_ arguments: [String] = []) throws -> (report: [String: Any], invocation: [String: Any]) {
    let outcome = try bench().run(
      ["lab", "code", "--handler", "app.handler", "--format", "json"] + arguments)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any], "\(outcome.errors)"
    )
    return (report, try #require((report["invocations"] as? [[String: Any]])?.first))
  }

  private func reasons(_ invocation: [String: Any]) -> [String] {
    (invocation["events"] as? [[String: Any]] ?? []).compactMap { event in
      let own = (event["unmapped"] as? [String: Any])?["parapet"] as? [String: Any]
      return own?["reason"] as? String
    }
  }

  @Test func runsUnprotectedWithoutAPolicy() throws {
    let (report, invocation) = try run()
    #expect(invocation["result"] as? String == "ran\n")
    #expect(reasons(invocation).isEmpty)
    #expect(report["level"] is NSNull)
  }

  @Test(arguments: [["--policy", "policy.yaml"], ["--policy", "policy.yaml", "--lambda-like"]])
  func blocksAndTells(arguments: [String]) throws {
    let (report, invocation) = try run(arguments)
    #expect(invocation["result"] as? String == "refused")
    #expect(reasons(invocation) == ["started", "forbidden-name"])
    #expect((report["level"] as? String)?.hasPrefix("hooks") == true)
    // Events are no part of the log.
    #expect((invocation["log"] as? String)?.contains("class_uid") == false)
  }

  @Test func saysWhatIsWrongWithAPolicy() throws {
    let bench = try bench()
    try bench.write("version: 1\nmode: sometimes\n", to: "wrong.yaml")
    let outcome = try bench.run("lab", "code", "--handler", "app.handler", "--policy", "wrong.yaml")
    #expect(outcome.status != 0)
    #expect(outcome.errors.contains("wrong.yaml:2"))
  }
}
