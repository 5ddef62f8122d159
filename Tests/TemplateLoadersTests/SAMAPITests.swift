import Documents
import FindingModel
import TemplateLoaders
import Testing

struct SAMAPITests {
  private func expand(_ resources: String, _ head: String = "") throws -> ExpandedSAM {
    try ExpandedSAM(
      """
      \(head)
      Resources:
      \(resources.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
      """)
  }

  private func function(_ id: String, _ events: String, _ attributes: String = "") -> String {
    "\(id): {Type: AWS::Serverless::Function, \(attributes)Properties: {InlineCode: x, Events: {\(events)}}}\n"
  }

  @Test func makesTheAPIThatNoEventNames() throws {
    let expanded = try expand(function("F", "E: {Type: Api, Properties: {Path: '/items/{id}', Method: GET}}"))
    #expect(expanded.ids(of: "AWS::ApiGateway::RestApi") == ["ServerlessRestApi"])
    #expect(expanded.ids(of: "AWS::ApiGateway::Stage") == ["ServerlessRestApiProdStage"])
    let operation = expanded.node("ServerlessRestApi", "Body", "paths", "/items/{id}", "get")
    #expect(operation?[path: "x-amazon-apigateway-integration", "type"]?.text == "aws_proxy")
    #expect(expanded.json("FEPermissionProd", "SourceArn").contains("/GET/items/*"))
    #expect(expanded.resource("ServerlessRestApi")?.isImplied == true)
  }

  @Test func wrapsPathsInTheConditionsOfTheirFunctions() throws {
    let event = "{Type: Api, Properties: {Path: /a, Method: get}}"
    let expanded = try expand(
      function("F", "E: \(event)", "Condition: C, "), "Conditions: {C: !Equals [a, b]}")
    #expect(expanded.resource("ServerlessRestApi")?["Condition"]?.text == "C")
    #expect(expanded.json("ServerlessRestApi", "Body", "paths", "/a", "Fn::If", "0") == #""C""#)
  }

  @Test func joinsTheConditionsOfSeveralFunctions() throws {
    let event = "{Type: Api, Properties: {Path: /a, Method: "
    let expanded = try expand(
      function("F", "E: \(event)get}}", "Condition: A, ")
        + function("G", "E: \(event)put}}", "Condition: B, "),
      "Conditions: {A: !Equals [a, b], B: !Equals [a, b]}")
    let condition = expanded.template["Conditions"]?["ServerlessRestApiCondition"]
    #expect(condition.map(NodeJSON.write) == #"{"Fn::Or":[{"Condition":"A"},{"Condition":"B"}]}"#)
  }

  private static let api = """
    Api:
      Type: AWS::Serverless::Api
      Properties:
        StageName: v1
        Cors: "'*'"
        Auth:
          DefaultAuthorizer: Pool
          Authorizers:
            Pool: {UserPoolArn: arn:pool}
            Own: {FunctionArn: arn:own}

    """

  @Test(arguments: [
    ("", #"[{"Pool":[]}]"#), (", Auth: {Authorizer: NONE}", #"[{"NONE":[]}]"#),
    (", Auth: {Authorizer: Own, AuthorizationScopes: [a]}", #"[{"Own":["a"]}]"#),
    (", Auth: {ApiKeyRequired: true}", #"[{"api_key":[]},{"Pool":[]}]"#),
  ])
  func securesARoute(_ auth: String, _ security: String) throws {
    let event = "E: {Type: Api, Properties: {RestApiId: !Ref Api, Path: /a, Method: get\(auth)}}"
    let expanded = try expand(Self.api + function("F", event))
    #expect(expanded.json("Api", "Body", "paths", "/a", "get", "security") == security)
    #expect(expanded.json("Api", "Body", "paths", "/a", "options", "summary") == #""CORS support""#)
    #expect(expanded.json("ApiOwnAuthorizerPermission", "FunctionName") == #""arn:own""#)
  }

  @Test func securesBothBranchesOfAConditionalPath() throws {
    let expanded = try expand(
      """
      Api:
        Type: AWS::Serverless::Api
        Properties:
          StageName: v1
          Auth: {DefaultAuthorizer: P, Authorizers: {P: {UserPoolArn: p}}}
          DefinitionBody:
            openapi: 3.0.1
            paths: {/a: !If [C, {get: {}}, {put: {}}]}
      """)
    let item = ["Body", "paths", "/a", "Fn::If"]
    #expect(expanded.json("Api", item[0], item[1], item[2], item[3], "1", "get").contains(#""P":[]"#))
    #expect(expanded.json("Api", item[0], item[1], item[2], item[3], "2", "put").contains(#""P":[]"#))
  }

  @Test func readsADefinitionFromTheProject() throws {
    let file = OneFile(name: "api.yaml", text: "swagger: '2.0'\npaths: {/x: {get: {}}}\n")
    let expanded = try ExpandedSAM(
      "Resources: {A: {Type: AWS::Serverless::Api, Properties: {StageName: p, DefinitionUri: api.yaml}}}",
      files: file)
    #expect(expanded.json("A", "Body", "paths", "/x") == #"{"get":{}}"#)
    #expect(expanded.node("A", "Body", "paths")?.location.path == "api.yaml")
  }

  @Test func remarksOnADefinitionThatIsNotThere() throws {
    let expanded = try ExpandedSAM(
      "Resources: {A: {Type: AWS::Serverless::HttpApi, Properties: {DefinitionUri: api.yaml}}}")
    #expect(expanded.messages.count == 1 && expanded.errors.isEmpty)
    #expect(expanded.json("A", "BodyS3Location") == #""api.yaml""#)
  }

  @Test func givesTheRouteForEverythingOnePermission() throws {
    let expanded = try expand(
      function("F", "All: {Type: HttpApi}, One: {Type: HttpApi, Properties: {Path: /a, Method: get}}"))
    #expect(expanded.ids(of: "AWS::Lambda::Permission") == ["FAllPermission"])
    #expect(expanded.json("ServerlessHttpApi", "Body", "paths", "/a", "get").contains("${F.Arn}"))
  }

  @Test func reportsARouteOfAnUnknownAPI() throws {
    let expanded = try expand(
      function("F", "E: {Type: Api, Properties: {RestApiId: !Ref Nowhere, Path: /a, Method: get}}"))
    #expect(expanded.errors.contains { $0.contains("'E'") })
    #expect(expanded.resource("FEPermissionStage") != nil)
  }
}
