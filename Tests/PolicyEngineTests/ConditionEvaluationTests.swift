import ApplicationModel
import PolicyEngine
import Testing

@Suite struct ConditionEvaluationTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let operation: String
    let values: [Text]
    /// Values of the key in the request; `nil` for a request without the key.
    let given: [String]?
    let answer: Truth
    var testDescription: String { "\(operation) \(values.map(\.pattern)) with \(given ?? [])" }
    init(_ operation: String, _ values: [Text], _ given: [String]?, _ answer: Truth) {
      self.operation = operation
      self.values = values
      self.given = given
      self.answer = answer
    }
  }

  @Test(arguments: [
    Case("StringEquals", ["a", "b"], ["b"], .yes), Case("StringEquals", ["a"], ["A"], .no),
    Case("StringEquals", ["a*"], ["ab"], .no), Case("StringEquals", ["a"], nil, .no),
    Case("StringEqualsIfExists", ["a"], nil, .yes), Case("StringEqualsIfExists", ["a"], ["b"], .no),
    Case("StringNotEquals", ["a"], ["b"], .yes), Case("StringNotEquals", ["a"], nil, .yes),
    Case("StringNotEquals", ["a", "b"], ["b"], .no), Case("stringequalsignorecase", ["a"], ["A"], .yes),
    Case("StringNotEqualsIgnoreCase", ["a"], ["A"], .no), Case("StringLike", ["a?c*"], ["abcd"], .yes),
    Case("StringLike", ["a?c"], ["ac"], .no), Case("StringNotLike", ["a*"], ["abc"], .no),
    Case("StringLike", ["${*}"], ["*"], .yes), Case("StringLike", ["${*}"], ["x"], .no),
    Case("StringLike", ["a*"], ["*"], .no), Case("NumericEquals", ["10"], ["10.0"], .yes),
    Case("NumericLessThan", ["10"], ["9"], .yes), Case("NumericLessThanEquals", ["10"], ["10"], .yes),
    Case("NumericGreaterThan", ["10"], ["10"], .no), Case("NumericGreaterThanEquals", ["x"], ["10"], .no),
    Case("NumericNotEquals", ["1"], ["2"], .yes),
    Case("DateLessThan", ["2026-01-02T00:00:00Z"], ["2026-01-01T23:59:59Z"], .yes),
    Case("DateGreaterThan", ["2026-01-01T01:00:00+01:00"], ["2026-01-01T00:00:01Z"], .yes),
    Case("DateEquals", ["0"], ["1970-01-01"], .yes), Case("DateEquals", ["2000-02-29"], ["951782400"], .yes),
    Case("DateEquals", ["2026-13-01"], ["2026-13-01"], .no), Case("Bool", ["true"], ["True"], .yes),
    Case("Bool", ["true"], ["false"], .no), Case("Bool", ["false"], nil, .no),
    Case("BoolIfExists", ["false"], nil, .yes), Case("Null", ["true"], nil, .yes),
    Case("Null", ["false"], ["x"], .yes), Case("Null", ["true"], ["x"], .no),
    Case("BinaryEquals", ["QQ=="], ["QQ=="], .yes),
    Case("IpAddress", ["203.0.113.0/24"], ["203.0.113.9"], .yes),
    Case("IpAddress", ["203.0.113.0/25"], ["203.0.113.129"], .no),
    Case("IpAddress", ["2001:db8::/32"], ["2001:db8:1::1"], .yes),
    Case("IpAddress", ["2001:db8::1"], ["2001:db8:0:0:0:0:0:1"], .yes),
    Case("IpAddress", ["0.0.0.0/0"], ["::1"], .no), Case("NotIpAddress", ["10.0.0.0/8"], ["11.0.0.1"], .yes),
    Case("IpAddress", ["10.0.0.0/99"], ["10.0.0.1"], .no),
    Case("ArnLike", ["arn:aws:sns:*:1:t*"], ["arn:aws:sns:eu-west-1:1:topic"], .yes),
    Case("ArnLike", ["arn:aws:sns:*:topic"], ["arn:aws:sns:eu-west-1:1:topic"], .yes),
    Case("ArnLike", ["arn:aws:sns:e*t:topic"], ["arn:aws:sns:eu-west-1:1t:topic"], .no),
    Case("ArnEquals", ["arn:aws:sns:*:1:t"], ["arn:aws:sns:eu-west-1:1:t"], .yes),
    Case("ArnNotEquals", ["arn:aws:s3:::b"], ["arn:aws:s3:::c"], .yes),
    Case("ArnLike", ["*"], ["nobody"], .no),
    Case("ForAllValues:StringEquals", ["a", "b"], ["a", "b"], .yes),
    Case("ForAllValues:StringEquals", ["a"], ["a", "c"], .no),
    Case("ForAllValues:StringEquals", ["a"], nil, .yes),
    Case("ForAnyValue:StringEquals", ["a"], ["c", "a"], .yes),
    Case("ForAnyValue:StringEquals", ["a"], nil, .no),
    Case("ForAllValues:StringNotEquals", ["a"], ["b", "c"], .yes),
    Case("ForAnyValue:StringNotEquals", ["a"], ["a", "b"], .yes),
    Case("ForAnyValue:StringLikeIfExists", ["a"], nil, .yes), Case("StringSounds", ["a"], ["a"], .maybe),
    Case("StringEquals", [], ["a"], .no),
  ])
  func aConditionHoldsAsDocumented(_ item: Case) {
    var context = RequestContext(isComplete: true)
    context["aws:Key"] = item.given.map { .values($0.map { Text($0) }) } ?? .absent
    let condition = PolicyCondition(
      operation: item.operation, key: "AWS:key", values: item.values, location: place)
    #expect(condition.holds(in: context) == item.answer)
  }

  @Test func whatIsNotKnownDecidesNothing() {
    let open = Text([.open(Expression("!Ref Team", origin: .parameter("Team")))])
    let context = RequestContext(["a": ["x"]])
    #expect(condition("StringEquals", "b", "x").holds(in: context) == .maybe)
    #expect(condition("StringEquals", "a", open).holds(in: context) == .maybe)
    #expect(condition("StringEquals", "a", "x", open).holds(in: context) == .yes)
    #expect(condition("StringNotEquals", "a", open).holds(in: context) == .maybe)
  }

  @Test func aResourceOfTheTemplateIsAValue() {
    var context = RequestContext(isComplete: true)
    context["aws:SourceArn"] = .values([reference("Uploads", "Arn")])
    #expect(condition("ArnLike", "aws:SourceArn", reference("Uploads", "Arn")).holds(in: context) == .yes)
    #expect(condition("ArnLike", "aws:SourceArn", reference("Other", "Arn")).holds(in: context) == .no)
    #expect(condition("ArnLike", "aws:SourceArn", "arn:aws:s3:::uploads").holds(in: context) == .maybe)
    #expect(
      condition("StringEquals", "aws:SourceArn", reference("Uploads", "Arn")).holds(in: context) == .yes)
    context["aws:SourceAccount"] = .values([ownAccount])
    #expect(condition("StringEquals", "aws:SourceAccount", ownAccount).holds(in: context) == .yes)
    #expect(condition("StringEquals", "aws:SourceAccount", "111122223333").holds(in: context) == .maybe)
  }

  @Test func variablesTakeTheirValueFromTheRequest() {
    let context = RequestContext(
      ["aws:username": ["anna*"], "s3:prefix": ["home/anna*/x"]], isComplete: true)
    let home: Text = "home/${aws:username}/*"
    #expect(condition("StringLike", "s3:prefix", home).holds(in: context) == .yes)
    // A wildcard in a value is a character.
    let other = RequestContext(["aws:username": ["*"], "s3:prefix": ["home/anna/x"]], isComplete: true)
    #expect(condition("StringLike", "s3:prefix", home).holds(in: other) == .no)
    let team: Text = "${aws:PrincipalTag/team, 'nobody'}"
    #expect(
      condition("StringEquals", "k", team).holds(in: RequestContext(["k": ["nobody"]], isComplete: true))
        == .yes)
    let missing: Text = "${aws:PrincipalTag/team}"
    #expect(
      condition("StringLike", "k", missing).holds(in: RequestContext(["k": ["nobody"]], isComplete: true))
        == .no)
  }
}
