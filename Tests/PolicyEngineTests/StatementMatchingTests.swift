import ApplicationModel
import FindingModel
import PolicyEngine
import Testing

@Suite struct StatementMatchingTests {
  @Test(arguments: [
    ("s3:GetObject", "s3:GetObject", true), ("S3:getobject", "s3:GetObject", true),
    ("s3:*", "s3:GetObject", true),
    ("s3:Get*", "s3:PutObject", false), ("s3:Get?bject", "s3:GetObject", true), ("*", "kms:Decrypt", true),
    ("*:*", "kms:Decrypt", true), ("*:Decrypt", "kms:Decrypt", true), ("s3", "s3:GetObject", false),
    ("", "s3:GetObject", false), ("s3:GetObjectAcl", "s3:GetObject", false),
  ])
  func anActionCoversWhatItsPatternMatches(pattern: String, action: String, covers: Bool) {
    let only = statement(.allow, actions: [Text(pattern)])
    #expect(only.covers(action: action) == covers)
    #expect((only.pattern(covering: action) != nil) == covers)
    let allBut = Statement(
      effect: .known(.allow, at: place), actions: .allExcept(located([Text(pattern)])), resources: .absent,
      location: place)
    #expect(allBut.covers(action: action) == !covers)
    #expect(allBut.pattern(covering: action) == nil)
  }

  @Test func anOpenPartMayBeAnything() {
    let open = statement(.allow, actions: [Text([.literal("s3:"), .open(Expression("Verb"))])])
    #expect(open.covers(action: "s3:GetObject"))
    #expect(!open.covers(action: "sqs:SendMessage"))
  }

  @Test func aStatementWithoutActionsCoversNone() {
    let empty = Statement(
      effect: .known(.allow, at: place), actions: .absent, resources: .absent, location: place)
    #expect(!empty.covers(action: "s3:GetObject"))
    #expect(!empty.mayCover(resource: "*"))
    #expect(!empty.coversEveryResource)
  }

  @Test func anOpenEffectCountsAsAllow() {
    let open = Statement(
      effect: .unresolved(Expression("Effect"), at: place), actions: .only(located(["*"])),
      resources: .absent,
      location: place)
    #expect(open.allows)
    #expect(!open.denies)
  }

  @Test(arguments: [
    "*", "**", "***", "arn:*", "arn:aws:*", "arn:*:*", "arn:aws:*:*:*:*", "arn:*:*:*:*:*", "*:*",
    "*:*:*:*:*:*",
  ])
  func coversEveryResource(text: String) { #expect(Text(text).isWildcard) }

  @Test(arguments: [
    "", "arn", "arn:", "arn:aws", "arn:aws:", "arn:aws:s3:::*", "arn:aws:s3:*", "s3:*",
    "arn:aws:*:*:123456789012:*",
    "arn:aws:::::", "bucket/*",
  ])
  func namesSomething(text: String) { #expect(!Text(text).isWildcard) }

  @Test(arguments: [
    (0, "arn"), (1, "aws"), (2, "lambda"), (3, "eu-west-1"), (4, "123456789012"), (5, "function:work:live"),
  ])
  func anARNHasSixSegmentsAndTheLastKeepsItsColons(index: Int, segment: String) {
    let arn: Text = "arn:aws:lambda:eu-west-1:123456789012:function:work:live"
    #expect(arn.arnSegment(index)?.literal == segment)
  }

  @Test func segmentsKeepOpenPartsAndReferences() {
    let arn = Text([
      .literal("arn:aws:sqs:"), .open(Expression("AWS::Region", origin: .pseudoParameter("AWS::Region"))),
      .literal(":"), ownAccount.parts[0], .literal(":"), .reference(ResourceReference("Name")),
      .literal("-a"),
    ])
    #expect(arn.arnAccount == ownAccount)
    #expect(arn.arnSegment(3)?.expressions.first?.text == "AWS::Region")
    #expect(arn.arnSegment(5)?.references.first?.id == "Name")
    #expect(arn.arnSegment(6) == nil)
  }

  @Test(arguments: ["", "bucket", "http://a:b:c:d:e", "arn:aws:s3"])
  func whatIsNoARNHasNoAccount(text: String) { #expect(Text(text).arnAccount == nil) }
}
