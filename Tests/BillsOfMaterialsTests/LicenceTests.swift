import PackageModel
import Testing

@testable import BillsOfMaterials

struct LicenceTests {
  @Test(
    arguments: [
      ("MIT", DeclaredLicence.listed("MIT")), (" apache-2.0 ", .listed("Apache-2.0")),
      ("GPL-2.0+", .listed("GPL-2.0+")),
      ("SEE LICENSE IN x", .words("SEE LICENSE IN x")), ("Apache 2.0", .words("Apache 2.0")),
      ("MIT OR", .words("MIT OR")), ("(MIT", .words("(MIT")), ("MIT ISC", .words("MIT ISC")),
      ("MIT WITH ISC", .words("MIT WITH ISC")), ("LicenseRef-mine", .words("LicenseRef-mine")),
      ("MIT OR BSD", .words("MIT OR BSD")), ("", .words("")),
    ]) func isRead(_ text: String, _ licence: DeclaredLicence)
  {
    #expect(DeclaredLicence(text) == licence)
  }

  @Test(
    arguments: [
      ("AGPL-3.0-only+", "AGPL-3.0-or-later"), ("(mit OR Apache-2.0)", "MIT OR Apache-2.0"),
      ("MIT and (ISC or 0BSD)", "MIT AND (ISC OR 0BSD)"),
      ("GPL-2.0-only WITH classpath-exception-2.0", "GPL-2.0-only WITH Classpath-exception-2.0"),
    ]) func expressionsAreWrittenAsTheListHasThem(_ text: String, _ normal: String)
  {
    guard case .expression(let expression) = DeclaredLicence(text) else {
      Issue.record("\(text) is an expression")
      return
    }
    #expect(expression.description == normal)
  }

  @Test func lengthIsBounded() {
    let short = Array(repeating: "MIT", count: 146).joined(separator: " OR ")
    #expect(short.utf8.count <= LicenceExpression.lengthLimit)
    #expect(DeclaredLicence(short) != .words(short))
    #expect(DeclaredLicence(short + " OR MIT OR MIT") == .words(short + " OR MIT OR MIT"))
  }
}
