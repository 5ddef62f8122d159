import Testing

@testable import SecretDetection

/// The tables of kinds, forms and services.
@Suite struct TableTests {
  @Test func everyFormIsInTheNotation() {
    for (index, table) in Tokens.tables.enumerated() {
      for (row, token) in table.enumerated() { #expect(token != nil, "row \(row) of table \(index)") }
    }
    for (row, service) in Service.table.enumerated() { #expect(service != nil, "service \(row)") }
  }

  @Test func everyFormOfAFoundKindIsListed() {
    let known = Set(SecretKind.all)
    #expect(Set(Tokens.all.map(\.kind)).isSubset(of: known))
    #expect(Set(Service.all.map(\.kind)).isSubset(of: known))
  }

  @Test func kindsAreManyAndTellApart() {
    #expect(SecretKind.all.count >= 150)
    #expect(Set(SecretKind.all.map(\.rawValue)).count == SecretKind.all.count)
  }

  @Test(arguments: SecretKind.all)
  func speaksInClauses(_ kind: SecretKind) {
    #expect(["a ", "an", "th"].contains { kind.title.hasPrefix($0) })
    #expect(!kind.power.hasSuffix(".") && kind.power.first?.isLowercase == true)
    if let page = kind.withdrawal { #expect(page.hasPrefix("https://") && !page.contains(" ")) }
  }

  @Test(arguments: [
    ("", false), ("abc", true), ("{hex:4}", true), ("a{hex:2-4}b", true), ("{hex}", false),
    ("{nothing:3}", false),
    ("{hex:4-2}", false), ("{hex:3", false), ("{hex:4000}", true), ("{hex:4001}", false),
  ])
  func readsTheNotation(_ notation: String, isRight: Bool) {
    #expect((TokenPattern(notation) != nil) == isRight)
  }

  @Test(arguments: [
    ("a{hex:2}", "a1f", true), ("a{hex:2}", "a1", false), ("a{hex:2}", "a1g", false),
    ("a{hex:2}", "a1ff", false),
    ("{hex:1-3}-{digit:2}", "abc-12", true), ("{hex:1-3}-{digit:2}", "-12", false),
    ("{base64:2}==", "+/==", true),
  ])
  func matchesWholeTexts(_ notation: String, _ text: String, isMatch: Bool) {
    #expect(TokenPattern(notation)?.matches(Array(text.utf8)) == isMatch)
  }

  @Test func anchorsStandAtAKnownDistance() {
    #expect(TokenPattern("{hex:4}+ASt{hex:2}")?.anchors.distance == 4)
    #expect(TokenPattern("{hex:4-5}+ASt{hex:2}")?.anchors.literals.isEmpty == true)
    #expect(TokenPattern("SK{hex:4}")?.anchors.literals.count == 16)
  }
}
