@testable import Documents
import Testing

@testable import TemplateLoaders

@Suite struct CloudFormationParametersFileTests {
  private func read(_ text: String) throws -> [String: Node] {
    try ParametersFile.read(Document.parse(Array(text.utf8), path: "parameters.json"))
  }

  @Test(arguments: [
    #"[{"ParameterKey": "A", "ParameterValue": "1"}, {"ParameterKey": "B", "ParameterValue": ""}]"#,
    #"{"Parameters": {"A": "1", "B": ""}}"#,
    #"{"Parameters": [{"ParameterKey": "A", "ParameterValue": "1"}, {"ParameterKey": "B", "ParameterValue": ""}]}"#,
    #"{"A": 1, "B": ""}"#,
    #"["A=1", "B="]"#,
    "A: 1\nB: ''\n",
    "- ParameterKey: A\n  ParameterValue: 1\n- B=\n- {ParameterKey: C, UsePreviousValue: true}\n",
  ])
  func readsEveryUsualForm(text: String) throws {
    #expect(try read(text).mapValues { $0.text } == ["A": "1", "B": ""])
  }

  @Test func keepsListsAndEqualSignsOfValues() throws {
    #expect(try read("Ids: [a, b]")["Ids"]?.elements.map(\.text) == ["a", "b"])
    #expect(try read(#"["A=b=c"]"#)["A"]?.text == "b=c")
  }

  @Test(arguments: [
    ("text", "line 1, column 1: expected a map or list of parameters"),
    ("A: {b: c}", "line 1, column 4: expected a text or list of texts for 'A'"),
    ("A: [[b]]", "line 1, column 4: expected a text or list of texts for 'A'"),
    ("A:", "line 1, column 3: expected a text or list of texts for 'A'"),
    ("- A", "line 1, column 3: expected 'ParameterKey' and 'ParameterValue', or 'Key=Value'"),
    ("- =b", "line 1, column 3: expected 'ParameterKey' and 'ParameterValue', or 'Key=Value'"),
    ("- {ParameterKey: A}", "line 1, column 3: expected 'ParameterKey' and 'ParameterValue', or 'Key=Value'"),
  ])
  func saysWhatIsNoParameter(text: String, message: String) throws {
    let error = try #require(throws: ParametersFileError.self) { try read(text) }
    #expect(error.description == message)
  }
}
