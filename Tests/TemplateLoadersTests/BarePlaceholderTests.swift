import ApplicationModel
@testable import Documents
import FindingModel
import Testing

@testable import TemplateLoaders

/// State machines whose text is JSON only once it is filled, and where their states stand.
@Suite struct BarePlaceholderTests {
  @Test(arguments: [
    (#"{"a": ${n}}"#, #"{"a": "${n}"}"#), (#"{"a": [${n}, ${m}]}"#, #"{"a": ["${n}", "${m}"]}"#),
    (#"{"a": "${n}", "b": ${n}}"#, #"{"a": "${n}", "b": "${n}"}"#),
    (#"{"a": "\"${n}", "b": ${n}}"#, #"{"a": "\"${n}", "b": "${n}"}"#),
  ])
  func quotesOnlyWhatStandsForAValue(text: String, quoted: String) {
    #expect(BarePlaceholders.quoted(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) } == quoted)
  }

  @Test(arguments: [#"{"a": "${n}"}"#, "a: ${n}", #"{"a": ${}"#, #"{"a": ${n"#, #"{"a": $n}"#, ""])
  func leavesOtherTexts(text: String) {
    #expect(BarePlaceholders.quoted(Array(text.utf8)) == nil)
  }

  private struct OneFile: TemplateFiles {
    let text: String
    func read(_ path: String, from file: String) throws(TemplateFileError) -> (bytes: [UInt8], path: String) {
      (Array(text.utf8), path)
    }
  }

  private func machine(_ template: String, file: String = "") throws -> StateMachine {
    let loaded = try #require(
      try TemplateLoader.load(
        Array(template.utf8), path: "template.yaml", options: TemplateLoader.Options(),
        files: OneFile(text: file)))
    return try #require(loaded.scenarios.first?.stateMachines.first)
  }

  private static let run =
    #""Run": {"Type": "Task", "Resource": "${F}", "TimeoutSeconds": ${T}, "End": true}"#

  @Test func readsADefinitionFileWithANumberToBeFilled() throws {
    let machine = try machine(
      """
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Machine:
          Type: AWS::Serverless::StateMachine
          Properties:
            DefinitionUri: machine.asl.json
            DefinitionSubstitutions: {F: 'arn:aws:lambda:eu-west-1:111122223333:function:f', T: 300}
      """, file: #"{"StartAt": "Run", "States": {\#(Self.run)}}"#)
    #expect(machine.tasks.map(\.name) == ["Run"] && machine.tasks.allSatisfy(\.hasTimeout))
  }

  @Test func givesAStateOfASAMDefinitionItsOwnLine() throws {
    let machine = try machine(
      """
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Machine:
          Type: AWS::Serverless::StateMachine
          Properties:
            Definition:
              StartAt: Run
              States:
                Wait: {Type: Wait, Seconds: 5, Next: Run}
                Run:
                  Type: Task
                  Resource: !Sub arn:aws:lambda:${AWS::Region}:111122223333:function:f
                  End: true
      """)
    #expect(machine.tasks.map { Int($0.location.line) } == [10])
  }

  @Test func givesAStateInABlockItsOwnLine() throws {
    let machine = try machine(
      """
      Resources:
        Machine:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            DefinitionString: |
              {
                "StartAt": "Run",
                "States": {
                  \(Self.run.replacing("${T}", with: "5"))
                }
              }
            RoleArn: r
      """)
    #expect(machine.tasks.map { Int($0.location.line) } == [9])
  }

  @Test func givesStatesOfATextInOneLineThePlaceOfTheText() throws {
    let machine = try machine(
      """
      Resources:
        Machine:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            DefinitionString: '{"StartAt": "Run", "States": {\(Self.run.replacing("${T}", with: "5"))}}'
      """)
    #expect(machine.tasks.map { Int($0.location.line) } == [5])
  }
}
