import Testing

@testable import BillsOfMaterials

struct LicenceTests {
  @Test(
    arguments: [
      ("MIT", DeclaredLicence.listed("MIT")), (" apache-2.0 ", .listed("Apache-2.0")),
      ("GPL-2.0+", .listed("GPL-2.0+")), ("AGPL-3.0-only+", .expression("AGPL-3.0-only+")),
      ("(mit OR Apache-2.0)", .expression("(MIT OR Apache-2.0)")),
      ("MIT and (ISC or 0BSD)", .expression("MIT AND (ISC OR 0BSD)")),
      (
        "GPL-2.0-only WITH classpath-exception-2.0",
        .expression("GPL-2.0-only WITH Classpath-exception-2.0")
      ),
      ("SEE LICENSE IN x", .words("SEE LICENSE IN x")), ("Apache 2.0", .words("Apache 2.0")),
      ("MIT OR", .words("MIT OR")), ("(MIT", .words("(MIT")), ("MIT ISC", .words("MIT ISC")),
      ("MIT WITH ISC", .words("MIT WITH ISC")), ("LicenseRef-mine", .words("LicenseRef-mine")),
      ("", .words("")),
    ]) func isRead(_ text: String, _ licence: DeclaredLicence)
  {
    #expect(DeclaredLicence(text) == licence)
  }

  @Test func nestingIsBounded() {
    func nested(_ depth: Int) -> String {
      String(repeating: "(", count: depth) + "MIT" + String(repeating: ")", count: depth)
    }
    #expect(LicenceExpression.normalised(nested(LicenceExpression.depthLimit)) != nil)
    #expect(LicenceExpression.normalised(nested(LicenceExpression.depthLimit + 1)) == nil)
  }

  @Test func lengthIsBounded() {
    let short = Array(repeating: "MIT", count: 142).joined(separator: " OR ")
    #expect(short.utf8.count <= DeclaredLicence.lengthLimit)
    #expect(DeclaredLicence(short) == .expression(short))
    #expect(DeclaredLicence(short + " OR MIT OR MIT") == .words(short + " OR MIT OR MIT"))
  }

  @Test func alternativesStayTogetherInAConjunction() {
    #expect(LicenceExpression.conjunction(["MIT", "ISC OR 0BSD"]) == "MIT AND (ISC OR 0BSD)")
    #expect(LicenceExpression.conjunction(["MIT"]) == "MIT")
  }
}
