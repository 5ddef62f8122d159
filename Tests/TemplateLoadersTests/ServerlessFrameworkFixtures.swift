import Documents
import FindingModel
import Foundation
import TemplateLoaders
import Testing

/// A service of the fixtures' folder.
struct FixtureService: TemplateFiles, CustomTestStringConvertible {
  let name: String
  var options: [String: String] = [:]
  /// Functions by the name the user knows them by.
  let functions: [String]
  /// Some of the ids the framework gives.
  let resources: [String]
  /// Part of each remark that is expected.
  var remarks: [String] = []

  var testDescription: String { name }
  var path: String { "\(name)/serverless.yml" }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Fixtures/serverless")

  func read(
    _ path: String, from file: String
  ) throws(TemplateFileError) -> (bytes: [UInt8], path: String) {
    let name = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    guard !name.hasPrefix("/"), !name.contains("..") else { throw .outsideTree(path: path) }
    let url = Self.folder.appending(path: self.name).appending(path: name)
    // A file that cannot be read is missing as far as these tests go.
    guard let data = try? Data(contentsOf: url) else { throw .missing(path: path) }
    return (Array(data), "\(self.name)/\(name)")
  }

  func document() throws -> Node {
    let data = try Data(contentsOf: Self.folder.appending(path: path))
    return try Document.parse(Array(data), path: path)
  }

  func expansion() throws -> Expansion {
    ServerlessFramework.expand(try document(), path: path, options: .init(options: options), files: self)
  }

  static let all: [FixtureService] = [
    FixtureService(
      name: "v1-notes", options: ["stage": "prod"], functions: ["create", "list", "index", "remove"],
      resources: [
        "CreateLambdaFunction", "CreateLogGroup", "IamRoleLambdaExecution", "ApiGatewayRestApi",
        "ApiGatewayResourceNotes", "ApiGatewayResourceNotesIdVar", "ApiGatewayMethodNotesPost",
        "ApiGatewayMethodNotesOptions", "AuthorizerApiGatewayAuthorizer",
        "IndexEventSourceMappingDynamodbNotesTable",
        "NotesTable", "ApiGatewayApiKey1", "ApiGatewayUsagePlan", "ServerlessDeploymentBucket",
      ], remarks: ["the authorizer 'authorizer' is no function"]),
    FixtureService(
      name: "v2-images", functions: ["resize", "catalog", "audit"],
      resources: [
        "ResizeLambdaFunction", "S3BucketUploads", "ResizeLambdaPermissionUploadsS3",
        "CatalogAlbListenerRule1",
        "AuditEventsRuleCloudWatchEvent1", "Picturesauditdevauditrulerule2EventBridgeRule",
      ]),
    FixtureService(
      name: "v3-shop", options: ["stage": "prod"],
      functions: ["listOrders", "createOrder", "worker", "mailer", "verify", "report"],
      resources: [
        "HttpApi", "HttpApiStage", "HttpApiRouteGetOrders", "HttpApiRoutePostOrders",
        "HttpApiAuthorizerCustomers",
        "HttpApiAuthorizerPartners", "WorkerEventSourceMappingSQSOrderQueue", "SNSTopicShopmail",
        "MailerSnsSubscriptionShopmail", "ReportEventsRuleSchedule1", "OrdersTable", "OrderQueue",
        "HttpApiLogGroup",
      ]),
    FixtureService(
      name: "v3-telemetry", functions: ["ingest", "socket", "guard", "signup", "logs", "voice"],
      resources: [
        "IngestEventSourceMappingKinesisReadings", "IngestreadingsConsumerStreamConsumer",
        "IngestIotTopicRule1",
        "IngestEventSourceMappingKafkaReadings", "IngestEventSourceMappingMSKClusterReadings",
        "IngestEventSourceMappingActiveMQReadings", "IngestEventSourceMappingRabbitMQReadings",
        "WebsocketsApi",
        "SconnectWebsocketsRoute", "GuardWebsocketsAuthorizer", "CognitoUserPoolDevices",
        "LogsLogsSubscriptionFilterCloudWatchLog1", "VoiceLambdaPermissionAlexaSkill1",
        "VoiceLambdaPermissionAlexaSmartHome1", "IngestIotProvisioningTemplate",
      ], remarks: ["'sftp'"]),
    FixtureService(
      name: "v3-workflow", options: ["stage": "prod"], functions: ["charge", "ship", "nightly", "edge"],
      resources: [
        "ChargeProvConcLambdaAlias", "ShipSnapStartLambdaAlias", "ChargeLambdaEvConf", "SharedLambdaLayer",
        "NightlySchedulerSchedule1", "CheckoutStepFunctionsStateMachine",
        "CheckoutStepFunctionsStateMachineRole",
        "ApigatewayToStepFunctionsRole", "ApiGatewayMethodCheckoutPost", "CloudFrontDistribution",
        "EdgeLambdaFunctionInvokePermission",
      ]),
    FixtureService(
      name: "v4-agents", functions: ["chat", "tool", "admin"],
      resources: [
        "ChatLambdaFunctionUrl", "ChatIamRoleLambdaExecution", "ToolIamRoleLambdaExecution",
        "ChatLambdaPermissionFnUrl",
        "AdminLambdaFunctionUrl",
      ]),
  ]
}

struct ServerlessFrameworkFixtureTests {
  @Test(arguments: FixtureService.all)
  func expandsRealisticServices(_ fixture: FixtureService) throws {
    let expansion = try fixture.expansion()
    let resources = expansion.template["Resources"]?.entries ?? []
    let names = resources.filter { $0.value["Type"]?.text == "AWS::Lambda::Function" }
      .compactMap { $0.value["Metadata"]?[Expansion.displayNameKey]?.text }
    #expect(names == fixture.functions)
    let missing = Set(fixture.resources).subtracting(resources.map(\.key))
    #expect(missing == [], "there are \(resources.map(\.key).sorted())")
    let unexpected = expansion.problems.map(\.message).filter { message in
      !fixture.remarks.contains { message.contains($0) }
    }
    #expect(unexpected == [])
    for remark in fixture.remarks { #expect(expansion.problems.contains { $0.message.contains(remark) }) }
  }

  @Test(arguments: FixtureService.all)
  func recognizesServices(_ fixture: FixtureService) throws {
    #expect(ServerlessFramework.applies(to: try fixture.document(), path: fixture.path))
  }

  /// Every reference to a resource leads to one of the template.
  @Test(arguments: FixtureService.all)
  func refersToResourcesThatExist(_ fixture: FixtureService) throws {
    let template = try fixture.expansion().template
    var known = Set((template["Resources"]?.entries ?? []).map(\.key))
    known.formUnion((template["Parameters"]?.entries ?? []).map(\.key))
    var unknown: Set<String> = []
    func visit(_ node: Node) {
      if let (name, argument) = node.intrinsic {
        let target =
          name == "Ref" ? argument.text : name == "Fn::GetAtt" ? argument.elements.first?.text : nil
        if let target, !target.hasPrefix("AWS::"), !known.contains(target) { unknown.insert(target) }
      }
      for element in node.elements { visit(element) }
      for entry in node.entries { visit(entry.value) }
    }
    if let resources = template["Resources"] { visit(resources) }
    #expect(unknown.subtracting(["AuthorizerLambdaFunction"]) == [])
  }

  /// Every node stands in a file of the service.
  @Test(arguments: FixtureService.all)
  func keepsPlacesOfTheUsersFiles(_ fixture: FixtureService) throws {
    let template = try fixture.expansion().template
    func visit(_ node: Node) -> Bool {
      node.location.path.hasPrefix(fixture.name + "/") && node.location.line > 0
        && node.elements.allSatisfy(visit) && node.entries.allSatisfy { visit($0.value) }
    }
    #expect(visit(template))
  }
}
