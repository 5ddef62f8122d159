import ApplicationModel
import FindingModel
import PolicyEngine
import Testing

/// Which resource an ARN means by the name that the template gives it.
@Suite struct ResourceNamesTests {
  private static let region = Text.Part.open(
    Expression("AWS::Region", origin: .pseudoParameter("AWS::Region")))

  private static func queue(_ id: String, _ name: Text) -> Queue {
    Queue(
      identity: ResourceIdentity(
        id: id, name: id, type: "AWS::SQS::Queue", location: place, isImplied: false),
      queueName: .known(name, at: place), visibilityTimeout: .absent, deadLetterTarget: .absent,
      maximumReceives: .absent, key: .absent, managedEncryption: .absent, isFIFO: .absent)
  }

  private let names: ResourceNames = {
    var application = Application(name: "shop", path: "template.yaml", dialect: .sam, scenario: Scenario())
    application.queues = [
      Self.queue("Jobs", "jobs"), Self.queue("Reports", Text([.literal("reports-"), Self.region])),
      Self.queue("First", "twice"), Self.queue("Second", "twice"),
    ]
    return ResourceNames(application)
  }()

  private func arn(account: Text.Part, _ name: [Text.Part]) -> Text {
    Text([.literal("arn:aws:sqs:"), Self.region, .literal(":"), account, .literal(":")] + name)
  }

  @Test func aNameOfTheTemplateIsItsResource() {
    let own = Text.Part.open(Expression("AWS::AccountId", origin: .pseudoParameter("AWS::AccountId")))
    for account in [own, .literal("*")] {
      #expect(names.named(arn(account: account, [.literal("jobs")])) == reference("Jobs", "Arn"))
      let reports = arn(account: account, [.literal("reports-"), Self.region])
      #expect(names.named(reports) == reference("Reports", "Arn"))
    }
    #expect(names.named("arn:aws:sqs:*:*:jobs") == reference("Jobs", "Arn"))
  }

  @Test(
    arguments: [
      "arn:aws:sqs:*:*:jobs-of-others", "arn:aws:sqs:*:*:job*", "arn:aws:sqs:eu-west-1:111122223333:jobs",
      "arn:aws:sns:*:*:jobs", "arn:aws:sqs:*:*:twice", "jobs", "arn:aws:sqs:jobs", "*",
    ] as [Text])
  func anythingElseStaysWhatItIs(text: Text) {
    #expect(names.named(text) == text)
  }
}
