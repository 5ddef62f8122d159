import Documents
import Testing

/// What an editor relies on: that the bytes of a node are where the tree says.
@Suite struct SyntaxTests {
  private func read(_ text: String) throws -> (root: SyntaxNode, isJSON: Bool, bytes: [UInt8]) {
    let bytes = Array(text.utf8)
    let result = try Syntax.read(bytes, path: "t.yaml")
    return (result.root, result.isJSON, bytes)
  }

  private func value(_ path: String..., in text: String) throws -> (node: SyntaxNode, text: String) {
    let (root, _, bytes) = try read(text)
    var node = root
    for key in path { node = try #require(node.entry(key)).value }
    return (node, String(decoding: bytes[node.range], as: UTF8.self))
  }

  @Test func findsBytesBehindWideCharactersMarksAndWindowsLines() throws {
    let text = "\u{FEFF}größe: \"üñ\" # 😀\r\nb:\r\n  ключ: [x, é, z]\r\n"
    #expect(try value("größe", in: text).text == "\"üñ\"")
    #expect(try value("b", "ключ", in: text).text == "[x, é, z]")
    let list = try value("b", "ключ", in: text).node
    #expect(list.isFlow && list.elements.count == 3)
  }

  @Test func keepsTagsAnchorsAliasesAndMergeKeysApart() throws {
    let text = "a: &x !Sub \"t\"\nb: *x\nc: !If [p, q, r]\nd:\n  <<: *x\n  e: 1\n"
    let first = try value("a", in: text)
    #expect(first.text == "&x !Sub \"t\"" && first.node.anchor == "x" && first.node.tag == "!Sub")
    #expect(try value("b", in: text).node.isAlias)
    #expect(try value("c", in: text).node.tag == "!If")
    #expect(try value("d", in: text).node.entries.count == 2)
  }

  @Test func endsBlockCollectionsWithTheirLastValue() throws {
    let text = "a:\n  b:\n  - 1\n  - two # remark\n\n# remark\nc: 3\n"
    #expect(try value("a", in: text).text == "b:\n  - 1\n  - two")
    #expect(try value("a", "b", in: text).text == "- 1\n  - two")
  }

  @Test func knowsStyles() throws {
    let text = "a: 'x'\nb: \"x\"\nc: x\nd: |+\n  x\n\ne: f\n"
    let styles = try ["a", "b", "c", "d"].map { try value($0, in: text).node.scalar?.style }
    #expect(styles == [.singleQuoted, .doubleQuoted, .plain, .block])
  }

  @Test func readsJSONWithTabsAndSurrogatesThatYAMLDoesNot() throws {
    let text = "\u{FEFF}{\r\n\t\"ä\": {\"b\": [1, \"\\ud83d\\ude00\"]},\n\t\"c\": true}"
    let (root, isJSON, _) = try read(text)
    #expect(isJSON && root.isFlow)
    #expect(try value("ä", "b", in: text).text == "[1, \"\\ud83d\\ude00\"]")
    #expect(try value("c", in: text).text == "true")
  }

  @Test func aFlowMappingOfYAMLIsNoJSON() throws {
    let (root, isJSON, _) = try read("{a: b, c: [d]}\n")
    #expect(!isJSON && root.entries.count == 2)
  }

  @Test func theLastOfEqualKeysWins() throws {
    #expect(try value("a", in: "a: 1\nb: 2\na: 3\n").text == "3")
    #expect(try value("a", in: "{\"a\": 1, \"a\": 3}").text == "3")
  }

  @Test(arguments: ["{\"a\": 1, \"b\": 2, \"a\": 3}", "a: 1\nb: 2\na: 3\n"])
  func entriesStandInTheOrderOfTheText(text: String) throws {
    let starts = try read(text).root.entries.map(\.range.lowerBound)
    #expect(starts == starts.sorted() && starts.count >= 2)
  }

  @Test func boundsAreThoseOfDocuments() throws {
    let bytes = Array("a: [[[1]]]\n".utf8)
    var limits = DocumentLimits.standard
    limits.depth = 4
    #expect(try Syntax.read(bytes, path: "t", limits: limits).root.isMapping)
    limits.depth = 3
    #expect(throws: DocumentError.self) { try Syntax.read(bytes, path: "t", limits: limits) }
  }

  /// Every scalar of a tree reads as itself when its bytes are read alone.
  @Test(arguments: [
    "a: 'it''s'\nb: [x, \"y\\n\", {c: d}]\ne: >\n  folded\n  text\nf: plain text here\n",
    "{\"a\": [1, 2.5, null, true], \"ß\": \"ü\", \"c\": {\"d\": \"\\u00e9\"}}",
  ])
  func scalarsStandWhereTheTreeSays(text: String) throws {
    let (root, _, bytes) = try read(text)
    var pending = [root]
    var seen = 0
    while let node = pending.popLast() {
      pending += node.elements + node.entries.flatMap { [$0.key, $0.value] }
      guard let scalar = node.scalar, scalar.style != .block else { continue }
      seen += 1
      let alone = try Document.parse(Array(bytes[node.range]), path: "t")
      #expect(alone.scalar?.text == scalar.value.text)
    }
    #expect(seen > 7)
  }
}
