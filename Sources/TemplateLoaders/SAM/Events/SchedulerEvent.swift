internal import Documents
internal import FindingModel

extension Assembly {
  private static let schedulerProperties: Set<String> = [
    "ScheduleExpression", "FlexibleTimeWindow", "Name", "State", "Description", "StartDate", "EndDate",
    "ScheduleExpressionTimezone", "GroupName", "KmsKeyArn", "Input", "PermissionsBoundary", "RoleArn",
    "RetryPolicy", "DeadLetterConfig", "OmitName",
  ]

  /// ScheduleV2 of a function.
  mutating func schedulerEvent(_ event: SAMEvent, target: InvocationTarget) {
    let arn = target.arn(event.make)
    schedule(event, arn: arn, policy: event.id + "LambdaPolicy", action: "lambda:InvokeFunction")
  }

  /// EventBridge Scheduler, with the role it assumes.
  mutating func schedule(_ event: SAMEvent, arn: Node, policy: String, action: String) {
    checkProperties(of: event, known: Self.schedulerProperties)
    let make = event.make
    let letters = schedulerDeadLetters(of: event)
    let roleARN = event["RoleArn"] ?? schedulerRole(event, arn: arn, policy: policy, action: action, letters)
    let omitsName = event["OmitName"]?.boolean == true
    let properties = make.map([
      "ScheduleExpression": need("ScheduleExpression", of: event),
      "FlexibleTimeWindow": event["FlexibleTimeWindow"] ?? make.map(["Mode": make.text("OFF")]),
      "Name": event["Name"] ?? (omitsName ? nil : make.text(event.id)), "State": event["State"],
      "Description": event["Description"], "StartDate": event["StartDate"], "EndDate": event["EndDate"],
      "ScheduleExpressionTimezone": event["ScheduleExpressionTimezone"], "GroupName": event["GroupName"],
      "KmsKeyArn": event["KmsKeyArn"],
      "Target": make.map([
        "Arn": arn, "RoleArn": roleARN, "DeadLetterConfig": letters.map { make.map(["Arn": $0]) },
        "RetryPolicy": event["RetryPolicy"], "Input": event["Input"],
      ]),
    ])
    implyForEvent(event.id, "AWS::Scheduler::Schedule", properties, event)
  }

  private mutating func schedulerRole(
    _ event: SAMEvent, arn: Node, policy: String, action: String, _ letters: Node?
  ) -> Node {
    let make = event.make
    var role = RoleDraft(id: event.id + "Role", service: "scheduler.amazonaws.com")
    role.add(policy: policy, [Roles.allow(action, on: arn, at: make.place)], at: make.place)
    if let letters {
      role.add(
        policy: event.id + "SQSPolicy", [Roles.allow("sqs:SendMessage", on: letters, at: make.place)],
        at: make.place)
    }
    let properties = make.map([
      "AssumeRolePolicyDocument": Roles.trust(role.service, at: make.place),
      "Policies": make.list(role.inline),
      "PermissionsBoundary": event["PermissionsBoundary"], "Tags": propagatedTags(of: event.owner, make),
    ])
    implyForEvent(role.id, "AWS::IAM::Role", properties, event)
    return make.arn(of: role.id)
  }

  private mutating func schedulerDeadLetters(of event: SAMEvent) -> Node? {
    guard let config = event["DeadLetterConfig"] else { return nil }
    let make = Implied(at: config.location)
    if let arn = config.present("Arn") { return arn }
    guard config.present("Type")?.text == "SQS" else {
      problem(at: config.location, "The DeadLetterConfig of '\(event.name)' needs an Arn, or the Type SQS.")
      return nil
    }
    let queueID = config.present("QueueLogicalId")?.text ?? event.id + "Queue"
    implyForEvent(queueID, "AWS::SQS::Queue", make.map([]), event)
    return make.arn(of: queueID)
  }
}
