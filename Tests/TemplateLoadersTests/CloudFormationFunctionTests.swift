import ApplicationModel
import FindingModel
import Testing

@testable import TemplateLoaders

/// One expression in a template that has a bit of everything.
struct FunctionCase: CustomTestStringConvertible {
  let written: String
  let expected: String
  var problem: String?

  init(_ written: String, _ expected: String, problem: String? = nil) {
    self.written = written
    self.expected = expected
    self.problem = problem
  }

  var testDescription: String { written }

  static let frame = """
    Parameters:
      Stage: {Type: String, Default: dev}
      Open: {Type: String}
      Names: {Type: CommaDelimitedList, Default: 'a, b ,c'}
      OpenNames: {Type: CommaDelimitedList}
      Subnets: {Type: 'List<AWS::EC2::Subnet::Id>', Default: 'subnet-1,subnet-2'}
      Password: {Type: String, NoEcho: true, Default: hunter2}
      Image: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /images/latest}
      Count: {Type: Number, Default: 3}
      Resolving: {Type: String, Default: '{{resolve:ssm:/a}}'}
    Mappings:
      Sizes:
        dev: {memory: 128, zone: same, list: [x, y]}
        prod: {memory: 1024, zone: same}
    Conditions:
      Yes: !Equals [a, a]
      No: !Not [!Condition Yes]
    Resources:
      Table: {Type: 'AWS::DynamoDB::Table'}
      Probe:
        Type: Custom::Probe
        Properties:
          Value: 

    """

  var template: String { Self.frame.replacing("Value: ", with: "Value: " + written) }
}

@Suite struct CloudFormationFunctionTests {
  @Test(arguments: [
    FunctionCase("!Ref Stage", "dev"),
    FunctionCase("!Ref Count", "3"),
    FunctionCase("!Ref Open", "${!Ref Open}"),
    FunctionCase("!Ref Names", "[a, b, c]"),
    FunctionCase("!Ref OpenNames", "?!Ref OpenNames"),
    FunctionCase("!Ref Subnets", "[subnet-1, subnet-2]"),
    FunctionCase("!Ref Password", "${!Ref Password}"),
    FunctionCase("!Ref Image", "${!Ref Image}"),
    FunctionCase("!Ref Table", "${Table}"),
    FunctionCase("!Ref AWS::Region", "${AWS::Region}"),
    FunctionCase("!Ref AWS::NoValue", "-"),
    FunctionCase("[a, !Ref AWS::NoValue, b]", "[a, b]"),
    FunctionCase("{a: 1, b: !Ref AWS::NoValue}", "{a: 1}"),
    FunctionCase(
      "!Ref Nowhere", "?!Ref Nowhere", problem: "'Nowhere' is neither a parameter nor a resource."),
    FunctionCase("{Ref: [a]}", "?!Ref [a]", problem: "'Ref' needs a name."),
    FunctionCase("!GetAtt Table.Arn", "${Table.Arn}"),
    FunctionCase("{Fn::GetAtt: [Table, Arn]}", "${Table.Arn}"),
    FunctionCase("{Fn::GetAtt: Table.Arn}", "${Table.Arn}"),
    FunctionCase("{Fn::GetAtt: [Table, !Ref Stage]}", "${Table.dev}"),
    FunctionCase("{Fn::GetAtt: [Table, A, B]}", "${Table.A.B}"),
    FunctionCase(
      "!GetAtt Nowhere.Arn", "?!GetAtt Nowhere.Arn", problem: "'Nowhere' is no resource of the template."),
    FunctionCase("{Fn::GetAtt: [!Join ['', [Ta, ble]], Arn]}", "${Table.Arn}"),
    FunctionCase("{Fn::GetAtt: 3}", "?!GetAtt 3", problem: "'Fn::GetAtt' needs a resource and an attribute."),
    FunctionCase("{Ref: Stage, Other: 1}", "{Ref: Stage, Other: 1}"),
  ])
  func evaluatesReferences(_ example: FunctionCase) throws { try check(example) }

  @Test(arguments: [
    FunctionCase("!Sub '${Stage}-x-${Table}-${Table.Arn}'", "dev-x-${Table}-${Table.Arn}"),
    FunctionCase(
      "!Sub 'arn:${AWS::Partition}:s3:::${!Literal}/*'", "arn:${AWS::Partition}:s3:::${Literal}/*"),
    FunctionCase("!Sub ['${a}/${Stage}/${b}', {a: 1, b: !Ref Table}]", "1/dev/${Table}"),
    FunctionCase("!Sub ['${Stage}', {Stage: own}]", "own"),
    FunctionCase("!Sub ['${a}', {a: !Sub ['${b}', {b: inner}]}]", "inner"),
    FunctionCase("!Sub '${Names}'", "a,b,c"),
    FunctionCase("!Sub '${Open}!'", "${!Ref Open}!"),
    FunctionCase("!Sub 'pw=${Password}'", "pw=${!Ref Password}"),
    FunctionCase("!Sub 'a ${ Stage } b'", "a dev b"),
    FunctionCase("!Sub '${Stage'", "${Stage"),
    FunctionCase("!Sub 'cost $5 ${} ${x:-y}'", "cost $5 ${} ${x:-y}"),
    FunctionCase("!Sub 'ünï ${Stage} ☃'", "ünï dev ☃"),
    FunctionCase("!Sub ''", ""),
    FunctionCase(
      "!Sub 'x-${Nowhere}'", "x-${!Ref Nowhere}", problem: "'Nowhere' is neither a parameter nor a resource."),
    FunctionCase(
      "!Sub ['${a}', b]", "?!Sub [\"${a}\", b]", problem: "The variables of 'Fn::Sub' must be a map."),
    FunctionCase("!Sub {Fn::Transform: {Name: M}}", "?!Sub !Transform {Name: M}"),
    FunctionCase("!Sub [a]", "?!Sub [a]", problem: "'Fn::Sub' needs a text, or a text and a map."),
    FunctionCase("!Join ['-', [a, !Ref Stage, !Ref Table, 1]]", "a-dev-${Table}-1"),
    FunctionCase("!Join [',', !Ref Names]", "a,b,c"),
    FunctionCase("!Join ['', [a, !Ref AWS::NoValue, b]]", "ab"),
    FunctionCase("!Join [',', !Ref OpenNames]", "${!Join [\",\", !Ref OpenNames]}"),
    FunctionCase("!Join [',', [a, [b, c]]]", "a,b,c"),
    FunctionCase("!Join ['', []]", ""),
    FunctionCase("{Fn::Join: 3}", "?!Join 3", problem: "'Fn::Join' needs a delimiter and a list."),
    FunctionCase(
      "!Join [',', [{a: b}]]", "?!Join [\",\", [{a: b}]]", problem: "'Fn::Join' joins only texts."),
    FunctionCase("!Base64 text", "text"),
    FunctionCase("!Base64 {a: b}", "?!Base64 {a: b}", problem: "'Fn::Base64' needs a text."),
    FunctionCase("!ImportValue shared-vpc", "${!ImportValue shared-vpc}"),
    FunctionCase("!ImportValue {Fn::Sub: '${Stage}-vpc'}", "${!ImportValue !Sub ${Stage}-vpc}"),
    FunctionCase(
      "!ToJsonString {a: [1, !Ref Table], b: \"q\\\"\"}", "{\"a\":[\"1\",\"${Table}\"],\"b\":\"q\\\"\"}"),
    FunctionCase("!ToJsonString 3", "?!ToJsonString 3", problem: "'Fn::ToJsonString' needs a map or a list."),
    FunctionCase("!Foo bar", "?!Foo bar"),
    FunctionCase("!Transform {Name: Macro}", "?!Transform {Name: Macro}"),
    FunctionCase(
      "{Fn::Transform: {Name: 'AWS::Include', Parameters: {Location: 's3://b/k'}}}",
      "?!Transform {Name: AWS::Include, Parameters: {Location: s3://b/k}}"),
  ])
  func makesTexts(_ example: FunctionCase) throws { try check(example) }

  @Test(arguments: [
    FunctionCase("!Select [1, [a, b]]", "b"),
    FunctionCase("!Select ['0', !Ref Names]", "a"),
    FunctionCase("!Select [2, !Ref OpenNames]", "?!Select [2, !Ref OpenNames]"),
    FunctionCase("!Select [9, [a]]", "?!Select [9, [a]]", problem: "'Fn::Select' asks for element 9 of 1."),
    FunctionCase(
      "!Select [-1, [a]]", "?!Select [-1, [a]]", problem: "'Fn::Select' asks for element -1 of 1."),
    FunctionCase("!Select [0]", "?!Select [0]", problem: "'Fn::Select' needs an index and a list."),
    FunctionCase("!Select [0, !GetAtt Table.List]", "?!Select [0, !GetAtt Table.List]"),
    FunctionCase("!Select [0, !GetAZs '']", "?!Select [0, !GetAZs \"\"]"),
    FunctionCase("!Split ['/', a/b//c]", "[a, b, , c]"),
    FunctionCase("!Split ['--', 'a--b-c']", "[a, b-c]"),
    FunctionCase("!Split [':', !Sub 'a:${AWS::Region}:b']", "[a, ${AWS::Region}, b]"),
    FunctionCase("!Split ['-', !Sub 'a-${AWS::Region}']", "?!Split [-, !Sub a-${AWS::Region}]"),
    FunctionCase(
      "!Select [5, !Split [':', !GetAtt Table.Arn]]", "?!Select [5, !Split [:, !GetAtt Table.Arn]]"),
    FunctionCase("!Split ['', a]", "?!Split [\"\", a]", problem: "'Fn::Split' needs a delimiter and a text."),
    FunctionCase("!FindInMap [Sizes, dev, memory]", "128"),
    FunctionCase("!FindInMap [Sizes, !Ref Stage, list]", "[x, y]"),
    FunctionCase("!FindInMap [Sizes, !Ref Open, zone]", "same"),
    FunctionCase("!FindInMap [Sizes, !Ref Open, memory]", "?!FindInMap [Sizes, !Ref Open, memory]"),
    FunctionCase("!FindInMap [Sizes, test, memory, {DefaultValue: 5}]", "5"),
    FunctionCase("!FindInMap [Sizes, !Ref Open, zone, {DefaultValue: same}]", "same"),
    FunctionCase(
      "!FindInMap [Sizes, !Ref Open, zone, {DefaultValue: x}]",
      "?!FindInMap [Sizes, !Ref Open, zone, {DefaultValue: x}]"),
    FunctionCase(
      "!FindInMap [Sizes, test, memory]", "?!FindInMap [Sizes, test, memory]",
      problem: "The mapping 'Sizes' has no value for 'test' and 'memory'."),
    FunctionCase(
      "!FindInMap [None, a, b]", "?!FindInMap [None, a, b]", problem: "The template has no mapping 'None'."),
    FunctionCase("!FindInMap a", "?!FindInMap a", problem: "'Fn::FindInMap' needs a map and two keys."),
    FunctionCase("!Cidr [10.0.0.0/16, 3, 8]", "[10.0.0.0/24, 10.0.1.0/24, 10.0.2.0/24]"),
    FunctionCase("!Cidr [10.0.1.9/24, 2, 4]", "[10.0.1.0/28, 10.0.1.16/28]"),
    FunctionCase("!Cidr [10.0.0.0/30, 2, 8]", "?!Cidr [10.0.0.0/30, 2, 8]"),
    FunctionCase("!Cidr [!GetAtt Table.Cidr, 2, 8]", "?!Cidr [!GetAtt Table.Cidr, 2, 8]"),
    FunctionCase("!GetAZs {Ref: 'AWS::Region'}", "?!GetAZs !Ref AWS::Region"),
    FunctionCase("!Length [a, b]", "2"),
    FunctionCase("!Length {Ref: Names}", "3"),
    FunctionCase("!Length a", "?!Length a", problem: "'Fn::Length' needs a list."),
  ])
  func takesListsApart(_ example: FunctionCase) throws { try check(example) }

  @Test(arguments: [
    FunctionCase("!If [Yes, a, b]", "a"),
    FunctionCase("!If [No, a, b]", "b"),
    FunctionCase("!If [No, a, !Ref AWS::NoValue]", "-"),
    FunctionCase("!If [Yes, !If [No, a, b], c]", "b"),
    FunctionCase("!If [Yes]", "?!If [Yes]", problem: "'Fn::If' needs a condition and two values."),
    FunctionCase("!Equals [a, b]", "false"),
    FunctionCase("!And [!Condition Yes, !Not [!Condition No]]", "true"),
    FunctionCase("!Or [!Condition No, !Equals [!Ref Stage, dev]]", "true"),
    FunctionCase("!Equals [!Ref Password, hunter2]", "true"),
    FunctionCase("{Condition: {Bool: {x: 'true'}}}", "{Condition: {Bool: {x: true}}}"),
  ])
  func decidesConditions(_ example: FunctionCase) throws { try check(example) }

  @Test(arguments: [
    FunctionCase("'{{resolve:ssm:/a/b:3}}'", "${{{resolve:ssm:/a/b:3}}}"),
    FunctionCase(
      "'x{{resolve:secretsmanager:s:SecretString:p}}y'", "x${{{resolve:secretsmanager:s:SecretString:p}}}y"),
    FunctionCase("!Sub '{{resolve:ssm:/${Stage}/k}}'", "${{{resolve:ssm:/dev/k}}}"),
    FunctionCase("!Join ['', ['{{resolve:ssm:', !Ref Stage, '}}']]", "${{{resolve:ssm:dev}}}"),
    FunctionCase(
      "!Sub '{{resolve:secretsmanager:${Table}:SecretString}}'",
      "${{{resolve:secretsmanager:${Table}:SecretString}}}"),
    FunctionCase("'{{resolve:ssm:/open'", "{{resolve:ssm:/open"),
    FunctionCase("'{{resolve:ssm:/a}}{{resolve:ssm:/b}}'", "${{{resolve:ssm:/a}}}${{{resolve:ssm:/b}}}"),
    FunctionCase("!Ref Resolving", "${{{resolve:ssm:/a}}}"),
  ])
  func opensDynamicReferences(_ example: FunctionCase) throws { try check(example) }

  private func check(_ example: FunctionCase) throws {
    let result = try CloudFormationCase(template: example.template).evaluate()
    #expect(result.property("Value", of: "Probe") == [example.expected])
    #expect(result.messages == (example.problem.map { [$0] } ?? []))
  }

  @Test(arguments: [
    ("ssm", "${ssm:/path}", Expression.Origin.dynamicReference(service: "ssm", key: "/path")),
    ("ssm", "${ssm(eu-west-1):/p~true, 'x'}", .dynamicReference(service: "ssm", key: "/p")),
    (
      "ssm", "${ssm:/aws/reference/secretsmanager/db}",
      .dynamicReference(service: "secretsmanager", key: "db")
    ),
    ("cf", "${cf:net.Vpc}", .otherStack("net.Vpc")),
    ("opt", "${opt:stage}", .parameter("opt:stage")),
    ("env", "${env:HOME}", .parameter("env:HOME")),
    ("file", "${file(./x.js):y}", .other),
    ("s3", "${s3:bucket/key}", .other),
  ])
  func keepsWhatOtherLoadersLeaveOpen(kind: String, written: String, origin: Expression.Origin) throws {
    let marker = "{Fn::Parapet::Unresolved: {kind: \(kind), expression: \"\(written)\"}}"
    let example = FunctionCase(marker, "")
    let result = try CloudFormationCase(template: example.template).evaluate()
    let probe = try #require(result.scenarios[0].resources.first { $0.id == "Probe" })
    guard case .map(let entries) = probe.properties.content else {
      Issue.record("no properties")
      return
    }
    let expression: Expression? =
      switch entries[0].value.content {
      case .unresolved(let expression): expression
      case .text(let text): text.expressions.first
      default: nil
      }
    #expect(expression == Expression(written, origin: origin))
  }

  @Test func saysWhereOpenTextsComeFrom() throws {
    let cases: [(String, Expression.Origin)] = [
      ("!Ref Open", .parameter("Open")),
      ("!Ref Image", .dynamicReference(service: "ssm", key: "/images/latest")),
      ("!Ref AWS::AccountId", .pseudoParameter("AWS::AccountId")),
      ("!ImportValue a-b", .otherStack("a-b")),
      ("'{{resolve:ssm-secure:a:1}}'", .dynamicReference(service: "ssm-secure", key: "a:1")),
    ]
    for (written, origin) in cases {
      let result = try CloudFormationCase(template: FunctionCase(written, "").template).evaluate()
      let probe = try #require(result.scenarios[0].resources.first { $0.id == "Probe" })
      guard case .map(let entries) = probe.properties.content, case .text(let text) = entries[0].value.content
      else {
        Issue.record("\(written) is no text")
        continue
      }
      #expect(text.expressions.map(\.origin) == [origin])
    }
  }

  @Test func listsWhatTheUserCouldResolve() throws {
    let template = """
      Parameters: {Open: {Type: String}, Password: {Type: String, NoEcho: true}}
      Resources:
        A:
          Type: Custom::A
          Properties:
            Unknown: !Foo bar
            Import: !ImportValue net
            Parameter: !Ref Open
            Hidden: !Ref Password
            Region: !Ref AWS::Region
            Secret: '{{resolve:ssm:/a}}'
            Attribute: !GetAtt A.Arn
      """
    let result = try CloudFormationCase(template: template).evaluate()
    #expect(
      result.scenarios[0].unresolved.map(\.expression) == ["!Foo bar", "!ImportValue net", "!Ref Open"])
    #expect(result.scenarios[0].unresolved.map(\.location.line) == [6, 7, 8])
  }

  @Test func putsTheUsersValuesBeforeDefaults() throws {
    let example = FunctionCase("!Sub '${Stage} ${Names} ${Image}'", "")
    let result = try CloudFormationCase(
      template: example.template, parameters: ["Stage": "prod", "Names": "x,y"]
    ).evaluate()
    #expect(result.property("Value", of: "Probe") == ["prod x,y ${!Ref Image}"])
  }

  @Test func neverShowsAGivenHiddenValue() throws {
    let example = FunctionCase("!Join ['', [!Ref Password, !Sub '${Password}']]", "")
    let result = try CloudFormationCase(
      template: example.template, parameters: ["Password": "s3cr3t"]
    ).evaluate()
    #expect(!"\(result)".contains("s3cr3t"))
    #expect(result.property("Value", of: "Probe") == ["${!Ref Password}${!Ref Password}"])
  }
}
