import ApplicationModel
import PolicyEngine
import Testing

@Suite struct AccessEvaluationTests {
  static let account = "111122223333"
  static let role = RequestPrincipal(.role, name: "arn:aws:iam::111122223333:role/app")
  static let stranger = RequestPrincipal(.role, name: "arn:aws:iam::999988887777:role/x")

  /// - Parameter statements: JSON records, written with `'` for `"`.
  static func policy(_ statements: String...) -> PolicyDocument {
    let text = "{'Version': '2012-10-17', 'Statement': [\(statements.joined(separator: ","))]}"
    return PolicyText.read(text.replacing("'", with: "\""), at: place).document
  }

  static let allowAll = policy("{'Effect': 'Allow', 'Action': '*', 'Resource': '*'}")
  static let denyAll = policy("{'Effect': 'Deny', 'Action': '*', 'Resource': '*'}")
  static let allowPut = policy("{'Effect': 'Allow', 'Action': 's3:Put*', 'Resource': 'arn:aws:s3:::b/*'}")
  static let openToRole = policy(
    "{'Effect': 'Allow', 'Principal': {'AWS': 'arn:aws:iam::111122223333:role/app'}, 'Action': 's3:*', 'Resource': '*'}"
  )
  static let openToAccount = policy(
    "{'Effect': 'Allow', 'Principal': {'AWS': '111122223333'}, 'Action': '*', 'Resource': '*'}")
  static let openToStranger = policy(
    "{'Effect': 'Allow', 'Principal': {'AWS': 'arn:aws:iam::999988887777:root'}, 'Action': 's3:*', 'Resource': '*'}"
  )

  enum Answer { case allowed, denied, depends }

  static func answer(_ decision: AccessDecision) -> Answer {
    switch decision {
    case .allowed: .allowed
    case .denied: .denied
    case .depends: .depends
    }
  }

  static func request(
    _ principal: RequestPrincipal = role, _ action: String = "s3:PutObject",
    on arn: Text = "arn:aws:s3:::b/k",
    _ context: RequestContext = RequestContext(isComplete: true)
  ) -> AccessRequest {
    AccessRequest(
      principal: principal, action: action, target: .resource(arn), resourceAccount: account, context: context
    )
  }

  @Test(arguments: [
    (AccessEvaluation(), Answer.denied), (AccessEvaluation(identityPolicies: [allowPut]), .allowed),
    (AccessEvaluation(identityPolicies: [allowPut, denyAll]), .denied),
    (AccessEvaluation(identityPolicies: [allowPut], resourcePolicy: policy()), .allowed),
    (AccessEvaluation(resourcePolicy: openToRole), .allowed),
    (AccessEvaluation(resourcePolicy: openToAccount), .denied),
    (AccessEvaluation(resourcePolicy: openToStranger), .denied),
    (AccessEvaluation(identityPolicies: [allowPut], boundary: policy()), .denied),
    (AccessEvaluation(identityPolicies: [allowPut], boundary: allowAll), .allowed),
    (AccessEvaluation(resourcePolicy: openToRole, boundary: policy()), .denied),
    (
      AccessEvaluation(identityPolicies: [allowPut], serviceControlPolicies: [[allowAll], [allowAll]]),
      .allowed
    ),
    (
      AccessEvaluation(identityPolicies: [allowPut], serviceControlPolicies: [[allowAll], [policy()]]),
      .denied
    ),
    (AccessEvaluation(identityPolicies: [allowPut], serviceControlPolicies: [[allowAll, denyAll]]), .denied),
  ])
  func policiesWithinAnAccountJoinAsDocumented(_ evaluation: AccessEvaluation, _ answer: Answer) {
    #expect(Self.answer(evaluation.decision(for: Self.request())) == answer)
  }

  @Test func acrossAccountsBothSidesMustAllow() {
    let request = Self.request(Self.stranger)
    let identity = AccessEvaluation(identityPolicies: [Self.allowPut])
    #expect(identity.decision(for: request) == .denied(.resourcePolicy))
    let both = AccessEvaluation(identityPolicies: [Self.allowPut], resourcePolicy: Self.openToStranger)
    #expect(Self.answer(both.decision(for: request)) == .allowed)
    let resource = AccessEvaluation(resourcePolicy: Self.openToStranger)
    #expect(resource.decision(for: request) == .denied(.identityPolicy))
  }

  @Test func nobodyAndServicesAnswerToTheResourceOnly() {
    let open = Self.policy("{'Effect': 'Allow', 'Principal': '*', 'Action': 's3:PutObject', 'Resource': '*'}")
    let evaluation = AccessEvaluation(identityPolicies: [Self.denyAll], resourcePolicy: open)
    #expect(Self.answer(evaluation.decision(for: Self.request(.anonymous))) == .allowed)
    let service = Self.policy(
      "{'Effect': 'Allow', 'Principal': {'Service': 's3.amazonaws.com'}, 'Action': 's3:*', 'Resource': '*'}")
    let sns = RequestPrincipal(.service, name: "sns.amazonaws.com")
    #expect(
      Self.answer(AccessEvaluation(resourcePolicy: service).decision(for: Self.request(sns))) == .denied)
  }

  @Test func keysAnswerToTheirOwnPolicy() {
    let request = Self.request(Self.role, "kms:Decrypt", on: "arn:aws:kms:eu-west-1:111122223333:key/k")
    let silent = AccessEvaluation(identityPolicies: [Self.allowAll], resourcePolicy: Self.policy())
    #expect(silent.decision(for: request) == .denied(.resourcePolicy))
    let handedOver = AccessEvaluation(identityPolicies: [Self.allowAll], resourcePolicy: Self.openToAccount)
    #expect(Self.answer(handedOver.decision(for: request)) == .allowed)
    #expect(
      Self.answer(AccessEvaluation(resourcePolicy: Self.openToAccount).decision(for: request)) == .denied)
  }

  struct Pattern: CustomTestStringConvertible, Sendable {
    let pattern: String
    let name: Text
    let answer: Answer
    var testDescription: String { "\(pattern) on \(name)" }
    init(_ pattern: String, _ name: Text, _ answer: Answer) {
      self.pattern = pattern
      self.name = name
      self.answer = answer
    }
  }

  static let orders = Text([.literal("arn:aws:dynamodb:*:*:table/"), .reference(ResourceReference("Orders"))])

  @Test(arguments: [
    Pattern("*", "arn:aws:s3:::b", .allowed), Pattern("arn:aws:s3:::b*", "arn:aws:s3:::bucket/k", .allowed),
    Pattern("arn:aws:s3:::B", "arn:aws:s3:::b", .denied),
    Pattern("arn:aws:sqs:*:q", "arn:aws:sqs:eu-west-1:1:q", .allowed),
    Pattern("arn:aws:sqs:eu*1:q", "arn:aws:sqs:eu-west-1:1:q", .denied),
    Pattern("arn:aws:sqs:e*:1:*s:x", "arn:aws:sqs:eu-west-1:1:jobs:x", .allowed),
    Pattern("arn:aws:sqs:**:q", "arn:aws:sqs:eu-west-1:1:q", .allowed),
    Pattern("arn:aws:dynamodb:*", orders, .allowed), Pattern("arn:aws:dynamodb*", orders, .allowed),
    Pattern("arn:aws-us-gov:s3:::b/*", "arn:aws:s3:::b/k", .allowed),
    Pattern("arn:aws:*:*:1:table/x", orders, .depends),
    Pattern("arn:aws:dynamodb:x:table/*:y", orders, .depends),
    Pattern("arn:aws:lambda:*:*:function:*", "arn:aws:lambda:eu:1:function:f:2", .allowed),
    Pattern("arn:aws:sqs:eu-west-?:1:q", "arn:aws:sqs:eu-west-1:1:q", .allowed),
    Pattern("arn:aws:s3:::b/*", "arn:aws:s3:::b/*", .allowed),
    Pattern("arn:aws:s3:::b/secret/*", "arn:aws:s3:::b/*", .depends),
    Pattern("arn:aws:dynamodb:*:*:table/*", orders, .allowed),
    Pattern("arn:aws:dynamodb:*:*:table/orders", orders, .depends),
    Pattern("arn:aws:sqs:*:*:*", orders, .denied), Pattern("not an arn", orders, .denied),
    Pattern("arn:aws:s3:::${aws:username}/*", "arn:aws:s3:::anna/k", .allowed),
    Pattern("arn:aws:s3:::${aws:userid}/*", "arn:aws:s3:::anna/k", .denied),
  ])
  func resourcesMatchSegmentBySegment(_ item: Pattern) {
    let statement = Self.policy("{'Effect': 'Allow', 'Action': '*', 'Resource': '\(item.pattern)'}")
    let request = Self.request(
      on: item.name, RequestContext(["aws:username": ["anna"]], isComplete: true))
    let decision = AccessEvaluation(identityPolicies: [statement]).decision(for: request)
    #expect(Self.answer(decision) == item.answer)
  }

  @Test func theSameResourceByArnOrByNameIsOne() {
    let byARN = Statement(
      effect: .known(.allow, at: place), actions: .only(located(["dynamodb:*"])),
      resources: .only(located([reference("Orders", "Arn")])), location: place)
    let other = Statement(
      effect: .known(.allow, at: place), actions: .only(located(["dynamodb:*"])),
      resources: .only(located([reference("Users", "Arn")])), location: place)
    let request = Self.request(Self.role, "dynamodb:PutItem", on: Self.orders)
    for (statement, answer) in [(byARN, Answer.allowed), (other, .denied)] {
      let document = PolicyDocument(statements: [statement], location: place)
      let decision = AccessEvaluation(identityPolicies: [document]).decision(for: request)
      #expect(Self.answer(decision) == answer)
    }
  }

  @Test func notFormsCoverAllButWhatTheyName() {
    let policy = Self.policy(
      "{'Effect': 'Allow', 'NotAction': 'iam:*', 'NotResource': 'arn:aws:s3:::secret/*'}")
    let evaluation = AccessEvaluation(identityPolicies: [policy])
    #expect(Self.answer(evaluation.decision(for: Self.request())) == .allowed)
    #expect(
      Self.answer(evaluation.decision(for: Self.request(on: "arn:aws:s3:::secret/k"))) == .denied)
    #expect(Self.answer(evaluation.decision(for: Self.request(Self.role, "iam:GetRole"))) == .denied)
    let strangers = Self.policy(
      "{'Effect': 'Deny', 'NotPrincipal': {'AWS': 'arn:aws:iam::111122223333:role/app'}, 'Action': '*', 'Resource': '*'}",
      "{'Effect': 'Allow', 'Principal': '*', 'Action': '*', 'Resource': '*'}")
    let resource = AccessEvaluation(resourcePolicy: strangers)
    #expect(Self.answer(resource.decision(for: Self.request())) == .allowed)
    #expect(Self.answer(resource.decision(for: Self.request(.anonymous))) == .denied)
  }

  @Test func actionsWithoutResourceNeedEveryResource() {
    let request = AccessRequest(
      principal: Self.role, action: "s3:ListAllMyBuckets", target: .everything, context: RequestContext())
    let narrow = AccessEvaluation(
      identityPolicies: [Self.policy("{'Effect': 'Allow', 'Action': 's3:*', 'Resource': 'arn:aws:s3:::b'}")])
    #expect(narrow.decision(for: request) == .denied(.identityPolicy))
    #expect(
      Self.answer(AccessEvaluation(identityPolicies: [Self.allowAll]).decision(for: request)) == .allowed)
  }

  @Test func whatCannotBeReadIsNeverASilentAnswer() {
    let broken = PolicyText.read("{\"Statement\": [{\"Effect\"", at: place).document
    let evaluation = AccessEvaluation(identityPolicies: [Self.allowAll, broken])
    #expect(Self.answer(evaluation.decision(for: Self.request())) == .depends)
    let alone = AccessEvaluation(identityPolicies: [broken])
    #expect(Self.answer(alone.decision(for: Self.request())) == .depends)
  }
}
