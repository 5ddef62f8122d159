import ApplicationModel
import PolicyEngine
import Testing

@Suite struct RestrictionTests {
  static let bucket: Text = "arn:aws:s3:::uploads"
  static let account: Text = "111122223333"

  @Test(
    arguments: [
      (condition("StringEquals", "aws:SourceAccount", ownAccount), Restriction.ownAccount),
      (condition("stringequals", "AWS:SOURCEACCOUNT", ownAccount), .ownAccount),
      (condition("StringLike", "aws:SourceAccount", Self.account), .others([Self.account])),
      (
        condition("StringEquals", "aws:SourceAccount", ownAccount, Self.account),
        .others([ownAccount, Self.account])
      ),
      (condition("StringEqualsIgnoreCase", "aws:PrincipalOrgID", "o-abcdefghij"), .others(["o-abcdefghij"])),
      (condition("ForAnyValue:StringEquals", "aws:PrincipalOrgPaths", "o-a/r-b/"), .others(["o-a/r-b/"])),
      (condition("ArnLike", "aws:SourceArn", Self.bucket), .others([Self.bucket])),
      (condition("ArnEquals", "aws:SourceArn", reference("Topic")), .ownAccount),
      (
        condition("ArnLike", "aws:SourceArn", "arn:aws:sns:*:111122223333:*"),
        .others(["arn:aws:sns:*:111122223333:*"])
      ),
      (condition("IpAddress", "aws:SourceIp", "203.0.113.0/24"), .network(["203.0.113.0/24"])),
      (condition("IpAddress", "aws:SourceIp", "10.0.0.0/8"), .network(["10.0.0.0/8"])),
      (condition("IpAddress", "aws:SourceIp", "2001:db8::/32"), .network(["2001:db8::/32"])),
      (condition("StringEquals", "aws:SourceVpce", "vpce-1a2b3c4d"), .network(["vpce-1a2b3c4d"])),
      (condition("StringEquals", "lambda:EventSourceToken", "token"), .token),
      (condition("Bool", "aws:PrincipalIsAWSService", "true"), .services),
    ] as [(PolicyCondition, Restriction)])
  func restricts(condition: PolicyCondition, to restriction: Restriction) {
    #expect(condition.restriction == restriction)
  }

  @Test(arguments: [
    condition("StringEqualsIfExists", "aws:SourceAccount", ownAccount),
    condition("ForAllValues:StringEquals", "aws:PrincipalOrgID", "o-abcdefghij"),
    condition("StringNotEquals", "aws:SourceAccount", Self.account),
    condition("StringNotLike", "aws:PrincipalOrgID", "o-abcdefghij"),
    condition("ArnNotLike", "aws:SourceArn", Self.bucket),
    condition("NotIpAddress", "aws:SourceIp", "203.0.113.0/24"),
    condition("StringLike", "aws:SourceAccount", "*"),
    condition("StringLike", "aws:PrincipalOrgID", "o-*"),
    condition("StringEquals", "aws:SourceAccount"),
    condition("ArnLike", "aws:SourceArn", "arn:aws:sns:eu-west-1:*:topic"),
    condition("ArnLike", "aws:SourceArn", "arn:aws:s3:::*"),
    condition("ArnLike", "aws:SourceArn", Self.bucket, "arn:aws:s3:::*"),
    condition("IpAddress", "aws:SourceIp", "0.0.0.0/0"),
    condition("IpAddress", "aws:SourceIp", "203.0.113.0/24", "0.0.0.0/0"),
    condition("IpAddress", "aws:SourceIp", "128.0.0.0/1"),
    condition("IpAddress", "aws:SourceIp", "::/0"),
    condition("Bool", "aws:SecureTransport", "true"),
    condition("Bool", "aws:PrincipalIsAWSService", "false"),
    condition("Null", "aws:SourceAccount", "false"),
    condition("StringEquals", "s3:x-amz-acl", "private"),
    // The owner of the resource, who is the same for every caller.
    condition("StringEquals", "aws:ResourceAccount", ownAccount),
  ])
  func letsStrangersThrough(condition: PolicyCondition) { #expect(condition.restriction == nil) }

  @Test(
    arguments: [
      (condition("StringNotEquals", "aws:PrincipalAccount", ownAccount), Restriction.ownAccount),
      (condition("StringNotEqualsIfExists", "aws:PrincipalOrgID", "o-abcdefghij"), .others(["o-abcdefghij"])),
      (condition("ArnNotLike", "aws:PrincipalArn", reference("Role", "Arn")), .ownAccount),
      (condition("NotIpAddress", "aws:SourceIp", "203.0.113.0/24"), .network(["203.0.113.0/24"])),
      (condition("Bool", "aws:PrincipalIsAWSService", "false"), .services),
    ] as [(PolicyCondition, Restriction)])
  func aDenyLeaves(condition: PolicyCondition, restriction: Restriction) {
    #expect(condition.restrictionOfDenial == restriction)
  }

  @Test(arguments: [
    condition("Bool", "aws:SecureTransport", "false"),
    condition("Bool", "aws:PrincipalIsAWSService", "true"),
    condition("StringEquals", "aws:PrincipalAccount", Self.account),
    condition("NotIpAddress", "aws:SourceIp", "0.0.0.0/0"),
    condition("ForAnyValue:StringNotEquals", "aws:PrincipalOrgID", "o-abcdefghij"),
    condition("NumericLessThan", "s3:TlsVersion", "1.2"),
  ])
  func aDenyLeavesEverybody(condition: PolicyCondition) { #expect(condition.restrictionOfDenial == nil) }
}
