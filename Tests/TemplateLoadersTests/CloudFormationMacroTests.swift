import ApplicationModel
@testable import Documents
import FindingModel
import Testing

@testable import TemplateLoaders

/// A template with loops and the same written out by hand.
struct LoopCase: CustomTestStringConvertible {
  let name: String
  let loops: String
  let written: String

  var testDescription: String { name }

  static let all = [
    LoopCase(
      name: "resources of a literal list",
      loops: """
        Resources:
          Fn::ForEach::Topics:
            - Name
            - [A, B]
            - 'Topic${Name}':
                Type: AWS::SNS::Topic
                Properties: {TopicName: !Ref Name, DisplayName: !Sub 'the ${Name}'}
        """,
      written: """
        Resources:
          TopicA: {Type: AWS::SNS::Topic, Properties: {TopicName: A, DisplayName: !Sub 'the A'}}
          TopicB: {Type: AWS::SNS::Topic, Properties: {TopicName: B, DisplayName: !Sub 'the B'}}
        """),
    LoopCase(
      name: "a parameter's list, and names without punctuation",
      loops: """
        Parameters: {Names: {Type: CommaDelimitedList, Default: 'a.b, c-d'}}
        Resources:
          First: {Type: T}
          Fn::ForEach::L: [N, !Ref Names, {'R&{N}': {Type: T, Properties: {Name: '${N}'}}}]
          Last: {Type: T}
        """,
      written: """
        Parameters: {Names: {Type: CommaDelimitedList, Default: 'a.b, c-d'}}
        Resources:
          First: {Type: T}
          Rab: {Type: T, Properties: {Name: a.b}}
          Rcd: {Type: T, Properties: {Name: c-d}}
          Last: {Type: T}
        """),
    LoopCase(
      name: "a loop in a loop, the inner over a mapping",
      loops: """
        Mappings: {M: {x: {list: ['1', '2']}, y: {list: ['3']}}}
        Resources:
          Fn::ForEach::Outer:
            - O
            - [x, y]
            - Fn::ForEach::Inner:
                - I
                - !FindInMap [M, !Ref O, list]
                - 'R${O}${I}': {Type: T, Properties: {P: !GetAtt 'R${O}${I}.Arn'}}
        """,
      written: """
        Mappings: {M: {x: {list: ['1', '2']}, y: {list: ['3']}}}
        Resources:
          Rx1: {Type: T, Properties: {P: !GetAtt Rx1.Arn}}
          Rx2: {Type: T, Properties: {P: !GetAtt Rx2.Arn}}
          Ry3: {Type: T, Properties: {P: !GetAtt Ry3.Arn}}
        """),
    LoopCase(
      name: "properties, conditions and outputs",
      loops: """
        Conditions:
          Fn::ForEach::C: [S, [dev, prod], {'Is${S}': !Equals [!Ref S, prod]}]
        Resources:
          R:
            Type: T
            Properties:
              Tags:
                Fn::ForEach::T: [K, [a, b], {'key-${K}': !If [Isprod, '${K}', none]}]
          Only: {Type: T, Condition: Isdev}
        Outputs:
          Fn::ForEach::O: [A, [Arn, Name], {'Out${A}': {Value: !GetAtt [R, !Ref A]}}]
        """,
      written: """
        Conditions: {Isdev: !Equals [dev, prod], Isprod: !Equals [prod, prod]}
        Resources:
          R: {Type: T, Properties: {Tags: {key-a: !If [Isprod, a, none], key-b: !If [Isprod, b, none]}}}
          Only: {Type: T, Condition: Isdev}
        Outputs:
          OutArn: {Value: !GetAtt R.Arn}
          OutName: {Value: !GetAtt R.Name}
        """),
    LoopCase(
      name: "an empty list",
      loops: "Resources: {A: {Type: T}, Fn::ForEach::L: [N, [], {'R${N}': {Type: T}}]}",
      written: "Resources: {A: {Type: T}}"),
  ]
}

@Suite struct CloudFormationMacroTests {
  @Test(arguments: LoopCase.all)
  func loopsEqualWhatTheyStandFor(_ example: LoopCase) throws {
    let loops = try CloudFormationCase(template: example.loops).evaluate()
    let written = try CloudFormationCase(template: example.written).evaluate()
    #expect(summary(loops) == summary(written))
    #expect(loops.messages.isEmpty)
  }

  private func summary(_ result: TemplateEvaluator.Result) -> [String] {
    result.scenarios.flatMap { scenario in
      scenario.resources.map { "\($0.id) \($0.identity.type) \($0.properties.rendered)" }
        + scenario.outputs.map { "\($0.name) \($0.value.value?.pattern ?? "?")" }
    }
  }

  @Test func loopsUseTheUsersParameters() throws {
    let result = try CloudFormationCase(
      template: LoopCase.all[1].loops, parameters: ["Names": "one"]
    ).evaluate()
    #expect(result.resourceIDs == [["First", "Rone", "Last"]])
  }

  @Test(arguments: [
    ("[N, !Ref Open, {'R${N}': {Type: T}}]", "error: The collection of 'Fn::ForEach::L' is not known."),
    ("[N, abc, {'R${N}': {Type: T}}]", "error: The collection of 'Fn::ForEach::L' is not known."),
    ("[N, [a]]", "error: 'Fn::ForEach' needs an identifier, a collection and a map."),
    ("{N: a}", "error: 'Fn::ForEach' needs an identifier, a collection and a map."),
    ("[[N], [a], {'R${N}': {Type: T}}]", "error: 'Fn::ForEach' needs an identifier, a collection and a map."),
    ("[N, [a], [b]]", "error: 'Fn::ForEach' needs an identifier, a collection and a map."),
  ])
  func saysWhyALoopIsLeftOut(loop: String, message: String) throws {
    let template = """
      Parameters: {Open: {Type: CommaDelimitedList}}
      Resources: {A: {Type: T}, Fn::ForEach::L: \(loop)}
      """
    let result = try CloudFormationCase(template: template).evaluate()
    #expect(result.messages == [message])
    #expect(result.resourceIDs == [["A"]])
  }

  @Test func boundsWhatLoopsMake() throws {
    let list = "[" + (0..<10).map(String.init).joined(separator: ", ") + "]"
    func nested(_ depth: Int) -> String {
      let key = (0..<10).prefix(depth).map { "${I\($0)}" }.joined()
      var body = "{'R\(key)': {Type: T}}"
      for level in (0..<depth).reversed() {
        body = "{'Fn::ForEach::L\(level)': [I\(level), \(list), \(body)]}"
      }
      return "Resources: \(body)"
    }
    let small = try CloudFormationCase(template: nested(3)).evaluate()
    #expect(small.messages.isEmpty)
    #expect(small.resourceIDs[0].count == 1000)
    let bomb = try CloudFormationCase(template: nested(8)).evaluate()
    #expect(
      bomb.messages.contains { $0.hasPrefix("error: The template's functions make more than") },
      "\(bomb.messages.prefix(3))")
  }

  @Test func loopsMakeWhatTheSAMTransformExpands() throws {
    let template = """
      Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
      Resources:
        Fn::ForEach::Functions:
          - Name
          - [Orders, Payments]
          - '${Name}Function':
              Type: AWS::Serverless::Function
              Properties: {Handler: !Sub '${Name}.handler', Runtime: python3.13, CodeUri: .}
      """
    let expansion = try #require(
      try TemplateLoader.expansion(
        of: Array(template.utf8), path: "template.yaml", options: TemplateLoader.Options(),
        files: MemoryFiles()))
    let types = expansion.template["Resources"]?.entries.compactMap { entry in
      entry.value["Type"]?.text == "AWS::Lambda::Function" ? entry.key : nil
    }
    #expect(types == ["OrdersFunction", "PaymentsFunction"])
  }

  // MARK: - Includes

  @Test func includesLocalFiles() throws {
    let template = """
      Resources:
        Fn::Transform: {Name: AWS::Include, Parameters: {Location: parts/more.yaml}}
        A:
          Type: T
          Properties:
            Body: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: !Sub 'parts/${File}.json'}}}
      Parameters: {File: {Type: String, Default: body}}
      """
    let result = try CloudFormationCase(
      template: template,
      files: [
        "parts/more.yaml": "B: {Type: T, Properties: {Value: {Ref: File}}}",
        "parts/body.json": #"{"list": [1, {"Ref": "A"}]}"#,
      ]
    ).evaluate()
    #expect(result.messages.isEmpty)
    #expect(result.resourceIDs == [["B", "A"]])
    #expect(result.property("Value", of: "B") == ["body"])
    #expect(result.property("Body", of: "A") == ["{list: [1, ${A}]}"])
  }

  @Test func includesAtTheTopOfATemplate() throws {
    let template = """
      Transform: {Name: AWS::Include, Parameters: {Location: rest.yaml}}
      """
    let result = try CloudFormationCase(
      template: template, files: ["rest.yaml": "Resources: {A: {Type: T}}"]
    ).evaluate()
    #expect(result.resourceIDs == [["A"]])
  }

  @Test(arguments: [
    ("gone.yaml", "error: The include is not read: the file 'gone.yaml' does not exist."),
    ("loop.yaml", "error: 'loop.yaml' includes itself, or is included too deep."),
    ("template.yaml", "error: 'template.yaml' includes itself, or is included too deep."),
  ])
  func saysWhyAnIncludeIsNotRead(location: String, message: String) throws {
    func include(_ path: String) -> String {
      "{Fn::Transform: {Name: AWS::Include, Parameters: {Location: \(path)}}}"
    }
    let result = try CloudFormationCase(
      template: "Resources: {A: {Type: T, Properties: {Value: \(include(location))}}}",
      files: ["loop.yaml": "x: \(include("loop.yaml"))", "template.yaml": "{}"]
    ).evaluate()
    #expect(result.messages == [message])
    #expect(result.property("Value", of: "A")[0].contains("!Transform"))
  }
}
