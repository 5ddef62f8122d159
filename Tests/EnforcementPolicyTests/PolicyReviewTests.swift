import EnforcementPolicy
import FindingModel
import Testing

@Suite struct PolicyReviewTests {
  private func warnings(_ text: String) throws -> [PolicyProblem] {
    let document = Samples.read("version: 1\nfunction: F\n" + text)
    let policy = try #require(document.policy, "\(document.problems)")
    return PolicyReview.warnings(for: policy, places: document.places, path: "policy.yaml")
  }

  private static let strict =
    "controls:\n  executables: {allow: [/usr/bin/catdoc]}\n  egress: {hosts: [api.example.com:443]}\n"

  @Test func aStrictPolicyHasNone() throws {
    #expect(try warnings(Self.strict).isEmpty)
  }

  @Test(arguments: [
    ("mode: alert\n" + strict, "mode is alert: nothing is blocked."),
    ("mode: off\n" + strict, "mode is off: nothing below is in force."),
    ("controls: {executables: {allow: [/bin/sh]}}", "/bin/sh is a shell:"),
    ("controls: {executables: {allow: [/usr/bin/python3.12]}}", "/usr/bin/python3.12 is an interpreter:"),
    ("controls: {executables: {allow: [/usr/bin/*]}}", "/usr/bin/* allows every program of a folder."),
    ("controls: {executables: {allow: [/tmp/x]}}", "/tmp/x lies in a writable folder and will not run;"),
    (
      "controls: {executables: {allow: [{path: /tmp/x, writable: true}]}}",
      "/tmp/x may run from a writable folder without"
    ),
    ("controls: {executables: {allow: [/usr/bin/curl]}}", "/usr/bin/curl is allowed and forbidden;"),
    ("controls: {executables: {}, egress: {hosts: ['*']}}", "* allows every host."),
    ("controls: {executables: {}, egress: {networks: [0.0.0.0/0]}}", "0.0.0.0/0 allows every address."),
    (
      "controls: {executables: {}, egress: {services: [s3]}}",
      "s3 lets the function reach what anybody's account has"
    ),
    ("controls: {executables: {}, credentials: off}", "credentials is off:"),
    ("controls: {executables: {}, source-code: block}", "source-code is on and names no files"),
    (
      "controls: {executables: {}, honeypots: {files: [/root/.aws/credentials]}}",
      "The decoy /root/.aws/credentials does not lie"
    ),
    ("controls: {}", "Neither executables nor child-processes is on:"),
  ])
  func whatWeakensIsTold(text: String, message: String) throws {
    let found = try warnings(text)
    #expect(found.contains { $0.message.hasPrefix(message) && $0.isWarning }, "\(found)")
  }

  @Test func warningsStandAtTheirControl() throws {
    let found = try warnings("controls:\n  executables:\n    allow: [/bin/sh]\n")
    #expect(found.first { $0.message.contains("is a shell") }?.location.line == 4)
  }
}
