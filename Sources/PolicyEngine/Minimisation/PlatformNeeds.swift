package import ApplicationModel
internal import FindingModel

/// What the platform does in a function's name, so that its role needs it although no code asks for it.
package enum PlatformNeeds {
  /// From the configuration of a function and of what triggers it, in the order of the platform's pages.
  package static func needs(of function: Function, in application: Application) -> [ActionNeed] {
    var needs = log(function)
    needs += network(function)
    if let place = function.tracing.location, function.tracing.value != "PassThrough" {
      let isOpen = function.tracing.value == nil
      needs += ["xray:PutTraceSegments", "xray:PutTelemetryRecords"].map {
        need($0, "*", "send traces", at: place, isConditional: isOpen)
      }
    }
    needs += destination(function.deadLetterTarget, in: application)
    needs += destination(function.asynchronous?.onFailure ?? .absent, in: application)
    needs += destination(function.asynchronous?.onSuccess ?? .absent, in: application)
    needs += key(function.environmentKey, ["kms:Decrypt"], "decrypt its environment")
    for mapping in application.mappings where mapping.function.value?.references.first?.id == function.id {
      needs += source(mapping, in: application)
    }
    return needs
  }

  static func need(
    _ action: String, _ resource: Text, _ purpose: String, at location: SourceLocation,
    isConditional: Bool = false
  ) -> ActionNeed {
    ActionNeed(
      action: action, resource: resource, reason: .platform(purpose), locations: [location],
      isConditional: isConditional)
  }

  private static func log(_ function: Function) -> [ActionNeed] {
    // A reference to the function itself would be a circle: the function needs its role first.
    let name = function.functionName.value?.literal
    let group: Text =
      function.logging.logGroup.value.map { Text([.literal("arn:aws:logs:*:*:log-group:")] + $0.parts) }
      ?? Text("arn:aws:logs:*:*:log-group:/aws/lambda/\(name ?? "*")")
    let streams = Text(group.parts + [.literal(":*")])
    return [
      need("logs:CreateLogGroup", group, "write its log", at: function.location),
      need("logs:CreateLogStream", streams, "write its log", at: function.location),
      need("logs:PutLogEvents", streams, "write its log", at: function.location),
    ]
  }

  private static let interfaceActions = [
    "ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets",
    "ec2:DeleteNetworkInterface", "ec2:AssignPrivateIpAddresses", "ec2:UnassignPrivateIpAddresses",
  ]

  private static func network(_ function: Function) -> [ActionNeed] {
    guard let place = function.network.location else { return [] }
    // Subnets that a parameter may leave empty mean no VPC.
    let isOpen = function.network.value.map { $0.subnets.isEmpty && !$0.isComplete } ?? true
    if let network = function.network.value, network.subnets.isEmpty, network.isComplete { return [] }
    return interfaceActions.map {
      need($0, "*", "join its network", at: place, isConditional: isOpen)
    }
  }

  /// Where the platform sends what failed or succeeded.
  private static func destination(_ target: Value<Text>, in application: Application) -> [ActionNeed] {
    guard let place = target.location else { return [] }
    guard let text = target.value else { return [] }
    let purpose = "send on failed or finished events"
    guard let action = destinationAction(of: text, in: application) else {
      return ["sqs:SendMessage", "sns:Publish"].map {
        need($0, text, purpose, at: place, isConditional: true)
      }
    }
    var needs = [need(action, text, purpose, at: place)]
    if action == "s3:PutObject" {
      needs = [
        need(action, Text(text.parts + [.literal("/*")]), purpose, at: place),
        need("s3:ListBucket", text, purpose, at: place),
      ]
    }
    return needs + needs.flatMap { EncryptionNeeds.needs(for: $0, in: application) }
  }

  private static func destinationAction(of text: Text, in application: Application) -> String? {
    if let id = text.references.first?.id {
      if application.queues.contains(where: { $0.id == id }) { return "sqs:SendMessage" }
      if application.topics.contains(where: { $0.id == id }) { return "sns:Publish" }
      if application.functions.contains(where: { $0.id == id }) { return "lambda:InvokeFunction" }
      if application.buses.contains(where: { $0.id == id }) { return "events:PutEvents" }
      if application.buckets.contains(where: { $0.id == id }) { return "s3:PutObject" }
    }
    switch text.arnSegment(2)?.literal {
    case "sqs": return "sqs:SendMessage"
    case "sns": return "sns:Publish"
    case "lambda": return "lambda:InvokeFunction"
    case "events": return "events:PutEvents"
    case "s3": return "s3:PutObject"
    default: return nil
    }
  }

  static func key(_ key: Value<Text>, _ actions: [String], _ purpose: String) -> [ActionNeed] {
    guard let place = key.location, let text = key.value, !text.isPlatformKey else { return [] }
    return actions.map { need($0, text.keyARN, purpose, at: place) }
  }

  /// What polling a source takes.
  private static func source(_ mapping: EventSourceMapping, in application: Application) -> [ActionNeed] {
    let source = mapping.source.value ?? "*"
    let (scoped, unscoped) = pollingActions(mapping.kind)
    let purpose = "poll its event source"
    var needs = scoped.map { need($0, source, purpose, at: mapping.location) }
    needs += unscoped.map { need($0, "*", purpose, at: mapping.location) }
    needs += needs.flatMap { EncryptionNeeds.needs(for: $0, in: application) }
    return needs + destination(mapping.onFailure, in: application)
  }

  private static func pollingActions(_ kind: TriggerKind) -> (scoped: [String], unscoped: [String]) {
    switch kind {
    case .queue: (["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], [])
    case .kinesis:
      (
        [
          "kinesis:DescribeStream", "kinesis:DescribeStreamSummary", "kinesis:GetRecords",
          "kinesis:GetShardIterator", "kinesis:ListShards",
        ], ["kinesis:ListStreams"]
      )
    case .tableStream:
      (
        ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
        ["dynamodb:ListStreams"]
      )
    case .kafka:
      (
        ["kafka:DescribeCluster", "kafka:DescribeClusterV2", "kafka:GetBootstrapBrokers"],
        interfaceActions + ["ec2:DescribeSecurityGroups", "ec2:DescribeVpcs"]
      )
    case .messageBroker:
      (["mq:DescribeBroker"], interfaceActions + ["ec2:DescribeSecurityGroups", "ec2:DescribeVpcs"])
    case .documentStream:
      (
        ["rds:DescribeDBClusters", "rds:DescribeDBClusterParameters", "rds:DescribeDBSubnetGroups"],
        interfaceActions + ["ec2:DescribeSecurityGroups", "ec2:DescribeVpcs"]
      )
    default: ([], [])
    }
  }
}

extension Text {
  /// One of the keys that the platform keeps for a service, for which callers need nothing.
  var isPlatformKey: Bool { leadingLiteral.hasPrefix("alias/aws/") || leadingLiteral.contains(":alias/aws/") }

  /// A key as a policy names it: policies do not know aliases.
  var keyARN: Text {
    if case .reference(let reference)? = parts.first, parts.count == 1 {
      // The alias of a key of the template is another resource.
      return reference.attribute == nil
        ? Text([.reference(ResourceReference(reference.id, attribute: "Arn"))]) : self
    }
    let start = leadingLiteral
    if start.hasPrefix("arn:"), !start.contains(":alias/") { return self }
    if start.hasPrefix("alias/") || start.hasPrefix("arn:") || parts.isEmpty {
      return "arn:aws:kms:*:*:key/*"
    }
    return Text([.literal("arn:aws:kms:*:*:key/")] + parts)
  }
}
