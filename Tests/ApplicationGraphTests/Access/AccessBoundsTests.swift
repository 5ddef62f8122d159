import ApplicationGraph
import ApplicationModel
import FindingModel
import TemplateLoaders
import Testing

/// What is cut at a bound is said; what lies within one is complete.
@Suite struct AccessBoundsTests {
  private static let tables = (0..<20).map {
    "Table\($0): {Type: AWS::DynamoDB::Table, Properties: {TableName: t\($0)}}"
  }
  .joined(separator: "\n")

  private func graph(_ policy: String, _ limits: AccessGraph.Limits) throws -> AccessGraph {
    var template = SmallTemplate("bounds", Self.tables)
    template.policy = "[\(policy)]"
    return AccessGraph(try template.graph().graph, limits: limits)
  }

  @Test func edgesBeyondTheLimitAreCountedAsMissing() throws {
    let policy = "{Effect: Allow, Action: 'dynamodb:GetItem', Resource: '*'}"
    let all = try graph(policy, .init())
    #expect(all.incomplete.isEmpty)
    let exact = try graph(policy, .init(edges: all.edges.count))
    #expect(exact.incomplete.isEmpty && exact.edges == all.edges)
    let cut = try graph(policy, .init(edges: all.edges.count - 1))
    #expect(cut.incomplete.count == 1 && cut.edges.count == all.edges.count - 1)
  }

  @Test func patternsBeyondTheLimitAreSaid() throws {
    let policy = "{Effect: Allow, Action: 'dynamodb:GetItem', Resource: 'arn:aws:dynamodb:*:*:table/t1*'}"
    let exact = try graph(policy, .init(comparisons: 20))
    #expect(
      exact.incomplete.isEmpty && exact.edgeTexts.contains("role:Role mayRead table:Table11"),
      "\(exact.edgeTexts.sorted())")
    let cut = try graph(policy, .init(comparisons: 19))
    #expect(cut.incomplete.count == 1 && !cut.edgeTexts.contains("role:Role mayRead table:Table11"))
  }

  @Test func aWildcardCostsOneEdgeForEachRoleAndNotOneForEachTable() throws {
    let graph = try graph("{Effect: Allow, Action: 'dynamodb:GetItem', Resource: '*'}", .init())
    let role = try #require(graph.node("role:Role"))
    #expect(graph.outgoing(role).count == 1)
  }

  /// Roles that may become each other in a circle: searches end, and say nothing twice.
  @Test func circlesEnd() throws {
    let root = "{AWS: !Sub 'arn:aws:iam::${AWS::AccountId}:root'}"
    let roles = (0..<30).map { number in
      """
      Role\(number):
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: \(root), Action: 'sts:AssumeRole'}]}
          Policies: [{PolicyName: p, PolicyDocument: {Statement: [{Effect: Allow, Action: 'sts:AssumeRole', Resource: '*'}]}}]
      """
    }.joined(separator: "\n")
    let graph = try SmallTemplate("circle", roles).accessGraph()
    let start = try #require(graph.node("role:Role0"))
    #expect(graph.attackPaths(.init(from: [start])).paths.isEmpty)
    #expect(graph.blastRadius(of: start).count == 0)
  }

  @Test func namesAreNeverTakenForKeys() throws {
    let hostile = "a:b c\"><script>"
    var application = Application(name: "x", path: "t.yaml", dialect: .cloudFormation, scenario: Scenario())
    let place = SourceLocation(path: "t.yaml", line: 1, column: 1)
    let queue = { (id: String) in
      Queue(
        identity: ResourceIdentity(
          id: id, name: id, type: "AWS::SQS::Queue", location: place, isImplied: false),
        queueName: .absent, visibilityTimeout: .absent, deadLetterTarget: .absent, maximumReceives: .absent,
        key: .absent, managedEncryption: .absent, isFIFO: .absent)
    }
    application.queues = [queue(hostile), queue("internet"), queue("")]
    let graph = AccessGraph(ApplicationGraph(application))
    #expect(graph.nodes.map(\.title) == [hostile, "internet", ""])
    #expect(graph.nodes(named: hostile) == [0] && graph.nodes(named: "internet") == [1])
  }

  // MARK: The report

  @Test func whatHoldsInOneScenarioOnlySaysInWhich() throws {
    let text = """
      Parameters: {Stage: {Type: String}}
      Conditions: {IsProd: !Equals [!Ref Stage, prod]}
      Resources:
        Files: {Type: AWS::S3::Bucket}
        Reader:
          Type: AWS::IAM::User
          Properties:
            Policies:
              - PolicyName: p
                PolicyDocument:
                  Statement: [{Effect: Allow, Action: !If [IsProd, 's3:GetObject', 's3:PutObject'], Resource: '*'}]
      """
    let loaded = try TemplateLoader.load(
      Array(text.utf8), path: "template.yaml", options: .init(), files: NoTemplateFiles())
    let scenarios = try #require(loaded).scenarios
    #expect(scenarios.count == 2)
    var builder = GraphReportBuilder(.init(), isSeveral: false)
    builder.add(
      scenarios.map { scenario in
        let graph = ApplicationGraph(scenario)
        return (access: AccessGraph(graph), exposures: graph)
      })
    let report = builder.report(toolVersion: "0", width: 80)
    let reading = report.edges.filter { $0.kind == "mayRead" }.flatMap(\.evidence)
    #expect(reading.count == 1 && reading[0].condition == "Stage is 'prod'")
    let holding = report.edges.filter { $0.kind == "holds" }.flatMap(\.evidence)
    #expect(!holding.isEmpty && holding.allSatisfy { $0.condition == nil })
  }
}
