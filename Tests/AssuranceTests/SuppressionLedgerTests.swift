import Assurance
import FindingModel
import Testing

@Suite struct SuppressionLedgerTests {
  static let rules: Set<String> = ["sas4-admin", "sas4-not-action"]

  private func ledger(
    _ comment: String, asOf: String = "2026-11-20"
  ) throws -> SuppressionLedger {
    var ledger = SuppressionLedger(asOf: try #require(CalendarDate(asOf)), knownRules: Self.rules)
    let read = InlineSuppressions.read(
      "Role:\n  # parapet:ignore \(comment)\n  Action: x\n", path: "template.yaml")
    ledger.add(read.valid, malformed: read.malformed)
    return ledger
  }

  @Test func aSuppressionIsKeptWithItsFinding() throws {
    let result = try ledger("sas4-admin reason=accepted until=2027-01-31")
      .apply(to: [finding()], activeRules: Self.rules)
    #expect(result.findings.map(\.suppression?.reason) == ["accepted"])
    #expect(result.findings.map(\.suppression?.until) == ["2027-01-31"])
    #expect(result.findings.map(\.isActive) == [false])
    #expect(result.notices.isEmpty)
  }

  @Test(arguments: [("2026-11-19", true), ("2026-11-20", false), ("2026-11-21", false)])
  func holdsToTheEndOfItsLastDay(until: String, isActive: Bool) throws {
    let result = try ledger("sas4-admin reason=x until=\(until)").apply(
      to: [finding()], activeRules: Self.rules)
    #expect(result.findings.map(\.isActive) == [isActive])
    #expect(result.notices.contains { $0.contains("ended on \(until)") } == isActive)
  }

  @Test(arguments: [
    finding("sas4-not-action"), finding(line: 4), finding(line: 1), finding(path: "other.yaml"),
  ])
  func leavesOtherFindingsAloneAndIsCalledUnused(other: Finding) throws {
    let result = try ledger("sas4-admin reason=x").apply(to: [other], activeRules: Self.rules)
    #expect(result.findings.map(\.isActive) == [true])
    #expect(result.notices.count == 1)
    #expect(result.notices.first?.contains("matches no finding") == true)
    #expect(result.notices.first?.contains("template.yaml:2") == true)
  }

  @Test func isNotCalledUnusedWhenItsRuleDidNotRun() throws {
    let result = try ledger("sas4-admin reason=x").apply(to: [], activeRules: ["sas4-not-action"])
    #expect(result.notices.isEmpty)
  }

  @Test func anUnknownRuleIsNamed() throws {
    let result = try ledger("sas4-amdin reason=x").apply(to: [finding()], activeRules: Self.rules)
    #expect(result.findings.map(\.isActive) == [true])
    #expect(result.notices.count == 1)
    #expect(result.notices.first?.contains("there is no rule 'sas4-amdin'") == true)
  }

  @Test(
    arguments: [
      ("accepted", nil, false, ""), ("accepted", "2027-01-31", false, ""),
      (nil, nil, true, "gives no reason"),
      (" ", nil, true, "gives no reason"), ("accepted", "soon", true, "'soon' is no date"),
      ("accepted", "2026-01-31", true, "ended on 2026-01-31"),
    ] as [(String?, String?, Bool, String)])
  func metadataOfAResourceCoversItWhereverItIs(
    reason: String?, until: String?, isActive: Bool, notice: String
  ) throws {
    var ledger = SuppressionLedger(asOf: try #require(CalendarDate("2026-11-20")), knownRules: Self.rules)
    ledger.add(
      rule: "sas4-admin", reason: reason, until: until, subject: "Role", application: "shop",
      at: SourceLocation(path: "template.yaml", line: 9, column: 1))
    let result = ledger.apply(
      to: [finding(line: 40), finding(subject: .role(name: "Other"))], activeRules: Self.rules)
    #expect(result.findings.map(\.isActive) == [isActive, true])
    #expect(result.notices.count == (notice.isEmpty ? 0 : 1))
    #expect(result.notices.allSatisfy { $0.contains(notice) })
  }
}
