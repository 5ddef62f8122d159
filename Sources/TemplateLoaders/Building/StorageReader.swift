internal import ApplicationModel
internal import Documents
internal import FindingModel

/// Reads buckets, tables, secrets and keys.
enum StorageReader {
  static func bucket(_ resource: EvaluatedResource) -> Bucket {
    let properties = resource.properties
    let rules = properties["BucketEncryption"]?["ServerSideEncryptionConfiguration"]?.elements ?? []
    return Bucket(
      identity: resource.identity, bucketName: properties.text("BucketName"),
      accessControl: properties.string("AccessControl"),
      publicAccessBlock: properties["PublicAccessBlockConfiguration"].flatMap(publicAccessBlock),
      encryption: rules.first?["ServerSideEncryptionByDefault"]?.string("SSEAlgorithm") ?? .absent,
      versioning: properties["VersioningConfiguration"]?.string("Status") ?? .absent,
      notifications: notifications(properties["NotificationConfiguration"]),
      isWebsite: properties["WebsiteConfiguration"] != nil,
      hasLogging: properties["LoggingConfiguration"] != nil,
      sendsToEventBridge: eventBridge(properties["NotificationConfiguration"]))
  }

  private static func publicAccessBlock(_ value: Resolved) -> PublicAccessBlock? {
    PublicAccessBlock(
      blocksPublicACLs: value.boolean("BlockPublicAcls"),
      ignoresPublicACLs: value.boolean("IgnorePublicAcls"),
      blocksPublicPolicy: value.boolean("BlockPublicPolicy"),
      restrictsPublicBuckets: value.boolean("RestrictPublicBuckets"), location: value.location)
  }

  private static func eventBridge(_ value: Resolved?) -> Value<Bool> {
    guard let bridge = value?["EventBridgeConfiguration"] else { return .absent }
    let enabled = bridge.boolean("EventBridgeEnabled")
    return enabled.isAbsent ? .known(true, at: bridge.location) : enabled
  }

  private static func notifications(_ value: Resolved?) -> [BucketNotification] {
    let kinds: [(key: String, target: String, kind: BucketNotification.Kind)] = [
      ("LambdaConfigurations", "Function", .function), ("QueueConfigurations", "Queue", .queue),
      ("TopicConfigurations", "Topic", .topic),
    ]
    return kinds.flatMap { key, target, kind in
      (value?[key]?.elements ?? []).map { item in
        BucketNotification(
          kind: kind, target: item.text(target), event: item.text("Event"), filter: filter(item["Filter"]),
          location: item.location)
      }
    }
  }

  private static func filter(_ value: Resolved?) -> EventFilter {
    guard let value else { return .none }
    if let expression = value.expression { return .unresolved(expression) }
    let rules = value["S3Key", "Rules"]?.elements ?? []
    func rule(_ name: String) -> Value<Text> {
      rules.first { $0.string("Name").value?.lowercased() == name }?.text("Value") ?? .absent
    }
    let (prefix, suffix) = (rule("prefix"), rule("suffix"))
    return prefix.isAbsent && suffix.isAbsent ? .none : .objectKey(prefix: prefix, suffix: suffix)
  }

  static func table(_ resource: EvaluatedResource) -> Table {
    let properties = resource.properties
    let recovery =
      properties["PointInTimeRecoverySpecification"]
      ?? properties["Replicas"]?.elements.first?["PointInTimeRecoverySpecification"]
    let encryption = properties["SSESpecification"]
    // With SSEEnabled the key is the account's in KMS; without, it is the platform's own.
    let own = properties["ResourcePolicy", "PolicyDocument"].map { document in
      [ResourcePolicy(identity: resource.identity, document: PolicyReader.document(document))]
    }
    return Table(
      identity: resource.identity, tableName: properties.text("TableName"),
      hasStream: properties["StreamSpecification"] != nil,
      usesCustomerKey: encryption?.boolean("SSEEnabled") ?? .absent,
      pointInTimeRecovery: recovery?.boolean("PointInTimeRecoveryEnabled") ?? .absent,
      deletionProtection: properties.boolean("DeletionProtectionEnabled"), policies: own ?? [])
  }

  static func secret(_ resource: EvaluatedResource) -> Secret {
    let properties = resource.properties
    return Secret(
      identity: resource.identity, kind: .secretsManager, secretName: properties.text("Name"),
      value: properties.text("SecretString"), isGenerated: properties["GenerateSecretString"] != nil,
      key: properties.text("KmsKeyId"))
  }

  static func parameter(_ resource: EvaluatedResource) -> Secret {
    let properties = resource.properties
    return Secret(
      identity: resource.identity, kind: .parameter(type: properties.string("Type")),
      secretName: properties.text("Name"), value: properties.text("Value"), isGenerated: false, key: .absent)
  }

  static func key(_ resource: EvaluatedResource) -> EncryptionKey {
    let policy = resource.properties["KeyPolicy"].map {
      ResourcePolicy(identity: resource.identity, document: PolicyReader.document($0))
    }
    return EncryptionKey(
      identity: resource.identity, policy: policy, rotation: resource.properties.boolean("EnableKeyRotation"))
  }

  /// The policy of a store that has no type of its own in the model; `nil` where something else keeps strangers out.
  static func storePolicy(_ resource: EvaluatedResource) -> PolicyDocument? {
    let properties = resource.properties
    guard let key = policyKeys[resource.identity.type], let policy = properties[key] else { return nil }
    // In a network, or with users of its own, an open policy is how a search domain is meant to be set up.
    if properties["VPCOptions"] != nil { return nil }
    if properties["AdvancedSecurityOptions"]?.boolean("Enabled").value == true { return nil }
    return PolicyReader.document(policy)
  }

  private static let policyKeys = [
    "AWS::Backup::BackupVault": "AccessPolicy", "AWS::CodeArtifact::Domain": "PermissionsPolicyDocument",
    "AWS::CodeArtifact::Repository": "PermissionsPolicyDocument",
    "AWS::ECR::Repository": "RepositoryPolicyText", "AWS::EFS::FileSystem": "FileSystemPolicy",
    "AWS::Elasticsearch::Domain": "AccessPolicies", "AWS::OpenSearchService::Domain": "AccessPolicies",
  ]
}
