import FindingModel
import Testing

/// What the user writes beside a flaw, from the file to the report.
@Suite struct SuppressionTests {
  struct Written: CustomTestStringConvertible, Sendable {
    let comment: String
    let isSuppressed: Bool
    /// Part of the notice; `nil` for none.
    let notice: String?
    var testDescription: String { comment }

    init(_ comment: String, suppressed: Bool, _ notice: String? = nil) {
      (self.comment, isSuppressed, self.notice) = (comment, suppressed, notice)
    }
  }

  static let rule = Sample.rule

  static let written = [
    Written(" # parapet:ignore \(rule) reason=\"break glass\"", suppressed: true),
    Written(" # parapet:ignore \(rule) reason=\"why\" until=2026-11-20", suppressed: true),
    Written(
      " # parapet:ignore \(rule) reason=\"why\" until=2026-11-19", suppressed: false, "ended on 2026-11-19"),
    Written(" # parapet:ignore \(rule) reason=\"why\" until=2026-02-30", suppressed: false, "no date"),
    Written(" # parapet:ignore \(rule)", suppressed: false, "no reason"),
    Written(" # parapet:ignore \(rule) reason=\" \"", suppressed: false, "no reason"),
    Written(" # parapet:ignore \(rule) reason=\"open", suppressed: false, "not closed"),
    Written(" # parapet:ignore \(rule) because=x", suppressed: false, "neither reason nor until"),
    Written(" # parapet:ignore", suppressed: false, "names no rule"),
    Written(" # parapet:ignore sas4-unheard-of reason=x", suppressed: false, "there is no rule"),
    Written(" # parapet:ignore sas4-pass-role-any reason=x", suppressed: false, nil),
    Written(" # see parapet:ignore \(rule) reason=x", suppressed: false),
  ]

  private func flaw(in report: ScanReport) throws -> ReportedFinding {
    try #require(report.findings.first { $0.finding.rule == Self.rule })
  }

  @Test(arguments: written)
  func atTheEndOfTheLine(_ written: Written) throws {
    let tree = try TemporaryTree(["t.yaml": Sample.template(marked: written.comment)])
    let report = try tree.scan()
    #expect(try flaw(in: report).isActive != written.isSuppressed)
    guard let notice = written.notice else { return }
    #expect(report.notices.contains { $0.contains(notice) && $0.contains("t.yaml") }, "\(report.notices)")
  }

  @Test func aLineOfItsOwnCoversTheBlockBelow() throws {
    let comment = "  # parapet:ignore \(Self.rule) reason=\"all of it\"\n  Run:"
    let covered = try TemporaryTree(["t.yaml": Sample.flawed.replacing("  Run:", with: comment)])
    #expect(try flaw(in: covered.scan()).suppression?.reason == "all of it")
    let other = comment.replacing("  Run:", with: "  Topic:\n    Type: AWS::SNS::Topic\n  Run:")
    let beside = try TemporaryTree(["t.yaml": Sample.flawed.replacing("  Run:", with: other)])
    let report = try beside.scan()
    #expect(try flaw(in: report).isActive)
    #expect(report.notices.contains { $0.contains("matches no finding") })
  }

  @Test func oneThatMatchesNothingIsCalledUnused() throws {
    let text = Sample.flawed.replacing(
      "AdministratorAccess", with: "AWSLambdaBasicExecutionRole # parapet:ignore sas4-admin reason=x")
    let report = try TemporaryTree(["t.yaml": text]).scan()
    #expect(report.flawed.isEmpty)
    #expect(
      report.notices.contains { $0.contains("matches no finding") && $0.contains("t.yaml:8") },
      "\(report.notices)")
  }

  static let metadata = [
    Written("{rule: \(rule), reason: why}", suppressed: true),
    Written("{rule: \(rule), reason: why, until: '2026-11-19'}", suppressed: false, "ended on"),
    Written("{rule: \(rule), reason: why, until: soon}", suppressed: false, "no date"),
    Written("{rule: \(rule)}", suppressed: false, "no reason"),
    Written("{reason: why}", suppressed: false, "there is no rule"),
    Written("text", suppressed: false, "no reason"),
  ]

  @Test(arguments: metadata)
  func inTheMetadataOfTheResource(_ written: Written) throws {
    let metadata = "  Run:\n    Metadata: {Parapet: {ignore: [\(written.comment)]}}"
    let report = try TemporaryTree(["t.yaml": Sample.flawed.replacing("  Run:", with: metadata)]).scan()
    #expect(try flaw(in: report).isActive != written.isSuppressed, "\(report.notices)")
    guard let notice = written.notice else { return }
    #expect(report.notices.contains { $0.contains(notice) }, "\(report.notices)")
  }
}
