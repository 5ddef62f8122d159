internal import Documents
internal import FindingModel

/// Sources that Lambda polls through an event source mapping.
enum PolledSource: String {
  case kinesis = "Kinesis"
  case dynamoDB = "DynamoDB"
  case queue = "SQS"
  case managedKafka = "MSK"
  case broker = "MQ"
  case kafka = "SelfManagedKafka"
  case documentDB = "DocumentDB"

  /// The property that names the source, which becomes `EventSourceArn`.
  var sourceProperty: String? {
    switch self {
    case .kinesis, .dynamoDB, .managedKafka: "Stream"
    case .queue: "Queue"
    case .broker: "Broker"
    case .documentDB: "Cluster"
    case .kafka: nil
    }
  }

  var managedPolicy: String? {
    switch self {
    case .kinesis: "AWSLambdaKinesisExecutionRole"
    case .dynamoDB: "AWSLambdaDynamoDBExecutionRole"
    case .queue: "AWSLambdaSQSQueueExecutionRole"
    case .managedKafka: "AWSLambdaMSKExecutionRole"
    case .broker, .kafka, .documentDB: nil
    }
  }

  /// The mapping's property that holds what only this kind of source has, and its keys.
  var configuration: (name: String, keys: [String])? {
    switch self {
    case .managedKafka: ("AmazonManagedKafkaEventSourceConfig", ["ConsumerGroupId", "SchemaRegistryConfig"])
    case .kafka: ("SelfManagedKafkaEventSourceConfig", ["ConsumerGroupId", "SchemaRegistryConfig"])
    case .documentDB: ("DocumentDBEventSourceConfig", ["DatabaseName", "CollectionName", "FullDocument"])
    case .kinesis, .dynamoDB, .queue, .broker: nil
    }
  }

  /// The same in AWS::Lambda::EventSourceMapping.
  static let kept: Set<String> = [
    "BatchSize", "Enabled", "MaximumBatchingWindowInSeconds", "MaximumRetryAttempts",
    "BisectBatchOnFunctionError", "MaximumRecordAgeInSeconds", "ParallelizationFactor", "StartingPosition",
    "StartingPositionTimestamp", "TumblingWindowInSeconds", "Topics", "Queues", "SourceAccessConfigurations",
    "FunctionResponseTypes", "FilterCriteria", "KmsKeyArn", "ScalingConfig", "ProvisionedPollerConfig",
    "MetricsConfig", "LoggingConfig",
  ]
}

extension Assembly {
  mutating func polledEvent(
    _ event: SAMEvent, _ source: PolledSource, target: InvocationTarget, role: inout RoleDraft
  ) {
    let make = event.make
    let configuration = source.configuration
    var entries = [Entry("FunctionName", at: make.place, target.name(make))]
    var configured: [Entry] = []
    for entry in event.properties.entries where !entry.value.isNull {
      if PolledSource.kept.contains(entry.key) {
        entries.append(entry)
      } else if entry.key == source.sourceProperty {
        entries.append(Entry("EventSourceArn", at: entry.keyLocation, entry.value))
      } else if configuration?.keys.contains(entry.key) == true {
        configured.append(entry)
      } else if entry.key == "KafkaBootstrapServers", source == .kafka {
        let servers = make.map(["Endpoints": make.map(["KafkaBootstrapServers": entry.value])])
        entries.append(Entry("SelfManagedEventSource", at: entry.keyLocation, servers))
      } else if entry.key == "DestinationConfig" {
        if let value = pollerDestination(entry.value, of: event, role: &role) {
          entries.append(Entry(entry.key, at: entry.keyLocation, value))
        }
      } else if !["SecretsManagerKmsKeyId", "DynamicPolicyName"].contains(entry.key) {
        problem(
          at: entry.keyLocation, "The \(event.type) event '\(event.name)' has no property '\(entry.key)'.")
        entries.append(entry)
      }
    }
    if let name = source.sourceProperty { _ = need(name, of: event) }
    if let configuration, !configured.isEmpty {
      entries.append(Entry(configuration.name, at: make.place, make.map(configured)))
    }
    implyForEvent(event.id, "AWS::Lambda::EventSourceMapping", make.map(entries), event)
    if let policy = source.managedPolicy { role.addManaged(policy, at: event.location) }
    addPollerPolicy(event, source, to: &role)
  }

  private mutating func pollerDestination(_ config: Node, of event: SAMEvent, role: inout RoleDraft) -> Node?
  {
    guard config.isPlainMapping, let failure = config.present("OnFailure") else {
      return config.isIntrinsic ? config : nil
    }
    guard failure.isPlainMapping, let destination = failure.present("Destination") else {
      return failure.isIntrinsic ? config : nil
    }
    let make = Implied(at: failure.location)
    let type = failure.present("Type")
    if let kind = type?.text.flatMap(DestinationKind.init) {
      role.add(
        policy: event.id + kind.policyName + "Policy", kind.statements(for: destination, at: make.place),
        at: make.place)
    } else if let type {
      problem(at: type.location, "The failure destination of '\(event.name)' has an unknown Type.")
    }
    return make.map(["OnFailure": make.map(["Destination": destination])])
  }
}
