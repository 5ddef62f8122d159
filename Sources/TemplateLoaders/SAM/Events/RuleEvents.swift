internal import Documents
internal import FindingModel

/// EventBridge rules for functions; ``StateMachineEvents`` has those for state machines.
extension Assembly {
  private static let targetProperties: Set<String> = ["DeadLetterConfig", "RetryPolicy", "Input"]

  mutating func scheduleEvent(_ event: SAMEvent, target: InvocationTarget) {
    checkProperties(
      of: event,
      known: Self.targetProperties.union(["Schedule", "Enabled", "State", "Name", "Description"]))
    let make = event.make
    let ruleTarget = ruleTarget(of: event, arn: target.arn(make), kind: "Lambda", roleARN: nil)
    scheduleRule(event, target: ruleTarget)
    permitRule(event, target: target)
  }

  mutating func ruleEvent(_ event: SAMEvent, target: InvocationTarget) {
    checkProperties(
      of: event,
      known: Self.targetProperties.union([
        "EventBusName", "Pattern", "InputPath", "InputTransformer", "State", "RuleName", "Target", "Enabled",
      ]))
    let make = event.make
    let ruleTarget = ruleTarget(of: event, arn: target.arn(make), kind: "Lambda", roleARN: nil)
    patternRule(event, target: ruleTarget)
    permitRule(event, target: target)
  }

  private mutating func permitRule(_ event: SAMEvent, target: InvocationTarget) {
    let source = event.make.arn(of: event.id)
    permit(InvokePermission(principal: "events.amazonaws.com", sourceARN: source), for: event, target: target)
  }

  mutating func scheduleRule(_ event: SAMEvent, target: Node) {
    let make = event.make
    let rule = make.map([
      "ScheduleExpression": need("Schedule", of: event), "State": ruleState(of: event), "Name": event["Name"],
      "Description": event["Description"], "Targets": make.list([target]),
    ])
    implyForEvent(event.id, "AWS::Events::Rule", rule, event)
  }

  mutating func patternRule(_ event: SAMEvent, target: Node) {
    let make = event.make
    let rule = make.map([
      "EventBusName": event["EventBusName"], "EventPattern": need("Pattern", of: event),
      "Name": event["RuleName"], "State": ruleState(of: event), "Targets": make.list([target]),
    ])
    implyForEvent(event.id, "AWS::Events::Rule", rule, event)
  }

  private func ruleState(of event: SAMEvent) -> Node? {
    if let state = event["State"] { return state }
    guard let enabled = event["Enabled"], let value = settled(enabled).boolean else { return nil }
    return .string(value ? "ENABLED" : "DISABLED", at: enabled.location)
  }

  mutating func ruleTarget(of event: SAMEvent, arn: Node, kind: String, roleARN: Node?) -> Node {
    let make = event.make
    // Rule targets have names of at most 64 characters.
    let suffix = kind + "Target"
    let standard = make.text(Self.targetID(event.id, suffix: suffix))
    return make.map([
      "Arn": arn, "Id": event["Target"]?.present("Id") ?? standard, "Input": event["Input"],
      "InputPath": event["InputPath"], "InputTransformer": event["InputTransformer"], "RoleArn": roleARN,
      "DeadLetterConfig": deadLetters(of: event), "RetryPolicy": event["RetryPolicy"],
    ])
  }

  static func targetID(_ id: String, suffix: String) -> String {
    let limit = 64
    return id.count + suffix.count <= limit ? id + suffix : String(id.prefix(limit - suffix.count)) + suffix
  }

  /// The queue for events that could not be delivered, made if none is named.
  private mutating func deadLetters(of event: SAMEvent) -> Node? {
    guard let config = event["DeadLetterConfig"] else { return nil }
    let make = Implied(at: config.location)
    if let arn = config.present("Arn") { return make.map(["Arn": arn]) }
    guard config.present("Type")?.text == "SQS" else {
      if config.isIntrinsic { return config }
      problem(at: config.location, "The DeadLetterConfig of '\(event.name)' needs an Arn, or the Type SQS.")
      return nil
    }
    let queueID = config.present("QueueLogicalId")?.text ?? event.id + "Queue"
    implyForEvent(queueID, "AWS::SQS::Queue", make.map([]), event)
    queuePolicy(
      event.id + "QueuePolicy", queue: make.arn(of: queueID), url: make.ref(queueID),
      principal: make.map(["Service": make.text("events.amazonaws.com")]), source: make.arn(of: event.id),
      for: event)
    return make.map(["Arn": make.arn(of: queueID)])
  }
}
