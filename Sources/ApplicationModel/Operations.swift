package import FindingModel

/// A CloudWatch log group.
package struct LogGroup: Resource, Hashable {
  package let identity: ResourceIdentity
  package let logGroupName: Value<Text>
  package let retentionDays: Value<Int>
  package let key: Value<Text>

  package init(
    identity: ResourceIdentity, logGroupName: Value<Text>, retentionDays: Value<Int>, key: Value<Text>
  ) {
    self.identity = identity
    self.logGroupName = logGroupName
    self.retentionDays = retentionDays
    self.key = key
  }
}

/// A CloudWatch alarm.
package struct Alarm: Resource, Hashable {
  package let identity: ResourceIdentity
  package let namespace: Value<Text>
  package let metric: Value<Text>
  package let dimensions: [NamedText]
  package let hasActions: Bool

  package init(
    identity: ResourceIdentity, namespace: Value<Text>, metric: Value<Text>, dimensions: [NamedText],
    hasActions: Bool
  ) {
    self.identity = identity
    self.namespace = namespace
    self.metric = metric
    self.dimensions = dimensions
    self.hasActions = hasActions
  }
}

/// A Step Functions state machine.
package struct StateMachine: Resource, Hashable {
  package let identity: ResourceIdentity
  package let stateMachineName: Value<Text>
  package let role: Value<Text>
  /// `STANDARD` or `EXPRESS`.
  package let machineType: Value<String>
  /// `ALL`, `ERROR`, `FATAL`, `OFF`.
  package let loggingLevel: Value<String>
  package let includesExecutionData: Value<Bool>
  package let isTraced: Value<Bool>
  /// Empty where the definition could not be read; see `hasUnreadDefinition`.
  package let tasks: [StateMachineTask]
  package let hasUnreadDefinition: Bool
  /// Names of the tasks that run before anything was checked; those behind a `Choice` are not among them.
  package let firstTasks: [String]
  /// What starts it: API routes, rules, schedules.
  package var triggers: [Trigger]

  package init(
    identity: ResourceIdentity, stateMachineName: Value<Text>, role: Value<Text>, machineType: Value<String>,
    loggingLevel: Value<String>, includesExecutionData: Value<Bool>, isTraced: Value<Bool>,
    tasks: [StateMachineTask], hasUnreadDefinition: Bool, firstTasks: [String] = []
  ) {
    self.identity = identity
    self.stateMachineName = stateMachineName
    self.role = role
    self.machineType = machineType
    self.loggingLevel = loggingLevel
    self.includesExecutionData = includesExecutionData
    self.isTraced = isTraced
    self.tasks = tasks
    self.hasUnreadDefinition = hasUnreadDefinition
    self.firstTasks = firstTasks
    self.triggers = []
  }
}

/// A `Task` state.
package struct StateMachineTask: Hashable, Sendable {
  package let name: String
  /// The task's `Resource`: a function's ARN or `arn:aws:states:::lambda:invoke`.
  package let resource: Text
  /// The function it invokes, where it invokes one.
  package let function: Value<Text>
  /// Parameters that the execution's input decides, `FunctionName.$` → `$.target`.
  package let dynamicParameters: [NamedText]
  package let waitsForToken: Bool
  package let hasRetry: Bool
  package let hasCatch: Bool
  package let hasTimeout: Bool
  package let location: SourceLocation

  package init(
    name: String, resource: Text, function: Value<Text>, dynamicParameters: [NamedText], waitsForToken: Bool,
    hasRetry: Bool, hasCatch: Bool, hasTimeout: Bool, location: SourceLocation
  ) {
    self.name = name
    self.resource = resource
    self.function = function
    self.dynamicParameters = dynamicParameters
    self.waitsForToken = waitsForToken
    self.hasRetry = hasRetry
    self.hasCatch = hasCatch
    self.hasTimeout = hasTimeout
    self.location = location
  }
}

/// An EC2 security group.
package struct SecurityGroup: Resource, Hashable {
  package let identity: ResourceIdentity
  /// `nil` where none are written: the platform then allows all outgoing traffic.
  package let egress: [NetworkRule]?
  package let ingress: [NetworkRule]

  package init(identity: ResourceIdentity, egress: [NetworkRule]?, ingress: [NetworkRule]) {
    self.identity = identity
    self.egress = egress
    self.ingress = ingress
  }
}

package struct NetworkRule: Hashable, Sendable {
  /// CIDR block; absent where the peer is a group or prefix list.
  package let block: Value<Text>
  /// `-1` for all.
  package let `protocol`: Value<Text>
  package let fromPort: Value<Int>
  package let toPort: Value<Int>
  package let location: SourceLocation

  package init(
    block: Value<Text>, protocol: Value<Text>, fromPort: Value<Int>, toPort: Value<Int>,
    location: SourceLocation
  ) {
    self.block = block
    self.protocol = `protocol`
    self.fromPort = fromPort
    self.toPort = toPort
    self.location = location
  }
}

/// An EC2 subnet.
package struct Subnet: Resource, Hashable {
  package let identity: ResourceIdentity
  package let availabilityZone: Value<Text>

  package init(identity: ResourceIdentity, availabilityZone: Value<Text>) {
    self.identity = identity
    self.availabilityZone = availabilityZone
  }
}

/// `AWS::Lambda::CodeSigningConfig`.
package struct CodeSigning: Resource, Hashable {
  package let identity: ResourceIdentity
  /// `Warn` or `Enforce`; the platform's default is `Warn`.
  package let untrustedArtifact: Value<String>

  package init(identity: ResourceIdentity, untrustedArtifact: Value<String>) {
    self.identity = identity
    self.untrustedArtifact = untrustedArtifact
  }
}

/// A resource of a type that no part of the model describes; it still takes part in references.
package struct OtherResource: Resource, Hashable {
  package let identity: ResourceIdentity
  /// Logical ids its properties name, sorted.
  package let references: [String]
  /// What decides who gets at the data it holds: a domain's, a file system's, an image repository's policy.
  package let policy: PolicyDocument?

  package init(identity: ResourceIdentity, references: [String], policy: PolicyDocument? = nil) {
    self.identity = identity
    self.references = references
    self.policy = policy
  }
}
