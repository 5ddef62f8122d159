import ApplicationModel
import PolicyEngine
import Testing

@Suite struct DecisionTests {
  static let allow = statement(.allow, actions: ["s3:*"], resources: ["arn:aws:s3:::uploads/*"])
  static let deny = statement(.deny, actions: ["s3:Put*"])
  static let token = condition("StringEquals", "aws:PrincipalOrgID", "o-abcdefghij")
  static let conditionalAllow = statement(.allow, actions: ["s3:*"], token)
  static let conditionalDeny = statement(.deny, actions: ["s3:*"], token)

  @Test(
    arguments: [
      ([], Decision.denied),
      ([Self.allow], .allowed(by: Self.allow)),
      ([Self.deny], .denied),
      ([Self.allow, Self.deny], .denied),
      ([Self.deny, Self.allow], .denied),
      ([Self.conditionalAllow], .depends(on: Self.conditionalAllow)),
      ([Self.conditionalAllow, Self.allow], .allowed(by: Self.allow)),
      ([Self.allow, Self.conditionalDeny], .depends(on: Self.allow)),
      ([Self.conditionalAllow, Self.conditionalDeny], .depends(on: Self.conditionalAllow)),
      ([Self.conditionalDeny], .denied),
    ] as [([Statement], Decision)])
  func aDenyWinsAndAConditionLeavesItOpen(statements: [Statement], decision: Decision) {
    #expect(statements.decision(for: "s3:PutObject", on: "arn:aws:s3:::uploads/a") == decision)
  }

  @Test func anotherResourceIsNotAllowed() {
    #expect([Self.allow].decision(for: "s3:GetObject", on: "arn:aws:s3:::other/a") == .denied)
    #expect([Self.allow].decision(for: "s3:GetObject", on: "*") == .allowed(by: Self.allow))
  }

  @Test func referencesToDifferentResourcesNeverNameTheSame() {
    #expect(reference("A", "Arn").mayName(reference("A")))
    #expect(!reference("A", "Arn").mayName(reference("B", "Arn")))
    #expect(reference("A", "Arn").mayName("arn:aws:sqs:eu-west-1:111122223333:jobs"))
  }
}
