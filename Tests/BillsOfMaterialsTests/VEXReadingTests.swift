import BillsOfMaterials
import FindingModel
import PackageModel
import Testing

struct VEXReadingTests {
  static let lodash = PackageIdentity(.npm, "lodash")

  static func read(_ text: String) -> VEXStatements { VEXReader.read(Array(text.utf8), path: "a.vex.json") }

  /// An OpenVEX document around statements.
  static func openVEX(_ statements: String) -> VEXStatements {
    read(
      """
      {"@context": "https://openvex.dev/ns/v0.2.0", "@id": "urn:x", "author": "Ann",
       "timestamp": "2024-01-01T00:00:00Z", "version": 1, "statements": [\(statements)]}
      """)
  }

  static func status(
    _ statements: VEXStatements, version: String? = "4.17.20", ids: [String] = ["CVE-2021-1"],
    products: [String] = []
  ) -> VEXStatus? {
    statements.statement(for: lodash, version: version, ids: ids, products: products)?.status
  }

  @Test func aStatementIsFoundByPackageVersionAndName() throws {
    let statements = Self.openVEX(
      """
      {"vulnerability": {"@id": "https://nvd.nist.gov/vuln/detail/CVE-2021-1", "name": "GHSA-x", "aliases": ["SNYK-1"]},
       "products": [{"@id": "pkg:npm/lodash@4.17.20?arch=x"}], "status": "not_affected",
       "justification": "vulnerable_code_not_in_execute_path", "status_notes": "Never called."}
      """)
    #expect(statements.problems.isEmpty)
    let found = try #require(
      statements.statement(for: Self.lodash, version: "4.17.20", ids: ["cve-2021-1"]))
    #expect(found.status == .notAffected(.codeNotReached))
    #expect(found.author == "Ann")
    #expect(found.detail == "Never called.")
    #expect(Self.status(statements, ids: ["other", "snyk-1"]) != nil)
    #expect(Self.status(statements, ids: ["CVE-2021-2"]) == nil)
    #expect(Self.status(statements, version: "4.17.21") == nil)
    #expect(Self.status(statements, version: nil) == nil)
    #expect(
      statements.statement(for: PackageIdentity(.pypi, "lodash"), version: "4.17.20", ids: ["CVE-2021-1"])
        == nil)
  }

  @Test func withoutVersionAllVersionsAreMeant() {
    let statements = Self.openVEX(
      """
      {"vulnerability": {"name": "CVE-2021-1"}, "products": [{"identifiers": {"purl": "pkg:npm/lodash"}}],
       "status": "fixed"}
      """)
    #expect(Self.status(statements, version: "1") == .fixed)
    #expect(Self.status(statements, version: nil) == .fixed)
  }

  static let inShop = openVEX(
    """
    {"vulnerability": {"name": "CVE-2021-1"}, "status": "not_affected", "justification": "component_not_present",
     "products": [{"@id": "pkg:generic/shop@1.0.0", "subcomponents": [{"@id": "pkg:npm/lodash"}]}]}
    """)

  @Test(arguments: [("pkg:generic/shop", true), ("pkg:generic/shop@2", true), ("pkg:generic/bank", false)])
  func aStatementAboutAnotherProductSaysNothing(_ product: String, _ applies: Bool) {
    #expect((Self.status(Self.inShop, products: [product]) != nil) == applies)
    #expect(Self.status(Self.inShop) == nil)
  }

  /// Offsets count: the first of these two is the later one.
  @Test func theLatestStatementWins() {
    func statement(_ status: String, _ time: String) -> String {
      """
      {"vulnerability": {"name": "CVE-2021-1"}, "products": ["pkg:npm/lodash"], "status": "\(status)",
       "timestamp": "\(time)"}
      """
    }
    let zones = [
      statement("fixed", "2024-05-01T08:00:00.5-02:00"),
      statement("under_investigation", "2024-05-01T09:00:00Z"),
    ]
    #expect(Self.status(Self.openVEX(zones.joined(separator: ","))) == .fixed)
    #expect(Self.status(Self.openVEX(zones.reversed().joined(separator: ","))) == .fixed)
    let equal = [statement("fixed", "2024-05-01T09:00:00Z"), zones[1]]
    #expect(Self.status(Self.openVEX(equal.joined(separator: ","))) == .underInvestigation)
    var merged = Self.openVEX(zones[1])
    merged.merge(Self.openVEX(zones[0]))
    #expect(Self.status(merged) == .fixed)
  }

  @Test(arguments: [("affected", "Update it."), ("fixed", nil as String?)])
  func whatThereIsToDoIsADetailOfAFlawThatHarms(_ status: String, _ detail: String?) {
    let statements = Self.openVEX(
      """
      {"vulnerability": "A", "products": ["pkg:npm/lodash"], "status": "\(status)",
       "action_statement": "Update it."}
      """)
    #expect(statements.statements.map(\.detail) == [detail])
  }

  @Test func draftsOfOpenVEXAreRead() {
    let statements = Self.read(
      """
      {"@context": "https://openvex.dev/ns", "statements": [{"vulnerability": "CVE-2021-1",
       "products": ["pkg:generic/shop"], "subcomponents": ["pkg:npm/lodash@4.17.20"], "status": "under_investigation"}]}
      """)
    #expect(Self.status(statements, products: ["pkg:generic/shop"]) == .underInvestigation)
  }

  struct Fault: CustomTestStringConvertible, Sendable {
    let statement: String
    let problem: String
    var testDescription: String { problem }
  }

  @Test(
    arguments: [
      Fault(statement: #"{"status": "fixed"}"#, problem: "names no vulnerability"),
      Fault(
        statement: #"{"vulnerability": {"name": "A"}, "status": "fixed"}"#, problem: "names no product"),
      Fault(
        statement: #"{"vulnerability": {"name": "A"}, "products": ["p"]}"#, problem: "has no status"),
      Fault(
        statement: #"{"vulnerability": {"name": "A"}, "products": ["p"], "status": "ok"}"#,
        problem: "'ok' is no status"),
      Fault(
        statement: #"{"vulnerability": {"name": "A"}, "products": ["p"], "status": "not_affected"}"#,
        problem: "without \"justification\""),
      Fault(
        statement: #"{"vulnerability": {"name": "A"}, "products": [{}], "status": "fixed"}"#,
        problem: "has neither \"@id\" nor"),
      Fault(statement: "7", problem: "names no vulnerability"),
    ]) func aMalformedStatementIsAProblemWithAPlace(_ fault: Fault)
  {
    let good = #"{"vulnerability": "B", "products": ["pkg:npm/lodash"], "status": "fixed"}"#
    let statements = Self.openVEX(fault.statement + "," + good)
    #expect(statements.statements.count == 1)
    #expect(statements.problems.count == 1)
    let reason = statements.problems.first?.reason ?? ""
    #expect(reason.hasPrefix("Line 2, column ") && reason.contains(fault.problem), "\(reason)")
  }

  @Test func anUnknownJustificationIsNamedAndTheStatementHolds() {
    let statements = Self.openVEX(
      """
      {"vulnerability": "CVE-2021-1", "products": ["pkg:npm/lodash"], "status": "not_affected",
       "justification": "because"}
      """)
    #expect(Self.status(statements) == .notAffected(nil))
    #expect(statements.problems.count == 1)
  }

  @Test(arguments: [
    "", "{", "[]", "{}", "{\"bomFormat\": \"other\"}", "{\"@context\": \"openvex\"}", "\u{0}",
  ])
  func whatIsNoDocumentIsAProblem(_ text: String) {
    let statements = Self.read(text)
    #expect(statements.statements.isEmpty)
    #expect(statements.problems.count == 1)
  }

  @Test func theNumberOfStatementsIsBounded() {
    func document(_ count: Int) -> [UInt8] {
      let one = #"{"vulnerability": "A", "products": ["pkg:npm/a"], "status": "fixed"}"#
      let all = Array(repeating: one, count: count).joined(separator: ",")
      return Array(#"{"@context": "openvex", "statements": [\#(all)]}"#.utf8)
    }
    #expect(VEXReader.read(document(5), path: "a", statementLimit: 5).problems.isEmpty)
    let more = VEXReader.read(document(6), path: "a", statementLimit: 5)
    #expect(more.statements.count == 5)
    #expect(more.problems.first?.reason.hasPrefix("1 statements after the limit of 5") == true)
  }

  @Test func theNumberOfProblemsIsBounded() {
    func faults(_ count: Int) -> VEXStatements {
      Self.openVEX(Array(repeating: "{}", count: count).joined(separator: ","))
    }
    #expect(faults(VEXReader.problemLimit).problems.count == VEXReader.problemLimit)
    let more = faults(VEXReader.problemLimit + 3).problems
    #expect(more.count == VEXReader.problemLimit + 1)
    #expect(more.last?.reason == "The document has 3 more such problems.")
  }

  @Test func writtenStatementsAreReadBack() {
    for format in [Format.openVEX, .cycloneDX] {
      let statements = VEXReader.read(Array(format.text(ShopBill.application).utf8), path: "a")
      #expect(statements.problems.isEmpty)
      func status(_ ecosystem: Ecosystem, _ name: String, _ version: String?, _ id: String) -> VEXStatus? {
        statements.statement(
          for: PackageIdentity(ecosystem, name), version: version, ids: [id],
          products: ["pkg:generic/shop"])?.status
      }
      #expect(status(.npm, "node-uuid", "1.4.3", "CVE-2015-8851") == .affected)
      #expect(status(.npm, "node-uuid", "1.4.4", "CVE-2015-8851") == nil)
      #expect(status(.npm, "@shop/tools", "2.0.0-rc.1+build", "MAL-2024-1") == .affected)
      #expect(
        status(.maven, "org.apache.logging.log4j:log4j-core", "2.14.1", "GHSA-jfh8-c2jp-5v3q")
          == .notAffected(.codeNotReached))
      #expect(status(.pypi, "zope-interface", "6.1", "PYSEC-1") == .notAffected(nil))
      #expect(status(.go, "github.com/BurntSushi/toml", "v1.2.0", "GO-2022-1") == .underInvestigation)
      #expect(status(.rubyGems, "rack", "2.0", "GHSA-rack") == .fixed)
    }
  }
}
