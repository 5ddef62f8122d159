import FindingModel
import Foundation
import RuleCatalog
import RuleModel
import Testing

/// What must hold for the catalogue as a whole.
@Suite struct CatalogTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private var metadata: [RuleMetadata] { RuleCatalog.all.map { $0.metadata } }

  @Test func idsAreUniqueAndSortedWithinARisk() {
    let ids = metadata.map(\.id)
    #expect(Set(ids).count == ids.count)
    for risk in Risk.allCases {
      let own = metadata.filter { $0.risk == risk }.map(\.id)
      #expect(own == own.sorted())
    }
  }

  @Test func whatARuleJudgesByIsWhatItsProtocolSays() {
    for rule in RuleCatalog.all {
      #expect((rule.basis == .files) == (rule is any TreeRule), "\(rule.metadata.id)")
      #expect((rule.basis == .packages) == (rule is any PackageRule), "\(rule.metadata.id)")
      #expect((rule.basis == .code) == (rule is any FunctionCodeRule), "\(rule.metadata.id)")
    }
  }

  @Test func anIdStartsWithItsRisk() {
    for rule in metadata { #expect(rule.id.hasPrefix("sas\(rule.risk.rawValue)-"), "\(rule.id)") }
  }

  @Test func everyRuleSaysWhyWhenAndWhatToDo() {
    for rule in metadata {
      #expect(!rule.weaknesses.isEmpty && !rule.references.isEmpty, "\(rule.id)")
      #expect(rule.rationale.count > 80 && rule.blindSpots.count > 20, "\(rule.id)")
      #expect(!rule.remediation.advice.isEmpty && !rule.remediation.snippets.isEmpty, "\(rule.id)")
      #expect(!rule.title.hasSuffix("."), "\(rule.id)")
      #expect(rule.references.allSatisfy { $0.hasPrefix("https://") }, "\(rule.id)")
    }
  }

  /// One rule is one type in one file: a type that conforms to a rule protocol and is not listed never runs.
  @Test func everyRuleFileIsListed() throws {
    let rooms = ["CodeRules", "ConfigurationRules", "DependencyRules", "IdentityRules", "SecretRules"]
    var types: Set<String> = []
    for room in rooms {
      let folder = Self.root.appending(path: "Sources/\(room)")
      let names = FileManager.default.enumerator(atPath: folder.path())?.compactMap { $0 as? String } ?? []
      for name in names where name.hasSuffix(".swift") {
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        let declared = text.matches(of: /struct (\w+): \w*Rule\b/).map { String($0.1) }
        #expect(declared.count <= 1, "\(name) holds several rules")
        types.formUnion(declared)
      }
    }
    #expect(types == Set(RuleCatalog.all.map { "\(type(of: $0))" }))
  }

  @Test func pagesAreFresh() throws {
    let folder = Self.root.appending(path: "docs/rules")
    let pages = RulePages.all(of: metadata)
    for (name, text) in pages {
      let written = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
      #expect(written == text, "docs/rules/\(name) is stale: run 'make docs'")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    #expect(Set(names) == Set(pages.map(\.name)), "docs/rules holds pages of no rule: run 'make docs'")
  }
}
