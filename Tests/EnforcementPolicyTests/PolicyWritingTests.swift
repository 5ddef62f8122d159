import EnforcementPolicy
import Testing

@Suite struct PolicyWritingTests {
  @Test func whatIsWrittenReadsBack() throws {
    let policy = try Samples.policy(Samples.full)
    #expect(try Samples.policy(PolicyWriter().write(policy)) == policy)
  }

  @Test func defaultsReadBack() throws {
    var policy = EnforcementPolicy(function: "F")
    let read = try Samples.policy(PolicyWriter().write(policy))
    for control in Control.allCases { policy.modes[control] = control.defaultMode }
    #expect(read == policy)
  }

  @Test func everyControlIsThereWithItsMode() {
    let text = PolicyWriter().write(EnforcementPolicy(function: "F"))
    for control in Control.allCases {
      #expect(text.contains("\n  \(control.key):"), "\(control.key)")
      #expect(text.contains("  # \(control.summary.prefix(40))"), "\(control.key)")
    }
  }

  static let hostile = [
    "off", "true", "123", "2026-12-15", "~", "null", "a: b", "- a", "# a", "a #b", "*", "&a", "!t", "a\"b",
    "a\\b",
    "{a}", "[a]", "a'b", " a ", "é", "\u{202E}abc", "a\u{2028}b", "x:", "0x10", "1:30", "%a", "@a", "`a`",
  ]

  @Test(arguments: hostile)
  func namesOfAnyKindReadBack(name: String) throws {
    let policy = EnforcementPolicy(function: name)
    let text = PolicyWriter().write(policy)
    #expect(try Samples.policy(text).function == name)
  }

  @Test(arguments: hostile + ["a\nversion: 2", "a\r\nmode: off", "a\u{85}mode: off"])
  func notesCannotLeaveTheirComment(note: String) throws {
    var policy = EnforcementPolicy(function: "F")
    policy.remarks.head = [note]
    policy.remarks.controls[.egress] = [note, String(repeating: note + " ", count: 40)]
    policy.executables = [
      AllowedExecutable("/a", note: note), AllowedExecutable("/b", note: String(repeating: note, count: 50)),
    ]
    policy.modes[.executables] = .block
    let read = try Samples.policy(PolicyWriter().write(policy))
    #expect(read.executables.map(\.path) == ["/a", "/b"])
    #expect(read.stance == .block)
  }

  @Test func linesKeepToTheirWidth() throws {
    var policy = try Samples.policy(Samples.full)
    policy.remarks.controls[.egress] = [String(repeating: "words of a long reason ", count: 20)]
    for line in PolicyWriter().write(policy).split(separator: "\n") { #expect(line.count <= 110, "\(line)") }
  }
}
