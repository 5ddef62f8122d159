import BillsOfMaterials
import FindingModel
import PackageModel
import Testing

struct CycloneDXVEXTests {
  private func read(analysis: String, affects: String, more: String = "") -> VEXStatements {
    VEXReadingTests.read(
      """
      {"bomFormat": "CycloneDX", "specVersion": "1.6", "metadata": {"timestamp": "2024-01-01T00:00:00Z",
       "authors": [{"name": "Ben"}]\(more)},
       "components": [{"type": "library", "name": "outer", "components": [
         {"type": "library", "bom-ref": "l", "name": "lodash", "purl": "pkg:npm/lodash@4.17.20"}]}],
       "vulnerabilities": [{"id": "GHSA-x", "references": [{"id": "CVE-2021-1"}], "analysis": \(analysis),
         "affects": [\(affects)]}]}
      """)
  }

  @Test(
    arguments: [
      ("exploitable", VEXStatus.affected), ("in_triage", .underInvestigation), ("resolved", .fixed),
      ("resolved_with_pedigree", .fixed), ("false_positive", .notAffected(.codeNotPresent)),
      ("not_affected", .notAffected(.mitigated)),
    ]) func everyStateHasAMeaning(_ state: String, _ status: VEXStatus)
  {
    let statements = read(
      analysis: #"{"state": "\#(state)", "justification": "protected_at_perimeter"}"#,
      affects: #"{"ref": "l"}"#)
    #expect(VEXReadingTests.status(statements) == status)
    #expect(VEXReadingTests.status(statements, version: "4.17.21") == nil)
    #expect(statements.problems.isEmpty)
  }

  @Test(
    arguments: [
      "l", "pkg:npm/lodash@4.17.20", "urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#l",
      "urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#pkg:npm/lodash@4.17.20",
      "urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#pkg%3Anpm%2Flodash%404.17.20",
    ]) func everyKindOfReferenceIsFollowed(_ reference: String)
  {
    let statements = read(analysis: #"{"state": "resolved"}"#, affects: #"{"ref": "\#(reference)"}"#)
    #expect(VEXReadingTests.status(statements) == .fixed)
  }

  @Test func whatNobodyJudgedIsNoStatement() {
    #expect(read(analysis: "{}", affects: #"{"ref": "l"}"#).statements.isEmpty)
  }

  @Test func aReferenceToNothingIsAProblem() {
    let statements = read(analysis: #"{"state": "resolved"}"#, affects: #"{"ref": "nowhere"}, {"ref": "l"}"#)
    #expect(statements.statements.count == 1)
    #expect(statements.problems.first?.reason.contains("names no component") == true)
  }

  @Test func anUnknownStateIsAProblem() {
    let statements = read(analysis: #"{"state": "fine"}"#, affects: #"{"ref": "l"}"#)
    #expect(statements.statements.isEmpty)
    #expect(statements.problems.first?.reason.contains("'fine' is no state") == true)
  }

  @Test func versionsNarrowAStatement() {
    let affects = #"{"ref": "pkg:npm/lodash", "versions": [{"version": "4.17.20", "status": "unaffected"}]}"#
    let statements = read(analysis: #"{"state": "not_affected"}"#, affects: affects)
    #expect(VEXReadingTests.status(statements) == .notAffected(nil))
    #expect(VEXReadingTests.status(statements, version: "4.17.19") == nil)
  }

  /// Better no statement than one about versions that it does not mean.
  @Test func aRangeAloneIsAProblem() {
    let affects = #"{"ref": "pkg:npm/lodash", "versions": [{"range": "vers:npm/<5"}]}"#
    let statements = read(analysis: #"{"state": "not_affected"}"#, affects: affects)
    #expect(statements.statements.isEmpty)
    #expect(statements.problems.first?.reason.contains("the range 'vers:npm/<5'") == true)
  }

  @Test func whatIsSaidOfAnApplicationHoldsInIt() {
    let statements = read(
      analysis: #"{"state": "resolved"}"#, affects: #"{"ref": "l"}"#,
      more: #", "component": {"type": "application", "name": "shop"}"#)
    #expect(VEXReadingTests.status(statements) == nil)
    #expect(VEXReadingTests.status(statements, products: ["bank"]) == nil)
    #expect(VEXReadingTests.status(statements, products: ["bank", "shop"]) == .fixed)
  }
}
