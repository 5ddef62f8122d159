import Foundation
import Testing

@testable import DependencyInventory

@Suite struct PythonRequirementTests {
  @Test(
    arguments: [
      ("requests", "requests", [], nil, nil, nil),
      ("requests>=2.0,<3", "requests", [], ">=2.0,<3", nil, nil),
      (
        "Foo.Bar_baz [a, b] (>=1) ; python_version < '3'", "Foo.Bar_baz", ["a", "b"], ">=1", nil,
        "python_version < '3'"
      ),
      ("pip @ https://x/y.zip ; os_name == 'nt'", "pip", [], nil, "https://x/y.zip", "os_name == 'nt'"),
      ("a==1.*", "a", [], "==1.*", nil, nil), ("a===weird", "a", [], "===weird", nil, nil),
      ("a~=1.0", "a", [], "~=1.0", nil, nil), ("a[]", "a", [], nil, nil, nil),
    ] as [(String, String, [String], String?, String?, String?)])
  func takesALineApart(
    _ text: String, _ name: String, _ extras: [String], _ constraint: String?, _ address: String?,
    _ marker: String?
  ) throws {
    let found = try #require(PythonRequirement(text))
    #expect(found.name == name && found.extras == extras && found.constraint == constraint)
    #expect(found.address == address && found.marker == marker)
  }

  @Test(arguments: [
    "", "-r x", "a b", "a=1.0", "a>=", "a>=1.0 <2", "[x]", "a[x", "a @", "a;", "_a", "a-", "é", "a>=1,<",
    "a => 1",
  ]) func refusesWhatIsNone(_ text: String) { #expect(PythonRequirement(text) == nil) }

  @Test func longTextsAreNone() {
    let limit = PythonRequirement.byteLimit
    #expect(PythonRequirement(String(repeating: "a", count: limit)) != nil)
    #expect(PythonRequirement(String(repeating: "a", count: limit + 1)) == nil)
  }
}

/// Compares with the library that pip itself uses.
@Suite(.enabled(if: PythonOracle.isThere)) struct PythonRequirementOracleTests {
  private static let script = """
    import sys, json
    from pip._vendor.packaging.requirements import Requirement
    for text in json.load(sys.stdin):
        try:
            r = Requirement(text)
            print(json.dumps([r.name, sorted(r.extras), sorted(str(s) for s in r.specifier), r.url, r.marker is not None]))
        except Exception: print("null")
    """

  private static let names = ["a", "requests", "Foo.Bar", "a-b_c", "x2", "9lives", "-a", "a-", "é"]
  private static let extras = ["", "", "[a]", "[a,b]", " [ a , b ] ", "[]", "[a"]
  private static let ranges = [
    "", "", ">=1.0", "==1.0", "(>=1.0)", " >= 1.0 , < 2 ", "~=1.4.2", "!=1.5", "===odd ", "==1.*", ">=1.0 <2",
    "=1",
    "<=2.0.post1", "==1.0+local", " @ https://example.com/a-1.0.zip",
    " @ git+https://example.com/a.git@v1#egg=a",
  ]
  private static let markers = [
    "", "", "; python_version < '3'", " ; sys_platform == 'win32' and extra == 'x'", ";",
    "; (os_name=='a' or os_name=='b')",
  ]

  @Test func agreesWithTheLibrary() throws {
    var random = SplitMix64(state: 7)
    let lines = (0..<1500).map { _ in
      [Self.names, Self.extras, Self.ranges, Self.markers]
        .compactMap { $0.randomElement(using: &random) }.joined()
    }
    let input = String(decoding: try JSONEncoder().encode(lines), as: UTF8.self)
    let answers = try PythonOracle.answer(Self.script, input: input).split(separator: "\n")
    try #require(answers.count == lines.count)
    for (line, answer) in zip(lines, answers) {
      let own = PythonRequirement(line)
      guard answer != "null" else {
        #expect(own == nil, "accepted '\(line)'")
        continue
      }
      let theirs = try #require(
        try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [Any])
      let found = try #require(own, "refused '\(line)'")
      #expect(found.name == theirs[0] as? String, "\(line)")
      #expect(found.extras.sorted() == theirs[1] as? [String], "\(line)")
      let parts = (found.constraint ?? "").split(separator: ",").map { $0.filter { !$0.isWhitespace } }
      #expect(parts.sorted() == theirs[2] as? [String], "\(line)")
      #expect(found.address == theirs[3] as? String, "\(line)")
      #expect((found.marker != nil) == (theirs[4] as? Bool), "\(line)")
    }
  }
}
