package import ApplicationModel
internal import Documents
package import FindingModel

/// Makes an ``ApplicationModel/Application`` of an evaluated template: the one place that reads CloudFormation's
/// properties, whatever dialect they were written in.
package struct ApplicationBuilder {
  private let resources: [EvaluatedResource]
  private let byType: [String: [EvaluatedResource]]
  private let byID: [String: EvaluatedResource]
  private let names: PhysicalNames

  package static func build(
    _ template: EvaluatedTemplate, name: String, path: String, dialect: Dialect
  ) -> Application {
    var application = Application(name: name, path: path, dialect: dialect, scenario: template.scenario)
    application.parameters = template.parameters
    application.outputs = template.outputs
    application.unresolved = template.unresolved
    ApplicationBuilder(template.resources).fill(&application)
    return application
  }

  private init(_ written: [EvaluatedResource]) {
    let names = PhysicalNames(written)
    self.names = names
    resources =
      names.isEmpty
      ? written
      : written.map { resource in
        EvaluatedResource(
          identity: resource.identity, properties: resource.properties.resolving(names),
          metadata: resource.metadata,
          dependsOn: resource.dependsOn, templatePath: resource.templatePath)
      }
    byType = Dictionary(grouping: resources) { $0.identity.type }
    byID = Dictionary(resources.map { ($0.identity.id, $0) }) { first, _ in first }
  }

  private func of(_ types: String...) -> [EvaluatedResource] { types.flatMap { byType[$0] ?? [] } }

  private func fill(_ application: inout Application) {
    application.functions = of("AWS::Lambda::Function").map { FunctionReader.function($0, names: names) }
    application.permissions = of("AWS::Lambda::Permission").map(FunctionReader.permission)
    application.mappings = of("AWS::Lambda::EventSourceMapping").map(FunctionReader.mapping).map(refineKind)
    let reader = APIReader(byType: byType, resources: byID)
    application.apis = reader.apis()
    application.domains = reader.domains()
    fillIdentity(&application)
    fillStorage(&application)
    fillMessaging(&application)
    fillOperations(&application)
    joinFunctions(&application)
    application.functions = TriggerJoiner(application, byType: byType, names: names).joined()
    joinStateMachines(&application)
    application.others = others(application)
    application.texts = resources.flatMap(TextCollector.texts)
    application.suppressions = resources.flatMap(suppressions)
  }

  private func suppressions(of resource: EvaluatedResource) -> [DeclaredSuppression] {
    (resource.metadata?["Parapet"]?["ignore"]?.elements ?? []).map { item in
      DeclaredSuppression(
        rule: item.text("rule").value?.pattern ?? "", reason: item.text("reason").value?.pattern,
        until: item.text("until").value?.pattern, subject: resource.identity.name, location: item.location)
    }
  }

  private func fillIdentity(_ application: inout Application) {
    application.policies = of("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::RolePolicy")
      .compactMap(IdentityReader.policy)
    application.roles = of("AWS::IAM::Role").map(IdentityReader.role).map { role in
      var role = role
      role.policies += application.policies.filter { policy in
        policy.roles.contains { isRole(role, namedBy: $0) }
          || role.managedPolicies.contains { $0.value.reference?.id == policy.id }
      }.map { AttachedPolicy(name: $0.name, document: $0.document) }
      return role
    }
    application.users = of("AWS::IAM::User").map(IdentityReader.user)
    application.userPools = of("AWS::Cognito::UserPool").map(IdentityReader.userPool).map { pool in
      var pool = pool
      pool.clients = of("AWS::Cognito::UserPoolClient").map(IdentityReader.client)
        .filter { $0.pool.value?.references.first?.id == pool.id }
      return pool
    }
    let attachments = of("AWS::Cognito::IdentityPoolRoleAttachment")
    application.identityPools = of("AWS::Cognito::IdentityPool")
      .map { IdentityReader.identityPool($0, attachments: attachments) }
    application.iotPolicies = of("AWS::IoT::Policy").compactMap(IdentityReader.iotPolicy)
  }

  private func isRole(_ role: Role, namedBy text: Text) -> Bool {
    if let id = text.references.first?.id { return id == role.id }
    return text == role.roleName.value
  }

  private func fillStorage(_ application: inout Application) {
    application.buckets = of("AWS::S3::Bucket").map { resource in
      var bucket = StorageReader.bucket(resource)
      bucket.policies = policies("AWS::S3::BucketPolicy", naming: "Bucket", resource, name: bucket.bucketName)
      return bucket
    }
    application.tables = of("AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable").map(StorageReader.table)
    let rotated = Set(
      of("AWS::SecretsManager::RotationSchedule").compactMap {
        $0.properties.text("SecretId").value?.references.first?.id
      })
    application.secrets =
      of("AWS::SecretsManager::Secret").map { resource in
        var secret = StorageReader.secret(resource)
        secret.hasRotation = rotated.contains(resource.identity.id)
        secret.policies = policies(
          "AWS::SecretsManager::ResourcePolicy", naming: "SecretId", resource, name: secret.secretName,
          document: "ResourcePolicy")
        return secret
      } + of("AWS::SSM::Parameter").map(StorageReader.parameter)
    application.keys = of("AWS::KMS::Key").map(StorageReader.key)
  }

  /// Documents of policy resources that name a resource, by reference or by its name.
  private func policies(
    _ type: String, naming key: String, _ resource: EvaluatedResource, name: Value<Text>,
    document: String = "PolicyDocument"
  ) -> [ResourcePolicy] {
    of(type).filter { policy in
      (policy.properties[key]?.asTexts ?? []).contains { item in
        item.value.references.contains { $0.id == resource.identity.id }
          || (name.value != nil && item.value == name.value)
      }
    }.compactMap { policy in
      policy.properties[document].map {
        ResourcePolicy(identity: policy.identity, document: PolicyReader.document($0))
      }
    }
  }

  private func fillMessaging(_ application: inout Application) {
    application.queues = of("AWS::SQS::Queue").map { resource in
      var queue = MessagingReader.queue(resource)
      queue.policies =
        policies("AWS::SQS::QueuePolicy", naming: "Queues", resource, name: queue.queueName)
        + policies("AWS::SQS::QueueInlinePolicy", naming: "Queue", resource, name: queue.queueName)
      return queue
    }
    let subscriptions = of("AWS::SNS::Subscription").map(MessagingReader.subscription)
    application.topics = of("AWS::SNS::Topic").map { resource in
      var topic = MessagingReader.topic(resource)
      topic.subscriptions += subscriptions.filter { $0.topic.value?.references.first?.id == topic.id }
      topic.policies =
        policies("AWS::SNS::TopicPolicy", naming: "Topics", resource, name: topic.topicName)
        + policies("AWS::SNS::TopicInlinePolicy", naming: "TopicArn", resource, name: topic.topicName)
      return topic
    }
    application.subscriptions =
      subscriptions.filter { subscription in
        !application.topics.contains { $0.subscriptions.contains(subscription) }
      } + application.topics.flatMap(\.subscriptions)
    application.buses = eventBuses()
    application.rules =
      of("AWS::Events::Rule").map(MessagingReader.rule)
      + of("AWS::Scheduler::Schedule").map(MessagingReader.schedule)
    application.streams = of("AWS::Kinesis::Stream").map { resource in
      var stream = MessagingReader.stream(resource)
      stream.policies = policies(
        "AWS::Kinesis::ResourcePolicy", naming: "ResourceArn", resource, name: stream.streamName,
        document: "ResourcePolicy")
      return stream
    }
  }

  /// Buses of the template, and the default bus where a policy of the template is about it.
  private func eventBuses() -> [EventBus] {
    let policies = of("AWS::Events::EventBusPolicy").map { resource -> (bus: Text?, policy: ResourcePolicy) in
      let statement =
        resource.properties["Statement"].map(PolicyReader.statement)
        ?? Self.legacyBusStatement(resource)
      let document = PolicyDocument(statements: [statement], location: resource.identity.location)
      return (
        resource.properties.text("EventBusName").value,
        ResourcePolicy(identity: resource.identity, document: document)
      )
    }
    var buses = of("AWS::Events::EventBus").map { resource in
      var bus = MessagingReader.bus(resource)
      bus.policies += policies.filter { name, _ in
        name?.references.first?.id == resource.identity.id || (name != nil && name == bus.busName.value)
      }.map(\.policy)
      return bus
    }
    let onDefault = policies.filter { name, _ in name == nil || name?.literal == "default" }.map(\.policy)
    if let first = onDefault.first {
      let identity = ResourceIdentity(
        id: "default event bus", name: "default", type: "AWS::Events::EventBus", location: first.location,
        isImplied: true)
      buses.append(EventBus(identity: identity, busName: .absent, policies: onDefault))
    }
    return buses
  }

  /// `Principal` and `Condition` beside each other, the older form of a bus policy.
  private static func legacyBusStatement(_ resource: EvaluatedResource) -> Statement {
    let properties = resource.properties
    let location = resource.identity.location
    let principal = properties.text("Principal").value ?? ""
    let organization = properties["Condition"].flatMap { condition -> PolicyCondition? in
      guard let value = condition.text("Value").value else { return nil }
      return PolicyCondition(
        operation: condition.string("Type").value ?? "StringEquals",
        key: condition.string("Key").value ?? "aws:PrincipalOrgID", values: [value],
        location: condition.location)
    }
    return Statement(
      effect: .known(.allow, at: location),
      actions: .only([Located(properties.text("Action").value ?? "events:PutEvents", at: location)]),
      resources: .absent,
      principals: .only([
        Principal(
          kind: principal.literal == "*" ? .anyone : .aws, value: principal,
          location: properties["Principal"]?.location ?? location)
      ]), conditions: organization.map { [$0] } ?? [], location: location)
  }

  private func fillOperations(_ application: inout Application) {
    application.logGroups = of("AWS::Logs::LogGroup").map(OperationsReader.logGroup)
    application.alarms = of("AWS::CloudWatch::Alarm").map(OperationsReader.alarm)
    application.stateMachines = of("AWS::StepFunctions::StateMachine").map(StateMachineReader.stateMachine)
    application.securityGroups = of("AWS::EC2::SecurityGroup").map(OperationsReader.securityGroup)
    application.subnets = of("AWS::EC2::Subnet").map(OperationsReader.subnet)
    application.codeSigning = of("AWS::Lambda::CodeSigningConfig").map(OperationsReader.codeSigning)
    let shares = of("AWS::Lambda::LayerVersionPermission")
    application.layers = of("AWS::Lambda::LayerVersion").map { resource in
      var layer = FunctionReader.layer(resource)
      layer.sharedWith = shares.filter {
        $0.properties.text("LayerVersionArn").value?.references.first?.id == layer.id
      }.flatMap { share in
        // With an organization the principal is `*`, and yet only its accounts are meant.
        share.properties.texts(share.properties["OrganizationId"] == nil ? "Principal" : "OrganizationId")
      }
      return layer
    }
  }

  /// URLs, asynchronous settings and aliases belong to their function.
  private func joinFunctions(_ application: inout Application) {
    let urls = of("AWS::Lambda::Url").map(FunctionReader.url)
    let settings = of("AWS::Lambda::EventInvokeConfig").map(FunctionReader.asynchronous)
    let aliases = of("AWS::Lambda::Alias").map(FunctionReader.alias)
    var targets = FunctionTargets(application.functions)
    targets.add(versions: of("AWS::Lambda::Version"), aliases: aliases)
    for index in application.functions.indices {
      let id = application.functions[index].id
      application.functions[index].url = urls.first { targets.id(of: $0.target.value) == id }
      application.functions[index].asynchronous = settings.first { targets.id(of: $0.function.value) == id }
      application.functions[index].aliases = aliases.filter { targets.id(of: $0.function.value) == id }
    }
  }

  private func refineKind(_ mapping: EventSourceMapping) -> EventSourceMapping {
    guard let id = mapping.source.value?.references.first?.id, let type = byID[id]?.identity.type else {
      return mapping
    }
    let kind: TriggerKind
    switch type {
    case "AWS::SQS::Queue": kind = .queue
    case "AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable": kind = .tableStream
    case "AWS::Kinesis::Stream", "AWS::Kinesis::StreamConsumer": kind = .kinesis
    case "AWS::MSK::Cluster", "AWS::MSK::ServerlessCluster": kind = .kafka
    case "AWS::AmazonMQ::Broker": kind = .messageBroker
    case "AWS::DocDB::DBCluster": kind = .documentStream
    default: return mapping
    }
    return EventSourceMapping(
      identity: mapping.identity, function: mapping.function, source: mapping.source, kind: kind,
      isEnabled: mapping.isEnabled, filter: mapping.filter, batchSize: mapping.batchSize,
      maximumRetries: mapping.maximumRetries, maximumAge: mapping.maximumAge,
      bisectsOnError: mapping.bisectsOnError, onFailure: mapping.onFailure,
      maximumConcurrency: mapping.maximumConcurrency, reportsItemFailures: mapping.reportsItemFailures)
  }

  private func joinStateMachines(_ application: inout Application) {
    let triggers = StateMachineTriggers(application, byType: byType)
    for index in application.stateMachines.indices {
      application.stateMachines[index].triggers = triggers.triggers(of: application.stateMachines[index].id)
    }
  }

  private func others(_ application: Application) -> [OtherResource] {
    let modelled = Set(application.resources.map(\.id))
    return resources.filter { !modelled.contains($0.identity.id) }.map { resource in
      let references = Set(TextCollector.texts(of: resource).flatMap(\.text.references).map(\.id))
      return OtherResource(
        identity: resource.identity, references: references.union(resource.dependsOn).sorted(),
        policy: StorageReader.storePolicy(resource))
    }
  }
}

/// Every text of a resource's properties, with the keys that lead to it.
enum TextCollector {
  static func texts(of resource: EvaluatedResource) -> [TemplateText] {
    var texts: [TemplateText] = []
    collect(resource.properties, keys: [], resource: resource.identity, into: &texts)
    return texts
  }

  private static func collect(
    _ value: Resolved, keys: [String], resource: ResourceIdentity, into texts: inout [TemplateText]
  ) {
    switch value.content {
    case .text(let text):
      texts.append(TemplateText(resource: resource, keys: keys, text: text, location: value.location))
    case .list(let elements):
      for element in elements { collect(element, keys: keys, resource: resource, into: &texts) }
    case .map(let entries):
      for entry in entries {
        collect(entry.value, keys: keys + [entry.key], resource: resource, into: &texts)
      }
    case .null, .unresolved:
      break
    }
  }
}
