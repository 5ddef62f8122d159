package import FindingModel

/// One deployable handler with its configuration, role, triggers and code.
package struct Function: Resource, Hashable {
  package let identity: ResourceIdentity
  package let functionName: Value<Text>
  package let runtime: Value<String>
  package let handler: Value<String>
  package let code: CodeSource
  /// The role's ARN: a reference where the role is part of the application.
  package let role: Value<Text>
  package let environment: [NamedText]
  package let environmentKey: Value<Text>
  /// Seconds; the platform's default is 3.
  package let timeout: Value<Int>
  /// Megabytes; the platform's default is 128.
  package let memory: Value<Int>
  /// Megabytes of /tmp; the platform's default is 512.
  package let ephemeralStorage: Value<Int>
  package let reservedConcurrency: Value<Int>
  /// `Active` or `PassThrough`.
  package let tracing: Value<String>
  package let layers: [Located<Value<Text>>]
  package let network: Value<NetworkConfiguration>
  package let deadLetterTarget: Value<Text>
  package let codeSigning: Value<Text>
  /// `Allow` or `Terminate`.
  package let recursiveLoop: Value<String>
  package let snapStart: Value<String>
  package let tenantIsolation: Value<String>
  package let logging: LoggingConfiguration
  package let tags: [NamedText]

  // Joined from other resources of the application.
  package var url: FunctionURL?
  package var asynchronous: AsynchronousConfiguration?
  package var aliases: [FunctionAlias]
  package var triggers: [Trigger]
  /// Folders below /mnt where file systems are mounted.
  package var mounts: [Located<Text>] = []

  package init(
    identity: ResourceIdentity, functionName: Value<Text>, runtime: Value<String>, handler: Value<String>,
    code: CodeSource, role: Value<Text>, environment: [NamedText], environmentKey: Value<Text>,
    timeout: Value<Int>, memory: Value<Int>, ephemeralStorage: Value<Int>, reservedConcurrency: Value<Int>,
    tracing: Value<String>, layers: [Located<Value<Text>>], network: Value<NetworkConfiguration>,
    deadLetterTarget: Value<Text>, codeSigning: Value<Text>, recursiveLoop: Value<String>,
    snapStart: Value<String>, tenantIsolation: Value<String>, logging: LoggingConfiguration,
    tags: [NamedText]
  ) {
    self.identity = identity
    self.functionName = functionName
    self.runtime = runtime
    self.handler = handler
    self.code = code
    self.role = role
    self.environment = environment
    self.environmentKey = environmentKey
    self.timeout = timeout
    self.memory = memory
    self.ephemeralStorage = ephemeralStorage
    self.reservedConcurrency = reservedConcurrency
    self.tracing = tracing
    self.layers = layers
    self.network = network
    self.deadLetterTarget = deadLetterTarget
    self.codeSigning = codeSigning
    self.recursiveLoop = recursiveLoop
    self.snapStart = snapStart
    self.tenantIsolation = tenantIsolation
    self.logging = logging
    self.tags = tags
    self.url = nil
    self.asynchronous = nil
    self.aliases = []
    self.triggers = []
  }
}

/// Where a function's or layer's code comes from.
package enum CodeSource: Hashable, Sendable {
  /// A folder or archive, relative to the template's folder.
  case local(path: String, at: SourceLocation)
  case bucket(Value<Text>, key: Value<Text>, at: SourceLocation)
  /// A container image's URI.
  case image(Value<Text>, at: SourceLocation)
  case inline(String, at: SourceLocation)
  case unknown
}

/// Subnets and security groups of a function inside a VPC.
package struct NetworkConfiguration: Hashable, Sendable {
  package let subnets: [Located<Text>]
  package let securityGroups: [Located<Text>]
  /// Whether all subnets are written here; a list given by a parameter is open.
  package let isComplete: Bool

  package init(subnets: [Located<Text>], securityGroups: [Located<Text>], isComplete: Bool) {
    self.subnets = subnets
    self.securityGroups = securityGroups
    self.isComplete = isComplete
  }
}

package struct LoggingConfiguration: Hashable, Sendable {
  package let logGroup: Value<Text>
  /// `JSON` or `Text`.
  package let format: Value<String>
  package let applicationLevel: Value<String>

  package init(logGroup: Value<Text>, format: Value<String>, applicationLevel: Value<String>) {
    self.logGroup = logGroup
    self.format = format
    self.applicationLevel = applicationLevel
  }
}

/// `AWS::Lambda::Url`.
package struct FunctionURL: Resource, Hashable {
  package enum Authorization: String, Hashable, Sendable {
    case iam = "AWS_IAM"
    case anonymous = "NONE"
  }

  package let identity: ResourceIdentity
  package let target: Value<Text>
  package let authorization: Value<Authorization>
  package let cors: CORSConfiguration?

  package init(
    identity: ResourceIdentity, target: Value<Text>, authorization: Value<Authorization>,
    cors: CORSConfiguration?
  ) {
    self.identity = identity
    self.target = target
    self.authorization = authorization
    self.cors = cors
  }
}

/// Cross-origin settings of a URL or an API.
package struct CORSConfiguration: Hashable, Sendable {
  package let origins: [Located<Text>]
  package let allowsCredentials: Value<Bool>
  package let location: SourceLocation

  package init(origins: [Located<Text>], allowsCredentials: Value<Bool>, location: SourceLocation) {
    self.origins = origins
    self.allowsCredentials = allowsCredentials
    self.location = location
  }

  /// The place of `*` among the origins.
  package var wildcard: SourceLocation? { origins.first { $0.value.literal == "*" }?.location }
}

/// `AWS::Lambda::EventInvokeConfig`.
package struct AsynchronousConfiguration: Resource, Hashable {
  package let identity: ResourceIdentity
  package let function: Value<Text>
  package let onFailure: Value<Text>
  package let onSuccess: Value<Text>
  package let maximumRetries: Value<Int>
  package let maximumAge: Value<Int>

  package init(
    identity: ResourceIdentity, function: Value<Text>, onFailure: Value<Text>, onSuccess: Value<Text>,
    maximumRetries: Value<Int>, maximumAge: Value<Int>
  ) {
    self.identity = identity
    self.function = function
    self.onFailure = onFailure
    self.onSuccess = onSuccess
    self.maximumRetries = maximumRetries
    self.maximumAge = maximumAge
  }
}

/// `AWS::Lambda::Alias`.
package struct FunctionAlias: Resource, Hashable {
  package let identity: ResourceIdentity
  package let function: Value<Text>
  package let version: Value<Text>
  /// Shares of traffic sent to versions other than the alias's own.
  package let additionalWeights: [NamedWeight]
  package let provisionedConcurrency: Value<Int>

  package init(
    identity: ResourceIdentity, function: Value<Text>, version: Value<Text>,
    additionalWeights: [NamedWeight], provisionedConcurrency: Value<Int>
  ) {
    self.identity = identity
    self.function = function
    self.version = version
    self.additionalWeights = additionalWeights
    self.provisionedConcurrency = provisionedConcurrency
  }
}

package struct NamedWeight: Hashable, Sendable {
  package let version: Text
  package let location: SourceLocation

  package init(version: Text, location: SourceLocation) {
    self.version = version
    self.location = location
  }
}

/// `AWS::Lambda::LayerVersion`.
package struct Layer: Resource, Hashable {
  package let identity: ResourceIdentity
  package let code: CodeSource
  package let runtimes: [String]
  /// Principals of `AWS::Lambda::LayerVersionPermission` for it, or the organizations they are limited to.
  package var sharedWith: [Located<Text>]

  package init(identity: ResourceIdentity, code: CodeSource, runtimes: [String], sharedWith: [Located<Text>])
  {
    self.identity = identity
    self.code = code
    self.runtimes = runtimes
    self.sharedWith = sharedWith
  }
}
