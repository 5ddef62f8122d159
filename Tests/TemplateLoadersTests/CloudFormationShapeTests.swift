import ApplicationModel
@testable import Documents
import FindingModel
import Testing

@testable import TemplateLoaders

@Suite struct CloudFormationShapeTests {
  @Test(arguments: [
    ("[]", "error: A template must be a map."),
    ("text", "error: A template must be a map."),
    ("{}", "error: The template has no 'Resources'."),
    ("Resources: [a]", "error: 'Resources' must be a map."),
    ("{Resources: {}, Conditions: []}", "error: 'Conditions' must be a map."),
    ("{Resources: {}, Parameters: 3}", "error: 'Parameters' must be a map."),
    ("{Resources: {}, Mappings: {M: {a: 3}}}", "error: 'a' must be a map."),
    ("{Resources: {}, Outputs: {O: 3}}", "error: The output 'O' must be a map with a 'Value'."),
    ("{Resources: {}, Outputs: {O: {}}}", "The output 'O' has no 'Value'."),
    ("{Resources: {}, Parameters: {P: x}}", "error: The parameter 'P' must be a map with a 'Type'."),
    ("Resources: {A: 3}", "error: The resource 'A' must be a map."),
    ("Resources: {A: {}}", "error: The resource 'A' has no 'Type'."),
    ("Resources: {A: {Type: [x]}}", "error: The resource 'A' has no 'Type'."),
    ("Resources: {A: {Type: 3}}", "error: The resource 'A' has no 'Type'."),
    ("Resources: {A: {Type: T, Properties: [x]}}", "The properties of 'A' must be a map."),
    (
      "{Resources: {A: {Type: T, Properties: {P: !If [C, a, b]}}}, Conditions: {C: [x]}}",
      "'[x]' is no condition."
    ),
    (
      "{Resources: {A: {Type: T, Properties: {P: {'Fn::Join': ['', []], Q: 1}}}}}",
      "'Fn::Join' cannot stand beside other keys."
    ),
  ])
  func saysWhatIsWrong(template: String, message: String) throws {
    let result = try CloudFormationCase(template: template).evaluate()
    #expect(result.messages == [message])
    #expect(!result.scenarios.isEmpty)
  }

  @Test func toleratesEmptySections() throws {
    let template = "Parameters:\nConditions:\nMappings:\nOutputs:\nResources: {A: {Type: T, Properties: }}\n"
    let result = try CloudFormationCase(template: template).evaluate()
    #expect(result.messages.isEmpty)
    #expect(result.resourceIDs == [["A"]])
  }

  @Test func readsTheRestOfAResource() throws {
    let template = """
      Parameters:
        P: {Type: String, Default: d, NoEcho: true}
        Q: {Type: Number}
      Resources:
        A:
          Type: T
          DependsOn: [B, C]
          Metadata: {Parapet::Name: shown, Other: !Ref P}
        B: {Type: T, DependsOn: A}
      Outputs:
        O: {Value: !Ref A}
        U: {Value: !Foo x}
        N: {Value: !Ref AWS::NoValue}
      """
    let scenario = try CloudFormationCase(template: template).evaluate().scenarios[0]
    let first = scenario.resources[0]
    #expect(first.identity.name == "shown" && first.id == "A" && !first.identity.isImplied)
    #expect(first.identity.location.line == 5 && first.identity.location.column == 3)
    #expect(first.dependsOn == ["B", "C"] && scenario.resources[1].dependsOn == ["A"])
    #expect(first.metadata?.rendered == "{Parapet::Name: shown, Other: ${!Ref P}}")
    #expect(first.templatePath == "template.yaml")
    #expect(scenario.parameters.map(\.name) == ["P", "Q"])
    #expect(
      scenario.parameters[0].defaultValue.value == Text("d") && scenario.parameters[0].isHidden.value == true)
    #expect(scenario.parameters[1].type.value == "Number" && scenario.parameters[1].defaultValue.isAbsent)
    #expect(scenario.outputs[0].value.value?.reference == ResourceReference("A"))
    #expect(scenario.outputs[1].value.expression?.text == "!Foo x")
    #expect(scenario.outputs[2].value.isAbsent)
  }

  @Test func keepsWhatAnExpansionImplies() throws {
    let place = SourceLocation(path: "template.yaml", line: 7, column: 3)
    let resource = Node.mapping([("Type", .string("T", at: place))], at: place)
    let template = Node.mapping([("Resources", .mapping([("A", resource)], at: place))], at: place)
    let result = CloudFormationCase(template: "").evaluate(template)
    #expect(result.scenarios[0].resources[0].identity.isImplied)
    #expect(result.scenarios[0].resources[0].identity.location == place)
  }

  // MARK: - Mutations

  /// Every function and section once, so that each of their nodes is replaced in turn.
  private static let subject = """
    Transform: {Name: AWS::Include, Parameters: {Location: none.yaml}}
    Parameters:
      Stage: {Type: String, AllowedValues: [dev, prod], NoEcho: false}
      Names: {Type: CommaDelimitedList, Default: 'a,b'}
    Mappings: {M: {dev: {x: 1}, prod: {x: [2]}}}
    Conditions:
      Prod: !Equals [!Ref Stage, prod]
      Both: !And [!Condition Prod, !Not [!Equals [!Ref 'AWS::Region', eu]]]
    Resources:
      Fn::ForEach::L: [N, !Ref Names, {'R${N}': {Type: T, Properties: {P: !Sub '${N}'}}}]
      Child:
        Type: AWS::CloudFormation::Stack
        Condition: Prod
        Properties: {TemplateURL: child.yaml, Parameters: {Q: !FindInMap [M, !Ref Stage, x, {DefaultValue: 3}]}}
      Probe:
        Type: Custom::Probe
        DependsOn: [Child]
        Metadata: {Parapet::Name: n}
        Properties:
          A: !Join [',', [!Ref Names, !GetAtt Child.Outputs.O]]
          B: !Select [0, !Split [',', !Sub ['${v}', {v: !If [Both, a, !Ref AWS::NoValue]}]]]
          C: [!Cidr [10.0.0.0/8, 2, 8], !GetAZs '', !Base64 x, !ImportValue y, !Length [a], !ToJsonString {a: b}]
          D: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: none.yaml}}}
          E: {Fn::Parapet::Unresolved: {kind: ssm, expression: '${ssm:x}'}}
    Outputs: {O: {Condition: Both, Value: !Ref Probe}}
    """

  private static let files = [
    "child.yaml": "{Parameters: {Q: {Type: String}}, Resources: {}, Outputs: {O: {Value: !Ref Q}}}"
  ]

  @Test func survivesEveryNodeBeingSomethingElse() throws {
    let node = try Document.parse(Array(Self.subject.utf8), path: "template.yaml")
    let place = node.location
    let replacements: [Node] = [
      .string("x", at: place), .string("", at: place), .integer(3, at: place), .null(at: place),
      .sequence([], at: place), .mapping([], at: place), .sequence([.null(at: place)], at: place),
      .mapping([("Ref", .mapping([], at: place))], at: place),
    ]
    let count = Mutation.count(of: node)
    #expect(count > 120)
    var scenarios = 0
    for position in 0..<count {
      for replacement in replacements {
        let mutant = Mutation.replacing(position, of: node, by: replacement)
        #expect(!mutant.hasSameContent(as: node) || replacement.scalar != nil)
        let result = CloudFormationCase(template: "", files: Self.files).evaluate(mutant)
        scenarios += result.scenarios.count
        #expect(!result.scenarios.isEmpty && result.scenarios.count <= 32)
      }
    }
    #expect(scenarios > count * replacements.count)
  }
}

/// Replaces one node of a tree, by its position in depth-first order.
enum Mutation {
  static func count(of node: Node) -> Int {
    1 + node.elements.reduce(0) { $0 + count(of: $1) } + node.entries.reduce(0) { $0 + count(of: $1.value) }
  }

  static func replacing(_ position: Int, of node: Node, by replacement: Node) -> Node {
    var next = 0
    return replacing(position, of: node, by: replacement, next: &next)
  }

  private static func replacing(
    _ position: Int, of node: Node, by replacement: Node, next: inout Int
  ) -> Node {
    defer { next += 1 }
    if next == position {
      next += count(of: node) - 1
      return replacement
    }
    var copy = node
    let own = next
    next += 1
    switch node.content {
    case .scalar: break
    case .sequence(let elements):
      var copies: [Node] = []
      for element in elements {
        copies.append(replacing(position, of: element, by: replacement, next: &next))
      }
      copy.content = .sequence(copies)
    case .mapping(let entries):
      var copies: [Entry] = []
      for entry in entries {
        let value = replacing(position, of: entry.value, by: replacement, next: &next)
        copies.append(Entry(entry.key, at: entry.keyLocation, value))
      }
      copy.content = .mapping(copies)
    }
    next = own + count(of: node) - 1
    return copy
  }
}
