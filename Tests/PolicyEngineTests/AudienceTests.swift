import ApplicationModel
import PolicyEngine
import Testing

@Suite struct AudienceTests {
  static let open = statement(.allow, principals: everyone)

  @Test(
    arguments: [
      (everyone, Audience.anyone),
      (.allExcept([]), .anyone),
      (principal(.aws, "111122223333"), .otherAccount("111122223333")),
      (principal(.aws, ownAccount), .ownAccount),
      (principal(.aws, reference("Role", "Arn")), .ownAccount),
      (principal(.service, "s3.amazonaws.com"), .service("s3.amazonaws.com", restriction: nil)),
      (principal(.federated, "accounts.google.com"), .federated("accounts.google.com")),
    ] as [(Principals, Audience)])
  func aPrincipalIsItsAudience(principals: Principals, audience: Audience) {
    #expect(audiences(statement(.allow, principals: principals)) == [audience])
  }

  @Test func aStatementWithoutPrincipalOpensNothing() { #expect(audiences(statement(.allow)).isEmpty) }

  @Test func aStatementOfAnotherActionOpensNothing() {
    #expect(audiences(Self.open, action: "sqs:ReceiveMessage").isEmpty)
    #expect(audiences(Self.open, action: nil) == [.anyone])
  }

  static let bucket: Text = "arn:aws:s3:::uploads"

  /// The narrowest condition names the audience, in whatever order they are written.
  @Test(arguments: [everyone, principal(.service, "s3.amazonaws.com")])
  func conditionsNarrowInAnyOrder(principals: Principals) {
    let arn = condition("ArnLike", "aws:SourceArn", Self.bucket)
    let account = condition("StringEquals", "aws:SourceAccount", ownAccount)
    let one = audiences(statement(.allow, principals: principals, arn, account))
    let other = audiences(statement(.allow, principals: principals, account, arn))
    #expect(one == other)
    let own: [[Audience]] = [[.ownAccount], [.service("s3.amazonaws.com", restriction: .ownAccount)]]
    #expect(own.contains(one))
  }

  @Test func anUnconditionalDenyClosesTheWay() {
    #expect(audiences(Self.open, statement(.deny, principals: everyone)).isEmpty)
    #expect(audiences(Self.open, statement(.deny, actions: ["*"], principals: everyone)).isEmpty)
  }

  @Test(arguments: [
    statement(.deny, actions: ["sqs:ReceiveMessage"], principals: everyone),
    statement(.deny, principals: principal(.aws, "111122223333")),
    statement(.deny, principals: everyone, condition("Bool", "aws:SecureTransport", "false")),
    statement(.deny, resources: ["arn:aws:sqs:eu-west-1:111122223333:other"], principals: everyone),
    // Only callers from elsewhere who also do without encryption are turned away.
    statement(
      .deny, principals: everyone, condition("NotIpAddress", "aws:SourceIp", "203.0.113.0/24"),
      condition("Bool", "aws:SecureTransport", "false")),
  ])
  func aDenyOfSomethingElseLeavesEverybody(denial: Statement) {
    #expect(audiences(Self.open, denial) == [.anyone])
  }

  @Test func aConditionalDenyLeavesWhomItSpares() {
    let denial = statement(
      .deny, principals: everyone, condition("StringNotEquals", "aws:PrincipalOrgID", "o-abcdefghij"))
    #expect(audiences(Self.open, denial) == [.otherAccount("o-abcdefghij")])
    let network = statement(
      .deny, principals: everyone, condition("NotIpAddress", "aws:SourceIp", "203.0.113.0/24"))
    #expect(audiences(Self.open, network) == [.restricted(.network(["203.0.113.0/24"]))])
  }

  static func of(_ bucket: Text, _ tail: String) -> Text { Text(bucket.parts + [.literal(tail)]) }

  @Test(
    arguments: [
      (Self.of("arn:aws:s3:::site", "/*"), Self.of("arn:aws:s3:::site", "/private/*"), false),
      (Self.of("arn:aws:s3:::site", "/*"), Self.of("arn:aws:s3:::site", "/*"), true),
      (Self.of("arn:aws:s3:::site", "/public/*"), Self.of("arn:aws:s3:::site", "/*"), true),
      (Self.of(reference("Site", "Arn"), "/*"), Self.of(reference("Site", "Arn"), "/private/*"), false),
      (Self.of(reference("Site", "Arn"), "/*"), Self.of(reference("Site", "Arn"), "/*"), true),
      (
        Self.of(reference("Site", "Arn"), "/*"),
        Text([.literal("arn:aws:s3:::")] + Self.of(reference("Site"), "/*").parts), true
      ),
      (Self.of(reference("Site", "Arn"), "/*"), Self.of(reference("Other", "Arn"), "/*"), false),
      (Self.of(reference("Site", "Arn"), "/*"), "*", true),
    ] as [(Text, Text, Bool)])
  func aDenyClosesOnlyTheResourcesItNames(allowed: Text, denied: Text, closes: Bool) {
    let allow = statement(.allow, actions: ["s3:GetObject"], resources: [allowed], principals: everyone)
    let deny = statement(.deny, actions: ["s3:GetObject"], resources: [denied], principals: everyone)
    #expect(audiences(allow, deny, action: "s3:GetObject").isEmpty == closes)
  }
}
