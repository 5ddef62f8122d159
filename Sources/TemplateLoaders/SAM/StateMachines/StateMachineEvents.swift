internal import Documents
internal import FindingModel

/// Events of state machines: the service that starts the execution assumes a role of its own.
extension Assembly {
  mutating func expand(_ event: SAMEvent, targetID: String) {
    switch event.type {
    case "Api": stateMachineRoute(event, targetID: targetID)
    case "Schedule", "CloudWatchEvent", "EventBridgeRule": stateMachineRule(event, targetID: targetID)
    case "ScheduleV2":
      schedule(
        event, arn: event.make.ref(targetID), policy: event.id + "StartExecutionPolicy",
        action: "states:StartExecution")
    default:
      problem(
        at: event.location,
        "The event '\(event.name)' of '\(event.owner.id)' has an unknown type, '\(event.type)'.")
    }
  }

  private mutating func stateMachineRule(_ event: SAMEvent, targetID: String) {
    let make = event.make
    let roleARN = event["RoleArn"] ?? startRole(event, targetID: targetID, service: "events.amazonaws.com")
    let target = ruleTarget(of: event, arn: make.ref(targetID), kind: "StepFunctions", roleARN: roleARN)
    let common: Set<String> = ["Target", "DeadLetterConfig", "RetryPolicy", "Input", "RoleArn", "State"]
    if event.type == "Schedule" {
      checkProperties(of: event, known: common.union(["Schedule", "Enabled", "Name", "Description"]))
      scheduleRule(event, target: target)
    } else {
      checkProperties(
        of: event,
        known: common.union(["EventBusName", "Pattern", "InputPath", "InputTransformer", "RuleName"]))
      patternRule(event, target: target)
    }
  }

  /// The role that may start the state machine; returns its ARN.
  mutating func startRole(_ event: SAMEvent, targetID: String, service: String) -> Node {
    let make = event.make
    var role = RoleDraft(id: event.id + "Role", service: service)
    role.add(
      policy: role.id + "StartExecutionPolicy",
      [Roles.allow("states:StartExecution", on: make.ref(targetID), at: make.place)], at: make.place)
    let properties = make.map([
      "AssumeRolePolicyDocument": Roles.trust(service, at: make.place), "Policies": make.list(role.inline),
      "PermissionsBoundary": event.owner["PermissionsBoundary"],
      "Tags": propagatedTags(of: event.owner, make),
    ])
    implyForEvent(role.id, "AWS::IAM::Role", properties, event)
    return make.arn(of: role.id)
  }
}
