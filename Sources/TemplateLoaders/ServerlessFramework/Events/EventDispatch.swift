internal import Documents
internal import FindingModel

extension ServiceCompiler {
  /// Kinds of events whose resources depend on the events of other functions.
  private static let sharedKinds: Set<String> = [
    "http", "httpApi", "websocket", "s3", "cognitoUserPool", "cloudFront",
  ]

  /// Kinds of events that may be no more than a source: one that is not known is still a trigger.
  private static let sourceKinds: Set<String> = ["sqs", "stream", "sns", "s3", "schedule", "cloudwatchLog"]

  mutating func addEvents() {
    var shared: [String: [BoundEvent]] = [:]
    for function in service.functions {
      for event in function.events {
        let bound = BoundEvent(function: function, event: event)
        guard isWellFormed(bound) else { continue }
        if Self.sharedKinds.contains(event.kind) {
          shared[event.kind, default: []].append(bound)
        } else {
          add(bound)
        }
      }
    }
    endpoints += (shared["http"] ?? []).compactMap { restEndpoint($0) }
    addHTTPAPI(shared["httpApi"] ?? [])
    addWebSocketAPI(shared["websocket"] ?? [])
    addBuckets(shared["s3"] ?? [])
    addUserPools(shared["cognitoUserPool"] ?? [])
    addDistribution(shared["cloudFront"] ?? [])
  }

  /// An event is a text or a map; `alexaSkill` may stand alone.
  private mutating func isWellFormed(_ event: BoundEvent) -> Bool {
    if let kind = UnresolvedVariable.kind(of: event.value) {
      if Self.sourceKinds.contains(event.event.kind) { return true }
      problems.add(
        at: event.place,
        "the '\(event.event.kind)' event of the function '\(event.function.name)' comes from '\(kind)' and is not known",
        isError: false)
      return false
    }
    if event.value.text != nil || event.value.isMapping || event.event.kind == "alexaSkill" { return true }
    problems.add(
      at: event.place,
      "the '\(event.event.kind)' event of the function '\(event.function.name)' is neither text nor a map")
    return false
  }

  private mutating func add(_ event: BoundEvent) {
    switch event.event.kind {
    case "schedule": addSchedule(event)
    case "sns": addTopic(event)
    case "sqs": addQueue(event)
    case "stream": addStream(event)
    case "activemq": addBroker(event, kind: "ActiveMQ")
    case "rabbitmq": addBroker(event, kind: "RabbitMQ")
    case "msk": addManagedKafka(event)
    case "kafka": addKafka(event)
    case "alexaSkill": addAlexa(event, principal: "alexa-appkit.amazon.com", name: "AlexaSkill")
    case "alexaSmartHome":
      addAlexa(event, principal: "alexa-connectedhome.amazon.com", name: "AlexaSmartHome")
    case "iot": addTopicRule(event)
    case "iotFleetProvisioning": addProvisioningTemplate(event)
    case "cloudwatchEvent": addCloudWatchEvent(event)
    case "eventBridge": addEventBridge(event)
    case "cloudwatchLog": addLogSubscription(event)
    case "alb": addLoadBalancer(event)
    default:
      problems.add(
        at: event.place,
        "the event '\(event.event.kind)' of the function '\(event.function.name)' is not one of the framework's; "
          + "what triggers the function through it is not known", isError: false)
    }
  }
}
