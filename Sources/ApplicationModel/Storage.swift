package import FindingModel

/// An S3 bucket.
package struct Bucket: Resource, Hashable {
  package let identity: ResourceIdentity
  package let bucketName: Value<Text>
  /// Canned access list, `PublicReadWrite`.
  package let accessControl: Value<String>
  package let publicAccessBlock: PublicAccessBlock?
  package var policies: [ResourcePolicy]
  /// `AES256`, `aws:kms`; absent means the platform's own keys.
  package let encryption: Value<String>
  package let versioning: Value<String>
  package let notifications: [BucketNotification]
  package let isWebsite: Bool
  package let hasLogging: Bool
  package let sendsToEventBridge: Value<Bool>

  package init(
    identity: ResourceIdentity, bucketName: Value<Text>, accessControl: Value<String>,
    publicAccessBlock: PublicAccessBlock?, encryption: Value<String>, versioning: Value<String>,
    notifications: [BucketNotification], isWebsite: Bool, hasLogging: Bool, sendsToEventBridge: Value<Bool>
  ) {
    self.identity = identity
    self.bucketName = bucketName
    self.accessControl = accessControl
    self.publicAccessBlock = publicAccessBlock
    self.policies = []
    self.encryption = encryption
    self.versioning = versioning
    self.notifications = notifications
    self.isWebsite = isWebsite
    self.hasLogging = hasLogging
    self.sendsToEventBridge = sendsToEventBridge
  }
}

/// The four switches; since April 2023 the platform turns all on for a new bucket that sets none.
package struct PublicAccessBlock: Hashable, Sendable {
  package let blocksPublicACLs: Value<Bool>
  package let ignoresPublicACLs: Value<Bool>
  package let blocksPublicPolicy: Value<Bool>
  package let restrictsPublicBuckets: Value<Bool>
  package let location: SourceLocation

  package init(
    blocksPublicACLs: Value<Bool>, ignoresPublicACLs: Value<Bool>, blocksPublicPolicy: Value<Bool>,
    restrictsPublicBuckets: Value<Bool>, location: SourceLocation
  ) {
    self.blocksPublicACLs = blocksPublicACLs
    self.ignoresPublicACLs = ignoresPublicACLs
    self.blocksPublicPolicy = blocksPublicPolicy
    self.restrictsPublicBuckets = restrictsPublicBuckets
    self.location = location
  }
}

package struct BucketNotification: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case function
    case queue
    case topic
  }

  package let kind: Kind
  package let target: Value<Text>
  package let event: Value<Text>
  package let filter: EventFilter
  package let location: SourceLocation

  package init(
    kind: Kind, target: Value<Text>, event: Value<Text>, filter: EventFilter, location: SourceLocation
  ) {
    self.kind = kind
    self.target = target
    self.event = event
    self.filter = filter
    self.location = location
  }
}

/// A policy attached to a resource: the resource's own, or one of a policy resource that names it.
package struct ResourcePolicy: Resource, Hashable {
  package let identity: ResourceIdentity
  package let document: PolicyDocument

  package init(identity: ResourceIdentity, document: PolicyDocument) {
    self.identity = identity
    self.document = document
  }
}

/// A DynamoDB table.
package struct Table: Resource, Hashable {
  package let identity: ResourceIdentity
  package let tableName: Value<Text>
  package let hasStream: Bool
  package let usesCustomerKey: Value<Bool>
  package let pointInTimeRecovery: Value<Bool>
  package let deletionProtection: Value<Bool>
  package var policies: [ResourcePolicy]

  package init(
    identity: ResourceIdentity, tableName: Value<Text>, hasStream: Bool, usesCustomerKey: Value<Bool>,
    pointInTimeRecovery: Value<Bool>, deletionProtection: Value<Bool>, policies: [ResourcePolicy]
  ) {
    self.identity = identity
    self.tableName = tableName
    self.hasStream = hasStream
    self.usesCustomerKey = usesCustomerKey
    self.pointInTimeRecovery = pointInTimeRecovery
    self.deletionProtection = deletionProtection
    self.policies = policies
  }
}

/// A Secrets Manager secret, or an SSM parameter.
package struct Secret: Resource, Hashable {
  package enum Kind: Hashable, Sendable {
    case secretsManager
    /// `String`, `StringList` or `SecureString`.
    case parameter(type: Value<String>)
  }

  package let identity: ResourceIdentity
  package let kind: Kind
  package let secretName: Value<Text>
  /// The value itself, where the template writes it.
  package let value: Value<Text>
  package let isGenerated: Bool
  package let key: Value<Text>
  package var hasRotation: Bool
  package var policies: [ResourcePolicy]

  package init(
    identity: ResourceIdentity, kind: Kind, secretName: Value<Text>, value: Value<Text>, isGenerated: Bool,
    key: Value<Text>
  ) {
    self.identity = identity
    self.kind = kind
    self.secretName = secretName
    self.value = value
    self.isGenerated = isGenerated
    self.key = key
    self.hasRotation = false
    self.policies = []
  }
}

/// A KMS key.
package struct EncryptionKey: Resource, Hashable {
  package let identity: ResourceIdentity
  package let policy: ResourcePolicy?
  package let rotation: Value<Bool>

  package init(identity: ResourceIdentity, policy: ResourcePolicy?, rotation: Value<Bool>) {
    self.identity = identity
    self.policy = policy
    self.rotation = rotation
  }
}
