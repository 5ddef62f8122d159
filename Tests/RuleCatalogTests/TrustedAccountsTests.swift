import FindingModel
import RuleModel
import ScanPipeline
import Testing

/// What the settings change, which no fixture can say.
@Suite struct TrustedAccountsTests {
  /// Rules that report account 444455556666 in their fixtures, with the findings left when it is trusted.
  @Test(arguments: [
    ("sas2-cross-account-invoke", 0), ("sas2-rogue-entry-stream", 0), ("sas2-rogue-entry-queue", 3),
  ])
  func trustedAccountsAreNoOutsiders(rule: String, remaining: Int) throws {
    var options = try RuleFixture(rule: rule).options
    let before = try Scan(options).run().findings
    options.settings = RuleSettings(trustedAccounts: ["444455556666"])
    let after = try Scan(options).run().findings
    #expect(before.contains { $0.finding.message.contains("444455556666") })
    #expect(!after.contains { $0.finding.message.contains("444455556666") })
    #expect(after.count == remaining)
  }
}
