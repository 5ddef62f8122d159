import BillsOfMaterials
import PackageModel
import Testing

/// The bill that people read.
struct TextTests {
  private static func text(_ bill: BillOfMaterials) -> String {
    var text = ""
    BillTextWriter().write(bill, to: &text)
    return text
  }

  private static func bill(_ change: (inout PackageEntry) -> Void = { _ in }) -> BillOfMaterials {
    var bill = BillOfMaterials(
      BillSubject(.function, name: "Pay", application: "shop", path: "template.yaml"), day: ShopBill.day,
      toolVersion: "1.0")
    var component = ShopBill.component(
      ShopBill.entry(.npm, "qs", "6.5.1", change: change), .npmLock, reachability: .reached)
    component.path = ["express", "body-parser", "qs"]
    bill.components = [component]
    return bill
  }

  @Test func saysWhyAPackageIsThereAndWhatIsKnownOfIt() {
    var bill = Self.bill()
    var advisory = Advisory(id: "GHSA-aaaa-bbbb-cccc")
    advisory.aliases = ["CVE-2022-24999"]
    var statement = VulnerabilityStatement(advisory, component: 0, status: .affected)
    statement.fixedVersion = "6.5.3"
    statement.rating = VulnerabilityRating(vector: nil, score: nil, severity: "high")
    bill.vulnerabilities = [statement]
    let lines = Self.text(bill).split(separator: "\n")
    #expect(lines.first == "Pay: 1 packages, 1 of them with known flaws, 0 binaries")
    #expect(
      lines.contains { $0.contains("qs") && $0.contains("express > body-parser") && $0.contains(" yes ") })
    #expect(lines.contains { $0.hasSuffix("CVE-2022-24999 high, fixed in 6.5.3") })
  }

  @Test func aFlawThatDoesNoHarmIsNotCounted() {
    var bill = Self.bill()
    bill.vulnerabilities = [
      VulnerabilityStatement(Advisory(id: "X-1"), component: 0, status: .notAffected(.codeNotReached))
    ]
    #expect(Self.text(bill).hasPrefix("Pay: 1 packages, 0 of them with known flaws"))
    #expect(Self.text(bill).contains("X-1, does no harm"))
  }

  @Test func hostileNamesNeitherSteerTheTerminalNorPushColumnsAway() {
    let bill = Self.bill { $0.licences = ["\u{1B}[2J" + String(repeating: "x", count: 10_000)] }
    #expect(!Self.text(bill).contains("\u{1B}"))
    #expect(Self.text(bill).split(separator: "\n").allSatisfy { $0.count < 300 })
  }
}
