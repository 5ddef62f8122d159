import ApplicationModel
import FindingModel
import PolicyEngine
import Testing

@testable import IdentityRules

/// How much the documents of AWS's own policies give.
@Suite struct ManagedReachTests {
  private func reach(_ name: String) throws -> ManagedReach {
    ManagedReach(try #require(ManagedPolicyCatalogue().policy(named: name)), at: .here)
  }

  @Test(arguments: [
    "AmazonS3FullAccess", "AWSLambda_FullAccess", "AmazonKinesisFullAccess", "SecretsManagerReadWrite",
    "AmazonCognitoPowerUser", "AWSLambdaExecute", "AWSLambdaRole", "AmazonDynamoDBReadOnlyAccess",
    "ReadOnlyAccess", "CloudWatchLogsFullAccess", "DataScientist",
  ])
  func isBroad(name: String) throws {
    let reach = try reach(name)
    #expect(reach.isBroad && !reach.isAdministrative)
    #expect(!reach.phrase.isEmpty)
  }

  @Test(arguments: [
    "AWSLambdaBasicExecutionRole", "AWSLambdaVPCAccessExecutionRole", "AWSLambdaSQSQueueExecutionRole",
    "AWSLambdaKinesisExecutionRole", "AWSXrayWriteOnlyAccess", "AmazonTextractFullAccess",
    "CloudWatchLambdaInsightsExecutionRolePolicy", "ViewOnlyAccess",
  ])
  func isNarrow(name: String) throws {
    let reach = try reach(name)
    #expect(!reach.isBroad)
  }

  @Test(arguments: ["AdministratorAccess", "PowerUserAccess", "IAMFullAccess"])
  func isAdministrative(name: String) throws {
    let reach = try reach(name)
    #expect(reach.isAdministrative)
  }

  @Test(arguments: [
    ("CloudWatchLogsFullAccess", "use every action of Amazon CloudWatch Logs on every resource"),
    ("AWSLambdaExecute", "read every object of every bucket of the account"),
    ("AWSLambdaRole", "start every function of the account"),
  ])
  func saysWhatItGives(name: String, phrase: String) throws {
    let reach = try reach(name)
    #expect(reach.phrase == phrase)
  }

  @Test(arguments: [
    ("CloudWatchLogsFullAccess", Severity.low), ("AmazonS3FullAccess", .medium),
    ("AWSLambda_FullAccess", .high), ("ReadOnlyAccess", .high), ("SecretsManagerReadWrite", .high),
  ])
  func isWorseWhereItLeadsElsewhere(name: String, severity: Severity) throws {
    let reach = try reach(name)
    #expect(reach.severity == severity)
  }

  @Test func knowsOnlyPoliciesOfThePlatform() {
    var known: [String: ManagedReach] = [:]
    let attached = [
      "arn:aws:iam::aws:policy/AmazonS3FullAccess",
      "arn:aws-cn:iam::aws:policy/job-function/DatabaseAdministrator",
      "AmazonS3FullAccess", "arn:aws:iam::111122223333:policy/AmazonS3FullAccess",
    ].map { Located(Text($0), at: .here) }
    let reaches = ManagedPolicyCatalogue().reaches(of: attached, known: &known)
    #expect(reaches.map(\.name) == ["AmazonS3FullAccess", "DatabaseAdministrator", "AmazonS3FullAccess"])
  }
}
