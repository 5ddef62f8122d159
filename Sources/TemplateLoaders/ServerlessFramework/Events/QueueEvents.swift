internal import Documents
internal import FindingModel

extension ServiceCompiler {
  /// The ARN of an event that is an ARN, or a map with one.
  private func source(of event: BoundEvent) -> Node? {
    if event.value.text != nil || event.value.intrinsic != nil { return event.value }
    return event["arn"]
  }

  private mutating func missing(_ property: String, of event: BoundEvent) {
    problems.add(
      at: event.place,
      "the '\(event.event.kind)' event of the function '\(event.function.name)' has no '\(property)'")
  }

  private func filters(_ event: BoundEvent) -> Draft {
    guard let patterns = event["filterPatterns"] else { return .absent }
    guard patterns.isSequence else { return .written(patterns) }
    return ["Filters": .list(patterns.elements.map { ["Pattern": ServiceJSON.draft($0)] })]
  }

  private func responseTypes(_ event: BoundEvent) -> Draft {
    event["functionResponseType"].map { .list([.written($0)]) } ?? .absent
  }

  private mutating func addMapping(_ event: BoundEvent, _ properties: [(String, Draft)], as id: String) {
    stack.putUnique(
      StackResource(
        type: "AWS::Lambda::EventSourceMapping",
        properties: .map([("FunctionName", event.function.target)] + properties),
        place: event.place), as: event.function.normalizedName + "EventSourceMapping" + id)
  }

  // MARK: Queues

  mutating func addQueue(_ event: BoundEvent) {
    guard let arn = source(of: event) else { return missing("arn", of: event) }
    addMapping(
      event,
      [
        ("EventSourceArn", .written(arn)),
        ("BatchSize", event["batchSize"].map(Draft.written) ?? 10),
        ("Enabled", event["enabled"].map(Draft.written) ?? true),
        ("MaximumBatchingWindowInSeconds", .optional(event["maximumBatchingWindow"])),
        ("FunctionResponseTypes", responseTypes(event)),
        ("FilterCriteria", filters(event)),
        (
          "ScalingConfig", event["maximumConcurrency"].map { ["MaximumConcurrency": .written($0)] } ?? .absent
        ),
      ], as: "SQS" + LogicalNames.alphanumeric(LogicalNames.source(of: arn)))
    grants.allow(
      ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], on: [.written(arn)],
      to: event.function, at: event.place)
  }

  // MARK: Streams

  mutating func addStream(_ event: BoundEvent) {
    guard let arn = source(of: event) else { return missing("arn", of: event) }
    let kind = event["type"]?.text ?? service(ofARN: arn)
    let name = LogicalNames.stream(of: arn)
    var eventSource = Draft.written(arn)
    if kind == "kinesis", let consumer = event["consumer"], !consumer.isOff {
      eventSource = addConsumer(consumer, of: arn, named: name, for: event)
    } else {
      grantStream(kind, arn, event)
    }
    addMapping(
      event, [("EventSourceArn", eventSource)] + streamOptions(event),
      as: LogicalNames.capitalized(kind) + LogicalNames.alphanumeric(name))
    if let failure = event["destinations"]?.property("onFailure") { grantFailure(failure, event) }
  }

  private func streamOptions(_ event: BoundEvent) -> [(String, Draft)] {
    let failure = event["destinations"]?.property("onFailure")
    let destination = failure.flatMap { $0.isOwnMapping ? $0.property("arn") : $0 }
    return [
      ("BatchSize", event["batchSize"].map(Draft.written) ?? 10),
      ("StartingPosition", event["startingPosition"].map(Draft.written) ?? "TRIM_HORIZON"),
      ("StartingPositionTimestamp", .optional(event["startingPositionTimestamp"])),
      ("Enabled", event["enabled"].map(Draft.written) ?? true),
      ("ParallelizationFactor", .optional(event["parallelizationFactor"])),
      ("MaximumBatchingWindowInSeconds", .optional(event["batchWindow"])),
      ("MaximumRetryAttempts", .optional(event["maximumRetryAttempts"])),
      ("BisectBatchOnFunctionError", .optional(event["bisectBatchOnFunctionError"])),
      ("MaximumRecordAgeInSeconds", .optional(event["maximumRecordAgeInSeconds"])),
      ("TumblingWindowInSeconds", .optional(event["tumblingWindowInSeconds"])),
      ("FunctionResponseTypes", responseTypes(event)),
      ("FilterCriteria", filters(event)),
      ("DestinationConfig", destination.map { ["OnFailure": ["Destination": .written($0)]] } ?? .absent),
    ]
  }

  private mutating func addConsumer(
    _ consumer: Node, of arn: Node, named name: String, for event: BoundEvent
  ) -> Draft {
    grants.allow(
      [
        "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:DescribeStreamSummary",
        "kinesis:ListShards",
      ],
      on: [.written(arn)], to: event.function, at: event.place)
    var source = Draft.written(consumer)
    if consumer.boolean == true {
      let consumerName = "\(event.function.name)\(name)Consumer"
      let id = LogicalNames.normalized(consumerName) + "StreamConsumer"
      stack.put(
        StackResource(
          type: "AWS::Kinesis::StreamConsumer",
          properties: ["StreamARN": .written(arn), "ConsumerName": .text(consumerName)], place: event.place),
        as: id)
      source = .ref(id)
    }
    grants.allow(["kinesis:SubscribeToShard"], on: [source], to: event.function, at: event.place)
    return source
  }

  private mutating func grantStream(_ kind: String, _ arn: Node, _ event: BoundEvent) {
    guard kind == "dynamodb" || kind == "kinesis" else {
      problems.add(
        at: event.place, "the stream of the function '\(event.function.name)' has no type that is known",
        isError: false)
      return
    }
    let actions = ["GetRecords", "GetShardIterator", "DescribeStream", "ListStreams"].map { "\(kind):\($0)" }
    grants.allow(actions, on: [.written(arn)], to: event.function, at: event.place)
  }

  private mutating func grantFailure(_ node: Node, _ event: BoundEvent) {
    let arn = node.isOwnMapping ? node.property("arn") : node
    guard let arn else { return }
    let isTopic = (node["type"]?.text ?? service(ofARN: arn)) == "sns"
    grants.allow(
      isTopic ? ["sns:Publish"] : ["sqs:ListQueues", "sqs:SendMessage"], on: [.written(arn)],
      to: event.function,
      at: node.location)
  }

  /// `dynamodb` of `arn:aws:dynamodb:…`; empty where the ARN is a reference.
  private func service(ofARN arn: Node) -> String {
    let parts = (arn.text ?? "").split(separator: ":", omittingEmptySubsequences: false)
    return parts.count > 2 ? String(parts[2]) : ""
  }

  // MARK: Brokers

  private static let networkActions = [
    "ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DescribeVpcs",
    "ec2:DeleteNetworkInterface",
    "ec2:DescribeSubnets", "ec2:DescribeSecurityGroups",
  ]

  /// `activemq` and `rabbitmq`.
  mutating func addBroker(_ event: BoundEvent, kind: String) {
    guard let arn = event["arn"] else { return missing("arn", of: event) }
    var access: [Draft] = []
    if let secret = event["basicAuthArn"] {
      access.append(["Type": "BASIC_AUTH", "URI": .written(secret)])
      grants.allow(
        ["secretsmanager:GetSecretValue"], on: [.written(secret)], to: event.function, at: secret.location)
    }
    if let host = event["virtualHost"] { access.append(["Type": "VIRTUAL_HOST", "URI": .written(host)]) }
    let queue = event["queue"]
    addMapping(
      event,
      [
        ("EventSourceArn", .written(arn)),
        ("Queues", queue.map { .list([.written($0)]) } ?? .absent),
        ("SourceAccessConfigurations", access.isEmpty ? .absent : .list(access)),
      ] + pollOptions(event),
      as: kind + String(LogicalNames.alphanumeric(queue?.text ?? "").prefix(150)))
    grants.allow(["mq:DescribeBroker"], on: [.written(arn)], to: event.function, at: event.place)
    grants.allow(Self.networkActions, on: ["*"], to: event.function, at: event.place)
  }

  private func pollOptions(_ event: BoundEvent) -> [(String, Draft)] {
    [
      ("BatchSize", .optional(event["batchSize"])),
      ("MaximumBatchingWindowInSeconds", .optional(event["maximumBatchingWindow"])),
      ("Enabled", .optional(event["enabled"])),
      ("StartingPositionTimestamp", .optional(event["startingPositionTimestamp"])),
      ("FilterCriteria", filters(event)),
    ]
  }

  // MARK: Kafka

  mutating func addManagedKafka(_ event: BoundEvent) {
    guard let arn = event["arn"] else { return missing("arn", of: event) }
    let parts = (arn.text ?? "").split(separator: "/")
    let cluster = parts.count > 1 ? String(parts[1]) : LogicalNames.source(of: arn)
    let topic = event["topic"]
    let name =
      LogicalNames.alphanumeric(cluster).prefix(79) + LogicalNames.alphanumeric(topic?.text ?? "").prefix(79)
    addMapping(
      event,
      [
        ("EventSourceArn", .written(arn)),
        ("Topics", topic.map { .list([.written($0)]) } ?? .absent),
        ("StartingPosition", event["startingPosition"].map(Draft.written) ?? "TRIM_HORIZON"),
        (
          "SourceAccessConfigurations",
          event["saslScram512"].map { [["Type": "SASL_SCRAM_512_AUTH", "URI": .written($0)]] } ?? .absent
        ),
        (
          "AmazonManagedKafkaEventSourceConfig",
          event["consumerGroupId"].map { ["ConsumerGroupId": .written($0)] } ?? .absent
        ),
      ] + pollOptions(event), as: "MSK" + name)
    grants.allow(
      ["kafka:DescribeCluster", "kafka:GetBootstrapBrokers"], on: [.written(arn)], to: event.function,
      at: event.place)
    grants.allow(Self.networkActions, on: ["*"], to: event.function, at: event.place)
  }

  private static let kafkaAccess: [String: (type: String, prefix: String)] = [
    "vpcSubnet": ("VPC_SUBNET", "subnet:"), "vpcSecurityGroup": ("VPC_SECURITY_GROUP", "security_group:"),
    "saslPlainAuth": ("BASIC_AUTH", ""), "saslScram256Auth": ("SASL_SCRAM_256_AUTH", ""),
    "saslScram512Auth": ("SASL_SCRAM_512_AUTH", ""),
    "clientCertificateTlsAuth": ("CLIENT_CERTIFICATE_TLS_AUTH", ""),
    "serverRootCaCertificate": ("SERVER_ROOT_CA_CERTIFICATE", ""),
  ]

  mutating func addKafka(_ event: BoundEvent) {
    var access: [Draft] = []
    var secrets: [Draft] = []
    var isInNetwork = false
    for entry in event["accessConfigurations"]?.entries ?? [] {
      guard let (type, prefix) = Self.kafkaAccess[entry.key] else { continue }
      for value in entry.value.oneOrMore {
        access.append([
          "Type": .text(type),
          "URI": prefix.isEmpty ? .written(value) : .joined(.text(prefix), .written(value)),
        ])
        if prefix.isEmpty { secrets.append(.written(value)) } else { isInNetwork = true }
      }
    }
    let topic = event["topic"]
    addMapping(
      event,
      [
        (
          "SelfManagedEventSource",
          ["Endpoints": ["KafkaBootstrapServers": .optional(event["bootstrapServers"])]]
        ),
        ("Topics", topic.map { .list([.written($0)]) } ?? .absent),
        ("StartingPosition", event["startingPosition"].map(Draft.written) ?? "TRIM_HORIZON"),
        ("SourceAccessConfigurations", .list(access)),
        (
          "SelfManagedKafkaEventSourceConfig",
          event["consumerGroupId"].map { ["ConsumerGroupId": .written($0)] } ?? .absent
        ),
      ] + pollOptions(event),
      as: "Kafka" + String(LogicalNames.alphanumeric(topic?.text ?? "").prefix(158)))
    if !secrets.isEmpty {
      grants.allow(["secretsmanager:GetSecretValue"], on: secrets, to: event.function, at: event.place)
    }
    if isInNetwork { grants.allow(Self.networkActions, on: ["*"], to: event.function, at: event.place) }
  }
}
