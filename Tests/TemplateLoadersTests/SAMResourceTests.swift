import Documents
import TemplateLoaders
import Testing

struct SAMResourceTests {
  @Test func knowsItsTemplates() throws {
    func applies(_ text: String) throws -> Bool {
      SAMTransform.applies(to: try Document.parse(Array(text.utf8), path: "t.yaml"))
    }
    #expect(try applies("Transform: AWS::Serverless-2016-10-31"))
    #expect(try applies("Transform: [X, AWS::Serverless-2016-10-31]"))
    #expect(try applies("Resources: {A: {Type: AWS::Serverless::Function}}"))
    #expect(try !applies("Resources: {A: {Type: AWS::Lambda::Function}}"))
    #expect(try !applies("[]"))
  }

  @Test func makesATableWithAHashKey() throws {
    let expanded = try ExpandedSAM(
      "Resources: {T: {Type: AWS::Serverless::SimpleTable, Properties: {PrimaryKey: {Name: k, Type: Number}}}}"
    )
    #expect(expanded.json("T", "AttributeDefinitions") == #"[{"AttributeName":"k","AttributeType":"N"}]"#)
    #expect(expanded.json("T", "BillingMode") == #""PAY_PER_REQUEST""#)
  }

  @Test func renamesALayerEverywhere() throws {
    let expanded = try ExpandedSAM(
      """
      Resources:
        L: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: layer/, RetentionPolicy: delete}}
        F: {Type: AWS::Serverless::Function, Properties: {InlineCode: x, Layers: [!Ref L]}}
        Q: {Type: AWS::SQS::Queue, DependsOn: L}
      """)
    let id = try #require(expanded.ids(of: "AWS::Lambda::LayerVersion").first)
    #expect(id.hasPrefix("L") && id.count == 11)
    #expect(expanded.json("F", "Layers") == "[{\"Ref\":\"\(id)\"}]")
    #expect(expanded.resource("Q")?["DependsOn"]?.text == id)
    #expect(expanded.resource(id)?["DeletionPolicy"]?.text == "Delete")
    #expect(expanded.json(id, "Content") == #""layer/""#)
  }

  @Test func nestsAnApplicationByItsPath() throws {
    let expanded = try ExpandedSAM(
      """
      Resources:
        A: {Type: AWS::Serverless::Application, Properties: {Location: ./a/template.yaml, Parameters: {P: 1}}}
      """)
    #expect(expanded.resource("A")?["Type"]?.text == "AWS::CloudFormation::Stack")
    #expect(expanded.json("A", "TemplateURL") == #""./a/template.yaml""#)
    #expect(expanded.json("A", "Parameters") == #"{"P":1}"#)
  }

  @Test func writesADefinitionLineByLine() throws {
    let expanded = try ExpandedSAM(
      """
      Resources:
        M:
          Type: AWS::Serverless::StateMachine
          Properties:
            Definition: {StartAt: A, States: {A: {Type: Task, Resource: !GetAtt F.Arn, End: true}}}
      """)
    let text = expanded.json("M", "DefinitionString", "Fn::Join", "1")
    #expect(text.contains(#"\"Resource\": \"${definition_substitution_1}\""#))
    #expect(
      expanded.json("M", "DefinitionSubstitutions")
        == #"{"definition_substitution_1":{"Fn::GetAtt":["F","Arn"]}}"#)
  }

  @Test func readsADefinitionFromTheProject() throws {
    let file = OneFile(name: "machine.asl.json", text: #"{"StartAt": "A", "States": {}}"#)
    let expanded = try ExpandedSAM(
      "Resources: {M: {Type: AWS::Serverless::StateMachine, Properties: {DefinitionUri: machine.asl.json}}}",
      files: file)
    #expect(expanded.json("M", "DefinitionString").contains("StartAt"))
  }

  @Test func connectsAFunctionToATable() throws {
    let expanded = try ExpandedSAM(
      """
      Resources:
        F:
          Type: AWS::Serverless::Function
          Connectors: {ToT: {Properties: {Destination: {Id: T}, Permissions: [Read]}}}
          Properties: {InlineCode: x}
        T: {Type: AWS::DynamoDB::Table}
      """)
    #expect(expanded.json("FToTPolicy", "Roles") == #"[{"Ref":"FRole"}]"#)
    let statement = expanded.json("FToTPolicy", "PolicyDocument", "Statement")
    #expect(statement.contains("dynamodb:GetItem") && !statement.contains("dynamodb:PutItem"))
    #expect(expanded.errors.isEmpty)
  }

  @Test func keepsAResourceOfATypeItDoesNotKnow() throws {
    let expanded = try ExpandedSAM("Resources: {A: {Type: AWS::Serverless::Future, Properties: {B: 1}}}")
    #expect(expanded.json("A", "B") == "1")
    #expect(expanded.errors.count == 1)
  }

  @Test func keepsWhatTheUserWroteWhereSAMWouldMakeItsOwn() throws {
    let expanded = try ExpandedSAM(
      """
      Resources:
        F: {Type: AWS::Serverless::Function, Properties: {InlineCode: x}}
        FRole: {Type: AWS::IAM::Role, Properties: {Path: /mine/}}
      """)
    #expect(expanded.json("FRole") == #"{"Path":"/mine/"}"#)
    #expect(expanded.errors.contains { $0.contains("'FRole'") })
  }
}
