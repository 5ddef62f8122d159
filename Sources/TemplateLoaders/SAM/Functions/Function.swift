internal import Documents
internal import FindingModel

extension Assembly {
  /// AWS::Serverless::Function: the function, its role, version, alias, URL and whatever its events need.
  mutating func function(_ resource: SAMResource) {
    var properties = lambdaProperties(of: resource)
    let code = code(of: resource)
    if let code { properties.append(code) }
    var role = roleDraft(of: resource)
    let aliasID = alias(of: resource, code: code, properties: properties)
    let target = InvocationTarget(functionID: resource.id, aliasID: aliasID)
    deploymentPreference(of: resource, aliasID: aliasID)
    invokeConfiguration(of: resource, target: target, role: &role)
    functionURL(of: resource, target: target)
    for event in events(of: resource) { expand(event, target: target, role: &role) }
    let roleARN = finishRole(role, of: resource)
    properties.append(Entry("Role", at: roleARN.location, roleARN))
    let make = Implied(at: resource.location)
    replace(resource, with: "AWS::Lambda::Function", make.map(properties))
  }

  private mutating func expand(_ event: SAMEvent, target: InvocationTarget, role: inout RoleDraft) {
    switch event.type {
    case "Api": restEvent(event, target: target)
    case "HttpApi": httpEvent(event, target: target)
    case "S3": bucketEvent(event, target: target)
    case "SNS": topicEvent(event, target: target, role: &role)
    case "Schedule": scheduleEvent(event, target: target)
    case "ScheduleV2": schedulerEvent(event, target: target)
    case "CloudWatchEvent", "EventBridgeRule": ruleEvent(event, target: target)
    case "CloudWatchLogs": logsEvent(event, target: target)
    case "IoTRule": topicRuleEvent(event, target: target)
    case "AlexaSkill": alexaEvent(event, target: target)
    case "Cognito": userPoolEvent(event, target: target)
    default:
      if let source = PolledSource(rawValue: event.type) {
        polledEvent(event, source, target: target, role: &role)
      } else {
        problem(
          at: event.location,
          "The event '\(event.name)' of '\(event.owner.id)' has an unknown type, "
            + "'\(event.type)'.")
      }
    }
  }

  /// The permission an event needs, and where the tags of the function go on.
  mutating func permit(
    _ permission: InvokePermission, for event: SAMEvent, target: InvocationTarget, id: String? = nil
  ) {
    imply(
      id ?? event.id + "Permission", "AWS::Lambda::Permission",
      permission.properties(function: target.name(event.make), event.make),
      inheriting: event.owner.inheritedAttributes, at: event.location)
  }

  /// The tags that a function hands on, if it does.
  func propagatedTags(of resource: SAMResource, _ make: Implied) -> Node? {
    guard resource.propagatesTags else { return nil }
    let tags = Tags.list(resource["Tags"])
    return tags.isEmpty ? nil : make.list(tags)
  }
}
