@testable import Documents
import FindingModel
import Testing

@testable import TemplateLoaders

@Suite struct DocumentTests {
  @Test(arguments: [
    DocumentCase("{a: 1, b: [x, y,]}", "{a: i1, b: ['x', 'y']}"),
    DocumentCase("{\"a\": 1, # comment\n \"b\": !Ref c}", "{a: i1, b: {Ref: 'c'}}"),
    DocumentCase("{\"a\": 1,}", "{a: i1}"),
    DocumentCase("{\"a\": 'x'}", "{a: 'x'}", path: "t.template"),
    DocumentCase("{\"a\": 1}\n---\n{}", "{a: i1}"),
    DocumentCase("[a]: 1", "error: line 1, column 1: a key must be a scalar"),
  ])
  func readsAsYAMLWhatOnlyLooksLikeJSON(_ example: DocumentCase) {
    #expect(example.outcome == example.expected)
  }

  @Test func reportsTheJSONErrorOfAJSONFile() {
    let outcome = DocumentCase("{\"a\": 1,}", "", path: "a.json").outcome
    #expect(outcome == "error: line 1, column 9: a comma before '}'")
  }

  @Test(arguments: [
    ([0x61, 0x3A, 0x20, 0xFF], 3), ([0xC3], 0), ([0x61, 0xED, 0xA0, 0x80], 1), ([0xC0, 0x80], 0),
    ([0xC3, 0xA9, 0xE2, 0x82], 2), ([0xFF, 0xFE, 0x61, 0x00], 0),
  ])
  func refusesWhatIsNotUTF8(bytes: [UInt8], offset: Int) throws {
    let error = try #require(throws: DocumentError.self) { try Document.parse(bytes, path: "a.yaml") }
    #expect(error == .notUTF8(path: "a.yaml", offset: offset))
    #expect(error.location == FindingModel.SourceLocation.start(of: "a.yaml"))
  }

  @Test func readsNothingAsEmpty() throws {
    let cases: [(path: String, bytes: [UInt8])] = [
      ("a.yaml", []), ("a.json", []), ("a.json", [0xEF, 0xBB, 0xBF]), ("a", [0x20, 0x0A]),
    ]
    for (path, bytes) in cases {
      let error = try #require(throws: DocumentError.self) { try Document.parse(bytes, path: path) }
      #expect(error == .empty(path: path))
    }
  }

  /// Damage a template at every byte; whatever comes out, it comes out.
  @Test func survivesDamage() {
    let samples = [
      "a: &x {k: [1, !Ref b]}\n<<: *x\nc: |\n  t\nd: \"\\u00e9\" # c\n",
      #"{"a": [1.5e3, "\ud83d\ude00", null], "b": {"c": true}}"#,
    ]
    let damages: [UInt8] = [
      0x00, 0x09, 0x0A, 0x20, 0x22, 0x2D, 0x3A, 0x5B, 0x5C, 0x7B, 0x7D, 0x80, 0xC3, 0xFF,
    ]
    var read = 0
    var refused = 0
    for bytes in samples.map({ Array($0.utf8) }) {
      for position in bytes.indices {
        for damage in damages {
          var damaged = bytes
          damaged[position] = damage
          for mutant in [damaged, Array(damaged[...position])] {
            do throws(DocumentError) {
              _ = try Document.parse(mutant, path: "a.yaml")
              read += 1
            } catch {
              refused += 1
              #expect(error.location.line >= 1 && error.location.line < 8)
            }
          }
        }
      }
    }
    #expect(read > 100 && refused > 1000)
  }

  // MARK: - Nodes

  @Test(arguments: [
    ("30", 30), ("'30'", 30), ("30.0", 30), ("-1", -1), ("1e3", 1000), ("1.5", nil),
    ("99999999999999999999", nil),
    ("x", nil), ("[]", nil), ("~", nil), ("9.9e99", nil),
  ])
  func readsIntegers(text: String, value: Int?) throws {
    #expect(try Document.parse(Array("a: \(text)".utf8), path: "a")["a"]?.integer == value)
  }

  @Test(arguments: [
    ("true", true), ("'TRUE'", true), ("False", false), ("yes", true), ("'yes'", nil), ("off", false),
    ("'no'", nil),
    ("1", nil), ("[]", nil),
  ])
  func readsBooleans(text: String, value: Bool?) throws {
    #expect(try Document.parse(Array("a: \(text)".utf8), path: "a")["a"]?.boolean == value)
  }

  @Test func editsMappings() throws {
    let place = FindingModel.SourceLocation(path: "a", line: 1, column: 1)
    var node = try Document.parse(Array("{a: 1, b: 2}".utf8), path: "a")
    node.set("b", to: .string("x", at: place))
    node.set("c", to: .boolean(true, at: place))
    #expect(node.remove("a")?.integer == 1)
    #expect(node.remove("z") == nil)
    #expect(node.outline == "{b: 'x', c: btrue}")
    #expect(node.entries.map(\.value.isImplied) == [true, true])
    var list = Node.sequence([], at: place)
    list.append(.integer(1, at: place))
    list.set("a", to: .null(at: place))
    #expect(list.outline == "[i1]")
  }

  @Test(arguments: [
    ("{a: 1, b: [x]}", "{b: [x], a: 1}", true), ("[a, b]", "[b, a]", false), ("{a: 1}", "{a: '1'}", false),
    ("{a: 1}", "{a: 1, b: 2}", false), ("a", "[a]", false),
  ])
  func comparesContent(left: String, right: String, isSame: Bool) throws {
    let nodes = try [left, right].map { try Document.parse(Array($0.utf8), path: "a") }
    #expect(nodes[0].hasSameContent(as: nodes[1]) == isSame)
    #expect(nodes[1].hasSameContent(as: nodes[0]) == isSame)
  }
}
