@testable import Documents
import FindingModel
import Testing

@testable import TemplateLoaders

@Suite struct YAMLTests {
  private func parse(_ text: String, limits: DocumentLimits = .standard) throws -> Node {
    try Document.parse(Array(text.utf8), path: "a.yaml", limits: limits)
  }

  @Test(arguments: [
    DocumentCase("a: x\nb: 'y'\nc: \"z\\n\"", "{a: 'x', b: 'y', c: 'z\n'}"),
    DocumentCase("a: |\n  1\n  2\nb: >-\n  f\n  g\n", "{a: '1\n2\n', b: 'f g'}"),
    DocumentCase("[yes, No, on, OFF, True, 'true', \"no\"]", "[byes, bNo, bon, bOFF, bTrue, 'true', 'no']"),
    DocumentCase("[~, null, NULL, nULL, '']", "[null, null, null, 'nULL', '']"),
    DocumentCase("a:\nb: ''", "{a: null, b: ''}"),
    DocumentCase("[1, -3, +4, 012, 1_0, 0x1F]", "[i1, i-3, i+4, i012, '1_0', '0x1F']"),
    DocumentCase("[1.5, .5, 1e3, 1.5e+3, 1.2.3, '.', '-']", "[n1.5, n.5, '1e3', n1.5e+3, '1.2.3', '.', '-']"),
    DocumentCase("[2010-09-09, 12:30]", "['2010-09-09', '12:30']"),
    DocumentCase(
      "a: !!str 12\nb: !!int '3'\nc: !!bool 'yes'\nd: !!null x\ne: !!float 1",
      "{a: '12', b: i3, c: byes, d: null, e: n1}"),
    DocumentCase("1: a\ntrue: b\n~: c", "{1: 'a', true: 'b', ~: 'c'}"),
    DocumentCase("ключ: значення 🐘", "{ключ: 'значення 🐘'}"),
  ])
  func readsScalars(_ example: DocumentCase) { #expect(example.outcome == example.expected) }

  @Test(arguments: [
    DocumentCase("!Ref A", "{Ref: 'A'}"),
    DocumentCase("!Condition A", "{Condition: 'A'}"),
    DocumentCase("!GetAtt A.B.C", "{Fn::GetAtt: ['A', 'B.C']}"),
    DocumentCase("!GetAtt [A, B]", "{Fn::GetAtt: ['A', 'B']}"),
    DocumentCase("!GetAtt A", "{Fn::GetAtt: 'A'}"),
    DocumentCase("!Sub ['${a}', {a: !Ref B}]", "{Fn::Sub: ['${a}', {a: {Ref: 'B'}}]}"),
    DocumentCase("!If [A, !Ref B, !Join ['', [c]]]", "{Fn::If: ['A', {Ref: 'B'}, {Fn::Join: ['', ['c']]}]}"),
    DocumentCase("!Base64\n  Fn::Sub: x", "{Fn::Base64: {Fn::Sub: 'x'}}"),
    DocumentCase("!Novel {a: 1}", "{Fn::Novel: {a: i1}}"),
    DocumentCase("! x", "'x'"),
    DocumentCase("!<tag:example.com,2000:x> y", "'y'"),
  ])
  func writesShortFormsOut(_ example: DocumentCase) { #expect(example.outcome == example.expected) }

  @Test(arguments: [
    DocumentCase("a: &x {k: 1}\nb: *x", "{a: {k: i1}, b: {k: i1}}"),
    DocumentCase("a: &x 1\nb: &x 2\nc: *x", "{a: i1, b: i2, c: i2}"),
    DocumentCase("- &x {k: 1, l: 2}\n- <<: *x\n  k: 3\n", "[{k: i1, l: i2}, {k: i3, l: i2}]"),
    DocumentCase("<<: [{a: 1}, {a: 2, b: 3}]\nb: 4", "{b: i4, a: i1}"),
    DocumentCase("<<: text\na: 1", "{a: i1}"),
    DocumentCase("&a x: *a", "{x: 'x'}"),
    DocumentCase("a: &b\n  c: *b", "error: line 2, column 6: the alias *b has no anchor before it"),
    DocumentCase("a: *nope", "error: line 1, column 4: the alias *nope has no anchor before it"),
    DocumentCase("a: 1\nb: 2\na: 3", "{a: i3, b: i2}"),
  ])
  func followsAnchorsAndMerges(_ example: DocumentCase) { #expect(example.outcome == example.expected) }

  @Test(arguments: [
    DocumentCase("", "error: an empty document"),
    DocumentCase("\u{FEFF}", "error: an empty document"),
    DocumentCase("# only a comment\n", "error: an empty document"),
    DocumentCase("---\n", "null"),
    DocumentCase("---\na: 1\n---\nb: 2\n", "{a: i1}"),
    DocumentCase("---\na: 1\n...\n[broken", "{a: i1}"),
    DocumentCase("%YAML 1.1\n---\na: 1\n", "{a: i1}"),
    DocumentCase("\u{FEFF}a: 1", "{a: i1}"),
    DocumentCase("a: 1\r\nb:\r\n- x\r\n", "{a: i1, b: ['x']}"),
  ])
  func readsTheFirstDocument(_ example: DocumentCase) { #expect(example.outcome == example.expected) }

  @Test(arguments: [
    DocumentCase("a:\n\t- b", "error: line 2, column 1: found character that cannot start any token"),
    DocumentCase("a: b: c", "error: line 1, column 5: mapping values are not allowed in this context"),
    DocumentCase("a: @x", "error: line 1, column 4: found character that cannot start any token"),
    DocumentCase("a: 'x", "error: line 1, column 6: found unexpected end of stream"),
    DocumentCase("? [x]\n: c", "error: line 1, column 3: a key must be a scalar"),
    DocumentCase("? !Ref x\n: c", "error: line 1, column 3: a key must be a scalar"),
    DocumentCase("ok: 1\nä: x\u{1}", "error: line 2, column 5: control characters are not allowed"),
    DocumentCase("a: [1, 2", "error: line 2, column 1: did not find expected ',' or ']'"),
  ])
  func saysWhereItIsBroken(_ example: DocumentCase) { #expect(example.outcome == example.expected) }

  // MARK: - Places

  @Test(arguments: ["\n", "\r\n"])
  func placesValuesWhereTheyStand(lineEnd: String) throws {
    let lines = [
      "Resources:", "  Table:", "    Type: 'x y'", "    Tags: [a, b]", "  Last:", "    - !Ref Q", "", "# end",
      "",
    ]
    let node = try parse(lines.joined(separator: lineEnd))
    let table = try #require(node[path: "Resources", "Table"])
    #expect(node.entries.map { $0.keyLocation.span } == ["1:1-1:10"])
    #expect(table["Type"]?.span == "3:11-3:16")
    #expect(table["Tags"]?.span == "4:11-4:17")
    #expect(table["Tags"]?.elements.map(\.span) == ["4:12-4:13", "4:15-4:16"])
    #expect(table.span == "3:5-4:17")
    let last = try #require(node[path: "Resources", "Last"])
    #expect(last.span == "6:5-6:13")
    #expect(last.elements[0].span == "6:7-6:13")
    // Not to where the next token or the end of the file is.
    #expect(node.span == "1:1-6:13")
  }

  @Test func countsColumnsInCharacters() throws {
    #expect(try parse("é: 🐘, \nb: [ü, x]")["b"]?.elements[1].span == "2:8-2:9")
    #expect(try parse("\u{FEFF}ab: c")["ab"]?.span == "1:5-1:6")
  }

  @Test func placesAnAliasWhereItsAnchorStands() throws {
    let node = try parse("a: &x\n  k: 1\nb: *x\n")
    #expect(node["b"]?["k"]?.span == "2:6-2:7")
  }

  @Test func placesBlockTextsUpToTheirEnd() throws {
    let node = try parse("a: |\n  one\n  two\nb: 1\n")
    #expect(node["a"]?.location.line == 1 && node["a"]?.location.column == 4)
    #expect(node["b"]?.span == "4:4-4:5")
  }

  // MARK: - Bounds

  @Test(arguments: [
    ("[[[a]]]", 3, true), ("[[[[a]]]]", 3, false), ("a: {b: {c: d}}", 3, true),
    ("a: {b: {c: [d]}}", 3, false),
  ])
  func boundsNesting(text: String, limit: Int, isWithin: Bool) {
    var limits = DocumentLimits.standard
    limits.depth = limit
    expect(text, limits, isWithin) { if case .tooDeep = $0 { true } else { false } }
  }

  @Test(arguments: [(3, true), (2, false)])
  func boundsNestingThroughAliases(limit: Int, isWithin: Bool) {
    var limits = DocumentLimits.standard
    limits.depth = limit
    expect("- &a [x]\n- [*a]", limits, isWithin) { if case .tooDeep = $0 { true } else { false } }
  }

  /// Three texts and a list, and three more values for each alias of two texts.
  @Test(arguments: [(7, true), (6, false)])
  func boundsValuesWithExpandedAliases(limit: Int, isWithin: Bool) {
    var limits = DocumentLimits.standard
    limits.nodes = limit
    expect("[&a [x, y], *a]", limits, isWithin) { if case .tooManyNodes = $0 { true } else { false } }
  }

  @Test(arguments: [(5, true), (4, false)])
  func boundsSize(limit: Int, isWithin: Bool) {
    var limits = DocumentLimits.standard
    limits.bytes = limit
    expect("a: bc", limits, isWithin) { $0 == .tooLarge(path: "a.yaml", bytes: 5, limit: 4) }
  }

  private func expect(
    _ text: String, _ limits: DocumentLimits, _ isWithin: Bool, _ isExpected: (DocumentError) -> Bool
  ) {
    do throws(DocumentError) {
      _ = try Document.parse(Array(text.utf8), path: "a.yaml", limits: limits)
      #expect(isWithin)
    } catch {
      #expect(!isWithin && isExpected(error))
    }
  }

  @Test func refusesAliasBombs() {
    var lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for level in 1...30 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      lines.append("a\(level): &a\(level) [\(aliases)]")
    }
    let outcome = DocumentCase(lines.joined(separator: "\n"), "").outcome
    #expect(outcome.hasSuffix("more than 1000000 values once its aliases are expanded"))
  }

  @Test func refusesDeepNestingQuickly() {
    for text in [
      String(repeating: "[", count: 10_000), String(repeating: "{a: ", count: 10_000),
      String(repeating: "- ", count: 10_000),
      (0..<10_000).map { String(repeating: " ", count: $0) + "a:" }.prefix(2000).joined(separator: "\n"),
      String(repeating: "!A [", count: 10_000),
    ] {
      #expect(DocumentCase(text, "").outcome.contains("nested deeper than the limit of 100 levels"))
    }
  }
}
