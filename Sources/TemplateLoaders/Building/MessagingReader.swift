internal import ApplicationModel
internal import Documents
internal import FindingModel

/// Reads queues, topics, buses, rules, schedules and streams.
enum MessagingReader {
  static func queue(_ resource: EvaluatedResource) -> Queue {
    let properties = resource.properties
    let redrive = redrive(properties["RedrivePolicy"])
    return Queue(
      identity: resource.identity, queueName: properties.text("QueueName"),
      visibilityTimeout: properties.integer("VisibilityTimeout"),
      deadLetterTarget: redrive?.text("deadLetterTargetArn") ?? .absent,
      maximumReceives: redrive?.integer("maxReceiveCount") ?? .absent, key: properties.text("KmsMasterKeyId"),
      managedEncryption: properties.boolean("SqsManagedSseEnabled"), isFIFO: properties.boolean("FifoQueue"))
  }

  /// A redrive policy is a map, or JSON text.
  private static func redrive(_ value: Resolved?) -> Resolved? {
    guard let value, case .text(let text) = value.content else { return value }
    return EmbeddedJSON.parse(text, at: value.location)
  }

  static func topic(_ resource: EvaluatedResource) -> Topic {
    let properties = resource.properties
    let topic: Value<Text> = .known(
      Text([.reference(ResourceReference(resource.identity.id))]), at: resource.identity.location)
    let subscriptions = (properties["Subscription"]?.elements ?? []).map { item in
      subscription(item, topic: topic, connection: nil, location: item.location, isImplied: item.isImplied)
    }
    return Topic(
      identity: resource.identity, topicName: properties.text("TopicName"),
      key: properties.text("KmsMasterKeyId"),
      subscriptions: subscriptions)
  }

  static func subscription(_ resource: EvaluatedResource) -> Subscription {
    subscription(
      resource.properties, topic: resource.properties.text("TopicArn"), connection: resource.identity.id,
      location: resource.identity.location, isImplied: resource.identity.isImplied)
  }

  private static func subscription(
    _ properties: Resolved, topic: Value<Text>, connection: String?, location: SourceLocation, isImplied: Bool
  ) -> Subscription {
    let filter: EventFilter
    switch properties["FilterPolicy"].map(EventPattern.text) {
    case nil: filter = .none
    case .known(let text, _): filter = .patterns([text])
    case .unresolved(let expression, _): filter = .unresolved(expression)
    case .absent: filter = .none
    }
    return Subscription(
      topic: topic, protocol: properties.string("Protocol"), endpoint: properties.text("Endpoint"),
      filter: filter,
      deadLetterTarget: redrive(properties["RedrivePolicy"])?.text("deadLetterTargetArn") ?? .absent,
      connection: connection, location: location, isImplied: isImplied)
  }

  static func bus(_ resource: EvaluatedResource) -> EventBus {
    let policy = resource.properties["Policy"].map {
      [ResourcePolicy(identity: resource.identity, document: PolicyReader.document($0))]
    }
    return EventBus(
      identity: resource.identity, busName: resource.properties.text("Name"), policies: policy ?? [])
  }

  static func rule(_ resource: EvaluatedResource) -> EventRule {
    let properties = resource.properties
    let targets = (properties["Targets"]?.elements ?? []).map { target(arn: "Arn", $0) }
    return EventRule(
      identity: resource.identity, bus: properties.text("EventBusName"),
      pattern: properties["EventPattern"].map(EventPattern.text) ?? .absent,
      schedule: properties.text("ScheduleExpression"), state: properties.string("State"), targets: targets)
  }

  /// An EventBridge Scheduler schedule, which is a rule with a clock and one target.
  static func schedule(_ resource: EvaluatedResource) -> EventRule {
    let properties = resource.properties
    return EventRule(
      identity: resource.identity, bus: .absent, pattern: .absent,
      schedule: properties.text("ScheduleExpression"),
      state: properties.string("State"), targets: properties["Target"].map { [target(arn: "Arn", $0)] } ?? [])
  }

  private static func target(arn: String, _ value: Resolved) -> EventTarget {
    EventTarget(
      target: value.text(arn), deadLetterTarget: value["DeadLetterConfig"]?.text("Arn") ?? .absent,
      maximumRetries: value["RetryPolicy"]?.integer("MaximumRetryAttempts") ?? .absent,
      location: value.location)
  }

  static func stream(_ resource: EvaluatedResource) -> DataStream {
    DataStream(
      identity: resource.identity, streamName: resource.properties.text("Name"),
      encryption: resource.properties["StreamEncryption"]?.string("EncryptionType") ?? .absent)
  }
}

/// Event patterns and filter policies as JSON text, open parts as `${…}`.
enum EventPattern {
  static func text(_ value: Resolved) -> Value<String> {
    switch value.content {
    case .null: .absent
    case .unresolved(let expression): .unresolved(expression, at: value.location)
    case .text(let text): .known(text.pattern, at: value.location)
    case .list, .map: .known(json(value), at: value.location)
    }
  }

  private static func json(_ value: Resolved) -> String {
    switch value.content {
    case .null: "null"
    case .text(let text): quoted(text.pattern)
    case .unresolved(let expression): quoted("${\(expression.text)}")
    case .list(let elements): "[" + elements.map(json).joined(separator: ",") + "]"
    case .map(let entries):
      "{" + entries.map { "\(quoted($0.key)):\(json($0.value))" }.joined(separator: ",") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
      + "\""
  }
}
