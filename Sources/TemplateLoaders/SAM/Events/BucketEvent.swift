internal import Documents
internal import FindingModel

extension Assembly {
  /// S3: a permission, and a notification in the bucket, which must be in the same template.
  mutating func bucketEvent(_ event: SAMEvent, target: InvocationTarget) {
    checkProperties(of: event, known: ["Bucket", "Events", "Filter"])
    let make = event.make
    let permission = InvokePermission(
      principal: "s3.amazonaws.com", sourceAccount: make.ref("AWS::AccountId"))
    permit(permission, for: event, target: target)
    guard let bucket = need("Bucket", of: event), let kinds = need("Events", of: event) else { return }
    guard let bucketID = bucket.namedResource, type(of: bucketID) == "AWS::S3::Bucket" else {
      problem(at: bucket.location, "The bucket of the event '\(event.name)' is not in this template.")
      return
    }
    let condition = event.owner.condition
    let configurations = kinds.asList.map { kind -> Node in
      let value = make.map(["Function": target.arn(make), "Filter": event["Filter"], "Event": kind])
      return condition.map { make.choose($0, value) } ?? value
    }
    let permissionID = event.id + "Permission"
    let tags = propagatedTags(of: event.owner, make)
    var isEdited = true
    edit(bucketID) { node in
      guard var properties = Self.editable(node, "Properties", make),
        var notification = Self.editable(properties, "NotificationConfiguration", make),
        notification.present("LambdaConfigurations")?.isSequence ?? true
      else {
        isEdited = false
        return
      }
      let known = notification.present("LambdaConfigurations")?.elements ?? []
      let added = configurations.filter { new in !known.contains { $0.hasSameContent(as: new) } }
      notification.set("LambdaConfigurations", to: make.list(known + added))
      properties.set("NotificationConfiguration", to: notification)
      var newTags = tags?.elements ?? []
      if let condition {
        // A bucket cannot depend on a permission that may not exist; a tag that names it can.
        let value = make.choose(condition, make.ref(permissionID), make.text("no dependency"))
        let key = make.text("sam:ConditionalDependsOn:" + permissionID)
        newTags.append(make.map(["Key": key, "Value": value]))
      } else {
        Self.add(dependency: permissionID, to: &node, make)
      }
      if !newTags.isEmpty, properties.present("Tags")?.isSequence ?? true {
        properties.set("Tags", to: make.list((properties.present("Tags")?.elements ?? []) + newTags))
      }
      node.set("Properties", to: properties)
    }
    if !isEdited {
      problem(at: event.location, "The notifications of the bucket '\(bucketID)' are not a list to add to.")
    }
  }

  /// A map to write into: the one under a key, or a new one; `nil` if there is something else.
  static func editable(_ node: Node, _ key: String, _ make: Implied) -> Node? {
    guard let known = node.present(key) else { return make.map([]) }
    return known.isPlainMapping ? known : nil
  }

  static func add(dependency id: String, to resource: inout Node, _ make: Implied) {
    let known = resource.present("DependsOn")
    let names = known.map { $0.asList } ?? []
    guard !names.contains(where: { $0.text == id }) else { return }
    resource.set("DependsOn", to: make.list(names + [make.text(id)]))
  }
}
