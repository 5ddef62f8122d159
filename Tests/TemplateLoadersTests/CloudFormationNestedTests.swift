import ApplicationModel
@testable import Documents
import FindingModel
import Testing

@testable import TemplateLoaders

@Suite struct CloudFormationNestedTests {
  private let child = """
    Parameters:
      Stage: {Type: String}
      Topic: {Type: String, Default: none}
      Ids: {Type: CommaDelimitedList, Default: ''}
    Conditions: {Prod: !Equals [!Ref Stage, prod]}
    Resources:
      Queue:
        Type: AWS::SQS::Queue
        DependsOn: Other
        Properties: {QueueName: !Sub 'q-${Stage}', Topic: !Ref Topic, Ids: !Ref Ids, Size: !If [Prod, 9, 1]}
      Other: {Type: AWS::SQS::Queue, Condition: Prod}
    Outputs:
      Arn: {Value: !GetAtt Queue.Arn}
      Stage: {Value: !Ref Stage}
    """

  private func parent(_ parameters: String, value: String = "!GetAtt Orders.Outputs.Arn", head: String = "")
    -> String
  {
    """
    \(head)
    Resources:
      Topic: {Type: AWS::SNS::Topic}
      Orders:
        Type: AWS::CloudFormation::Stack
        Properties: {TemplateURL: ./orders/child.yaml, Parameters: \(parameters)}
      Probe: {Type: Custom::Probe, Properties: {Value: \(value)}}
    """
  }

  private func evaluate(_ template: String, files: [String: String]? = nil) throws -> TemplateEvaluator.Result
  {
    try CloudFormationCase(template: template, files: files ?? ["orders/child.yaml": child]).evaluate()
  }

  @Test func addsTheResourcesOfANestedStackAfterIt() throws {
    let result = try evaluate(parent("{Stage: prod}"))
    #expect(result.resourceIDs == [["Topic", "Orders", "Orders/Queue", "Orders/Other", "Probe"]])
    let queue = try #require(result.scenarios[0].resources.first { $0.id == "Orders/Queue" })
    #expect(queue.identity.name == "Queue")
    #expect(queue.identity.location.path == "orders/child.yaml")
    #expect(queue.templatePath == "orders/child.yaml")
    #expect(queue.dependsOn == ["Orders/Other"])
    #expect(result.problems.isEmpty)
  }

  @Test func passesValuesAndReferencesDown() throws {
    let result = try evaluate(parent("{Stage: dev, Topic: !Ref Topic, Ids: !Join [',', [a, !Ref Topic]]}"))
    #expect(result.property("QueueName", of: "Orders/Queue") == ["q-dev"])
    #expect(result.property("Topic", of: "Orders/Queue") == ["${Topic}"])
    #expect(result.property("Ids", of: "Orders/Queue") == ["[a, ${Topic}]"])
    #expect(result.property("Size", of: "Orders/Queue") == ["1"])
  }

  @Test func bringsOutputsUp() throws {
    let result = try evaluate(parent("{Stage: prod}"))
    #expect(result.property("Value", of: "Probe") == ["${Orders/Queue.Arn}"])
    let subbed = try evaluate(parent("{Stage: prod}", value: "!Sub '${Orders.Outputs.Stage}!'"))
    #expect(subbed.property("Value", of: "Probe") == ["prod!"])
  }

  @Test func saysWhichOutputIsMissing() throws {
    let result = try evaluate(parent("{Stage: prod}", value: "!GetAtt Orders.Outputs.Nope"))
    #expect(result.property("Value", of: "Probe") == ["${Orders.Outputs.Nope}"])
    #expect(result.messages == ["The nested stack 'Orders' has no output 'Nope'."])
  }

  @Test func decidesTheChildByWhatTheParentAssumes() throws {
    let head = "Parameters: {Env: {Type: String}}\nConditions: {IsProd: !Equals [!Ref Env, prod]}"
    let result = try evaluate(parent("{Stage: !Ref Env}", value: "!If [IsProd, p, n]", head: head))
    #expect(result.assumptions == ["Env is 'prod'", "Env is not 'prod'"])
    #expect(result.property("Size", of: "Orders/Queue") == ["9", "1"])
    #expect(result.property("Value", of: "Probe") == ["p", "n"])
  }

  @Test func decidesTheChildByTheBranchTheParentTakes() throws {
    let head = "Parameters: {Env: {Type: String}}\nConditions: {Live: !Equals [!Ref Env, live]}"
    let result = try evaluate(parent("{Stage: !If [Live, prod, dev]}", head: head))
    #expect(result.assumptions == ["Env is 'live'", "Env is not 'live'"])
    #expect(result.property("Size", of: "Orders/Queue") == ["9", "1"])
    #expect(result.property("QueueName", of: "Orders/Queue") == ["q-prod", "q-dev"])
  }

  @Test func namesAVariableOfTheChildWithItsStack() throws {
    let result = try evaluate(parent("{}"))
    #expect(result.assumptions == ["Orders/Stage is 'prod'", "Orders/Stage is not 'prod'"])
  }

  @Test func hidesWhatTheParentHides() throws {
    let head = "Parameters: {Pw: {Type: String, NoEcho: true, Default: hunter2}}"
    let result = try evaluate(parent("{Stage: dev, Topic: !Ref Pw}", head: head))
    #expect(result.property("Topic", of: "Orders/Queue") == ["${!Ref Pw}"])
  }

  @Test func chainsOutputsOfSiblings() throws {
    let template = """
      Resources:
        B:
          Type: AWS::CloudFormation::Stack
          Properties: {TemplateURL: child.yaml, Parameters: {Stage: dev, Topic: !GetAtt A.Outputs.Arn}}
        A:
          Type: AWS::CloudFormation::Stack
          Properties: {TemplateURL: child.yaml, Parameters: {Stage: prod}}
      """
    let result = try evaluate(template, files: ["child.yaml": child])
    #expect(result.property("Topic", of: "B/Queue") == ["${A/Queue.Arn}"])
  }

  @Test func survivesStacksThatNeedEachOther() throws {
    let template = """
      Resources:
        A:
          Type: AWS::CloudFormation::Stack
          Properties: {TemplateURL: child.yaml, Parameters: {Stage: dev, Topic: !GetAtt B.Outputs.Arn}}
        B:
          Type: AWS::CloudFormation::Stack
          Properties: {TemplateURL: child.yaml, Parameters: {Stage: dev, Topic: !GetAtt A.Outputs.Arn}}
      """
    let result = try evaluate(template, files: ["child.yaml": child])
    #expect(result.messages.contains("The outputs of 'B' depend on themselves."))
    #expect(result.resourceIDs[0].contains("B/Queue"))
  }

  @Test func saysWhyAStackIsNotRead() throws {
    let cases: [(url: String, files: [String: String], message: String)] = [
      ("gone.yaml", [:], "error: The nested stack 'S' is not read: the file 'gone.yaml' does not exist."),
      (
        "bad.yaml", ["bad.yaml": "a: [\n"],
        "error: The nested stack 'S' is not read: 'bad.yaml' cannot be read"
      ),
      ("https://s3.amazonaws.com/b/t", [:], "The nested stack 'S' is not read: its template is not a local"),
      ("!Ref Where", [:], "The nested stack 'S' is not read: its template is not known here."),
      ("template.yaml", ["template.yaml": "Resources: {}"], "error: The nested stack 'S' includes itself"),
      ("list.yaml", ["list.yaml": "[1]"], "error: A template must be a map."),
    ]
    for example in cases {
      let template = """
        Parameters: {Where: {Type: String}}
        Resources: {S: {Type: 'AWS::CloudFormation::Stack', Properties: {TemplateURL: \(example.url)}}}
        """
      let result = try evaluate(template, files: example.files)
      #expect(result.messages.count == 1)
      #expect(result.messages.first?.hasPrefix(example.message) == true, "\(result.messages)")
      #expect(result.problems.first.map { $0.location.line } == (example.url == "list.yaml" ? 1 : 2))
    }
  }

  @Test func expandsAChildWithWhatTheParentGives() throws {
    let node = try Document.parse(
      Array(parent("{Stage: prod, Topic: !Ref Topic}").utf8), path: "template.yaml")
    var asked: [String] = []
    let result = TemplateEvaluator.evaluate(
      node, path: "template.yaml", parameters: [:], files: MemoryFiles(contents: ["orders/child.yaml": child])
    ) { node, parameters, path in
      asked.append("\(path) \(parameters.mapValues { $0.text ?? "" })")
      var copy = node
      copy.set(
        "Resources",
        to: .mapping(
          [("Made", .mapping([("Type", .string("T", at: node.location))], at: node.location))],
          at: node.location))
      return Expansion(
        template: copy, problems: [TemplateProblem(at: node.location, "noted", isError: false)])
    }
    #expect(asked == ["orders/child.yaml [\"Stage\": \"prod\"]"])
    #expect(result.resourceIDs[0].contains("Orders/Made"))
    #expect(result.messages.contains("noted"))
  }

  // MARK: - Bounds

  /// A chain of templates, `0.yaml` including `1.yaml` and so on.
  private func chain(_ length: Int) throws -> TemplateEvaluator.Result {
    var files: [String: String] = [:]
    for level in 1...length {
      let inner =
        level == length
        ? "Q: {Type: T}"
        : "S: {Type: 'AWS::CloudFormation::Stack', Properties: {TemplateURL: \(level + 1).yaml}}"
      files["\(level).yaml"] = "Resources: {\(inner)}"
    }
    return try evaluate(
      "Resources: {S: {Type: 'AWS::CloudFormation::Stack', Properties: {TemplateURL: 1.yaml}}}", files: files)
  }

  @Test func followsStacksToTheDepthLimit() throws {
    let within = try chain(8)
    #expect(within.messages.isEmpty)
    #expect(within.resourceIDs[0].last == String(repeating: "S/", count: 8) + "Q")
    let beyond = try chain(9)
    #expect(beyond.messages == ["error: The nested stack 'S' is deeper than the limit of 8."])
  }

  @Test(arguments: [(99, 0), (100, 1)])
  func followsStacksToTheCountLimit(count: Int, errors: Int) throws {
    let stacks = (0..<count).map {
      "  S\($0): {Type: 'AWS::CloudFormation::Stack', Properties: {TemplateURL: c.yaml}}"
    }
    let result = try evaluate(
      "Resources:\n" + stacks.joined(separator: "\n"), files: ["c.yaml": "Resources: {Q: {Type: T}}"])
    #expect(result.messages == Array(repeating: "error: More than 100 templates are nested.", count: errors))
    #expect(result.resourceIDs[0].count == count + 99)
  }
}
