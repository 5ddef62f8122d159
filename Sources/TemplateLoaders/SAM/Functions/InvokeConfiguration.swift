internal import Documents
internal import FindingModel

/// Where a function's results go, or a poller's failures.
enum DestinationKind: String {
  case queue = "SQS"
  case topic = "SNS"
  case function = "Lambda"
  case bus = "EventBridge"
  case bucket = "S3"
  case bucketName = "S3Bucket"

  /// For the name of the policy that allows it.
  var policyName: String { self == .bucketName ? "S3" : rawValue }

  func statements(for target: Node, at place: SourceLocation) -> [Node] {
    let make = Implied(at: place)
    switch self {
    case .queue: return [Roles.allow("sqs:SendMessage", on: target, at: place)]
    case .topic: return [Roles.allow("sns:publish", on: target, at: place)]
    case .function: return [Roles.allow("lambda:InvokeFunction", on: target, at: place)]
    case .bus: return [Roles.allow("events:PutEvents", on: target, at: place)]
    case .bucket, .bucketName:
      let objects = make.call("Fn::Join", make.list([make.text("/"), make.list([target, make.text("*")])]))
      return [
        Roles.allow("s3:PutObject", on: objects, at: place),
        Roles.allow("s3:ListBucket", on: target, at: place),
      ]
    }
  }
}

extension Assembly {
  /// AWS::Lambda::EventInvokeConfig, with queues and topics for destinations that name none.
  mutating func invokeConfiguration(
    of resource: SAMResource, target: InvocationTarget, role: inout RoleDraft
  ) {
    guard let config = resource["EventInvokeConfig"] else { return }
    guard config.isPlainMapping else {
      problem(at: config.location, "The EventInvokeConfig of '\(resource.id)' is not a map.")
      return
    }
    let make = Implied(at: config.location)
    let id = resource.id + "EventInvokeConfig"
    var destinations: [Entry] = []
    for entry in config.present("DestinationConfig")?.entries ?? [] where !entry.value.isNull {
      guard ["OnSuccess", "OnFailure"].contains(entry.key) else {
        problem(at: entry.keyLocation, "A DestinationConfig has OnSuccess and OnFailure, not '\(entry.key)'.")
        continue
      }
      if let value = destination(entry, id: id + entry.key, of: resource, role: &role) {
        destinations.append(Entry(entry.key, at: entry.keyLocation, make.map(["Destination": value])))
      }
    }
    let properties = make.map([
      "FunctionName": make.ref(resource.id),
      "Qualifier": target.aliasID.map { aliasName($0) ?? make.ref($0) } ?? make.text("$LATEST"),
      "MaximumEventAgeInSeconds": config.present("MaximumEventAgeInSeconds"),
      "MaximumRetryAttempts": config.present("MaximumRetryAttempts"),
      "DestinationConfig": make.map(destinations),
    ])
    imply(
      id, "AWS::Lambda::EventInvokeConfig", properties, inheriting: resource.inheritedAttributes,
      dependsOn: target.aliasID.map { [$0] } ?? [], at: config.location)
  }

  private func aliasName(_ aliasID: String) -> Node? {
    emitted(aliasID)?[path: "Properties", "Name"]
  }

  /// Makes the queue or topic if none is named, and returns the ARN of the destination.
  private mutating func destination(
    _ entry: Entry, id: String, of resource: SAMResource, role: inout RoleDraft
  ) -> Node? {
    let make = Implied(at: entry.keyLocation)
    guard let kind = entry.value.present("Type")?.text.flatMap(DestinationKind.init) else {
      problem(at: entry.value.location, "The destination \(entry.key) of '\(resource.id)' has no known Type.")
      return entry.value.present("Destination")
    }
    var target = entry.value.present("Destination")
    if kind == .queue || kind == .topic {
      target = generated(kind, for: target, id: id, of: resource, make)
    }
    guard let target else {
      problem(at: entry.value.location, "The destination \(entry.key) of '\(resource.id)' names no target.")
      return nil
    }
    role.add(
      policy: id + kind.policyName + "Policy", kind.statements(for: target, at: make.place), at: make.place)
    return target
  }

  private mutating func generated(
    _ kind: DestinationKind, for given: Node?, id: String, of resource: SAMResource, _ make: Implied
  ) -> Node {
    let isQueue = kind == .queue
    let newID = id + (isQueue ? "Queue" : "Topic")
    let arn = isQueue ? make.arn(of: newID) : make.ref(newID)
    var attributes = resource.inheritedAttributes
    var value = arn
    if let given, !given.isNoValue {
      // `!If [HasQueue, arn, AWS::NoValue]`: a new one exists only where none is named.
      guard let (condition, then, otherwise) = given.choice, then.isNoValue != otherwise.isNoValue else {
        return given
      }
      var missing = condition
      if !then.isNoValue {
        missing = negated(condition, suffix: LogicalID.digest(of: condition), at: given.location)
        value = make.choose(missing, arn, then)
      } else {
        value = make.choose(missing, arn, otherwise)
      }
      let combined = both(resource.condition, missing, make)
      attributes.removeAll { $0.key == "Condition" }
      attributes.append(Entry("Condition", at: make.place, make.text(combined)))
    }
    references["\(resource.id).Destination\(isQueue ? "Queue" : "Topic")"] = newID
    let type = isQueue ? "AWS::SQS::Queue" : "AWS::SNS::Topic"
    let tags = propagatedTags(of: resource, make)
    imply(newID, type, make.map(["Tags": tags]), inheriting: attributes, at: make.place)
    return value
  }

  /// The name of a condition that holds where both do.
  mutating func both(_ first: String?, _ second: String, _ make: Implied) -> String {
    guard let first else { return second }
    let name = first + "AND" + second + LogicalID.digest(of: first + second)
    add(condition: name, make.call("Fn::And", make.list([make.named(first), make.named(second)])))
    return name
  }
}
