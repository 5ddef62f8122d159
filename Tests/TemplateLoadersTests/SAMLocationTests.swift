import Documents
import FindingModel
import TemplateLoaders
import Testing

struct SAMLocationTests {
  private static let template = """
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Shop:
        Type: AWS::Serverless::Function
        Properties:
          CodeUri: src/
          Handler: shop.run
          MemorySize: 512
          Events:
            Sell:
              Type: Api
              Properties: {Path: /sell, Method: post}
            Nightly:
              Type: Schedule
              Properties:
                Schedule: rate(1 day)
          FunctionUrlConfig:
            AuthType: NONE
    """

  @Test func keepsThePlaceOfEveryPropertyTheUserWrote() throws {
    let expanded = try ExpandedSAM(Self.template)
    #expect(expanded.node("Shop", "Code")?.location.line == 6)
    #expect(expanded.node("Shop", "Handler")?.location.line == 7)
    #expect(expanded.node("Shop", "MemorySize")?.location.line == 8)
    #expect(expanded.node("ShopNightly", "ScheduleExpression")?.location.line == 16)
    #expect(expanded.node("ShopUrl", "AuthType")?.location.line == 18)
    #expect(expanded.node("Shop", "Handler")?.isImplied == false)
  }

  @Test func putsWhatItAddsWhereItsCauseStands() throws {
    let expanded = try ExpandedSAM(Self.template)
    #expect(expanded.resource("ShopNightlyPermission")?.location.line == 14)
    #expect(expanded.resource("ShopSellPermissionProd")?.location.line == 11)
    #expect(expanded.resource("ServerlessRestApi")?.location.line == 11)
    #expect(expanded.resource("ShopUrlPublicPermissions")?.location.line == 18)
    #expect(expanded.resource("ShopRole")?.location.line == 3)
  }

  @Test func marksEverythingItAddsAndNothingElse() throws {
    let expanded = try ExpandedSAM(Self.template)
    for entry in expanded.resources {
      #expect(entry.value.isImplied == (entry.key != "Shop"), "\(entry.key)")
    }
    #expect(expanded.resources.count == 11)
  }
}
