import ApplicationModel
import FindingModel
import PolicyEngine
import Testing

/// Actions of which nobody can tell whether they are needed.
@Suite struct OpenPrivilegeTests {
  @Test func areNeitherUsedNorUnused() throws {
    let table: Text = "arn:aws:dynamodb:*:*:table/orders"
    let granted = [
      statement(
        .allow, actions: ["dynamodb:GetItem", "dynamodb:DeleteItem", "s3:PutObject"], resources: [table])
    ]
    let comparison = PrivilegeComparison(granted: granted, needed: [], open: ["dynamodb:*"])
    #expect(comparison.excess.map(\.examples) == [["s3:PutObject"]])
    #expect(comparison.excess.map(\.isIdle) == [true])
  }

  @Test func keepAnEntryFromBeingIdle() throws {
    let granted = [statement(.allow, actions: ["dynamodb:*"], resources: ["*"])]
    let open = try #require(
      PrivilegeComparison(granted: granted, needed: [], open: ["dynamodb:GetItem"]).excess.first)
    #expect(!open.isIdle && open.open == ["dynamodb:GetItem"] && open.unusedCount > 20)
    let closed = try #require(PrivilegeComparison(granted: granted, needed: []).excess.first)
    #expect(closed.isIdle && closed.open.isEmpty && closed.unusedCount == open.unusedCount + 1)
  }
}
