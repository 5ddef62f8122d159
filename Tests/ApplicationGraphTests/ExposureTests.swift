import ApplicationGraph
import ApplicationModel
import FindingModel
import Testing

@Suite struct ExposureTests {
  @Test(arguments: Self.entries + Self.apis + Self.permissions + Self.sockets + Self.machines)
  func whoReachesTheFunction(template: SmallTemplate, exposure: Exposure) throws {
    let (graph, function) = try template.graph()
    let paths = graph.exposurePaths(of: function)
    #expect(graph.exposure(of: function) == exposure, "\(paths.map(\.summary))")
    #expect(paths.map(\.exposure) == paths.map(\.exposure).sorted(by: >))
    // Every way ends at the function.
    #expect(paths.allSatisfy { $0.steps.last?.note.hasSuffix("invokes the function") ?? false })
  }

  /// `Work` has a URL and calls; who calls whom is what the code says.
  @Test(arguments: [
    ([("Work", "Called")], [("Called", Exposure.internet), ("Last", .nobody)]),
    (
      [("Work", "Called"), ("Called", "Last"), ("Last", "Called")],
      [("Called", .internet), ("Last", .internet)]
    ),
    ([("Called", "Last"), ("Called", "Work")], [("Last", Exposure.nobody), ("Work", .internet)]),
  ])
  func aFunctionThatCodeInvokesIsAsExposedAsItsCaller(
    calls: [(String, String)], expected: [(String, Exposure)]
  ) throws {
    let functions = ["Called", "Last"].map {
      """
      \($0):
        Type: AWS::Lambda::Function
        Properties: {Runtime: nodejs22.x, Handler: i.h, Role: !GetAtt Role.Arn, Code: {S3Bucket: a, S3Key: b}}

      """
    }
    let template = SmallTemplate("calls", functions.joined() + Self.url("NONE"))
    let place = SourceLocation(path: "index.js", line: 3, column: 1)
    let flows = calls.map { writer, reader in
      DataFlowEdge(writer: writer, reader: reader, resource: nil, field: "", location: place, note: "")
    }
    let graph = try template.graph().graph.adding(flows)
    for (id, exposure) in expected {
      #expect(graph.exposure(of: try #require(graph.function(id))) == exposure, "\(id)")
    }
  }

  @Test func aCallThatMayNotHappenExposesNothing() throws {
    let template = SmallTemplate("depends", Self.url("NONE"))
    let (graph, function) = try template.graph()
    let open = DataFlowEdge(
      writer: "Work", reader: "Work", resource: nil, field: "", location: function.location, note: "",
      condition: "its role allows it")
    #expect(graph.adding([open]).exposurePaths(of: function).count == 1)
  }

  static func url(_ authorization: String) -> String {
    "URL: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !Ref Work, AuthType: \(authorization)}}"
  }

  static func rule(_ properties: String) -> String {
    """
    Rule:
      Type: AWS::Events::Rule
      Properties: {\(properties), Targets: [{Id: work, Arn: !GetAtt Work.Arn}]}
    """
  }

  static func sockets(_ routes: String) -> String {
    """
    API: {Type: AWS::ApiGatewayV2::Api, Properties: {ProtocolType: WEBSOCKET, Name: chat}}
    Answer:
      Type: AWS::ApiGatewayV2::Integration
      Properties:
        ApiId: !Ref API
        IntegrationType: AWS_PROXY
        IntegrationUri: !Sub "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Work.Arn}/invocations"
    Send:
      Type: AWS::ApiGatewayV2::Route
      Properties: {ApiId: !Ref API, RouteKey: send, Target: !Sub "integrations/${Answer}"}
    \(routes)
    """
  }

  /// Messages come over a connection, and only its beginning can be refused.
  static let sockets: [(SmallTemplate, Exposure)] = [
    (SmallTemplate("messages without a $connect route", sockets("")), .internet),
    (
      SmallTemplate(
        "messages over connections that anyone may open",
        sockets("Open: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref API, RouteKey: $connect}}")),
      .internet
    ),
    (
      SmallTemplate(
        "messages over connections that IAM lets in",
        sockets(
          "Open: {Type: AWS::ApiGatewayV2::Route, "
            + "Properties: {ApiId: !Ref API, RouteKey: $connect, AuthorizationType: AWS_IAM}}")),
      .account
    ),
  ]

  /// A state machine that a GraphQL field starts by a signed request.
  static func field(_ authentication: String, _ endpoint: String) -> String {
    """
    Machine:
      Type: AWS::StepFunctions::StateMachine
      Properties:
        RoleArn: !GetAtt Role.Arn
        DefinitionString: !Sub '{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"${Work.Arn}","End":true}}}'
    API: {Type: AWS::AppSync::GraphQLApi, Properties: {Name: shop, AuthenticationType: \(authentication)}}
    Source:
      Type: AWS::AppSync::DataSource
      Properties:
        ApiId: !GetAtt API.ApiId
        Name: Machines
        Type: HTTP
        ServiceRoleArn: !GetAtt Role.Arn
        HttpConfig: {Endpoint: !Sub "\(endpoint)"}
    Start:
      Type: AWS::AppSync::Resolver
      Properties: {ApiId: !GetAtt API.ApiId, TypeName: Mutation, FieldName: start, DataSourceName: !GetAtt Source.Name}
    """
  }

  static let machines: [(SmallTemplate, Exposure)] = [
    (
      SmallTemplate(
        "a field for holders of a key starts a machine",
        field("API_KEY", "https://states.${AWS::Region}.amazonaws.com/")), .internet
    ),
    (
      SmallTemplate(
        "a field for identities starts a machine at once",
        field("AWS_IAM", "https://sync-states.${AWS::Region}.amazonaws.com/")), .account
    ),
    (
      SmallTemplate(
        "a field that asks another host", field("API_KEY", "https://states.example.com.evil.net")),
      .account
    ),
  ]

  static let entries: [(SmallTemplate, Exposure)] = [
    (SmallTemplate("nothing", ""), .nobody),
    (SmallTemplate("URL without authentication", url("NONE")), .internet),
    (SmallTemplate("URL with IAM", url("AWS_IAM")), .account),
    (SmallTemplate("schedule", rule("ScheduleExpression: rate(1 day)")), .nobody),
    (SmallTemplate("rule of the default bus", rule("EventPattern: {source: [shop]}")), .account),
    (
      SmallTemplate(
        "Cognito trigger",
        "Pool: {Type: AWS::Cognito::UserPool, Properties: {LambdaConfig: {PreSignUp: !GetAtt Work.Arn}}}"),
      .internet
    ),
    (
      SmallTemplate(
        "rule of a bus that anyone may write to",
        rule("EventBusName: !Ref Bus, EventPattern: {source: [shop]}") + """

          Bus: {Type: AWS::Events::EventBus, Properties: {Name: shop}}
          BusPolicy:
            Type: AWS::Events::EventBusPolicy
            Properties:
              EventBusName: !Ref Bus
              StatementId: all
              Statement: {Effect: Allow, Principal: "*", Action: events:PutEvents, Resource: "*"}
          """), .internet
    ),
  ]

  static func api(_ event: String, _ api: String = "Name: api") -> String {
    """
    API: {Type: AWS::ApiGateway::RestApi, Properties: {\(api)}}
    Method:
      Type: AWS::ApiGateway::Method
      Properties:
        RestApiId: !Ref API
        ResourceId: !GetAtt API.RootResourceId
        HttpMethod: GET
        \(event)
        Integration:
          Type: AWS_PROXY
          IntegrationHttpMethod: POST
          Uri: !Sub "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Work.Arn}/invocations"
    """
  }

  static func authorizer(_ type: String, _ properties: String) -> String {
    api("AuthorizationType: \(type)\n    AuthorizerId: !Ref Guard") + """

      Guard:
        Type: AWS::ApiGateway::Authorizer
        Properties: {Name: guard, RestApiId: !Ref API, \(properties)}
      """
  }

  static func policy(_ condition: String) -> String {
    let statement = "{Effect: Allow, Principal: '*', Action: 'execute-api:Invoke', Resource: '*'\(condition)}"
    return """
      API: {Type: AWS::ApiGateway::RestApi, Properties: {Name: api, Policy: {Statement: [\(statement)]}}}
      """ + "\n" + api("AuthorizationType: NONE").split(separator: "\n").dropFirst().joined(separator: "\n")
  }

  static let apis: [(SmallTemplate, Exposure)] = [
    (SmallTemplate("REST route without authorizer", api("AuthorizationType: NONE")), .internet),
    (
      SmallTemplate("REST route with an API key", api("AuthorizationType: NONE\n    ApiKeyRequired: true")),
      .internet
    ),
    (SmallTemplate("REST route with IAM", api("AuthorizationType: AWS_IAM")), .account),
    (
      SmallTemplate(
        "REST route with a Lambda authorizer",
        authorizer("CUSTOM", "Type: TOKEN, IdentitySource: method.request.header.Authorization")),
      .authenticated
    ),
    (
      SmallTemplate(
        "REST route with a user pool",
        authorizer(
          "COGNITO_USER_POOLS", "Type: COGNITO_USER_POOLS, ProviderARNs: ['arn:aws:cognito-idp:x:1:y']")),
      .authenticated
    ),
    (
      SmallTemplate(
        "private REST API",
        api("AuthorizationType: NONE", "Name: api, EndpointConfiguration: {Types: [PRIVATE]}")), .account
    ),
    (SmallTemplate("API policy for everyone", policy("")), .internet),
    (
      SmallTemplate(
        "API policy for a network", policy(", Condition: {IpAddress: {aws:SourceIp: 203.0.113.0/24}}")),
      .account
    ),
    (
      SmallTemplate(
        "API policy for an organisation",
        policy(", Condition: {StringEquals: {aws:PrincipalOrgID: o-abcdefghij}}")), .otherAccount
    ),
    (
      SmallTemplate(
        "state machine started by an open route",
        """
        Machine:
          Type: AWS::Serverless::StateMachine
          Properties:
            Definition: {StartAt: Do, States: {Do: {Type: Task, Resource: !GetAtt Work.Arn, End: true}}}
            Events: {Start: {Type: Api, Properties: {Path: /start, Method: post}}}
        """), .internet
    ),
    (
      SmallTemplate(
        "state machine nobody starts",
        """
        Machine:
          Type: AWS::Serverless::StateMachine
          Properties:
            Definition: {StartAt: Do, States: {Do: {Type: Task, Resource: !GetAtt Work.Arn, End: true}}}
        """), .account
    ),
  ]

  static func permission(_ principal: String) -> String {
    """
    Permission:
      Type: AWS::Lambda::Permission
      Properties: {FunctionName: !Ref Work, Action: lambda:InvokeFunction, Principal: \(principal)}
    """
  }

  static let permissions: [(SmallTemplate, Exposure)] = [
    (SmallTemplate("permission for everyone", permission("'*'")), .internet),
    (
      SmallTemplate("permission for an organisation", permission("'*', PrincipalOrgID: o-abcdefghij")),
      .otherAccount
    ),
    (SmallTemplate("permission for another account", permission("'111122223333'")), .otherAccount),
    (SmallTemplate("permission for the own account", permission("!Ref AWS::AccountId")), .account),
    (
      SmallTemplate(
        "permission for everyone of the own account", permission("'*', SourceAccount: !Ref AWS::AccountId")),
      .account
    ),
  ]
}
