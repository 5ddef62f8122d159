import ApplicationModel
import FindingModel
import PolicyEngine
import Testing

@Suite struct GrantNarrowingTests {
  static let names = ResourceNames(types: ["Files": "AWS::S3::Bucket", "Orders": "AWS::DynamoDB::Table"])
  static let region = Text.Part.open(Expression("AWS::Region", origin: .pseudoParameter("AWS::Region")))
  static let table = Text.Part.open(Expression("!Ref TableName", origin: .parameter("TableName")))
  static let granted: Text = Text([
    .literal("arn:aws:dynamodb:"), region, .literal(":123456789012:table/"), table,
  ])

  private func resources(_ need: ActionNeed, granted statements: [Statement]) -> [String] {
    GrantNarrowing(granted: statements, names: Self.names).narrowed(need).map(\.resource.pattern)
  }

  private func allow(_ actions: [Text], _ resources: Text...) -> Statement {
    statement(.allow, actions: actions, resources: resources)
  }

  @Test func whatTheCodeDoesNotTellIsWhatTheStatementNames() {
    let files = Text([.reference(ResourceReference("Files", attribute: "Arn")), .literal("/*")])
    let bucket = reference("Files", "Arn")
    let objects = need("s3:GetObject", "arn:aws:s3:::*/*")
    #expect(resources(objects, granted: [allow(["s3:*"], bucket, files)]) == ["${Files.Arn}/*"])
    #expect(resources(objects, granted: [allow(["s3:GetObject"], "*")]) == ["arn:aws:s3:::*/*"])
  }

  @Test func aParameterStaysAParameter() {
    let item = need("dynamodb:PutItem", Text([.literal("arn:aws:dynamodb:*:*:table/"), Self.table]))
    let index = Text(Self.granted.parts + [.literal("/index/*")])
    let other = Text([
      .literal("arn:aws:dynamodb:*:*:table/"), .open(Expression("!Ref B", origin: .parameter("B"))),
    ])
    #expect(
      resources(item, granted: [allow(["dynamodb:PutItem"], other, Self.granted, index)])
        == ["arn:aws:dynamodb:${AWS::Region}:123456789012:table/${!Ref TableName}"])
  }

  @Test func whatTheCodeNamesIsNotWidened() {
    let item = need("dynamodb:GetItem", "arn:aws:dynamodb:*:*:table/orders")
    #expect(
      resources(item, granted: [allow(["dynamodb:*"], "arn:aws:dynamodb:eu-west-1:123456789012:table/*")])
        == ["arn:aws:dynamodb:eu-west-1:123456789012:table/orders"])
  }

  @Test func aTokenOfATaskIsTheMachinesThatIsGranted() {
    let machine: Text = "arn:aws:states:eu-west-1:123456789012:stateMachine:m"
    let answer = need("states:SendTaskSuccess", "*")
    #expect(resources(answer, granted: [allow(["states:SendTask*"], machine)]) == [machine.pattern])
    let comparison = PrivilegeComparison(granted: [allow(["states:SendTask*"], machine)], needed: [answer])
    #expect(comparison.missing.isEmpty)
  }

  @Test func whatIsMissingStaysUnlessItIsOnlyPerhapsNeeded() {
    let queue: Text = "arn:aws:sqs:*:*:jobs"
    #expect(resources(need("sqs:SendMessage", queue), granted: []) == [queue.pattern])
    #expect(resources(need("sqs:SendMessage", queue, isConditional: true), granted: []).isEmpty)
  }

  @Test func aLibraryKeepsWhatItIsGiven() {
    let granted = [
      allow(["dynamodb:Get*", "s3:PutObject"], Self.granted), allow(["*"], "arn:aws:dynamodb:*:*:table/b"),
    ]
    let needs = GrantNarrowing(granted: granted).needs(ofActions: ["dynamodb:*"], by: "mapper")
    #expect(needs.map(\.action) == ["dynamodb:Get*", "dynamodb:*"])
    #expect(needs.allSatisfy { $0.isConditional && $0.reason == .library("mapper") })
  }
}
