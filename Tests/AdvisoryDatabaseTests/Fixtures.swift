@testable import AdvisoryDatabase
import Documents
import Foundation
import PackageModel

/// Small records of each format.
enum Fixture {
  static let osv = """
    {"schema_version": "1.6.0", "id": "GHSA-aaaa-bbbb-cccc", "modified": "2024-05-02T10:00:00Z",
     "published": "2024-05-01T09:00:00Z", "aliases": ["CVE-2024-1000"], "summary": "Reads too much",
     "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"},
       {"type": "CVSS_V4", "score": "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:H/SC:N/SI:N/SA:N"},
       {"type": "Ubuntu", "score": "high"}],
     "affected": [
       {"package": {"ecosystem": "npm", "name": "reader"}, "ranges": [
         {"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "1.2.3"}]},
         {"type": "GIT", "repo": "https://example.org/r", "events": [{"introduced": "0"}]}]},
       {"package": {"ecosystem": "npm", "name": "reader"}, "ranges": [
         {"type": "SEMVER", "events": [{"introduced": "2.0.0"}, {"last_affected": "2.1"}]}]},
       {"package": {"ecosystem": "Debian:12", "name": "node-reader"}, "versions": ["1.0"]}],
     "references": [{"type": "WEB", "url": "https://example.org/a"}, {"type": "WEB", "url": "javascript:x"}],
     "database_specific": {"severity": "MODERATE", "cwe_ids": ["CWE-125", "CWE-X"]}}
    """

  static let osvYAML = """
    id: PYSEC-2024-1
    details: A long story. It goes on.
    affected:
    - package: {name: Zope.Interface, ecosystem: PyPI}
      ranges:
      - type: ECOSYSTEM
        events:
        - introduced: "0"
        - fixed: 1.4
      versions: ["1.0", 1.1, 1.2.post9, 2.0b1]
    modified: "2024-02-03T00:00:00Z"
    aliases: [CVE-2024-2000]
    """

  static let go = """
    {"id": "GO-2024-0001", "modified": "0001-01-01T00:00:00Z", "summary": "Loops", "affected": [
      {"package": {"name": "example.org/loop", "ecosystem": "Go"},
       "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}]}],
       "ecosystem_specific": {
         "imports": [{"path": "example.org/loop/inner", "symbols": ["Run", "Client.Do"]}, {"path": "example.org/loop"}],
         "custom_ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "1.9.0"}]}]}}]}
    """

  static let rubySec = """
    ---
    gem: rack
    cve: 2024-3000
    ghsa: rrrr-ssss-tttt
    url: https://example.org/rack
    title: Rack says too much
    date: 2024-03-04
    cvss_v3: 7.5
    unaffected_versions:
      - "< 1.0.0"
    patched_versions:
      - "~> 2.0.9, >= 2.0.9.1"
      - ">= 2.1.4"
    """

  static let workingGroup = """
    {"id": 7, "title": "Command injection", "module_name": "runner", "publish_date": "2017-01-02",
     "updated_at": "2018-02-03", "cves": ["CVE-2017-4000"], "vulnerable_versions": "<1.2.0 || >=2.0.0 <2.0.5",
     "patched_versions": ">=1.2.0 <2.0.0 || >=2.0.5", "overview": "It runs commands.", "references": [],
     "cvss_vector": "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "cvss_score": 9.8}
    """

  static let retire = """
    {"jQuery": {"npmname": "jquery", "bowername": ["jQuery"], "extractors": {"uri": ["x"]}, "vulnerabilities": [
       {"atOrAbove": "1.2.0", "below": "1.9.0", "severity": "medium", "cwe": ["CWE-79"],
        "identifiers": {"CVE": ["CVE-2012-5000"], "githubID": "GHSA-jjjj-qqqq-yyyy", "summary": "Selector is HTML"},
        "info": ["https://example.org/j"]},
       {"atOrAbove": "2.0.0-*", "below": "2.0.1", "severity": "medium",
        "identifiers": {"CVE": ["CVE-2012-5000"], "githubID": "GHSA-jjjj-qqqq-yyyy"}, "info": []},
       {"below": "~", "severity": "low", "identifiers": {"summary": "No end"}, "info": []},
       {"severity": "low", "info": []}]},
     "plain": {"vulnerabilities": []}}
    """

  static let knownExploited = """
    {"title": "Catalog", "catalogVersion": "2024.01.01", "count": 2, "vulnerabilities": [
      {"cveID": "CVE-2024-1000", "dateAdded": "2024-06-07", "vendorProject": "x"}, {"cveID": "nonsense"}]}
    """

  static let predictions = """
    #model_version:v2023.03.01,score_date:2024-06-01T00:00:00+0000
    cve,epss,percentile
    CVE-2024-1000,0.97536,0.99998
    CVE-2024-2000,0.00043,0.08
    not,a,line

    """

  static func node(_ text: String, path: String = "record.json") throws -> Node {
    try Document.parse(Array(text.utf8), path: path)
  }

  static func reading(_ text: String, path: String = "record.json") throws -> AdvisoryReading {
    guard case .advisories(let reading) = try AdvisoryDocument.read(try node(text, path: path)) else {
      throw CocoaError(.fileReadCorruptFile)
    }
    return reading
  }

  static func advisory(_ text: String, path: String = "record.json") throws -> Advisory {
    guard let record = try reading(text, path: path).records.first else { throw CocoaError(.fileNoSuchFile) }
    return record.advisory
  }
}

/// A folder that is there for one test.
final class Workbench {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "advisories-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  // A folder that cannot be removed only wastes space.
  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path() }

  func write(_ text: String, to name: String) throws -> String {
    try write(Data(text.utf8), to: name)
  }

  func write(_ data: Data, to name: String) throws -> String {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
    return file.path()
  }

  /// All fixtures but the tables of exploits.
  func writeRecords() throws -> String {
    _ = try write(Fixture.osv, to: "in/osv/GHSA-aaaa-bbbb-cccc.json")
    _ = try write(Fixture.osvYAML, to: "in/pypi/PYSEC-2024-1.yaml")
    _ = try write(Fixture.go, to: "in/GO-2024-0001.json")
    _ = try write(Fixture.rubySec, to: "in/gems/rack/CVE-2024-3000.yml")
    _ = try write(Fixture.workingGroup, to: "in/npm/7.json")
    _ = try write(Fixture.retire, to: "in/jsrepository.json")
    _ = try write("# Read me", to: "in/README.md")
    return path("in")
  }
}

func npm(_ name: String) -> PackageIdentity { PackageIdentity(.npm, name) }

extension AffectedRange {
  static func range(_ events: Event...) -> AffectedRange { AffectedRange(events) }
}
