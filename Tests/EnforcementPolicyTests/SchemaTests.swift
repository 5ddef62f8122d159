import EnforcementPolicy
import Foundation
import Testing

/// The schema of the documentation and the reader say the same.
@Suite struct SchemaTests {
  private static let documents = Python.root.appending(path: "docs")

  private func schema() throws -> [String: Any] {
    let file = Self.documents.appending(path: "schema/enforcement-policy-1.schema.json")
    return try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
  }

  /// What the schema finds wrong with each text; `nil` for nothing.
  private func verdicts(_ texts: [String]) throws -> [String?] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "schema-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try texts.enumerated().map { index, text in
      let file = folder.appending(path: "\(index).yaml")
      try Data(text.utf8).write(to: file)
      return file.path()
    }
    let answer = try Python.run("validate_policy.py", files)
    try #require(answer.status == 0, "\(String(decoding: answer.output, as: UTF8.self))")
    let parsed = try JSONSerialization.jsonObject(with: answer.output, options: .fragmentsAllowed)
    return try #require(parsed as? [Any]).map { $0 as? String }
  }

  @Test func bothAcceptWhatIsRight() throws {
    var learned = LearnedPolicy().policy(from: [], function: "F")
    learned.enforceAfter = EnforcementInstant("2026-12-15T08:30:00Z")
    let texts = [
      Samples.full, PolicyWriter().write(try Samples.policy(Samples.full)),
      PolicyWriter().write(EnforcementPolicy(function: "F")), PolicyWriter().write(learned),
      "version: 1\nfunction: F\ncontrols: {egress: off, executables: {allow: /bin/x}}",
    ]
    for (text, verdict) in zip(texts, try verdicts(texts)) {
      #expect(verdict == nil, "\(text)")
      #expect(Samples.read(text).problems.isEmpty)
    }
  }

  /// A schema does not count days of months, nor bits of networks.
  private static let beyondSchemas = [
    "A sha256 belongs to one file;", "networks: '10.0.0.1/8' starts inside", "enforce-after must be a day",
    "The function's name holds", "The policy cannot be read:",
  ]

  @Test func bothRefuseWhatIsWrong() throws {
    let mistakes = PolicyReadingTests.mistakes
    for (mistake, verdict) in zip(mistakes, try verdicts(mistakes.map(\.text))) {
      let isBeyond = Self.beyondSchemas.contains { mistake.message.hasPrefix($0) }
      #expect(verdict != nil || isBeyond, "\(mistake.text)")
    }
  }

  @Test func bothKnowTheSameWords() throws {
    let properties = try #require(try schema()["properties"] as? [String: [String: Any]])
    let controls = try #require(properties["controls"]?["properties"] as? [String: [String: Any]])
    #expect(Set(controls.keys) == Set(Control.allCases.map(\.key)))
    func words(_ control: String, _ key: String) throws -> Set<String> {
      let forms = try #require(controls[control]?["anyOf"] as? [[String: Any]])
      let map = try #require(forms.compactMap { $0["properties"] as? [String: [String: Any]] }.first)
      let list = try #require(map[key]?["anyOf"] as? [[String: Any]])
      return Set(try #require(list.compactMap { $0["enum"] as? [String] }.first))
    }
    #expect(try words("forbidden-executables", "groups") == Set(ForbiddenGroup.allCases.map(\.rawValue)))
    #expect(try words("egress", "services") == Set(CloudEndpoints.names))
  }

  /// Every key that the schema has is one that the reader knows: a wrong value of it is told as such.
  @Test func theReaderKnowsEveryKeyOfTheSchema() throws {
    let properties = try #require(try schema()["properties"] as? [String: [String: Any]])
    func isKnown(_ text: String) -> Bool {
      !Samples.read(text).problems.contains { $0.message.hasPrefix("There is no") }
    }
    for key in properties.keys { #expect(isKnown("version: 1\nfunction: F\n\"\(key)\": {}"), "\(key)") }
    let controls = try #require(properties["controls"]?["properties"] as? [String: [String: Any]])
    for (control, definition) in controls {
      for form in definition["anyOf"] as? [[String: Any]] ?? [] {
        for key in (form["properties"] as? [String: Any] ?? [:]).keys {
          #expect(
            isKnown("version: 1\nfunction: F\ncontrols: {\(control): {\(key): {}}}"), "\(control) \(key)")
        }
      }
    }
  }

  @Test func examplesOfTheDocumentationAreRight() throws {
    let page = try String(
      contentsOf: Self.documents.appending(path: "enforcement-policy.md"), encoding: .utf8)
    let blocks = page.components(separatedBy: "```yaml\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
    let policies = blocks.filter { $0.contains("version: 1\n") }
    #expect(policies.count >= 2)
    for (text, verdict) in zip(policies, try verdicts(policies)) {
      #expect(verdict == nil, "\(text)")
      #expect(Samples.read(text).problems.isEmpty, "\(Samples.read(text).problems)")
    }
    for control in Control.allCases {
      #expect(page.contains("| `\(control.key)` | \(control.defaultMode.name) |"), "\(control.key)")
    }
    for group in ForbiddenGroup.allCases {
      #expect(page.contains("| `\(group.rawValue)` |"), "\(group.rawValue)")
    }
  }
}
