import ApplicationModel
import FindingModel
import PolicyEngine
import Testing

@Suite struct LeastPrivilegeStatementTests {
  let table = reference("Orders", "Arn")

  private func minimal(_ needs: [ActionNeed], names: ResourceNames = ResourceNames()) -> [MinimalStatement] {
    LeastPrivilege(names: names).statements(for: needs)
  }

  @Test func actionsOnTheSameResourcesAreOneStatement() {
    let statements = minimal([
      need("dynamodb:PutItem", table, line: 9), need("dynamodb:getitem", table, line: 4),
      need("dynamodb:GetItem", table, line: 7), need("sqs:SendMessage", reference("Jobs", "Arn"), line: 12),
    ])
    #expect(
      statements.map { $0.actions.map(\.name) } == [
        ["dynamodb:GetItem", "dynamodb:PutItem"], ["sqs:SendMessage"],
      ])
    #expect(statements.first?.resources == [table])
    #expect(statements.first?.actions.first?.locations.map(\.line) == [4, 7])
  }

  @Test func resourcesWithTheSameActionsAreOneStatement() {
    let other = reference("Users", "Arn")
    let statements = minimal([
      need("dynamodb:GetItem", table), need("dynamodb:GetItem", other), need("dynamodb:PutItem", other),
      need("dynamodb:PutItem", table),
    ])
    #expect(statements.count == 1)
    #expect(statements.first?.resources == [table, other])
  }

  @Test func aResourceWithinAnotherIsLeftOut() {
    let statements = minimal([
      need("s3:GetObject", "arn:aws:s3:::uploads/in/a", line: 3),
      need("s3:GetObject", "arn:aws:s3:::uploads/*", line: 5),
    ])
    #expect(statements.map(\.resources) == [["arn:aws:s3:::uploads/*"]])
    #expect(statements.first?.actions.first?.locations.map(\.line) == [3, 5])
  }

  @Test func anActionThatTakesNoResourceIsGivenOnEverything() {
    #expect(minimal([need("dynamodb:ListTables", table)]).map(\.resources) == [["*"]])
  }

  @Test func theOrderOfTheNeedsDoesNotMatter() {
    let needs = [
      need("s3:GetObject", "arn:aws:s3:::a/*"), need("s3:PutObject", "arn:aws:s3:::b/*"),
      need("sns:Publish", "*"),
      need("dynamodb:GetItem", table), need("dynamodb:PutItem", reference("Users", "Arn")),
      need("s3:GetObject", "arn:aws:s3:::b/*"), need("s3:PutObject", "arn:aws:s3:::a/x"),
    ]
    let first = minimal(needs)
    for shift in needs.indices { #expect(minimal(Array(needs[shift...] + needs[..<shift])) == first) }
  }

  @Test func aNameWithinAnARNBecomesTheReferenceToTheARN() {
    let names = ResourceNames(types: [
      "Jobs": "AWS::SQS::Queue", "Files": "AWS::S3::Bucket", "Alerts": "AWS::SNS::Topic",
    ])
    let jobs = Text([.literal("arn:aws:sqs:*:*:"), .reference(ResourceReference("Jobs"))])
    let objects = Text([.literal("arn:aws:s3:::"), .reference(ResourceReference("Files")), .literal("/in/*")])
    #expect(
      minimal([need("sqs:SendMessage", jobs)], names: names).first?.resources == [reference("Jobs", "Arn")])
    let files = Text([.reference(ResourceReference("Files", attribute: "Arn")), .literal("/in/*")])
    #expect(minimal([need("s3:GetObject", objects)], names: names).first?.resources == [files])
    let alerts = Text([.literal("arn:aws:sns:*:*:"), .reference(ResourceReference("Alerts"))])
    #expect(minimal([need("sns:Publish", alerts)], names: names).first?.resources == [reference("Alerts")])
  }

  /// Whatever is needed and certain is allowed by what comes out.
  @Test func theStatementsGiveWhatIsNeeded() {
    let needs = [
      need("s3:GetObject", "arn:aws:s3:::uploads/in/a"), need("s3:GetObject", "arn:aws:s3:::uploads/*"),
      need("dynamodb:GetItem", table), need("dynamodb:ListTables", "*"),
      need("kms:Decrypt", reference("Key", "Arn")),
    ]
    let comparison = PrivilegeComparison(granted: minimal(needs).map(asStatement), needed: needs)
    #expect(comparison.missing.isEmpty)
    #expect(comparison.undecided.isEmpty)
    #expect(comparison.excess.isEmpty)
  }

  private func asStatement(_ minimal: MinimalStatement) -> Statement {
    statement(.allow, actions: minimal.actions.map { Text($0.name) }, resources: minimal.resources)
  }
}

/// What is proposed is never wider than what is there.
@Suite struct NarrowingTests {
  private func narrowed(_ need: ActionNeed, _ resources: [Text], types: [String: String] = [:]) -> [Text] {
    let granted = statement(.allow, actions: [Text(need.action)], resources: resources)
    return GrantNarrowing(granted: [granted], names: ResourceNames(types: types)).narrowed(need).map(
      \.resource)
  }

  private static let ofParameter = Text([
    .literal("arn:aws:dynamodb:*:*:table/"), .open(Expression("Name", origin: .parameter("Name"))),
  ])

  @Test func anOpenTableIsTheOneThatIsGranted() {
    let open = need("dynamodb:UpdateItem", "arn:aws:dynamodb:*:*:table/*")
    #expect(narrowed(open, [Self.ofParameter]) == [Self.ofParameter])
    let own = reference("Orders", "Arn")
    #expect(narrowed(open, [own], types: ["Orders": "AWS::DynamoDB::Table"]) == [own])
    #expect(narrowed(need("dynamodb:UpdateItem", "*"), [own]) == [own])
  }

  @Test func objectsAreNotTheirBucket() {
    let objects: Text = "arn:aws:s3:::uploads/*"
    let open = need("s3:GetObject", "arn:aws:s3:::*/*")
    #expect(narrowed(open, ["arn:aws:s3:::uploads", objects]) == [objects])
  }

  @Test func whatIsKnownOrGrantedOnEverythingStays() {
    let known = need("dynamodb:UpdateItem", "arn:aws:dynamodb:eu-west-1:111122223333:table/orders")
    #expect(narrowed(known, [Self.ofParameter]) == [known.resource])
    let open = need("dynamodb:UpdateItem", "arn:aws:dynamodb:*:*:table/*")
    #expect(narrowed(open, ["*"]) == [open.resource])
    #expect(narrowed(open, ["arn:aws:sqs:*:*:jobs"]) == [open.resource])
  }
}

@Suite struct PrivilegeComparisonTests {
  @Test func aWildcardShowsWhatIsUsedAndWhatIsNot() throws {
    let granted = statement(.allow, actions: ["dynamodb:*"], resources: ["arn:aws:dynamodb:*:*:table/orders"])
    let comparison = PrivilegeComparison(
      granted: [granted], needed: [need("dynamodb:GetItem", "arn:aws:dynamodb:*:*:table/orders")])
    let excess = try #require(comparison.excess.first)
    #expect(comparison.excess.count == 1)
    #expect(excess.used == ["dynamodb:GetItem"])
    #expect(!excess.isIdle)
    #expect(excess.unused[.write, default: 0] > 5)
    #expect(excess.examples.count == PrivilegeComparison.exampleLimit)
    // The most harmful come first.
    let first = try #require(excess.examples.first)
    #expect(ServiceCatalogue().action(first)?.accessLevel == .permissionsManagement)
  }

  @Test func anEntryThatNobodyNeedsIsIdle() {
    let granted = statement(.allow, actions: ["sqs:SendMessage", "s3:GetObject", "private:Thing"])
    let comparison = PrivilegeComparison(
      granted: [granted], needed: [need("s3:GetObject", "arn:aws:s3:::a/b")])
    #expect(comparison.excess.map { $0.pattern?.value } == ["sqs:SendMessage", "private:Thing"])
    #expect(comparison.excess.map(\.isIdle) == [true, true])
    #expect(comparison.excess.last?.unknown == ["private:Thing"])
  }

  @Test func theSameActionOnAnotherResourceIsNotUsed() {
    let granted = statement(.allow, actions: ["s3:GetObject"], resources: ["arn:aws:s3:::archive/*"])
    let comparison = PrivilegeComparison(
      granted: [granted], needed: [need("s3:GetObject", "arn:aws:s3:::uploads/a")])
    #expect(comparison.missing.map(\.action) == ["s3:GetObject"])
    #expect(comparison.excess.map(\.isIdle) == [true])
  }

  @Test func whatCannotBeToldIsNeitherMissingNorUnused() {
    let granted = statement(.allow, actions: ["s3:GetObject"], resources: ["arn:aws:s3:::uploads/*"])
    let comparison = PrivilegeComparison(granted: [granted], needed: [need("s3:GetObject", "*")])
    #expect(comparison.missing.isEmpty)
    #expect(comparison.undecided.count == 1)
    #expect(comparison.excess.isEmpty)
  }

  @Test func aBoundaryTakesAway() {
    let granted = statement(.allow, actions: ["s3:*"])
    let boundary = statement(.allow, actions: ["s3:Get*"])
    let comparison = PrivilegeComparison(
      granted: [granted], boundary: [boundary],
      needed: [need("s3:GetObject", "arn:aws:s3:::a/b"), need("s3:PutObject", "arn:aws:s3:::a/b")])
    #expect(comparison.missing.map(\.action) == ["s3:PutObject"])
  }

  @Test func aConditionalNeedIsNeverMissing() {
    let conditional = need("kms:Decrypt", "arn:aws:kms:*:*:key/*", isConditional: true)
    #expect(PrivilegeComparison(granted: [], needed: [conditional]).missing.isEmpty)
  }

  @Test func aTableMayBeGrantedByReferenceAndNeededByName() {
    let names = ResourceNames(types: ["Orders": "AWS::DynamoDB::Table"])
    let needed = Text([.literal("arn:aws:dynamodb:*:*:table/"), .reference(ResourceReference("Orders"))])
    let granted = [
      statement(.allow, actions: ["dynamodb:GetItem"], resources: [reference("Orders", "Arn")]),
      statement(.allow, actions: ["dynamodb:PutItem"], resources: ["arn:aws:dynamodb:*:*:table/*"]),
    ]
    let comparison = PrivilegeComparison(
      granted: granted, needed: [need("dynamodb:GetItem", needed), need("dynamodb:PutItem", needed)],
      names: names)
    #expect(comparison.missing.isEmpty)
    #expect(comparison.undecided.isEmpty)
    #expect(comparison.excess.isEmpty)
  }
}
