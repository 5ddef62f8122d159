package import FindingModel

/// An SQS queue.
package struct Queue: Resource, Hashable {
  package let identity: ResourceIdentity
  package let queueName: Value<Text>
  /// Seconds a received message stays hidden; the platform's default is 30.
  package let visibilityTimeout: Value<Int>
  package let deadLetterTarget: Value<Text>
  package let maximumReceives: Value<Int>
  package let key: Value<Text>
  package let managedEncryption: Value<Bool>
  package let isFIFO: Value<Bool>
  package var policies: [ResourcePolicy]

  package init(
    identity: ResourceIdentity, queueName: Value<Text>, visibilityTimeout: Value<Int>,
    deadLetterTarget: Value<Text>, maximumReceives: Value<Int>, key: Value<Text>,
    managedEncryption: Value<Bool>, isFIFO: Value<Bool>
  ) {
    self.identity = identity
    self.queueName = queueName
    self.visibilityTimeout = visibilityTimeout
    self.deadLetterTarget = deadLetterTarget
    self.maximumReceives = maximumReceives
    self.key = key
    self.managedEncryption = managedEncryption
    self.isFIFO = isFIFO
    self.policies = []
  }
}

/// An SNS topic.
package struct Topic: Resource, Hashable {
  package let identity: ResourceIdentity
  package let topicName: Value<Text>
  package let key: Value<Text>
  package var subscriptions: [Subscription]
  package var policies: [ResourcePolicy]

  package init(
    identity: ResourceIdentity, topicName: Value<Text>, key: Value<Text>, subscriptions: [Subscription]
  ) {
    self.identity = identity
    self.topicName = topicName
    self.key = key
    self.subscriptions = subscriptions
    self.policies = []
  }
}

/// Who gets a topic's messages.
package struct Subscription: Hashable, Sendable {
  package let topic: Value<Text>
  /// `lambda`, `sqs`, `https`, `email` and others.
  package let `protocol`: Value<String>
  package let endpoint: Value<Text>
  package let filter: EventFilter
  package let deadLetterTarget: Value<Text>
  /// Logical id of its own resource; `nil` for one written inside the topic.
  package let connection: String?
  package let location: SourceLocation
  package let isImplied: Bool

  package init(
    topic: Value<Text>, protocol: Value<String>, endpoint: Value<Text>, filter: EventFilter,
    deadLetterTarget: Value<Text>, connection: String?, location: SourceLocation, isImplied: Bool
  ) {
    self.topic = topic
    self.protocol = `protocol`
    self.endpoint = endpoint
    self.filter = filter
    self.deadLetterTarget = deadLetterTarget
    self.connection = connection
    self.location = location
    self.isImplied = isImplied
  }
}

/// An EventBridge bus.
package struct EventBus: Resource, Hashable {
  package let identity: ResourceIdentity
  package let busName: Value<Text>
  package var policies: [ResourcePolicy]

  package init(identity: ResourceIdentity, busName: Value<Text>, policies: [ResourcePolicy]) {
    self.identity = identity
    self.busName = busName
    self.policies = policies
  }
}

/// An EventBridge rule or schedule with its targets.
package struct EventRule: Resource, Hashable {
  package let identity: ResourceIdentity
  package let bus: Value<Text>
  /// JSON text of the pattern; open parts as `${…}`.
  package let pattern: Value<String>
  package let schedule: Value<Text>
  /// `ENABLED` or `DISABLED`.
  package let state: Value<String>
  package let targets: [EventTarget]

  package init(
    identity: ResourceIdentity, bus: Value<Text>, pattern: Value<String>, schedule: Value<Text>,
    state: Value<String>, targets: [EventTarget]
  ) {
    self.identity = identity
    self.bus = bus
    self.pattern = pattern
    self.schedule = schedule
    self.state = state
    self.targets = targets
  }
}

package struct EventTarget: Hashable, Sendable {
  package let target: Value<Text>
  package let deadLetterTarget: Value<Text>
  package let maximumRetries: Value<Int>
  package let location: SourceLocation

  package init(
    target: Value<Text>, deadLetterTarget: Value<Text>, maximumRetries: Value<Int>, location: SourceLocation
  ) {
    self.target = target
    self.deadLetterTarget = deadLetterTarget
    self.maximumRetries = maximumRetries
    self.location = location
  }
}

/// A Kinesis data stream.
package struct DataStream: Resource, Hashable {
  package let identity: ResourceIdentity
  package let streamName: Value<Text>
  package let encryption: Value<String>
  package var policies: [ResourcePolicy]

  package init(identity: ResourceIdentity, streamName: Value<Text>, encryption: Value<String>) {
    self.identity = identity
    self.streamName = streamName
    self.encryption = encryption
    self.policies = []
  }
}

/// `AWS::Lambda::EventSourceMapping`: the platform polls a source for the function.
package struct EventSourceMapping: Resource, Hashable {
  package let identity: ResourceIdentity
  package let function: Value<Text>
  package let source: Value<Text>
  package let kind: TriggerKind
  package let isEnabled: Value<Bool>
  package let filter: EventFilter
  package let batchSize: Value<Int>
  package let maximumRetries: Value<Int>
  /// Seconds.
  package let maximumAge: Value<Int>
  package let bisectsOnError: Value<Bool>
  package let onFailure: Value<Text>
  package let maximumConcurrency: Value<Int>
  package let reportsItemFailures: Value<Bool>

  package init(
    identity: ResourceIdentity, function: Value<Text>, source: Value<Text>, kind: TriggerKind,
    isEnabled: Value<Bool>, filter: EventFilter, batchSize: Value<Int>, maximumRetries: Value<Int>,
    maximumAge: Value<Int>, bisectsOnError: Value<Bool>, onFailure: Value<Text>,
    maximumConcurrency: Value<Int>, reportsItemFailures: Value<Bool>
  ) {
    self.identity = identity
    self.function = function
    self.source = source
    self.kind = kind
    self.isEnabled = isEnabled
    self.filter = filter
    self.batchSize = batchSize
    self.maximumRetries = maximumRetries
    self.maximumAge = maximumAge
    self.bisectsOnError = bisectsOnError
    self.onFailure = onFailure
    self.maximumConcurrency = maximumConcurrency
    self.reportsItemFailures = reportsItemFailures
  }
}
