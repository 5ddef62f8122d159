import AdvisoryDatabase
import ApplicationGraph
import ApplicationModel
import FindingModel
import Foundation
import RuleCatalog
import RuleModel
import ScanPipeline
import TemplateLoaders
import Testing

/// Runs each rule over its fixture folder: the lines it reports must be exactly the lines that are marked.
@Suite struct RuleFixtureTests {
  @Test(arguments: RuleCatalog.all.map { $0.metadata.id })
  func reportsExactlyTheMarkedLines(rule: String) throws {
    let fixture = try RuleFixture(rule: rule)
    let report = try Scan(fixture.options).run()
    let reported = Set(
      report.findings.map { MarkedLine($0.finding.location.path, Int($0.finding.location.line)) })
    for line in reported.subtracting(fixture.expected).sorted() {
      let message = report.findings.first { $0.finding.location.line == line.line }?.finding.message ?? ""
      Issue.record("\(rule) reports \(line), which is not marked: \(message)")
    }
    for line in fixture.expected.subtracting(reported).sorted() {
      Issue.record("\(rule) is silent at \(line), which is marked")
    }
    #expect(report.notChecked.filter(\.isError).isEmpty, "a fixture must be readable")
  }

  @Test(arguments: RuleCatalog.all.map { $0.metadata.id })
  func hasAFindingAndACleanCase(rule: String) throws {
    let fixture = try RuleFixture(rule: rule)
    #expect(!fixture.expected.isEmpty, "\(rule) has no fixture with a finding")
    #expect(fixture.files.contains { $0.hasPrefix("clean") }, "\(rule) has no clean fixture")
  }

  @Test func everyFixtureFolderBelongsToARule() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: RuleFixture.root).filter {
      !$0.hasPrefix(".")
    }
    #expect(Set(folders) == Set(RuleCatalog.all.map { $0.metadata.id }))
  }
}

struct MarkedLine: Hashable, Comparable, CustomStringConvertible {
  let path: String
  let line: Int

  init(_ path: String, _ line: Int) {
    self.path = path
    self.line = line
  }

  var description: String { "\(path):\(line)" }

  static func < (left: MarkedLine, right: MarkedLine) -> Bool {
    (left.path, left.line) < (right.path, right.line)
  }
}

/// The fixture folder of a rule with its `# expect:` and `# spurious:` markers.
struct RuleFixture {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures").path()

  let rule: String
  /// Relative to the folder.
  let files: [String]
  let expected: Set<MarkedLine>

  init(rule: String) throws {
    self.rule = rule
    let folder = Self.root + "/" + rule
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let endings = [
      ".yaml", ".yml", ".json", ".expect", ".py", ".js", ".ts", ".txt", ".toml", ".lock", ".xml", "Pipfile",
      "Gemfile", ".env", "ockerfile", ".pem",
    ]
    files = names.filter { name in endings.contains { name.hasSuffix($0) } }
      .sorted()
    var expected: Set<MarkedLine> = []
    for file in files {
      let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if file.hasSuffix(".expect") {
          // JSON has no comments, and in a Dockerfile none stands behind an instruction: a sidecar lists the lines.
          guard let number = Int(line.trimmingCharacters(in: .whitespaces)) else { continue }
          expected.insert(MarkedLine(String(file.dropLast(".expect".count)), number))
        } else if ["# ", "// ", "<!-- "].contains(where: { mark in
          line.contains(mark + "expect: " + rule) || line.contains(mark + "spurious: " + rule)
        }) {
          expected.insert(MarkedLine(file.replacing("past/", with: ""), index + 1))
        }
      }
    }
    self.expected = expected
  }

  /// Files that lie below `past` are what an earlier commit of a repository holds.
  private var hasPast: Bool { files.contains { $0.hasPrefix("past/") } }

  var options: ScanOptions {
    get throws {
      let date = try #require(CalendarDate("2026-11-20"))
      let others = Set(RuleCatalog.all.map { $0.metadata.id }).subtracting([rule])
      let folder = Self.root + "/" + rule
      let configuration = folder + "/" + Configuration.fileName
      let isConfigured = FileManager.default.fileExists(atPath: configuration)
      return ScanOptions(
        paths: [hasPast ? try FixtureRepository.path(of: folder) : folder], profile: .strict, asOf: date,
        settings: isConfigured ? try Configuration.read(configuration).settings : RuleSettings(),
        disabledRules: others, advisories: ScanAdvisories(.seed), history: hasPast ? .all : nil,
        toolVersion: "test")
    }
  }
}
