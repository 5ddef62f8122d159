import ApplicationModel
import PolicyEngine
import Testing

@Suite struct ActionGrantTests {
  let catalogue = ServiceCatalogue()

  @Test func aWildcardBecomesItsActionsWithTheirLevels() {
    let statement = statement(.allow, actions: ["dynamodb:*"], resources: ["arn:aws:dynamodb:*:*:table/t"])
    let grants = Array(statement.grants(in: catalogue))
    #expect(grants.count > 50)
    #expect(grants.contains { $0.action == "dynamodb:DeleteTable" && $0.accessLevel == .write })
    #expect(grants.allSatisfy { $0.pattern?.value == "dynamodb:*" })
  }

  @Test func whatTheCatalogueDoesNotKnowStandsForItself() {
    let grants = Array(statement(.allow, actions: ["private:*", "s3:NewAction"]).grants(in: catalogue))
    #expect(grants.map(\.action) == ["private:*", "s3:NewAction"])
    #expect(grants.allSatisfy { $0.accessLevel == nil })
  }

  @Test func notActionIsEverythingElse() {
    let except = Statement(
      effect: .known(.allow, at: place), actions: .allExcept(located(["iam:*", "s3:Get*"])),
      resources: .only(located(["*"])), location: place)
    let actions = Set(except.grants(in: catalogue).map(\.action))
    #expect(actions.contains("s3:PutObject") && actions.contains("sqs:SendMessage"))
    #expect(!actions.contains("iam:PassRole") && !actions.contains("s3:GetObject"))
  }

  @Test func theFirstGrantsOfEverythingDoNotWaitForTheRest() {
    let first = statement(.allow, actions: ["*"]).grants(in: catalogue).prefix(3)
    #expect(Array(first).count == 3)
  }
}

@Suite struct GrantSetTests {
  static let uploads: Text = "arn:aws:s3:::uploads/*"

  @Test(
    arguments: [
      ("s3:GetObject", "arn:aws:s3:::uploads/a", Truth.yes), ("s3:GetObject", "arn:aws:s3:::uploads/*", .yes),
      ("s3:GetObject", "arn:aws:s3:::*", .maybe), ("s3:GetObject", "*", .maybe),
      ("s3:GetObject", "arn:aws:s3:::other/a", .no), ("s3:PutObject", "arn:aws:s3:::uploads/a", .no),
      // A statement about a resource gives no action that takes none.
      ("s3:ListAllMyBuckets", "*", .no),
    ] as [(String, Text, Truth)])
  func coversWhatItsResourcesInclude(action: String, resource: Text, covered: Truth) {
    let set = GrantSet([statement(.allow, actions: ["s3:Get*", "s3:List*"], resources: [Self.uploads])])
    #expect(set.covers(action: action, resource: resource) == covered)
  }

  @Test(
    arguments: [
      ("logs:DescribeLogGroups", "arn:aws:logs:*:*:*", Truth.yes), ("logs:DescribeLogGroups", "*", .yes),
      ("logs:DescribeLogGroups", "arn:aws:logs:*:*:log-group:*", .yes),
      ("logs:DescribeLogGroups", "arn:aws:logs:eu-west-1:*:*", .maybe),
      ("logs:DescribeLogGroups", "arn:aws:logs:*:*:log-group:/aws/lambda/*", .no),
      ("s3:ListAllMyBuckets", "arn:aws:s3:::*", .yes), ("s3:ListAllMyBuckets", "arn:aws:s3:::uploads", .no),
      ("sns:ListTopics", "arn:aws:sns:*:*:*", .yes), ("sns:ListTopics", "arn:aws:sns:*:*:orders", .no),
      ("sqs:ListQueues", "arn:aws:sqs:*:*:*", .no),
    ] as [(String, Text, Truth)])
  func someListingIsEvaluatedOnAnARN(action: String, resource: Text, covered: Truth) {
    let set = GrantSet([statement(.allow, actions: [Text(action)], resources: [resource])])
    #expect(set.covers(action: action, resource: "*") == covered)
  }

  @Test func aConditionLeavesItOpenAndADenialTakesItAway() {
    let token = condition("StringEquals", "aws:PrincipalOrgID", "o-abcdefghij")
    let allow = statement(.allow, actions: ["s3:*"], resources: [Self.uploads])
    let object: Text = "arn:aws:s3:::uploads/a"
    let conditional = GrantSet([statement(.allow, actions: ["s3:*"], resources: [Self.uploads], token)])
    #expect(conditional.covers(action: "s3:GetObject", resource: object) == .maybe)
    #expect(
      GrantSet([allow, statement(.deny, actions: ["s3:Get*"])]).covers(
        action: "s3:GetObject", resource: object) == .no)
    let conditionalDenial = statement(.deny, actions: ["s3:Get*"], resources: ["*"], token)
    #expect(GrantSet([allow, conditionalDenial]).covers(action: "s3:GetObject", resource: object) == .maybe)
  }

  @Test func aWiderPolicyAddsGrantsAndANarrowerAddsNone() {
    let narrow = GrantSet([
      statement(.allow, actions: ["sqs:SendMessage"], resources: ["arn:aws:sqs:*:*:jobs"])
    ])
    let wide = GrantSet([
      statement(
        .allow, actions: ["sqs:SendMessage*", "sqs:ReceiveMessage"], resources: ["arn:aws:sqs:*:*:*"])
    ])
    #expect(narrow.grants(notIn: wide).isEmpty)
    #expect(Set(wide.grants(notIn: narrow).map(\.action)) == ["sqs:SendMessage", "sqs:ReceiveMessage"])
    #expect(wide.grants(notIn: wide).isEmpty)
  }
}

@Suite struct ResourceComparisonTests {
  /// Who the caller is, is not known when two policies are compared.
  @Test func aPolicyVariableMayBeAnything() {
    let own: Text = "arn:aws:dynamodb:*:*:table/${aws:username}"
    let set = GrantSet([statement(.allow, actions: ["dynamodb:GetItem"], resources: [own])])
    #expect(set.covers(action: "dynamodb:GetItem", resource: own) == .yes)
    #expect(set.covers(action: "dynamodb:GetItem", resource: "arn:aws:dynamodb:*:*:table/alice") == .maybe)
    #expect(set.covers(action: "dynamodb:GetItem", resource: "arn:aws:sqs:*:*:alice") == .no)
  }
}
