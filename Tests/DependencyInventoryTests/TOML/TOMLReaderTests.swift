import Documents
import FindingModel
import Testing

@Suite struct TOMLReaderTests {
  private func parse(_ text: String, limits: DocumentLimits = .standard) throws -> Node {
    try TOMLReader.parse(Array(text.utf8), path: "a.toml", limits: limits)
  }

  private func json(_ text: String) throws -> String { NodeJSON.write(try parse(text)) }

  @Test(arguments: [
    ("", "{}"),
    ("a = 1\nb.c = 'x' # y\n", #"{"a":1,"b":{"c":"x"}}"#),
    (
      "[a]\nx = 1\n[a.b]\ny = 2\n[[c]]\nz = 3\n[[c]]\n[c.d]\nw = 4\n",
      #"{"a":{"x":1,"b":{"y":2}},"c":[{"z":3},{"d":{"w":4}}]}"#
    ),
    ("[a.b]\nx = 1\n[a]\ny = 2\n", #"{"a":{"b":{"x":1},"y":2}}"#),
    ("a = {b = 1, c.d = [1, {e = 2}, ], }", "!"),
    ("a = {b = 1, c.d = [1, {e = 2}, ]}", #"{"a":{"b":1,"c":{"d":[1,{"e":2}]}}}"#),
    (#"a = "\u00e9\t\"\\""#, #"{"a":"é\u0009\"\\"}"#),
    ("a = \"\"\"\nx \\\n   y\"\"\"\"\"", #"{"a":"x y\"\""}"#),
    ("a = '''\nx\\n''''", #"{"a":"x\\n'"}"#),
    ("a = 0xFF\nb = 1_000\nc = -0.5e3\nd = true", #"{"a":255,"b":1000,"c":-500.0,"d":true}"#),
    ("a = 1979-05-27 07:32:00.5Z\nb = 07:32:00", #"{"a":"1979-05-27 07:32:00.5Z","b":"07:32:00"}"#),
    ("\u{FEFF}a = 1\r\nb = 2\r\n", #"{"a":1,"b":2}"#),
  ]) func readsTheLanguage(_ text: String, _ expected: String) throws {
    guard expected != "!" else {
      #expect(throws: DocumentError.self) { try parse(text) }
      return
    }
    #expect(try json(text) == expected)
  }

  @Test(arguments: [
    "a", "a =", "a = 1 b = 2", "= 1", "a = 01", "a = 1__0", "a = 1.", "a = .5", "a = 'x", "a = \"x\ny\"",
    "a = [1",
    "a = {b = 1", "a = \"\\x\"", "a = \"\\ud800\"", "a = 1\na = 2", "[a]\n[a]", "a = 1\n[a]",
    "a = 1\na.b = 2",
    "[[a]]\n[a]", "a = []\n[[a]]", "a = {}\n[a.b]", "[a]\nb.c = 1\n[a.b]", "[a.b.c]\n[a]\nb.x = 1",
    "a = 2024-02-30",
    "a = 25:00:00", "a = 0xG", "a = \u{7F}1", "# \u{0}", "a = tru", "[a", "[[a]", "a = nul",
    "\"\"\"a\"\"\" = 1",
  ]) func refusesWhatIsNone(_ text: String) {
    #expect(throws: DocumentError.self) { try parse(text) }
  }

  @Test func keepsPlaces() throws {
    let node = try parse("# é\n[tool]\n  'ü' = [\n    'é', 2,\n  ]\n")
    let entry = try #require(node["tool"]?.entries.first)
    #expect((entry.keyLocation.line, entry.keyLocation.column) == (3, 3))
    let two = try #require(entry.value.elements.last)
    #expect((two.location.line, two.location.column) == (4, 10))
    #expect(node["tool"]?.location.line == 2)
  }

  @Test func errorsHaveTheirPlace() {
    #expect {
      try parse("a = 1\nb = ?\n")
    } throws: { error in
      (error as? DocumentError)?.location == SourceLocation(path: "a.toml", line: 2, column: 5)
    }
  }

  @Test func nestingIsBounded() throws {
    let limits = DocumentLimits(bytes: 1 << 20, depth: 20, nodes: 1000)
    func nested(_ depth: Int) -> String {
      "a = " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(throws: Never.self) { try parse(nested(19), limits: limits) }
    #expect(throws: DocumentError.self) { try parse(nested(21), limits: limits) }
    func dotted(_ depth: Int) -> String { Array(repeating: "a", count: depth).joined(separator: ".") }
    #expect(throws: Never.self) { try parse("[\(dotted(19))]", limits: limits) }
    #expect(throws: DocumentError.self) { try parse("[\(dotted(21))]", limits: limits) }
    #expect(throws: DocumentError.self) { try parse("\(dotted(21)) = 1", limits: limits) }
    #expect(throws: DocumentError.self) { try parse("[\(dotted(15))]\n\(dotted(6)) = 1", limits: limits) }
    // A bomb ends as a refusal, with any limits.
    #expect(throws: DocumentError.self) { try parse(nested(500_000)) }
    #expect(throws: DocumentError.self) { try parse(String(repeating: "a = {", count: 200_000)) }
  }

  @Test func nodesAndBytesAreBounded() throws {
    let limits = DocumentLimits(bytes: 64, depth: 20, nodes: 5)
    #expect(throws: Never.self) { try parse("a = [1, 2, 3, 4]", limits: limits) }
    #expect(throws: DocumentError.self) { try parse("a = [1, 2, 3, 4, 5]", limits: limits) }
    #expect(throws: DocumentError.self) { try parse(String(repeating: "#", count: 65), limits: limits) }
    #expect(throws: Never.self) { try parse(String(repeating: "#", count: 64), limits: limits) }
  }

  @Test func badBytesAreNamed() {
    #expect(throws: DocumentError.notUTF8(path: "a.toml", offset: 1)) {
      try TOMLReader.parse([0x61, 0xFF], path: "a.toml")
    }
  }
}
