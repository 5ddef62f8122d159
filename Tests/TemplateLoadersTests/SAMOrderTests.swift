@testable import Documents
import FindingModel
import Testing

@testable import TemplateLoaders

struct SAMOrderTests {
  @Test(
    arguments: [
      ([], []),
      (["/get", "/any/fetch", "/any/get", "/fetch"], ["/get", "/any/fetch", "/any/get", "/fetch"]),
      (["a", "b", "c"], ["a", "c", "b"]),
    ] as [([String], [String])])
  func walksAsAMapOfPython27(_ keys: [String], _ walked: [String]) {
    #expect(SAMOrder.positions(of: keys).map { keys[$0] } == walked)
  }

  @Test func losesNoKeyHoweverManyThereAre() {
    let keys = (0..<500).map { "key\($0)" }
    #expect(SAMOrder.positions(of: keys).sorted() == Array(0..<500))
  }

  @Test(arguments: [
    ("/", "/"), ("/a/{b}", "/a/*"), ("/{proxy+}", "/*"), ("/{more+}", "/{more+}"), ("/a/", "/a"),
    ("/{", "/{"),
    ("", ""),
  ])
  func writesAPathAsAPattern(_ path: String, _ pattern: String) {
    #expect(APIRoute.pattern(of: path) == pattern)
  }
}

struct NodeJSONTests {
  @Test(arguments: [
    "1", "-2.5", "true", "null", #""a\"b\\c\u000a""#, "[]", "{}", #"{"a":[1,{"b":"c"}]}"#, #""ü€😀""#,
  ])
  func writesWhatItReads(_ json: String) throws {
    #expect(NodeJSON.write(try Document.parse(Array("[\(json)]".utf8), path: "a.json")) == "[\(json)]")
  }

  @Test(arguments: [("yes", "true"), ("+5", "5"), ("007", "7"), ("1.50", "1.5"), ("~", "null")])
  func writesYAMLScalarsInJSONsNotation(_ yaml: String, _ json: String) throws {
    #expect(NodeJSON.write(try Document.parse(Array("- \(yaml)".utf8), path: "a.yaml")) == "[\(json)]")
  }
}
