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
    edit(bucketID) { node in
      var properties = node.present("Properties") ?? make.map([])
      var notification = properties.present("NotificationConfiguration") ?? make.map([])
      let known = notification.present("LambdaConfigurations")?.elements ?? []
      notification.set("LambdaConfigurations", to: make.list(
        known + configurations.filter { new in !known.contains { $0.hasSameContent(as: new) } }))
      properties.set("NotificationConfiguration", to: notification)
      if let condition {
        // A bucket cannot depend on a permission that may not exist; a tag that names it can.
        let dependency = make.map([
          "Key": make.text("sam:ConditionalDependsOn:" + permissionID),
          "Value": make.choose(condition, make.ref(permissionID), make.text("no dependency")),
        ])
        properties.set("Tags", to: make.list((properties.present("Tags")?.elements ?? []) + [dependency]))
      } else {
        Self.add(dependency: permissionID, to: &node, make)
      }
      if let tags { properties.set("Tags", to: make.list((properties.present("Tags")?.elements ?? []) + tags.elements)) }
      node.set("Properties", to: properties)
    }
  }

  static func add(dependency id: String, to resource: inout Node, _ make: Implied) {
    let known = resource.present("DependsOn")
    let names = known.map { $0.asList } ?? []
    guard !names.contains(where: { $0.text == id }) else { return }
    resource.set("DependsOn", to: make.list(names + [make.text(id)]))
  }
}
