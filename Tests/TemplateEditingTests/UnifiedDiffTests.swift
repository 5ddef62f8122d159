import Testing

@testable import TemplateEditing

@Suite struct UnifiedDiffTests {
  private func diff(_ old: String, _ new: String) -> String {
    UnifiedDiff.text(from: Array(old.utf8), to: Array(new.utf8), path: "t.yaml")
  }

  /// What `patch` does, for hunks in order.
  private func patched(_ old: String, with diff: String) throws -> String {
    var lines = old.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var result: [String] = []
    var consumed = 0
    var body = diff.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2).map(String.init)
    #expect(body.popLast()?.isEmpty == true)
    var endsWithoutBreak = false
    for line in body {
      if let match = line.firstMatch(of: /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@$/) {
        let first = try #require(Int(match.1))
        let start = match.2 == "0" ? first : first - 1
        result += lines[consumed..<start]
        consumed = start
        #expect(Int(match.3).map { match.4 == "0" ? $0 : $0 - 1 } == result.count)
      } else if line.hasPrefix("\\") {
        endsWithoutBreak = result.last == lines.last || endsWithoutBreak
      } else if line.hasPrefix("+") {
        result.append(String(line.dropFirst()))
      } else {
        #expect(lines[consumed] == line.dropFirst())
        if line.hasPrefix(" ") { result.append(lines[consumed]) }
        consumed += 1
      }
    }
    lines.removeFirst(consumed)
    return (result + lines).joined(separator: "\n")
  }

  @Test func nothingForEqualTexts() { #expect(diff("a\nb\n", "a\nb\n").isEmpty) }

  @Test func addsWithThreeLinesAround() {
    let old = (1...9).map { "\($0)\n" }.joined()
    #expect(
      diff(old, old.replacing("5\n", with: "5\nx\n")) == """
        --- t.yaml
        +++ t.yaml
        @@ -3,6 +3,7 @@
         3
         4
         5
        +x
         6
         7
         8

        """)
  }

  @Test func farChangesAreHunksOfTheirOwn() throws {
    let old = (1...40).map { "\($0)\n" }.joined()
    let new = old.replacing("5\n", with: "5\nx\n").replacing("30\n", with: "")
    #expect(diff(old, new).split(separator: "\n").count { $0.hasPrefix("@@") } == 3)
    #expect(try patched(old, with: diff(old, new)) == new)
  }

  @Test func saysWhereTheLastBreakIsMissing() {
    #expect(
      diff("a", "a\nb").hasSuffix("-a\n\\ No newline at end of file\n+a\n+b\n\\ No newline at end of file\n"))
  }

  @Test func startsAndEndsWithNothing() {
    #expect(diff("", "a\n").contains("@@ -0,0 +1 @@\n+a\n"))
    #expect(diff("a\n", "").contains("@@ -1 +0,0 @@\n-a\n"))
  }

  @Test func patchesGiveTheNewText() throws {
    for name in Fixture.names where name != "sam-compact.json" {
      let old = try Fixture.text(name)
      let new = try Editing.attach(old, layer: Editing.arn()).text
      #expect(try patched(old, with: diff(old, new)) == new)
    }
  }

  @Test func veryLongTextsAreStillToldApart() throws {
    let old = (0..<UnifiedDiff.lineLimit).map { "\($0)\n" }.joined()
    let new = old.replacing("777\n", with: "x\n", maxReplacements: 1)
    #expect(try patched(old, with: diff(old, new)) == new)
  }
}
