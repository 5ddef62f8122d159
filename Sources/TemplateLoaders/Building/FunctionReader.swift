internal import ApplicationModel
internal import Documents
internal import FindingModel

/// Reads Lambda's resources: functions, URLs, layers, aliases, permissions, mappings.
enum FunctionReader {
  static func function(_ resource: EvaluatedResource, names: PhysicalNames) -> Function {
    let properties = resource.properties
    let environment = (properties["Environment", "Variables"]?.asNamedTexts ?? []).map { variable in
      NamedText(
        name: variable.name, value: variable.value.map { names.resolvingName($0) },
        location: variable.location)
    }
    var function = Function(
      identity: resource.identity, functionName: properties.text("FunctionName"),
      runtime: properties.string("Runtime"), handler: properties.string("Handler"),
      code: code(properties["Code"], metadata: resource.metadata), role: properties.text("Role"),
      environment: environment, environmentKey: properties.text("KmsKeyArn"),
      timeout: properties.integer("Timeout"), memory: properties.integer("MemorySize"),
      ephemeralStorage: properties["EphemeralStorage"]?.integer("Size") ?? .absent,
      reservedConcurrency: properties.integer("ReservedConcurrentExecutions"),
      tracing: properties["TracingConfig"]?.string("Mode") ?? .absent,
      layers: layers(properties["Layers"]), network: network(properties["VpcConfig"]),
      deadLetterTarget: properties["DeadLetterConfig"]?.text("TargetArn") ?? .absent,
      codeSigning: properties.text("CodeSigningConfigArn"), recursiveLoop: properties.string("RecursiveLoop"),
      snapStart: properties["SnapStart"]?.string("ApplyOn") ?? .absent,
      tenantIsolation: properties["TenancyConfig"]?.string("TenantIsolationMode") ?? .absent,
      logging: LoggingConfiguration(
        logGroup: properties["LoggingConfig"]?.text("LogGroup") ?? .absent,
        format: properties["LoggingConfig"]?.string("LogFormat") ?? .absent,
        applicationLevel: properties["LoggingConfig"]?.string("ApplicationLogLevel") ?? .absent),
      tags: properties.namedTexts("Tags"))
    function.mounts = mounts(properties["FileSystemConfigs"])
    return function
  }

  private static func mounts(_ value: Resolved?) -> [Located<Text>] {
    (value?.elements ?? []).compactMap { configuration in
      guard case .known(let path, let location) = configuration.text("LocalMountPath") else { return nil }
      return Located(path, at: location)
    }
  }

  static func code(_ value: Resolved?, metadata: Resolved?) -> CodeSource {
    guard let value else { return context(of: metadata) }
    switch value.content {
    case .text(let text):
      guard let path = text.literal else { return .unknown }
      return .local(path: path, at: value.location)
    case .map:
      if let inline = value["ZipFile"], let text = inline.asText.value {
        return .inline(text.pattern, at: inline.location)
      }
      if let image = value["ImageUri"] { return .image(image.asText, at: image.location) }
      if value["S3Bucket"] != nil {
        return .bucket(value.text("S3Bucket"), key: value.text("S3Key"), at: value.location)
      }
      return context(of: metadata)
    case .null, .list, .unresolved:
      return .unknown
    }
  }

  /// An image that is built from a local Dockerfile has its context in the metadata, and often no code at all.
  private static func context(of metadata: Resolved?) -> CodeSource {
    guard let metadata, case .known(let context, let location) = metadata.string("DockerContext") else {
      return .unknown
    }
    return .local(path: context, at: location)
  }

  private static func layers(_ value: Resolved?) -> [Located<Value<Text>>] {
    guard let value else { return [] }
    let items = value.elements.isEmpty && value.expression != nil ? [value] : value.elements
    return items.map { Located($0.asText, at: $0.location) }
  }

  private static func network(_ value: Resolved?) -> Value<NetworkConfiguration> {
    guard let value else { return .absent }
    if let expression = value.expression { return .unresolved(expression, at: value.location) }
    let subnets = value.texts("SubnetIds")
    // An empty list is how a template takes a function out of its VPC.
    if subnets.isEmpty { return .absent }
    let isList = value["SubnetIds"]?.expression == nil
    return .known(
      NetworkConfiguration(
        subnets: subnets, securityGroups: value.texts("SecurityGroupIds"), isComplete: isList),
      at: value.location)
  }

  static func url(_ resource: EvaluatedResource) -> FunctionURL {
    let properties = resource.properties
    let cors = properties["Cors"].map { cors in
      CORSConfiguration(
        origins: cors.texts("AllowOrigins"), allowsCredentials: cors.boolean("AllowCredentials"),
        location: cors.location)
    }
    return FunctionURL(
      identity: resource.identity, target: properties.text("TargetFunctionArn"),
      authorization: properties.text("AuthType").literal { FunctionURL.Authorization(rawValue: $0) },
      cors: cors)
  }

  static func asynchronous(_ resource: EvaluatedResource) -> AsynchronousConfiguration {
    let properties = resource.properties
    return AsynchronousConfiguration(
      identity: resource.identity, function: properties.text("FunctionName"),
      onFailure: properties["DestinationConfig", "OnFailure"]?.text("Destination") ?? .absent,
      onSuccess: properties["DestinationConfig", "OnSuccess"]?.text("Destination") ?? .absent,
      maximumRetries: properties.integer("MaximumRetryAttempts"),
      maximumAge: properties.integer("MaximumEventAgeInSeconds"))
  }

  static func alias(_ resource: EvaluatedResource) -> FunctionAlias {
    let properties = resource.properties
    let weights = properties["RoutingConfig", "AdditionalVersionWeights"]?.elements ?? []
    return FunctionAlias(
      identity: resource.identity, function: properties.text("FunctionName"),
      version: properties.text("FunctionVersion"),
      additionalWeights: weights.map { weight in
        NamedWeight(version: weight.text("FunctionVersion").value ?? "", location: weight.location)
      },
      provisionedConcurrency: properties["ProvisionedConcurrencyConfig"]?
        .integer("ProvisionedConcurrentExecutions") ?? .absent)
  }

  static func layer(_ resource: EvaluatedResource) -> Layer {
    let properties = resource.properties
    return Layer(
      identity: resource.identity, code: code(properties["Content"], metadata: resource.metadata),
      runtimes: properties.texts("CompatibleRuntimes").compactMap(\.value.literal), sharedWith: [])
  }

  static func permission(_ resource: EvaluatedResource) -> Permission {
    let properties = resource.properties
    return Permission(
      identity: resource.identity, function: properties.text("FunctionName"),
      action: properties.string("Action"),
      principal: properties.text("Principal"), sourceARN: properties.text("SourceArn"),
      sourceAccount: properties.text("SourceAccount"),
      principalOrganization: properties.text("PrincipalOrgID"),
      functionURLAuthorization: properties.string("FunctionUrlAuthType"),
      eventSourceToken: properties.text("EventSourceToken"),
      isForFunctionURL: properties.boolean("InvokedViaFunctionUrl"))
  }

  static func mapping(_ resource: EvaluatedResource) -> EventSourceMapping {
    let properties = resource.properties
    return EventSourceMapping(
      identity: resource.identity, function: properties.text("FunctionName"), source: source(of: properties),
      kind: kind(of: properties), isEnabled: properties.boolean("Enabled"),
      filter: patterns(properties["FilterCriteria"]), batchSize: properties.integer("BatchSize"),
      maximumRetries: properties.integer("MaximumRetryAttempts"),
      maximumAge: properties.integer("MaximumRecordAgeInSeconds"),
      bisectsOnError: properties.boolean("BisectBatchOnFunctionError"),
      onFailure: properties["DestinationConfig", "OnFailure"]?.text("Destination") ?? .absent,
      maximumConcurrency: properties["ScalingConfig"]?.integer("MaximumConcurrency") ?? .absent,
      reportsItemFailures: reportsItemFailures(properties))
  }

  private static func reportsItemFailures(_ properties: Resolved) -> Value<Bool> {
    guard let types = properties["FunctionResponseTypes"] else { return .absent }
    return .known(
      types.asTexts.contains { $0.value.literal == "ReportBatchItemFailures" }, at: types.location)
  }

  private static func source(of properties: Resolved) -> Value<Text> {
    if properties["EventSourceArn"] != nil { return properties.text("EventSourceArn") }
    let servers = properties["SelfManagedEventSource", "Endpoints"]?.texts("KafkaBootstrapServers") ?? []
    return servers.first.map { .known($0.value, at: $0.location) } ?? .absent
  }

  private static func kind(of properties: Resolved) -> TriggerKind {
    if properties["SelfManagedEventSource"] != nil || properties["SelfManagedKafkaEventSourceConfig"] != nil {
      return .kafka
    }
    if properties["DocumentDBEventSourceConfig"] != nil { return .documentStream }
    if properties["AmazonManagedKafkaEventSourceConfig"] != nil { return .kafka }
    if properties["Queues"] != nil { return .messageBroker }
    if properties["Topics"] != nil { return .kafka }
    guard let source = properties.text("EventSourceArn").value else { return .queue }
    let text = source.pattern.lowercased()
    if text.contains(":dynamodb:") || source.references.first?.attribute == "StreamArn" {
      return .tableStream
    }
    if text.contains(":kinesis:") { return .kinesis }
    if text.contains(":kafka:") { return .kafka }
    if text.contains(":mq:") { return .messageBroker }
    if text.contains(":rds:") { return .documentStream }
    // Only streams need a position to start from.
    return properties["StartingPosition"] != nil ? .kinesis : .queue
  }

  static func patterns(_ value: Resolved?) -> EventFilter {
    guard let value else { return .none }
    if let expression = value.expression { return .unresolved(expression) }
    let patterns = (value["Filters"]?.elements ?? []).compactMap { $0.text("Pattern").value?.pattern }
    return patterns.isEmpty ? .none : .patterns(patterns)
  }
}

extension PhysicalNames {
  /// A text that is exactly a resource's name or ARN, as the reference it means.
  func resolvingName(_ text: Text) -> Text {
    if let literal = text.literal, let reference = reference(named: literal) {
      return Text([.reference(reference)])
    }
    return resolving(text)
  }
}
