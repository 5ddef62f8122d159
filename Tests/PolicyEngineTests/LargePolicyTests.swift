import ApplicationModel
import FindingModel
import PolicyEngine
import Testing

/// Policies far beyond what the platform accepts: bounded time, and no silent yes.
@Suite struct LargePolicyTests {
  static let count = 10_000

  static let json: String = {
    let statements = (0..<count).map { number in
      #"{"Effect":"Allow","Action":["svc\#(number):Get*","s3:Put?bject"],"Resource":"arn:aws:s3:::b\#(number)-*/x"}"#
    }
    return #"{"Version":"2012-10-17","Statement":[\#(statements.joined(separator: ","))]}"#
  }()

  static func request(_ action: String, _ resource: Text) -> AccessRequest {
    AccessRequest(
      principal: RequestPrincipal(.role, name: "arn:aws:iam::111122223333:role/r"), action: action,
      target: .resource(resource), context: RequestContext(isComplete: true))
  }

  @Test(.timeLimit(.minutes(1))) func tenThousandStatementsAreReadAndDecided() {
    let document = PolicyText.read(Self.json, at: .start(of: "policy.json")).document
    #expect(document.statements.count == Self.count)
    let evaluation = AccessEvaluation(identityPolicies: [document])
    let last: Text = "arn:aws:s3:::b9999-z/x"
    #expect(
      evaluation.decision(for: Self.request("s3:PutObject", last)) == .allowed(by: document.statements.last))
    #expect(
      evaluation.decision(for: Self.request("s3:PutObject", "arn:aws:s3:::c")) == .denied(.identityPolicy))
  }

  @Test(.timeLimit(.minutes(1))) func tenThousandStatementsAreComparedWithNeeds() {
    let document = PolicyText.read(Self.json, at: .start(of: "policy.json")).document
    let comparison = PrivilegeComparison(
      granted: document.statements, needed: [need("s3:PutObject", "arn:aws:s3:::b5000-z/x")])
    #expect(comparison.missing.isEmpty)
    #expect(comparison.excess.count == 2 * Self.count - 1)
  }

  @Test(.timeLimit(.minutes(1))) func tenThousandNeedsAreReduced() {
    let needs = (0..<Self.count).map {
      need("s3:GetObject", Text("arn:aws:s3:::b\($0 % 500)/k\($0)"), line: $0)
    }
    let statements = LeastPrivilege().statements(for: needs)
    #expect(statements.count == 1)
    #expect(statements.first?.resources.count == Self.count)
  }

  /// Wildcards that multiply are compared in the product of two lengths, not more.
  @Test(.timeLimit(.minutes(1))) func aPatternOfManyStarsIsNoTrap() {
    let stars = Text("arn:aws:s3:::" + String(repeating: "a*", count: 300) + "b")
    let name = Text("arn:aws:s3:::" + String(repeating: "a", count: 600))
    let set = GrantSet([statement(.allow, actions: ["s3:GetObject"], resources: [stars])])
    #expect(set.covers(action: "s3:GetObject", resource: name) == .no)
    #expect(set.covers(action: "s3:GetObject", resource: stars) != .no)
  }
}
