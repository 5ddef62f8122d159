internal import Documents
internal import FindingModel

/// What several events say about one bucket or user pool, in the order they are met.
private struct Gathered {
  struct Group {
    let subject: Node
    let function: ServiceFunction
    let place: SourceLocation
    var items: [(String, Draft)] = []
  }

  private(set) var groups: [Group] = []
  private var positions: [String: Int] = [:]

  mutating func add(_ item: (String, Draft), to key: String, subject: Node, of event: BoundEvent) {
    if let position = positions[key] {
      groups[position].items.append(item)
    } else {
      positions[key] = groups.count
      groups.append(Group(subject: subject, function: event.function, place: event.place, items: [item]))
    }
  }
}

extension ServiceCompiler {
  // MARK: Buckets

  /// `s3`: buckets of the stack with their notifications, and buckets that exist.
  mutating func addBuckets(_ events: [BoundEvent]) {
    var own = Gathered()
    var existing = Gathered()
    for event in events {
      guard let bucket = event.value.isOwnMapping ? event["bucket"] : event.value else {
        problems.add(at: event.place, "the 's3' event of the function '\(event.function.name)' has no bucket")
        continue
      }
      // A reference is only allowed for a bucket that exists.
      if let key = bucket.text, event["existing"]?.boolean != true {
        own.add((key, notification(event)), to: key, subject: bucket, of: event)
        permitBucket(provider.property(path: "s3", key)?.property("name") ?? bucket, suffix: key, event)
      } else {
        existing.add(("", configuration(event)), to: event.function.name, subject: bucket, of: event)
        permitBucket(bucket, suffix: bucket.text ?? LogicalNames.source(of: bucket), event)
      }
    }
    for group in own.groups { addBucket(group) }
    for group in existing.groups { addExistingBucket(group) }
  }

  private func notification(_ event: BoundEvent) -> Draft {
    let rules = (event["rules"]?.elements ?? []).flatMap(\.entries)
    return [
      "Event": event["event"].map(Draft.written) ?? "s3:ObjectCreated:*",
      "Function": event.function.target,
      "Filter": rules.isEmpty
        ? .absent
        : ["S3Key": ["Rules": .list(rules.map { ["Name": .text($0.key), "Value": .written($0.value)] })]],
    ]
  }

  private mutating func addBucket(_ group: Gathered.Group) {
    let key = group.items.first?.0 ?? ""
    let shared = provider.property(path: "s3", key)
    var properties: [(String, Draft)] = [
      ("BucketName", .written(shared?.property("name") ?? group.subject)),
      ("NotificationConfiguration", ["LambdaConfigurations": .list(group.items.map(\.1))]),
    ]
    // Properties of `provider.s3` are the platform's own, with a small first letter.
    for property in shared?.entries ?? []
    where property.key != "name" && property.key != "notificationConfiguration" {
      properties.append((LogicalNames.capitalized(property.key), .written(property.value)))
    }
    stack.put(
      StackResource(type: "AWS::S3::Bucket", properties: .map(properties), place: group.place),
      as: "S3Bucket" + LogicalNames.alphanumeric(key))
  }

  private mutating func permitBucket(_ bucket: Node, suffix: String, _ event: BoundEvent) {
    permit(
      "s3.amazonaws.com", from: .joined("arn:", .ref("AWS::Partition"), ":s3:::", .written(bucket)),
      toCall: event.function.target,
      as: "\(event.function.normalizedName)LambdaPermission\(LogicalNames.alphanumeric(suffix))S3",
      at: event.place,
      more: [("SourceAccount", .ref("AWS::AccountId"))])
  }

  private func configuration(_ event: BoundEvent) -> Draft {
    let rules = (event["rules"]?.elements ?? []).flatMap(\.entries)
    return [
      "Event": event["event"].map(Draft.written) ?? "s3:ObjectCreated:*",
      "Rules": .list(rules.map { .map([(LogicalNames.capitalized($0.key), .written($0.value))]) }),
    ]
  }

  /// A bucket that exists, whose notification the framework attaches while it deploys.
  ///
  /// The permission stands beside it as what it becomes; the function and role that attach it are not generated.
  private mutating func addExistingBucket(_ group: Gathered.Group) {
    stack.put(
      StackResource(
        type: "Custom::S3",
        properties: [
          "FunctionName": deployedName(of: group.function), "BucketName": .written(group.subject),
          "BucketConfigs": .list(group.items.map(\.1)),
        ], place: group.place), as: group.function.normalizedName + "CustomS31")
  }

  // MARK: User pools

  mutating func addUserPools(_ events: [BoundEvent]) {
    var own = Gathered()
    var existing = Gathered()
    for event in events {
      guard let pool = event["pool"], let trigger = event["trigger"] else {
        problems.add(
          at: event.place, "the 'cognitoUserPool' event of '\(event.function.name)' has no pool or no trigger"
        )
        continue
      }
      let name = LogicalNames.alphanumeric(pool.text ?? "")
      let isExisting = event["existing"]?.boolean == true
      if isExisting {
        existing.add(("", ["Trigger": .written(trigger)]), to: event.function.name, subject: pool, of: event)
      } else {
        for item in lambdaConfiguration(trigger, event) { own.add(item, to: name, subject: pool, of: event) }
      }
      permit(
        "cognito-idp.amazonaws.com",
        from: isExisting
          ? .arn("cognito-idp", "userpool/*") : .attribute("Arn", of: "CognitoUserPool" + name),
        toCall: event.function.target,
        as: event.function.normalizedName + "LambdaPermissionCognitoUserPool" + name + "TriggerSource"
          + LogicalNames.alphanumeric(trigger.text ?? ""), at: event.place)
    }
    for group in own.groups { addUserPool(group) }
    for group in existing.groups { addExistingPool(group) }
  }

  private mutating func addUserPool(_ group: Gathered.Group) {
    stack.put(
      StackResource(
        type: "AWS::Cognito::UserPool",
        properties: ["UserPoolName": .written(group.subject), "LambdaConfig": .map(group.items)],
        place: group.place),
      as: "CognitoUserPool" + LogicalNames.alphanumeric(group.subject.text ?? ""))
  }

  private func lambdaConfiguration(_ trigger: Node, _ event: BoundEvent) -> [(String, Draft)] {
    let name = trigger.text ?? ""
    guard name == "CustomSMSSender" || name == "CustomEmailSender" else {
      return [(name, event.function.target)]
    }
    let sender: Draft = [
      "LambdaArn": event.function.target,
      "LambdaVersion": event["lambdaVersion"].map(Draft.written) ?? "V1_0",
    ]
    return [(name, sender), ("KMSKeyID", .optional(event["kmsKeyId"]))].filter { !$0.1.isAbsent }
  }

  private mutating func addExistingPool(_ group: Gathered.Group) {
    stack.put(
      StackResource(
        type: "Custom::CognitoUserPool",
        properties: [
          "FunctionName": deployedName(of: group.function), "UserPoolName": .written(group.subject),
          "UserPoolConfigs": .list(group.items.map(\.1)),
        ], place: group.place), as: group.function.normalizedName + "CustomCognitoUserPool1")
  }
}
