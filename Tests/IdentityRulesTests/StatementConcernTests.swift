import ApplicationModel
import FindingModel
import Testing

@testable import IdentityRules

/// Which concern an action on a resource belongs to: exactly one, or none.
@Suite struct StatementConcernTests {
  @Test(arguments: ConcernCase.all)
  func belongsToOneConcern(_ example: ConcernCase) throws {
    let statement = example.statement
    let pattern = try #require(statement.actionPatterns.first)
    #expect(statement.concern(of: pattern) == example.concern)
  }

  @Test func wholeServiceSpeaksForTheOtherActionsOfTheService() {
    let statement = Statement.allowing(["s3:*", "s3:GetObject", "sqs:SendMessage"], on: ["*"])
    #expect(Set(statement.concerns.keys) == [.wholeService, .write])
    #expect(statement.concerns[.wholeService]?.map(\.text) == ["s3:*"])
  }

  @Test func administrationSpeaksForTheWholeStatement() {
    let statement = Statement.allowing(["*", "s3:*", "iam:PassRole"], on: ["*"])
    #expect(Set(statement.concerns.keys) == [.administration])
  }

  @Test func writesJoinTheGraverConcernOfTheSameService() {
    let statement = Statement.allowing(["dynamodb:Scan", "dynamodb:PutItem", "sqs:SendMessage"], on: ["*"])
    #expect(statement.concerns[.dataRead]?.map(\.text) == ["dynamodb:Scan"])
    #expect(statement.concerns[.write]?.map(\.text) == ["sqs:SendMessage"])
  }

  @Test func exceptionsSpeakForTheWholeStatement() {
    let statement = Statement(
      effect: .known(.allow, at: .here), actions: .allExcept([Located("iam:*", at: .here)]),
      resources: .only([Located("*", at: .here)]), location: .here)
    #expect(Set(statement.concerns.keys) == [.exceptions])
  }

  @Test func denialsAndImpliedStatementsRaiseNoConcern() {
    let denial = Statement(
      effect: .known(.deny, at: .here), actions: .only([Located("*", at: .here)]),
      resources: .only([Located("*", at: .here)]), location: .here)
    let implied = Statement(
      effect: .known(.allow, at: .here), actions: .only([Located("*", at: .here)]),
      resources: .only([Located("*", at: .here)]), location: .here, isImplied: true)
    #expect(denial.concerns.isEmpty && implied.concerns.isEmpty)
  }

  @Test(arguments: [
    ("arn:aws:s3:::*", true), ("arn:aws:s3:::uploads/*", false), ("*", true),
  ])
  func whatTheUserFillsInOfATemplateIsHis(resource: String, isWide: Bool) {
    let place = FindingModel.SourceLocation(path: "template.yaml", line: 2, column: 9)
    let statement = Statement(
      effect: .known(.allow, at: .here),
      actions: .only(["s3:PutObjectAcl", "s3:GetObject", "s3:PutObject"].map { Located($0, at: .here) }),
      resources: .only([Located(Text(resource), at: place)]), location: .here, isImplied: true)
    // The cause is one parameter, so that there is one concern.
    #expect(Set(statement.concerns.keys) == (isWide ? [.dataRead] : []))
  }

  @Test func anActionNobodyCanEvaluateIsOpenAndNoConcern() {
    let open = Text([.open(Expression("${Service}")), .literal(":Get*")])
    let statement = Statement.allowing([open], on: ["*"])
    #expect(statement.concerns.isEmpty)
    #expect(statement.openPart?.value == open)
  }

  @Test(arguments: [
    ("StringEquals", "aws:ResourceTag/app", "shop", true), ("StringLike", "kms:ViaService", "s3.*", true),
    ("StringEquals", "iam:PassedToService", "glue.amazonaws.com", true),
    ("Bool", "kms:GrantIsForAWSResource", "true", true), ("StringEquals", "aws:ResourceTag/app", "*", false),
    ("StringEqualsIfExists", "aws:ResourceTag/app", "shop", false),
    ("StringNotEquals", "aws:ResourceTag/app", "shop", false),
    ("IpAddress", "aws:SourceIp", "10.0.0.0/8", false),
    ("StringEquals", "aws:RequestedRegion", "eu-west-1", false),
    ("Bool", "aws:SecureTransport", "true", false),
  ])
  func knowsConditionsThatNarrowResources(operation: String, key: String, value: String, narrows: Bool) {
    let condition = PolicyCondition(operation: operation, key: key, values: [Text(value)], location: .here)
    #expect(condition.narrowsResources == narrows)
  }

  @Test(arguments: [
    ("*", ResourceBreadth.everything), ("arn:aws:*", .everything), ("arn:aws:s3:::*", .allOfKind),
    ("arn:aws:s3:::*/*", .allOfKind), ("arn:aws:s3:::uploads/*", .named), ("arn:aws:s3:::uploads-*", .named),
    ("arn:aws:dynamodb:*:*:table/*", .allOfKind), ("arn:aws:dynamodb:*:*:table/*/index/*", .allOfKind),
    ("arn:aws:dynamodb:*:*:table/orders/index/*", .named), ("arn:aws:sqs:*:*:*", .allOfKind),
    ("arn:aws:sns:eu-west-1:111122223333:orders:*", .named), ("arn:aws:iam::*:role/*", .allOfKind),
    ("arn:aws:iam::*:role/shop-*", .named), ("arn:aws:lambda:*:*:function:*", .allOfKind),
    ("arn:aws:lambda:*:*:function:**", .allOfKind), ("arn:aws:lambda:*:*:function:shop:*", .named),
    ("arn:aws:logs:*:*:log-group:*:log-stream:*", .allOfKind),
    ("arn:aws:execute-api:*:*:abc123/*", .named), ("arn:aws:ssm:*:*:parameter/shop/*", .named),
  ])
  func measuresHowMuchAResourceReaches(resource: String, breadth: ResourceBreadth) {
    #expect(Text(resource).breadth == breadth)
  }
}

struct ConcernCase: CustomTestStringConvertible, Sendable {
  let action: String
  let resource: String
  let concern: StatementConcern?

  init(_ action: String, _ resource: String, _ concern: StatementConcern?) {
    self.action = action
    self.resource = resource
    self.concern = concern
  }

  var testDescription: String { "\(action) on \(resource)" }

  var statement: Statement { .allowing([Text(action)], on: [Text(resource)]) }

  static let table = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders"

  static let all: [ConcernCase] = [
    ConcernCase("*", "*", .administration), ConcernCase("*:*", "*", .administration),
    ConcernCase("iam:*", "*", .administration), ConcernCase("IAM:*", "*", .administration),
    ConcernCase("*", table, .wholeService), ConcernCase("s3:*", "*", .wholeService),
    ConcernCase("dynamodb:*", table, .wholeService), ConcernCase("xray:*", "*", nil),
    ConcernCase("logs:*", "*", .wholeService),
    ConcernCase("logs:*", "arn:aws:logs:eu-west-1:111122223333:log-group:shop", nil),
    ConcernCase("iam:PutRolePolicy", "*", .escalation), ConcernCase("iam:*Role*", "*", .escalation),
    ConcernCase("iam:PutRolePolicy", "arn:aws:iam::111122223333:role/shop", nil),
    ConcernCase("ssm:SendCommand", "*", .escalation), ConcernCase("iam:PassRole", "*", .passRole),
    ConcernCase("iam:Pass*", "arn:aws:iam::111122223333:role/*", .passRole),
    ConcernCase("iam:PassRole", "arn:aws:iam::111122223333:role/worker", nil),
    ConcernCase("lambda:UpdateFunctionCode", "*", .functionChange),
    ConcernCase("lambda:Update*", "arn:aws:lambda:eu-west-1:111122223333:function:own", .functionChange),
    ConcernCase("lambda:AddPermission", "*", .functionChange), ConcernCase("lambda:GetFunction", "*", nil),
    ConcernCase("s3:PutBucketPolicy", "*", .exposure), ConcernCase("s3:Put*", "*", .exposure),
    ConcernCase("sqs:AddPermission", "arn:aws:sqs:*:*:*", .exposure),
    ConcernCase("sts:AssumeRole", "*", .assumeRole), ConcernCase("sts:GetCallerIdentity", "*", nil),
    ConcernCase("secretsmanager:GetSecretValue", "*", .dataRead),
    ConcernCase("ssm:GetParameter*", "*", .dataRead),
    ConcernCase("s3:Get*", "*", .dataRead), ConcernCase("dynamodb:Query", "*", .dataRead),
    ConcernCase("dynamodb:query", "*", .dataRead), ConcernCase("dynamodb:Query", table, nil),
    ConcernCase("s3:ListAllMyBuckets", "*", nil), ConcernCase("dynamodb:DescribeTable", "*", nil),
    ConcernCase("kms:Decrypt", "*", .decryption), ConcernCase("kms:Encrypt", "*", nil),
    ConcernCase("lambda:InvokeFunction", "*", .invocation), ConcernCase("lambda:Invoke*", "*", .invocation),
    ConcernCase("sqs:SendMessage", "*", .write), ConcernCase("sqs:SendMessage*", "*", .write),
    ConcernCase("dynamodb:PutItem", "*", .write), ConcernCase("dynamodb:CreateTable", "*", nil),
    ConcernCase("cloudwatch:PutMetricData", "*", nil), ConcernCase("xray:PutTraceSegments", "*", nil),
    ConcernCase("logs:PutLogEvents", "*", nil), ConcernCase("ec2:CreateNetworkInterface", "*", nil),
    ConcernCase("ec2:DeleteNetworkInterface", "*", nil), ConcernCase("ec2:TerminateInstances", "*", .write),
    ConcernCase("textract:StartDocumentAnalysis", "*", nil),
    ConcernCase("route53:ChangeResourceRecordSets", "*", .write),
  ]
}

extension Statement {
  static func allowing(_ actions: [Text], on resources: [Text]) -> Statement {
    Statement(
      effect: .known(.allow, at: .here), actions: .only(actions.map { Located($0, at: .here) }),
      resources: .only(resources.map { Located($0, at: .here) }), location: .here)
  }
}

extension FindingModel.SourceLocation {
  static let here = FindingModel.SourceLocation(path: "template.yaml", line: 1, column: 1)
}
