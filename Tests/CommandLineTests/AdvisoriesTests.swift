import Foundation
import Testing

@Suite struct AdvisoriesTests {
  private static let record = """
    {"id": "GHSA-aaaa-bbbb-cccc", "modified": "2024-05-02T10:00:00Z", "aliases": ["CVE-2024-1000"],
     "summary": "Reads\\u001b[31m too much", "affected": [{"package": {"ecosystem": "npm", "name": "reader"},
       "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "1.2.3"}]}]}]}
    """

  @Test func importsAndSaysWhatItHas() throws {
    let bench = try Workbench()
    try bench.write(Self.record, to: "in/a.json")
    try bench.write("{", to: "in/broken.json")
    let imported = try bench.run("advisories", "import", "in", "--database", "db/a.sqlite")
    #expect(imported.status == 0)
    #expect(imported.output.contains("GHSA: 1 read, 1 imported\n"))
    #expect(imported.output.contains("Problems: 1\n  in/broken.json: It cannot be used: "))
    let status = try bench.run("advisories", "status", "--database", "db/a.sqlite", "--as-of", "2024-05-12")
    #expect(status.output.contains("Newest advisory: 2024-05-02, 10 days ago"))
    let json = try bench.run(
      "advisories", "status", "--database", "db/a.sqlite", "--as-of", "2024-05-12", "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    let database = object?["database"] as? [String: Any]
    #expect(database?["advisories"] as? Int == 1)
    #expect(database?["ageInDays"] as? Int == 10)
  }

  @Test(arguments: ["reader", "CVE-2024-1000", "ghsa-AAAA-bbbb-cccc"])
  func showsAnAdvisoryByItsNamesAndPackages(name: String) throws {
    let bench = try Workbench()
    try bench.write(Self.record, to: "a.json")
    _ = try bench.run("advisories", "import", "a.json", "--database", "a.sqlite")
    let shown = try bench.run("advisories", "show", name, "--database", "a.sqlite")
    #expect(shown.status == 0)
    // What a source wrote must not colour the terminal.
    #expect(shown.output.hasPrefix("GHSA-aaaa-bbbb-cccc  Reads\u{FFFD}[31m too much\n"))
    #expect(shown.output.contains("affected: from the first version on, before 1.2.3"))
  }

  @Test func theEmbeddedOnesAreThereWithoutADatabase() throws {
    let bench = try Workbench()
    // No database at the standard place of this bench: the name is looked up in the seed and what there may be.
    let shown = try bench.run("advisories", "show", "CVE-2021-44228")
    #expect(shown.status == 0)
    #expect(shown.output.contains("org.apache.logging.log4j:log4j-core"))
    #expect(try bench.run("advisories", "show", "no-such-package-or-id").status == 1)
  }

  @Test func wrongPathsAreWrongUsageOrAnEmptyImport() throws {
    let bench = try Workbench()
    try bench.write("hello", to: "notes.md")
    #expect(try bench.run("advisories", "import", ".", "--database", "a.sqlite").status == 2)
    #expect(try bench.run("advisories", "status", "--database", "nowhere.sqlite").status == 64)
    try bench.write("no database", to: "text.sqlite")
    let refused = try bench.run("advisories", "status", "--database", "text.sqlite")
    #expect(refused.status == 64)
    #expect(refused.errors.contains("is no database of advisories"))
  }
}
