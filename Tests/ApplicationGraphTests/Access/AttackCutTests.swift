import ApplicationGraph
import ApplicationModel
import FindingModel
import Testing

/// Advice that fits what it would change, and paths that say all that is won.
@Suite struct AttackCutTests {
  private static let table = "Orders: {Type: AWS::DynamoDB::Table}\n"
  private static let reads = "{Effect: Allow, Action: 'dynamodb:Query', Resource: !GetAtt Orders.Arn}"
  private static let scans = "{Effect: Allow, Action: 'dynamodb:Scan', Resource: !GetAtt Orders.Arn}"

  private static func template(_ statements: [String], _ resources: String) -> SmallTemplate {
    var template = SmallTemplate("", table + resources)
    template.policy = "[\(statements.joined(separator: ", "))]"
    return template
  }

  private static func url(_ authorization: String) -> String {
    "URL: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !Ref Work, AuthType: \(authorization)}}\n"
  }

  @Test func asksForAnAuthorizerRatherThanTakingWhatTheCodeNeeds() throws {
    let (graph, function) = try Self.template([Self.reads], Self.url("NONE")).graph()
    #expect(try Self.advice(AccessGraph(graph)).hasPrefix("Narrow or remove the statement"))
    var seen = CodeObservations()
    seen.neededActions = [function.id: ["dynamodb:query"]]
    let known = AccessGraph(graph.observing(seen))
    #expect(try Self.advice(known).hasPrefix("Put an authorizer before the trigger"))
  }

  @Test func doesNotAskForAnAuthorizerWhereThereIsOne() throws {
    let route = Self.api("AuthorizationType: JWT, AuthorizerId: !Ref Users", "GET /orders")
    let graph = try Self.template([Self.reads, Self.scans], route).accessGraph()
    #expect(try Self.advice(graph).hasPrefix("Let the authorizer of the trigger"))
  }

  @Test func guardsConnectionsAtTheirBeginning() throws {
    let route = Self.api("AuthorizationType: NONE", "$disconnect", kind: "WEBSOCKET")
    let graph = try Self.template([Self.reads, Self.scans], route).accessGraph()
    #expect(try Self.advice(graph).hasPrefix("Put an authorizer on the route $connect"))
  }

  @Test func leavesAuthorizersInPeace() throws {
    let authorizer = """
      API: {Type: AWS::ApiGateway::RestApi, Properties: {Name: shop}}
      Guard:
        Type: AWS::ApiGateway::Authorizer
        Properties:
          RestApiId: !Ref API
          Type: TOKEN
          AuthorizerUri: !Sub "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Work.Arn}/invocations"
      """
    let graph = try Self.template([Self.reads, Self.scans], authorizer).accessGraph()
    let advice = try Self.advice(graph)
    #expect(!advice.contains("trigger"), "\(advice)")
  }

  @Test func endsThePathToOneTableThoughAnotherIsLeft() throws {
    let other = "{Effect: Allow, Action: 'dynamodb:Query', Resource: !GetAtt Carts.Arn}"
    let graph = try Self.template(
      [Self.reads, other], "Carts: {Type: AWS::DynamoDB::Table}\n" + Self.url("NONE")
    ).accessGraph()
    let path = try #require(graph.attackPaths(.init(to: graph.nodes(named: "data"))).paths.first)
    #expect(path.cut?.isComplete == true, "\(path.cut?.advice ?? "")")
  }

  @Test(arguments: ["Orders", "Store"])
  func scoresAPathAsInTheListOfAll(end: String) throws {
    let puts = "{Effect: Allow, Action: 'secretsmanager:GetSecretValue', Resource: !Ref Store}"
    let graph = try Self.template(
      [Self.reads, puts], "Store: {Type: AWS::SecretsManager::Secret}\n" + Self.url("NONE")
    ).accessGraph()
    let all = graph.attackPaths().paths.filter { graph.nodes[Int($0.asset)].title == end }
    let one = graph.attackPaths(.init(to: graph.nodes(named: end))).paths
    #expect(one.map(\.score) == all.map(\.score) && !one.isEmpty)
    #expect(one.map(\.asset) == all.map(\.asset) && one.map(\.onlyWrites) == all.map(\.onlyWrites))
  }

  // MARK: What policies of resources open

  private static func policy(_ actions: String, block: Bool) -> String {
    let blocked = "PublicAccessBlockConfiguration: {BlockPublicPolicy: true, RestrictPublicBuckets: true}"
    return """
      Files: {Type: AWS::S3::Bucket, Properties: {\(block ? blocked : "BucketName: files")}}
      Policy:
        Type: AWS::S3::BucketPolicy
        Properties:
          Bucket: !Ref Files
          PolicyDocument:
            Statement: [{Effect: Allow, Principal: '*', Action: [\(actions)], Resource: !Sub '${Files.Arn}/*'}]
      """
  }

  @Test func aPublicPolicyWithoutABlockIsAnUncertainWayIn() throws {
    let graph = try SmallTemplate("", Self.policy("'s3:GetObject', 's3:PutObject'", block: false))
      .accessGraph()
    #expect(graph.edgeTexts.contains("internet mayRead bucket:Files?"))
    #expect(graph.edgeTexts.contains("internet mayWrite bucket:Files?"))
    let path = try #require(graph.attackPaths().paths.first)
    #expect(path.alsoWrites && path.isConditional)
  }

  @Test func aBlockEndsIt() throws {
    let graph = try SmallTemplate("", Self.policy("'s3:GetObject'", block: true)).accessGraph()
    #expect(graph.attackPaths().paths.isEmpty)
  }

  @Test func anOpenSearchDomainIsReadAndChanged() throws {
    func domain(_ more: String) -> SmallTemplate {
      SmallTemplate(
        "",
        """
        Search:
          Type: AWS::OpenSearchService::Domain
          Properties:
            \(more)
            AccessPolicies: {Statement: [{Effect: Allow, Principal: {AWS: '*'}, Action: 'es:*', Resource: '*'}]}
        """)
    }
    let open = try domain("EngineVersion: OpenSearch_2.11").accessGraph().attackPaths().paths
    #expect(open.count == 1 && open[0].alsoWrites)
    let inside = try domain("VPCOptions: {SubnetIds: [subnet-1]}").accessGraph()
    #expect(inside.attackPaths().paths.isEmpty)
  }

  private static func advice(_ graph: AccessGraph) throws -> String {
    try #require(graph.attackPaths().paths.first?.cut?.advice)
  }

  private static func api(_ authorization: String, _ route: String, kind: String = "HTTP") -> String {
    """
    API: {Type: AWS::ApiGatewayV2::Api, Properties: {ProtocolType: \(kind), Name: shop}}
    Users:
      Type: AWS::ApiGatewayV2::Authorizer
      Properties:
        ApiId: !Ref API
        AuthorizerType: JWT
        IdentitySource: [$request.header.Authorization]
        JwtConfiguration: {Issuer: 'https://issuer.example', Audience: [shop]}
    Answer:
      Type: AWS::ApiGatewayV2::Integration
      Properties:
        ApiId: !Ref API
        IntegrationType: AWS_PROXY
        IntegrationUri: !Sub "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Work.Arn}/invocations"
    Route:
      Type: AWS::ApiGatewayV2::Route
      Properties: {ApiId: !Ref API, RouteKey: \(route), Target: !Sub "integrations/${Answer}", \(authorization)}
    """
  }
}
