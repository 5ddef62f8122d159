internal import AdvisoryDatabase
internal import FindingModel
internal import Glibc
internal import PackageModel

/// How fast advisories are imported, and packages compared with them.
struct AdvisorySpeed {
  /// One for each package, with a range and some versions, as the common record has them.
  let records: Int
  /// Where input and database are written.
  let folder: String

  /// Packages of a large function, and of a very large one; a quarter of them have an advisory.
  private static let questions = [1_500, 10_000]

  /// One object of JSON; `nil` if the folder cannot be written or the database not be read.
  var json: String? {
    let input = folder + "/advisories.json"
    let database = folder + "/advisories.sqlite"
    guard let day = CalendarDate("2026-01-01"), write(to: input) else { return nil }
    // Whatever fails, there is no figure.
    guard let imported = try? time({ try importAll(input, database, day) }),
      let store = try? AdvisoryStore.open(at: database)
    else { return nil }
    var answers: [String] = []
    for count in Self.questions {
      let packages = packages(count)
      var matches = 0
      guard let seconds = try? time({ matches = try store.matches(packages).count }) else { return nil }
      answers.append("{\"packages\":\(packages.count),\"matches\":\(matches),\"seconds\":\(seconds)}")
    }
    return
      "{\"records\":\(records),\"importSeconds\":\(imported),\"questions\":[\(answers.joined(separator: ","))]}"
  }

  private func importAll(_ input: String, _ database: String, _ day: CalendarDate) throws {
    var options = AdvisoryImporter.Options(day: day)
    options.replaces = true
    _ = try AdvisoryImporter.import(from: [input], into: database, options: options)
  }

  private func packages(_ count: Int) -> [(PackageIdentity, Version)] {
    (0..<count).compactMap { index in
      let name = index % 4 == 0 ? "package-\(index % records)" : "harmless-\(index)"
      return Version("1.\(index % 9).0", in: .npm).map { (PackageIdentity(.npm, name), $0) }
    }
  }

  private func write(to path: String) -> Bool {
    guard let file = fopen(path, "wb") else { return false }
    defer { fclose(file) }
    fputs("[", file)
    for index in 0..<records {
      fputs(index == 0 ? record(index) : ",\n" + record(index), file)
    }
    return fputs("]", file) >= 0
  }

  private func record(_ index: Int) -> String {
    """
    {"id": "GHSA-\(index)", "modified": "2025-01-01T00:00:00Z", "aliases": ["CVE-2025-\(100_000 + index)"],
     "summary": "A flaw for measuring", "severity": [{"type": "CVSS_V3",
     "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}], "affected": [{"package": {"ecosystem": "npm",
     "name": "package-\(index)"}, "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "1.\(index % 12).3"}]}],
     "versions": ["0.1.0", "0.2.0", "1.0.0", "2.0.0-rc.1"]}], "references": [{"type": "WEB", "url": "https://example.org/\(index)"}],
     "database_specific": {"severity": "HIGH", "cwe_ids": ["CWE-79"]}}
    """
  }

  private func time(_ work: () throws -> Void) rethrows -> Double {
    let start = Bench.now
    try work()
    return Bench.now - start
  }
}
