import ApplicationModel
import PolicyEngine
import Testing

@Suite struct CatalogueTests {
  let catalogue = ServiceCatalogue()

  @Test func servicesAndActionsAreFoundInAnyCase() {
    #expect(catalogue.service("S3")?.prefix == "s3")
    #expect(catalogue.action("S3:getobject")?.fullName == "s3:GetObject")
    #expect(catalogue.action("dynamodb:GetItem")?.accessLevel == .read)
  }

  @Test(
    arguments: [
      "s3", "s3:", "s3:Nothing", "nothing:Get", "", ":", "s3:GetObject:more", "*", "s3:*", "\u{0}:\u{FF}",
    ])
  func whatIsNotKnownIsNil(name: String) {
    #expect(catalogue.action(name) == nil)
  }

  /// A binary search that fails for some would hide actions: all are looked up by name.
  @Test func everyActionOfEveryServiceIsFoundByItsName() {
    #expect(catalogue.prefixes.count > 400)
    #expect(catalogue.prefixes == catalogue.prefixes.sorted())
    for prefix in catalogue.prefixes {
      guard let service = catalogue.service(prefix) else {
        Issue.record("service \(prefix) is listed and not found")
        continue
      }
      for action in service.actions where service.action(named: action.name.uppercased())?.name != action.name
      {
        Issue.record("\(action.fullName) is listed and not found")
      }
    }
  }

  @Test(
    arguments: [
      ("s3:ListAllMyBuckets", AccessLevel.list), ("sqs:ReceiveMessage", .read), ("sns:Publish", .write),
      ("s3:PutObjectTagging", .tagging), ("s3:PutBucketPolicy", .permissionsManagement),
      ("iam:PassRole", .permissionsManagement),
    ])
  func accessLevelsAreThePlatforms(name: String, level: AccessLevel) {
    #expect(catalogue.action(name)?.accessLevel == level)
    #expect(catalogue.actionLevels(matching: name).map(\.level) == [level])
  }

  @Test func patternsCoverWhatTheirWildcardsDo() {
    let names = catalogue.actionLevels(matching: "SQS:*Message?atch").map(\.name)
    #expect(names == Array(names.sorted()))
    #expect(names.allSatisfy { $0.hasPrefix("sqs:") })
    #expect(
      Array(catalogue.actions(matching: "s3:get*acl")).map(\.name) == [
        "GetBucketAcl", "GetObjectAcl", "GetObjectVersionAcl",
      ])
    #expect(Array(catalogue.actions(matching: "execute-api:Invoke")).map(\.name) == ["Invoke"])
    #expect(Array(catalogue.actions(matching: "nothing:*")).isEmpty)
    #expect(Array(catalogue.actions(matching: "s3")).isEmpty)
    #expect(Array(catalogue.actions(matching: "")).isEmpty)
  }

  @Test func aLoneStarIsEverything() {
    let all = catalogue.actionLevels(matching: "*").reduce(0) { count, _ in count + 1 }
    #expect(all > 20_000)
    #expect(catalogue.actionLevels(matching: "*:*").reduce(0) { count, _ in count + 1 } == all)
  }

  @Test func resourceTypesSayWhatAStatementMayName() throws {
    let object = try #require(catalogue.action("s3:GetObject"))
    #expect(object.isScopable)
    #expect(object.resourceTypes.map(\.name).contains("object"))
    #expect(object.resourceTypes.first { $0.name == "object" }?.pattern == "arn:*:s3:::*/*")
    #expect(catalogue.action("s3:ListAllMyBuckets")?.isScopable == false)
    #expect(object.accepts("arn:aws:s3:::uploads/a") == .yes)
    #expect(object.accepts("arn:aws:sqs:eu-west-1:111122223333:jobs") == .no)
    #expect(catalogue.action("s3:ListBucket")?.accepts("arn:aws:s3:::uploads") == .yes)
    #expect(
      catalogue.action("dynamodb:GetItem")?.accepts("arn:aws:dynamodb:*:*:table/t") == .yes)
    #expect(
      catalogue.action("dynamodb:ListTables")?.accepts("arn:aws:dynamodb:*:*:table/t") == .no)
  }

  @Test func dependentActionsAndConditionKeysAreNamed() throws {
    let action = try #require(catalogue.action("lambda:CreateFunction"))
    #expect(action.dependentActions.contains("iam:PassRole"))
    #expect(action.conditionKeys.contains("lambda:VpcIds"))
    let keys = try #require(catalogue.service("s3")).conditionKeys
    #expect(keys.contains { $0.name == "s3:prefix" && $0.type == .string })
    #expect(keys.contains { $0.name == "s3:TlsVersion" && $0.type == .number })
  }
}

@Suite struct ManagedPolicyTests {
  let policies = ManagedPolicyCatalogue()

  @Test func aPolicyIsFoundByItsNameOrARN() {
    let name = "AWSLambdaBasicExecutionRole"
    #expect(policies.policy(named: name)?.path == "/service-role/")
    #expect(policies.policy(named: "arn:aws-cn:iam::aws:policy/service-role/\(name)")?.name == name)
    #expect(policies.policy(attached: Text(name))?.arn == "arn:aws:iam::aws:policy/service-role/\(name)")
    let partition = Text.Part.open(Expression("AWS::Partition", origin: .pseudoParameter("AWS::Partition")))
    let written = Text([.literal("arn:"), partition, .literal(":iam::aws:policy/service-role/\(name)")])
    #expect(policies.policy(attached: written)?.name == name)
  }

  @Test(
    arguments: [
      "arn:aws:iam::111122223333:policy/AWSLambdaBasicExecutionRole", "Nothing", "", "arn:",
      "arn:aws:iam::aws:policy/",
    ])
  func aCustomersOwnPolicyIsNone(text: String) {
    #expect(policies.policy(attached: Text(text)) == nil)
  }

  /// Every document that the program carries can be read, without a rest.
  @Test func everyPolicyIsReadAsStatements() {
    #expect(policies.names.count > 1000)
    for name in policies.names {
      guard let document = policies.policy(named: name)?.document else {
        Issue.record("\(name) is listed and not found")
        continue
      }
      if document.statements.isEmpty || !document.unresolved.isEmpty {
        Issue.record("\(name) is not understood")
      }
    }
  }

  @Test func aRolesPoliciesOfAWSBecomeStatementsWhereTheyAreAttached() {
    let role = role(managed: ["AWSLambdaBasicExecutionRole", "arn:aws:iam::111122223333:policy/own"])
    let granted = role.granted()
    #expect(granted.statements.contains { $0.covers(action: "logs:PutLogEvents") && $0.location == place })
    #expect(granted.unread.map(\.value) == ["arn:aws:iam::111122223333:policy/own"])
    #expect(!granted.isComplete)
  }
}
