package import FindingModel

/// What makes a function run.
package struct Trigger: Hashable, Sendable {
  package let kind: TriggerKind
  /// The resource that sends the event, where the template names one: an ARN, a reference or a name.
  package let source: Value<Text>
  /// What of the source: `GET /orders/{id}`, `s3:ObjectCreated:*`, `rate(1 day)`.
  package let detail: String?
  package let authorizer: Authorizer
  package let filter: EventFilter
  package let isEnabled: Value<Bool>
  /// Whether a template of the API may make another event of the request.
  package let isMapped: Bool
  /// Logical id of the resource that makes the connection: route, mapping, rule, subscription, bucket.
  package let connection: String?
  package let location: SourceLocation
  package let isImplied: Bool

  package init(
    kind: TriggerKind, source: Value<Text>, detail: String? = nil, authorizer: Authorizer = .platform,
    filter: EventFilter = .none, isEnabled: Value<Bool> = .absent, isMapped: Bool = false,
    connection: String?,
    location: SourceLocation, isImplied: Bool = false
  ) {
    self.kind = kind
    self.source = source
    self.detail = detail
    self.authorizer = authorizer
    self.filter = filter
    self.isEnabled = isEnabled
    self.isMapped = isMapped
    self.connection = connection
    self.location = location
    self.isImplied = isImplied
  }

  package var invocation: Invocation { kind.invocation }
}

/// How the platform calls the function; decides which hygiene makes sense.
package enum Invocation: Hashable, Sendable {
  /// The caller waits for the result and sees the error.
  case synchronous
  /// The platform queues the event, retries twice and then drops it.
  case asynchronous
  /// The platform polls a queue; failed messages return to it.
  case queue
  /// The platform polls a stream; a failed batch blocks its shard.
  case stream
}

package enum TriggerKind: String, CaseIterable, Hashable, Sendable {
  case restAPI
  case httpAPI
  case webSocketAPI
  case functionURL
  case loadBalancer
  case graphQL
  case authorizer
  case edge
  case bucket
  case topic
  case queue
  case kinesis
  case tableStream
  case documentStream
  case kafka
  case messageBroker
  case eventRule
  case schedule
  case logSubscription
  case email
  case iot
  case userPool
  case voiceAssistant
  case stateMachine
  case customResource
  case configurationRule
  case secretRotation
  case pipe
  case firehose
  case agent
  /// A permission lets somebody invoke the function, without a connection in the template.
  case permission

  package var invocation: Invocation {
    switch self {
    case .restAPI, .httpAPI, .webSocketAPI, .functionURL, .loadBalancer, .graphQL, .authorizer, .edge,
      .userPool,
      .voiceAssistant, .stateMachine, .pipe, .firehose, .agent, .permission:
      .synchronous
    case .bucket, .topic, .eventRule, .schedule, .logSubscription, .email, .iot, .customResource,
      .configurationRule, .secretRotation:
      .asynchronous
    case .queue, .messageBroker: .queue
    case .kinesis, .tableStream, .documentStream, .kafka: .stream
    }
  }

  /// In a sentence: `an S3 bucket`.
  package var title: String {
    switch self {
    case .restAPI: "a REST API"
    case .httpAPI: "an HTTP API"
    case .webSocketAPI: "a WebSocket API"
    case .functionURL: "a function URL"
    case .loadBalancer: "a load balancer"
    case .graphQL: "a GraphQL API"
    case .authorizer: "API authorization"
    case .edge: "CloudFront"
    case .bucket: "an S3 bucket"
    case .topic: "an SNS topic"
    case .queue: "an SQS queue"
    case .kinesis: "a Kinesis stream"
    case .tableStream: "a DynamoDB stream"
    case .documentStream: "a DocumentDB change stream"
    case .kafka: "a Kafka topic"
    case .messageBroker: "a message broker"
    case .eventRule: "an EventBridge rule"
    case .schedule: "a schedule"
    case .logSubscription: "a log subscription"
    case .email: "incoming e-mail"
    case .iot: "an IoT rule"
    case .userPool: "a Cognito user pool"
    case .voiceAssistant: "Alexa"
    case .stateMachine: "a state machine"
    case .customResource: "a CloudFormation custom resource"
    case .configurationRule: "an AWS Config rule"
    case .secretRotation: "secret rotation"
    case .pipe: "an EventBridge pipe"
    case .firehose: "a Firehose delivery stream"
    case .agent: "a Bedrock agent"
    case .permission: "a direct invocation"
    }
  }
}

/// What stands between a caller and the function.
package enum Authorizer: Hashable, Sendable {
  /// The trigger is the platform's own (a queue, a schedule): IAM of the source decides.
  case platform
  /// Nothing: anyone may call.
  case none
  /// Nothing but an API key, which identifies a client and authenticates nobody.
  case apiKey
  case iam
  /// A Lambda authorizer.
  case function(Value<Text>)
  /// A Cognito user pool.
  case userPool(Value<Text>)
  case jwt(issuer: Value<Text>, audience: [Located<Text>], at: SourceLocation)
  /// The API is not on the internet: a private endpoint, or an internal load balancer.
  case privateNetwork
  case unresolved(Expression)
}

/// Which events of the source reach the function.
package enum EventFilter: Hashable, Sendable {
  case none
  /// Prefix and suffix of an object key.
  case objectKey(prefix: Value<Text>, suffix: Value<Text>)
  /// JSON patterns, as text; an event passes if any matches.
  case patterns([String])
  case unresolved(Expression)
}
