internal import Documents
internal import FindingModel

/// Generates the template of a service.
///
/// One extension per topic: functions, role, and each kind of event.
struct ServiceCompiler {
  let service: ServiceContext
  var stack = StackDraft()
  var problems: ProblemList
  var grants = Grants()
  /// Endpoints of the REST API, of functions and of state machines.
  var endpoints: [RestEndpoint] = []
  /// Schedules given so far, by function.
  var scheduleNumbers: [String: Int] = [:]

  private let positions: [String: Int]

  init(_ service: ServiceContext, problems: ProblemList) {
    self.service = service
    positions = Dictionary(
      service.functions.indices.map { (service.functions[$0].name, $0) },
      uniquingKeysWith: { first, _ in first })
    self.problems = problems
  }

  var provider: Node { service.provider }

  mutating func compile(package: Node?, layers: Node?, stepFunctions: Node?, roleDefaults: Node?) {
    if !service.functions.isEmpty || layers != nil { addDeploymentBucket() }
    if let layers { addLayers(layers, package: package) }
    for function in service.functions {
      addLogGroup(of: function)
      add(function, package: package)
    }
    addEvents()
    if let stepFunctions { addStateMachines(stepFunctions) }
    addRestAPI()
    addRoles(defaults: roleDefaults)
  }

  func function(named name: String) -> ServiceFunction? { positions[name].map { service.functions[$0] } }

  /// Lets a service call a function.
  /// - Parameters:
  ///   - source: What the call must come from; `absent` where the framework names nothing.
  ///   - more: Further properties of the permission.
  mutating func permit(
    _ principal: Draft, from source: Draft, toCall target: Draft, as id: String, at place: SourceLocation,
    more: [(String, Draft)] = []
  ) {
    let properties: [(String, Draft)] =
      [
        ("FunctionName", target), ("Action", "lambda:InvokeFunction"), ("Principal", principal),
        ("SourceArn", source),
      ] + more
    stack.put(
      StackResource(type: "AWS::Lambda::Permission", properties: .map(properties), place: place), as: id)
  }

  /// Name and value pairs of tags.
  func tags(_ sources: Node?...) -> Draft {
    var tags = OrderedNodes()
    for entry in sources.compactMap({ $0 }).filter(\.isOwnMapping).flatMap(\.entries) {
      tags.put(entry.value, for: entry.key, at: entry.keyLocation)
    }
    guard !tags.entries.isEmpty else { return .absent }
    return .list(tags.entries.map { ["Key": .text($0.key), "Value": .written($0.value)] })
  }

  /// The bucket that packages are uploaded to; version 4 keeps it outside the stack.
  private mutating func addDeploymentBucket() {
    let own = provider.property("deploymentBucket")
    let isNamed = own.map { !$0.isOwnMapping || $0.property("name") != nil } ?? false
    guard !isNamed, service.majorVersion.map({ $0 < 4 }) ?? true else { return }
    let id = "ServerlessDeploymentBucket"
    let encryption: Draft = [
      "ServerSideEncryptionConfiguration": [["ServerSideEncryptionByDefault": ["SSEAlgorithm": "AES256"]]]
    ]
    stack.put(
      StackResource(
        type: "AWS::S3::Bucket", properties: ["BucketEncryption": encryption], place: provider.location),
      as: id)
    let bucket: [Draft] = ["arn:", .ref("AWS::Partition"), ":s3:::", .ref(id)]
    let statement: Draft = [
      "Action": "s3:*", "Effect": "Deny", "Principal": "*",
      "Resource": [.joined(bucket + ["/*"]), .joined(bucket)],
      "Condition": ["Bool": ["aws:SecureTransport": false]],
    ]
    stack.put(
      StackResource(
        type: "AWS::S3::BucketPolicy",
        properties: ["Bucket": .ref(id), "PolicyDocument": ["Statement": [statement]]],
        place: provider.location),
      as: id + "Policy")
  }
}
