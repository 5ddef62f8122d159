import ApplicationGraph
import ApplicationModel
import FindingModel
import Testing

@Suite struct AttackPathTests {
  /// Two open functions of one role, a guarded one of another, a table and a secret.
  private static let shop = SmallTemplate(
    "shop",
    """
    URL: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !Ref Work, AuthType: NONE}}
    Orders: {Type: AWS::DynamoDB::Table}
    Key: {Type: AWS::SecretsManager::Secret}
    Second:
      Type: AWS::Lambda::Function
      Properties:
        Runtime: nodejs22.x
        Handler: index.handler
        Role: !GetAtt Role.Arn
        Code: {S3Bucket: code, S3Key: code.zip}
    SecondURL: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !Ref Second, AuthType: NONE}}
    Back:
      Type: AWS::Lambda::Function
      Properties:
        Runtime: nodejs22.x
        Handler: index.handler
        Role: !GetAtt BackRole.Arn
        Code: {S3Bucket: code, S3Key: code.zip}
    BackRole:
      Type: AWS::IAM::Role
      Properties:
        AssumeRolePolicyDocument:
          Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}]
        Policies:
          - PolicyName: own
            PolicyDocument:
              Statement: [{Effect: Allow, Action: 'secretsmanager:GetSecretValue', Resource: !Ref Key}]
    """)

  private static func shop(_ policy: String) -> SmallTemplate {
    var template = shop
    template.policy = "[\(policy)]"
    return template
  }

  private static let reads = "{Effect: Allow, Action: 'dynamodb:Query', Resource: !GetAtt Orders.Arn}"
  private static let invokes = "{Effect: Allow, Action: 'lambda:InvokeFunction', Resource: !GetAtt Back.Arn}"
  private static let changes =
    "{Effect: Allow, Action: 'lambda:UpdateFunctionCode', Resource: !GetAtt Back.Arn}"

  @Test func leadsFromTheInternetThroughCodeToData() throws {
    let graph = try Self.shop(Self.reads).accessGraph()
    let paths = graph.attackPaths().paths
    #expect(
      paths.map(graph.text) == [
        "internet > api:url:Work > function:Work > function:Work > role:Role > table:Orders > data",
        "internet > api:url:Second > function:Second > function:Second > role:Role > table:Orders > data",
      ])
    #expect(
      paths.allSatisfy { $0.isProven == false && $0.steps.contains { $0.note.hasPrefix("if the code") } })
  }

  @Test func ranksProvenFlawsFirst() throws {
    let flaw = FunctionCompromise(
      function: "Work", how: "a shell runs it", location: SourceLocation(path: "app.js", line: 3, column: 1),
      field: "queryStringParameters.q")
    let graph = try Self.shop(Self.reads).accessGraph(compromises: [flaw])
    let paths = graph.attackPaths().paths
    #expect(graph.text(paths[0]).contains("function:Work"))
    #expect(paths[0].score == paths[1].score + 30)
    #expect(paths[0].isProven == true && paths[0].steps.contains { $0.location?.path == "app.js" })
  }

  @Test func namesTheStatementThatCutsBothPaths() throws {
    let graph = try Self.shop(Self.reads).accessGraph()
    for path in graph.attackPaths().paths {
      let cut = try #require(path.cut)
      #expect(graph.evidence[Int(cut.evidence)].source == .statement)
      #expect(cut.paths == 2 && cut.isComplete, "\(cut.advice)")
    }
  }

  @Test func saysWhenOneCutIsNotEnough() throws {
    // Two statements each lead from every function to the table: only the trigger ends the path.
    let other = "{Effect: Allow, Action: 'dynamodb:Scan', Resource: !GetAtt Orders.Arn}"
    let graph = try Self.shop(Self.reads + ", " + other).accessGraph()
    let cut = try #require(graph.attackPaths().paths.first?.cut)
    #expect(graph.evidence[Int(cut.evidence)].source == .trigger(.open))
    #expect(cut.paths == 1 && cut.isComplete)
  }

  @Test func changingCodeNeedsNoSecondFlaw() throws {
    let secrets = { (policy: String) throws -> [Int] in
      let graph = try Self.shop(policy).accessGraph()
      let query = AccessGraph.AttackQuery(to: graph.nodes(named: "secrets"))
      return graph.attackPaths(query).paths.map(\.score)
    }
    let invoking = try secrets(Self.invokes)
    let changing = try secrets(Self.changes)
    #expect(invoking.count == 2 && changing.count == 2)
    #expect(zip(invoking, changing).allSatisfy { $0 + 30 <= $1 + 1 }, "\(invoking) \(changing)")
  }

  @Test func withoutRightsNothingIsReached() throws {
    let graph = try Self.shop.accessGraph()
    #expect(graph.attackPaths().paths.isEmpty)
  }

  @Test func anEdgeUnderAConditionRanksLower() throws {
    let open = try Self.shop(Self.reads).accessGraph().attackPaths().paths
    let bound = Self.reads.dropLast() + ", Condition: {StringEquals: {'aws:PrincipalTag/a': b}}}"
    let narrow = try Self.shop(String(bound)).accessGraph().attackPaths().paths
    #expect(
      narrow[0].score == open[0].score - 10
        && narrow[0].steps.contains { $0.condition?.contains("PrincipalTag") == true })
  }

  @Test func writingIsNotReading() throws {
    let puts = "{Effect: Allow, Action: ['dynamodb:PutItem', 'secretsmanager:PutSecretValue'], Resource: '*'}"
    let graph = try Self.shop(puts).accessGraph()
    let paths = graph.attackPaths().paths
    #expect(paths.allSatisfy { graph.nodes[Int($0.to)].kind == .data && $0.onlyWrites })
    #expect(paths.count == 2)
  }

  @Test func readingABucketDoesNotTriggerItsFunction() throws {
    let files = """
      Files:
        Type: AWS::S3::Bucket
        Properties:
          PublicAccessBlockConfiguration: {BlockPublicAcls: false, BlockPublicPolicy: false, \
      IgnorePublicAcls: false, RestrictPublicBuckets: false}
          NotificationConfiguration: {LambdaConfigurations: [{Event: 's3:ObjectCreated:*', Function: !GetAtt Work.Arn}]}
      Policy:
        Type: AWS::S3::BucketPolicy
        Properties:
          Bucket: !Ref Files
          PolicyDocument:
            Statement: [{Effect: Allow, Principal: '*', Action: 's3:ACTION', Resource: !Sub '${Files.Arn}/*'}]
      """
    func paths(_ action: String) throws -> [String] {
      var template = SmallTemplate("files", files.replacing("ACTION", with: action))
      template.policy = "[{Effect: Allow, Action: 'secretsmanager:GetSecretValue', Resource: '*'}]"
      let graph = try template.accessGraph()
      return graph.attackPaths().paths.map(graph.text)
    }
    #expect(try paths("GetObject") == ["internet > bucket:Files > data"])
    #expect(
      try paths("PutObject") == [
        "internet > bucket:Files > data",
        "internet > bucket:Files > function:Work > function:Work > role:Role > every:secret > secrets",
      ])
  }

  @Test func dataFlowsReachCodeThatNobodyCalls() throws {
    let place = SourceLocation(path: "work.js", line: 7, column: 3)
    let flow = DataFlowEdge(
      writer: "Work", reader: "Back", resource: "Orders", field: "Records[*].dynamodb", location: place,
      note: "put_item writes the body")
    let graph = try Self.shop("{Effect: Allow, Action: 'logs:PutLogEvents', Resource: '*'}")
      .accessGraph(flows: [flow])
    let paths = graph.attackPaths().paths
    #expect(
      paths.map(graph.text) == [
        "internet > api:url:Work > function:Work > function:Back > function:Back > role:BackRole > secret:Key > secrets"
      ])
    #expect(graph.edgeTexts.contains("function:Work flowsTo function:Back"))
  }

  @Test func aFlowToAnUnknownFunctionIsReported() throws {
    let flow = DataFlowEdge(
      writer: "Work", reader: "Nobody", resource: nil, field: "a",
      location: SourceLocation(path: "a.js", line: 1, column: 1), note: "calls it")
    #expect(try Self.shop.accessGraph(flows: [flow]).incomplete.count == 1)
  }

  @Test func startsAtANodeThatIsNamed() throws {
    let graph = try Self.shop(Self.reads).accessGraph()
    let query = AccessGraph.AttackQuery(
      from: graph.nodes(named: "backrole"), to: graph.nodes(named: "Secrets"))
    #expect(graph.attackPaths(query).paths.map(graph.text) == ["role:BackRole > secret:Key > secrets"])
    let closed = AccessGraph.AttackQuery(from: graph.nodes(named: "backrole"), to: graph.nodes(named: "data"))
    #expect(graph.attackPaths(closed).paths.isEmpty)
  }

  @Test func isTheSameInEveryRun() throws {
    let policy = [Self.reads, Self.invokes, Self.changes].joined(separator: ", ")
    let first = try Self.shop(policy).accessGraph()
    let second = try Self.shop(policy).accessGraph()
    #expect(first.nodes == second.nodes && first.edges == second.edges && first.evidence == second.evidence)
    #expect(first.attackPaths().paths == second.attackPaths().paths)
  }

  // MARK: Blast radius

  private func radius(_ policy: String, of key: String = "function:Work") throws -> [String] {
    let graph = try Self.shop(policy).accessGraph()
    let radius = graph.blastRadius(of: try #require(graph.node(key)))
    return radius.reached.map { reach in
      graph.nodes[Int(reach.node)].key + (reach.reads ? " r" : "") + (reach.writes ? " w" : "")
        + (reach.administers ? " a" : "")
    }.sorted()
  }

  @Test func countsWhatIsReadAndChanged() throws {
    #expect(try radius(Self.reads) == ["table:Orders r"])
    #expect(try radius(Self.invokes) == ["function:Back w"])
    // Whose code may be changed gives all that it may do.
    #expect(try radius(Self.changes) == ["function:Back a", "secret:Key r"])
    #expect(try radius("{Effect: Allow, Action: 'logs:PutLogEvents', Resource: '*'}") == [])
  }

  @Test func anAdministratorIsSaidToBeOne() throws {
    let graph = try Self.shop("{Effect: Allow, Action: '*', Resource: '*'}").accessGraph()
    #expect(graph.blastRadius(of: try #require(graph.node(ofFunction: "Work"))).isAdministrator)
    #expect(!graph.blastRadius(of: try #require(graph.node(ofFunction: "Back"))).isAdministrator)
  }

  @Test func agreesWithExposure() throws {
    let template = Self.shop(Self.reads)
    let application = try template.graph().graph
    let graph = AccessGraph(application)
    for function in application.application.functions {
      let node = try #require(graph.node(ofFunction: function.id))
      let query = AccessGraph.AttackQuery(to: [node])
      let isReached = graph.attackPaths(query).paths.contains { $0.steps.last?.node == node }
      #expect(isReached == (application.exposure(of: function) == .internet), "\(function.id)")
    }
  }
}
