import FindingModel
import Foundation
import RuleCatalog
import RuleModel
import ScanPipeline
import Testing

/// Runs the rules about code over whole programs with their templates, and compares with the markers in them.
///
/// `expect: rule` at the end of a line: reported here. `spurious: rule -- why`: reported, and wrong.
/// `missing: rule -- why`: not reported, and wrong. Any other line has to stay silent.
@Suite struct ProgramTests {
  @Test(arguments: MarkedProgram.all)
  func reportsWhatIsMarked(_ program: MarkedProgram) throws {
    let reported = try program.reported()
    let due = program.marks(.expect).union(program.marks(.spurious))
    for mark in reported.keys.filter({ !due.contains($0) }).sorted() {
      Issue.record("\(program.name): \(mark) is reported and not marked: \(reported[mark] ?? "")")
    }
    for mark in due.subtracting(reported.keys).sorted() {
      Issue.record("\(program.name): \(mark) is marked and not reported")
    }
  }

  /// The counts of markers over all programs: what was found, what should not have been, what was overlooked.
  @Test func isPreciseAndComplete() throws {
    var counts: [Marker: Int] = [:]
    var crossing = 0
    var silent = 0
    for program in MarkedProgram.all {
      for marker in Marker.allCases { counts[marker, default: 0] += program.marks(marker).count }
      silent += program.silentCases
      if program.crossesFunctions { crossing += program.caseCount }
    }
    let found = counts[.expect, default: 0]
    let precision = Double(found) / Double(max(1, found + counts[.spurious, default: 0]))
    let recall = Double(found) / Double(max(1, found + counts[.missing, default: 0]))
    print(
      "programs: \(MarkedProgram.all.count), marked cases: \(found + silent + counts[.missing, default: 0]) "
        + "(\(silent) that must stay silent, \(crossing) across functions), "
        + "precision \(precision), recall \(recall)")
    #expect(precision >= 0.98)
    #expect(recall >= 0.95)
    #expect(found + silent >= 400)
    #expect(crossing >= 80)
  }
}

enum Marker: String, CaseIterable {
  case expect
  case spurious
  case missing
  /// A line that looks dangerous and is not: `clean: rule -- why`.
  case clean
}

struct Mark: Hashable, Comparable, CustomStringConvertible {
  let path: String
  let line: Int
  let rule: String

  var description: String { "\(rule) at \(path):\(line)" }

  static func < (left: Mark, right: Mark) -> Bool {
    (left.path, left.line, left.rule) < (right.path, right.line, right.rule)
  }
}

/// A folder below `Programs` with a program, or several functions and their template.
struct MarkedProgram: CustomTestStringConvertible, Sendable {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Programs").path()

  static let all: [MarkedProgram] = {
    // A missing folder gives no programs, and the counts then fail.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().map(MarkedProgram.init)
  }()

  let name: String
  private let marks: [Marker: Set<Mark>]

  init(name: String) {
    self.name = name
    let folder = Self.root + "/" + name
    var marks: [Marker: Set<Mark>] = [:]
    let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    for file in files.sorted() {
      // Folders are listed as well, and have no text.
      guard let text = try? String(contentsOfFile: folder + "/" + file, encoding: .utf8) else { continue }
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        for (marker, rules) in Self.markers(in: line) {
          for rule in rules {
            marks[marker, default: []].insert(Mark(path: file, line: index + 1, rule: rule))
          }
        }
      }
    }
    self.marks = marks
  }

  var testDescription: String { name }

  /// Folders of several functions begin with `cross-`.
  var crossesFunctions: Bool { name.hasPrefix("cross-") }

  func marks(_ marker: Marker) -> Set<Mark> { marks[marker] ?? [] }

  var silentCases: Int { marks(.clean).count }

  var caseCount: Int { Marker.allCases.reduce(0) { $0 + marks($1).count } }

  /// `# expect: sas1-os-command, sas1-ssrf`, `// missing: sas1-sqli -- aliases are not followed`.
  private static func markers(in line: Substring) -> [(Marker, [String])] {
    var found: [(Marker, [String])] = []
    for marker in Marker.allCases {
      guard let start = line.range(of: " \(marker.rawValue): ") else { continue }
      let rest = line[start.upperBound...].components(separatedBy: " -- ")[0]
      let rules = rest.components(separatedBy: ", ").map { $0.trimmingCharacters(in: .whitespaces) }
      found.append((marker, rules.filter { $0.hasPrefix("sas") }))
    }
    return found
  }

  /// What the rules about code say, by place and rule, with the message.
  func reported() throws -> [Mark: String] {
    let date = try #require(CalendarDate("2026-11-20"))
    let others = Set(RuleCatalog.all.filter { !($0 is any FunctionCodeRule) }.map { $0.metadata.id })
    let options = ScanOptions(
      paths: [Self.root + "/" + name], profile: .default, asOf: date, disabledRules: others,
      toolVersion: "test")
    let report = try Scan(options).run()
    var marks: [Mark: String] = [:]
    for item in report.findings {
      let place = item.finding.location
      marks[Mark(path: place.path, line: Int(place.line), rule: item.finding.rule)] = item.finding.message
    }
    return marks
  }
}
