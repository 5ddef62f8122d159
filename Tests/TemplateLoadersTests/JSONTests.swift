@testable import Documents
import FindingModel
import Testing

@testable import TemplateLoaders

@Suite struct JSONTests {
  @Test(arguments: [
    DocumentCase(
      #"{"a": [1, -2.5e3, true, false, null, "x"], "b": {}}"#,
      "{a: [i1, n-2.5e3, btrue, bfalse, null, 'x'], b: {}}"),
    DocumentCase("[]", "[]"),
    DocumentCase(" \t\r\n[ 1 ]\n", "[i1]"),
    DocumentCase("{\"a\":\t1}", "{a: i1}"),
    DocumentCase("\u{FEFF}{\"a\":\t1}", "{a: i1}"),
    DocumentCase(#"["\"\\\/\b\f\n\r\t"]"#, "['\"\\/\u{8}\u{C}\n\r\t']"),
    DocumentCase(#"["\u00e9\ud83d\ude00é"]"#, "['é😀é']"),
    DocumentCase(
      #"["\ud800x", "\ude00", "\ud800\u0041", "\ud800\ud800\udc00"]"#,
      "['\u{FFFD}x', '\u{FFFD}', '\u{FFFD}A', '\u{FFFD}𐀀']"),
    DocumentCase(#"{"a": 1, "b": 2, "a": 3}"#, "{a: i3, b: i2}"),
    DocumentCase(#"{"Ref": "A", "b": "!Ref x"}"#, "{Ref: 'A', b: '!Ref x'}"),
    DocumentCase("[0, -0, 10, 1E5, 1e-5, 0.1, 1e999]", "[i0, i-0, i10, n1E5, n1e-5, n0.1, n1e999]"),
    DocumentCase("[123456789012345678901234567890]", "[n123456789012345678901234567890]"),
    DocumentCase(#"{"": ""}"#, "{: ''}"),
  ])
  func readsValues(_ example: DocumentCase) { #expect(example.outcome == example.expected) }

  @Test(arguments: [
    ("", "an empty document"),
    ("{\"a\": 1,}", "line 1, column 9: a comma before '}'"),
    ("[1,]", "line 1, column 4: a comma before ']'"),
    ("[1 2]", "line 1, column 4: expected ',' or ']'"),
    ("{\"a\" 1}", "line 1, column 6: expected ':' after the key \"a\""),
    ("{\"a\":", "line 1, column 6: the document ends where a value is expected"),
    ("{a: 1}", "line 1, column 2: expected a key in double quotes"),
    ("{", "line 1, column 2: expected a key in double quotes"),
    ("[", "line 1, column 2: the document ends where a value is expected"),
    ("[\"a", "line 1, column 4: the document ends inside a string"),
    ("[\"a\\", "line 1, column 5: the document ends inside a string"),
    ("[\"a\nb\"]", "line 1, column 4: a control character inside a string"),
    ("[\"\\x\"]", "line 1, column 4: '\\x' is no JSON escape"),
    ("[\"\\u12g4\"]", "line 1, column 5: expected four hexadecimal digits after '\\u'"),
    ("[\"\\u12", "line 1, column 5: expected four hexadecimal digits after '\\u'"),
    ("[\"\\ud800\\u12\"]", "line 1, column 11: expected four hexadecimal digits after '\\u'"),
    ("[tru]", "line 1, column 2: 'tru' is no JSON value"),
    ("[0x10]", "line 1, column 2: '0x10' is no JSON value"),
    ("[01]", "line 1, column 2: '01' is no JSON value"),
    ("[1.]", "line 1, column 2: '1.' is no JSON value"),
    ("[-]", "line 1, column 2: '-' is no JSON value"),
    ("[.5]", "line 1, column 2: '.5' is no JSON value"),
    ("[+1]", "line 1, column 2: '+1' is no JSON value"),
    ("[NaN]", "line 1, column 2: 'NaN' is no JSON value"),
    ("[-inf]", "line 1, column 2: '-inf' is no JSON value"),
    ("[]\n x", "line 2, column 2: text after the end of the document"),
    ("[,]", "line 1, column 2: '' is no JSON value"),
    ("[\n  1,\n  é]", "line 3, column 3: 'é' is no JSON value"),
  ])
  func saysWhereItIsBroken(text: String, message: String) throws {
    let error = try #require(throws: DocumentError.self) {
      try JSONReader.parse(Array(text.utf8), path: "a.json")
    }
    #expect(error.description == message)
  }

  @Test(arguments: ["\n", "\r\n"])
  func placesValuesWhereTheyStand(lineEnd: String) throws {
    let lines = ["{", "  \"a\": {\"b\": \"x\\n\"},", "  \"c\": [", "    12", "  ]", "}", ""]
    let node = try JSONReader.parse(Array(lines.joined(separator: lineEnd).utf8), path: "a.json")
    #expect(node.span == "1:1-6:2")
    #expect(node.entries.map(\.keyLocation.span) == ["2:3-2:6", "3:3-3:6"])
    #expect(node["a"]?.span == "2:8-2:20")
    #expect(node[path: "a", "b"]?.span == "2:14-2:19")
    #expect(node["c"]?.span == "3:8-5:4")
    #expect(node["c"]?.elements.first?.span == "4:5-4:7")
  }

  @Test func placesValuesLikeTheYAMLReader() throws {
    let text = "{\"é🐘\": \"ü\", \"b\": [1, \"ö\", {\"c\": null}],\n \"d\": true}"
    let json = try JSONReader.parse(Array(text.utf8), path: "a")
    let yaml = try YAMLComposer.parse(Array(text.utf8), path: "a")
    #expect(places(json) == places(yaml))
    #expect(places(json).contains("1:8-1:11"))
    let marked = try JSONReader.parse(Array("\u{FEFF}[1]".utf8), path: "a")
    #expect(marked.elements[0].span == "1:2-1:3")
  }

  private func places(_ node: Node) -> [String] {
    [node.span] + node.elements.flatMap(places)
      + node.entries.flatMap { [$0.keyLocation.span] + places($0.value) }
  }

  // MARK: - Bounds

  @Test(arguments: [("[[[1]]]", true), ("[[[]]]", true), ("[[[[]]]]", false), ("[{\"a\": [{}]}]", false)])
  func boundsNesting(text: String, isWithin: Bool) {
    var limits = DocumentLimits.standard
    limits.depth = 3
    #expect(isRead(text, limits) == isWithin)
    // The same bound in both languages.
    let isReadAsYAML = (try? YAMLComposer.parse(Array(text.utf8), path: "a", limits: limits)) != nil
    #expect(isReadAsYAML == isWithin)
  }

  @Test(arguments: [(3, true), (2, false)])
  func boundsValues(limit: Int, isWithin: Bool) {
    var limits = DocumentLimits.standard
    limits.nodes = limit
    #expect(isRead("[1, 2]", limits) == isWithin)
  }

  /// `try?` loses which bound it was; the tables only ask whether there is one.
  private func isRead(_ text: String, _ limits: DocumentLimits) -> Bool {
    (try? JSONReader.parse(Array(text.utf8), path: "a", limits: limits)) != nil
  }

  @Test func refusesDeepNestingQuickly() {
    for text in [String(repeating: "[", count: 10_000), String(repeating: "{\"a\":", count: 10_000)] {
      for path in ["a.json", "a.yaml"] {
        let outcome = DocumentCase(text, "", path: path).outcome
        #expect(outcome.contains("nested deeper than the limit of 100 levels"))
      }
    }
  }
}
