package import FindingModel

/// Everything one template, account snapshot or bundle describes, under one set of assumptions.
package struct Application: Sendable {
  /// What a person calls it: the service's name, or the template's folder.
  package let name: String
  /// Path of the template, relative to the scanned root.
  package let path: String
  package let dialect: Dialect
  package let scenario: Scenario

  package var functions: [Function] = []
  package var layers: [Layer] = []
  package var roles: [Role] = []
  package var policies: [Policy] = []
  package var users: [User] = []
  package var permissions: [Permission] = []
  package var mappings: [EventSourceMapping] = []
  package var apis: [API] = []
  package var domains: [DomainName] = []
  package var buckets: [Bucket] = []
  package var tables: [Table] = []
  package var queues: [Queue] = []
  package var topics: [Topic] = []
  package var subscriptions: [Subscription] = []
  package var buses: [EventBus] = []
  package var rules: [EventRule] = []
  package var streams: [DataStream] = []
  package var secrets: [Secret] = []
  package var keys: [EncryptionKey] = []
  package var logGroups: [LogGroup] = []
  package var alarms: [Alarm] = []
  package var stateMachines: [StateMachine] = []
  package var userPools: [UserPool] = []
  package var identityPools: [IdentityPool] = []
  package var iotPolicies: [IoTPolicy] = []
  package var securityGroups: [SecurityGroup] = []
  package var subnets: [Subnet] = []
  package var codeSigning: [CodeSigning] = []
  package var others: [OtherResource] = []
  package var parameters: [TemplateParameter] = []
  package var outputs: [TemplateOutput] = []
  /// Every text the template writes in a resource, for the search for secrets.
  package var texts: [TemplateText] = []
  package var suppressions: [DeclaredSuppression] = []
  /// Expressions that could not be resolved, sorted and without repetition.
  package var unresolved: [Unresolved] = []

  package init(name: String, path: String, dialect: Dialect, scenario: Scenario) {
    self.name = name
    self.path = path
    self.dialect = dialect
    self.scenario = scenario
  }

  /// Every resource, in no particular order.
  package var resources: [any Resource] {
    var all: [any Resource] = []
    all += functions as [any Resource]
    all += functions.compactMap(\.url) as [any Resource]
    all += functions.compactMap(\.asynchronous) as [any Resource]
    all += functions.flatMap(\.aliases) as [any Resource]
    all += layers as [any Resource]
    all += roles as [any Resource]
    all += policies as [any Resource]
    all += users as [any Resource]
    all += permissions as [any Resource]
    all += mappings as [any Resource]
    all += apis as [any Resource]
    all += apis.flatMap(\.stages) as [any Resource]
    all += domains as [any Resource]
    all += buckets as [any Resource]
    all += tables as [any Resource]
    all += queues as [any Resource]
    all += topics as [any Resource]
    all += buses as [any Resource]
    all += rules as [any Resource]
    all += streams as [any Resource]
    all += secrets as [any Resource]
    all += keys as [any Resource]
    all += logGroups as [any Resource]
    all += alarms as [any Resource]
    all += stateMachines as [any Resource]
    all += userPools as [any Resource]
    all += userPools.flatMap(\.clients) as [any Resource]
    all += identityPools as [any Resource]
    all += iotPolicies as [any Resource]
    all += securityGroups as [any Resource]
    all += subnets as [any Resource]
    all += codeSigning as [any Resource]
    all += others as [any Resource]
    return all
  }
}

/// An input of a template.
package struct TemplateParameter: Hashable, Sendable {
  package let name: String
  /// `String`, `AWS::SSM::Parameter::Value<String>` and others.
  package let type: Value<String>
  package let defaultValue: Value<Text>
  package let isHidden: Value<Bool>
  package let location: SourceLocation

  package init(
    name: String, type: Value<String>, defaultValue: Value<Text>, isHidden: Value<Bool>,
    location: SourceLocation
  ) {
    self.name = name
    self.type = type
    self.defaultValue = defaultValue
    self.isHidden = isHidden
    self.location = location
  }
}

/// An output of a template, which anyone who may describe the stack can read.
package struct TemplateOutput: Hashable, Sendable {
  package let name: String
  package let value: Value<Text>
  package let location: SourceLocation

  package init(name: String, value: Value<Text>, location: SourceLocation) {
    self.name = name
    self.value = value
    self.location = location
  }
}

/// A literal somewhere in a resource's properties.
package struct TemplateText: Hashable, Sendable {
  package let resource: ResourceIdentity
  /// Keys that lead to it, `["Properties", "MasterUserPassword"]`; list positions are left out.
  package let keys: [String]
  package let text: Text
  package let location: SourceLocation

  package init(resource: ResourceIdentity, keys: [String], text: Text, location: SourceLocation) {
    self.resource = resource
    self.keys = keys
    self.text = text
    self.location = location
  }
}

/// A suppression that a resource's metadata declares: `Metadata: {Parapet: {ignore: [...]}}`.
package struct DeclaredSuppression: Hashable, Sendable {
  package let rule: String
  package let reason: String?
  /// As written.
  package let until: String?
  /// Name of the resource it belongs to.
  package let subject: String
  package let location: SourceLocation

  package init(rule: String, reason: String?, until: String?, subject: String, location: SourceLocation) {
    self.rule = rule
    self.reason = reason
    self.until = until
    self.subject = subject
    self.location = location
  }
}
