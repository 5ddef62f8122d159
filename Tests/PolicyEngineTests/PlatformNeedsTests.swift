import ApplicationModel
import FindingModel
import PolicyEngine
import Testing

@Suite struct PlatformNeedsTests {
  private static func resource(_ id: String, _ type: String) -> ResourceIdentity {
    ResourceIdentity(id: id, name: id, type: type, location: place, isImplied: false)
  }

  private static func function(
    tracing: Value<String> = .absent, deadLetterTarget: Value<Text> = .absent,
    network: Value<NetworkConfiguration> = .absent, environmentKey: Value<Text> = .absent,
    name: Value<Text> = .absent
  ) -> Function {
    Function(
      identity: resource("Handler", "AWS::Lambda::Function"), functionName: name, runtime: .absent,
      handler: .absent, code: .unknown, role: .absent, environment: [], environmentKey: environmentKey,
      timeout: .absent, memory: .absent, ephemeralStorage: .absent, reservedConcurrency: .absent,
      tracing: tracing, layers: [], network: network, deadLetterTarget: deadLetterTarget,
      codeSigning: .absent, recursiveLoop: .absent, snapStart: .absent, tenantIsolation: .absent,
      logging: LoggingConfiguration(logGroup: .absent, format: .absent, applicationLevel: .absent), tags: [])
  }

  private static func application(_ change: (inout Application) -> Void = { _ in }) -> Application {
    var application = Application(name: "shop", path: "template.yaml", dialect: .sam, scenario: Scenario())
    change(&application)
    return application
  }

  private static func queue(_ id: String, key: Value<Text> = .absent) -> Queue {
    Queue(
      identity: resource(id, "AWS::SQS::Queue"), queueName: .absent, visibilityTimeout: .absent,
      deadLetterTarget: .absent, maximumReceives: .absent, key: key, managedEncryption: .absent,
      isFIFO: .absent)
  }

  private static func mapping(_ kind: TriggerKind, source: Text) -> EventSourceMapping {
    EventSourceMapping(
      identity: resource("Mapping", "AWS::Lambda::EventSourceMapping"),
      function: .known(reference("Handler"), at: place), source: .known(source, at: place), kind: kind,
      isEnabled: .absent, filter: .none, batchSize: .absent, maximumRetries: .absent, maximumAge: .absent,
      bisectsOnError: .absent, onFailure: .absent, maximumConcurrency: .absent, reportsItemFailures: .absent)
  }

  private func actions(_ needs: [ActionNeed]) -> [String] {
    needs.map(\.action).filter { !$0.hasPrefix("logs:") }
  }

  @Test func everyFunctionWritesItsLogAndNothingElse() {
    let needs = PlatformNeeds.needs(
      of: Self.function(name: .known("resize", at: place)), in: Self.application())
    #expect(actions(needs).isEmpty)
    #expect(
      needs.first { $0.action == "logs:PutLogEvents" }?.resource
        == "arn:aws:logs:*:*:log-group:/aws/lambda/resize:*")
  }

  @Test(arguments: [("Active", false), ("PassThrough", nil), (nil, true)] as [(String?, Bool?)])
  func tracesAreSentWhenTracingIsActive(mode: String?, isConditional: Bool?) {
    let tracing: Value<String> =
      mode.map { .known($0, at: place) }
      ?? .unresolved(Expression("!Ref Mode", origin: .parameter("Mode")), at: place)
    let needs = PlatformNeeds.needs(of: Self.function(tracing: tracing), in: Self.application())
    #expect(needs.first { $0.action == "xray:PutTraceSegments" }?.isConditional == isConditional)
  }

  @Test func aNetworkTakesInterfaces() {
    let network = NetworkConfiguration(subnets: located(["subnet-1"]), securityGroups: [], isComplete: true)
    let inside = PlatformNeeds.needs(
      of: Self.function(network: .known(network, at: place)), in: Self.application())
    #expect(actions(inside).contains("ec2:CreateNetworkInterface"))
    let empty = NetworkConfiguration(subnets: [], securityGroups: [], isComplete: true)
    let outside = PlatformNeeds.needs(
      of: Self.function(network: .known(empty, at: place)), in: Self.application())
    #expect(actions(outside).isEmpty)
  }

  @Test(
    arguments: [
      ("arn:aws:sqs:eu-west-1:111122223333:dead", ["sqs:SendMessage"]),
      ("arn:aws:sns:eu-west-1:111122223333:dead", ["sns:Publish"]),
      ("arn:aws:s3:::failed", ["s3:PutObject", "s3:ListBucket"]),
    ] as [(Text, [String])])
  func aDeadLetterTargetIsWrittenTo(target: Text, expected: [String]) {
    let function = Self.function(deadLetterTarget: .known(target, at: place))
    #expect(actions(PlatformNeeds.needs(of: function, in: Self.application())) == expected)
  }

  @Test func aQueueWithAKeyIsPolledAndDecrypted() {
    let application = Self.application {
      $0.queues = [Self.queue("Jobs", key: .known(reference("Key"), at: place))]
      $0.mappings = [Self.mapping(.queue, source: reference("Jobs", "Arn"))]
    }
    let needs = PlatformNeeds.needs(of: Self.function(), in: application)
    #expect(
      actions(needs) == ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "kms:Decrypt"])
    #expect(needs.last?.resource == reference("Key", "Arn"))
  }

  @Test func aStreamIsListedOnEverything() {
    let application = Self.application {
      $0.mappings = [Self.mapping(.tableStream, source: reference("Orders", "StreamArn"))]
    }
    let needs = PlatformNeeds.needs(of: Self.function(), in: application)
    #expect(needs.first { $0.action == "dynamodb:ListStreams" }?.resource == "*")
    #expect(needs.first { $0.action == "dynamodb:GetRecords" }?.resource == reference("Orders", "StreamArn"))
  }

  @Test(arguments: ["alias/aws/lambda", "arn:aws:kms:eu-west-1:111122223333:alias/aws/lambda"] as [Text])
  func thePlatformsOwnKeysTakeNothing(key: Text) {
    let function = Self.function(environmentKey: .known(key, at: place))
    #expect(actions(PlatformNeeds.needs(of: function, in: Self.application())).isEmpty)
  }

  @Test func anAliasIsNoResourceOfAPolicy() {
    let function = Self.function(environmentKey: .known("alias/shop", at: place))
    let needs = PlatformNeeds.needs(of: function, in: Self.application())
    #expect(needs.first { $0.action == "kms:Decrypt" }?.resource == "arn:aws:kms:*:*:key/*")
  }

  @Test func sendingToAQueueWithAKeyNeedsTheKey() {
    let application = Self.application {
      $0.queues = [Self.queue("Jobs", key: .known(reference("Key", "Arn"), at: place))]
    }
    let sent = EncryptionNeeds.needs(for: need("sqs:SendMessage", reference("Jobs", "Arn")), in: application)
    #expect(sent.map(\.action) == ["kms:GenerateDataKey", "kms:Decrypt"])
    #expect(
      EncryptionNeeds.needs(for: need("sqs:PurgeQueue", reference("Jobs", "Arn")), in: application).isEmpty)
    let elsewhere = EncryptionNeeds.needs(for: need("sqs:SendMessage", "arn:aws:sqs:*:*:x"), in: application)
    #expect(elsewhere.count == 2 && elsewhere.filter(\.isConditional).count == 2)
  }
}
