import Documents
import Foundation
import Testing

/// Compares with `tomllib` of Python over documents that are put together from pieces, good and bad.
@Suite(.enabled(if: PythonOracle.isThere)) struct TOMLOracleTests {
  private static let pieces = [
    "\n", "[", "[[", "]]", "]", " = ", ".", "\"", "'", "\"\"\"", "'''", "{", "}", ", ", "# x", "1", "0", "_",
    "+", "-",
    "e5", "inf", "nan", "true", "a", "b", "[a]\n", "[a.b]\n", "[[a]]\n", "a = 1\n", "a.b = 1\n",
    "b.c = {d = 1}\n",
    "0x1f", "0b11", "1979-05-27", "T07:32:00", "Z", "+01:00", "07:32:00.5", "\\", "\\u00e9", "\\U0001F600",
    "\\ud800",
    "\r\n", "\r", "\t", " ", "é", "\u{0}", "\u{7F}", "[a.b.c]\n", "[[a.b]]\n", "\"a\"", "1.5", "00",
    "a.\"b c\" = 2\n", "x = [1, 'y', {z = 2}]\n", "d = '''\n  a'''\n", "e = \"\"\"a \\\n  b\"\"\"\n",
    "f = 1_000\n",
    "[tool.x]\n", "n = -0.25\n", "g = {}\n",
  ]

  /// Each document on a line of its own as JSON; `null` for those that are refused.
  private static let script = """
    import sys, json, tomllib, datetime, math
    def plain(v):
        if isinstance(v, dict): return {k: plain(x) for k, x in v.items()}
        if isinstance(v, list): return [plain(x) for x in v]
        if isinstance(v, (datetime.datetime, datetime.date, datetime.time)): return "time"
        if isinstance(v, float): return "number" if not math.isfinite(v) else v
        return v
    for text in json.load(sys.stdin):
        try: print(json.dumps(plain(tomllib.loads(text))))
        except Exception: print("null")
    """

  @Test(arguments: 1...4) func readsAsTheReferenceDoes(_ seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let documents = (0..<400).map { _ in
      (0..<Int.random(in: 1...12, using: &random)).compactMap { _ in
        Self.pieces.randomElement(using: &random)
      }.joined()
    }
    let input = String(decoding: try JSONEncoder().encode(documents), as: UTF8.self)
    let answers = try PythonOracle.answer(Self.script, input: input).split(separator: "\n")
    try #require(answers.count == documents.count)
    var accepted = 0
    for (document, answer) in zip(documents, answers) {
      let own = try? TOMLReader.parse(Array(document.utf8), path: "a.toml")
      guard answer != "null" else {
        #expect(own == nil, "accepted \(document.debugDescription)")
        continue
      }
      accepted += 1
      let node = try #require(own, "refused \(document.debugDescription)")
      let theirs = try JSONSerialization.jsonObject(with: Data(answer.utf8), options: .fragmentsAllowed)
      #expect(isSame(node, theirs), "read otherwise: \(document.debugDescription)")
    }
    #expect(accepted > 10)
  }

  private func isSame(_ node: Node, _ theirs: Any) -> Bool {
    switch node.content {
    case .mapping(let entries):
      guard let map = theirs as? [String: Any], map.count == entries.count else { return false }
      return entries.allSatisfy { entry in map[entry.key].map { isSame(entry.value, $0) } ?? false }
    case .sequence(let elements):
      guard let list = theirs as? [Any], list.count == elements.count else { return false }
      return zip(elements, list).allSatisfy { isSame($0, $1) }
    case .scalar(let scalar):
      switch scalar.kind {
      case .string: return theirs as? String == scalar.text || theirs as? String == "time"
      case .boolean: return (theirs as? Bool)?.description == scalar.text
      case .null: return false
      case .integer, .number:
        if theirs as? String == "number" { return true }
        return (theirs as? NSNumber)?.doubleValue == Double(scalar.text)
      }
    }
  }
}
