internal import Documents
internal import FindingModel

extension ServiceCompiler {
  mutating func addSchedule(_ event: BoundEvent) {
    let expressions = event.value.isOwnMapping ? event["rate"]?.oneOrMore ?? [] : [event.value]
    guard !expressions.isEmpty else {
      problems.add(
        at: event.place, "the 'schedule' event of the function '\(event.function.name)' has no rate")
      return
    }
    let isScheduler = event["method"]?.text == "scheduler"
    if isScheduler { grantScheduler(event) }
    for expression in expressions {
      if isScheduler { addScheduler(expression, event) } else { addScheduleRule(expression, event) }
    }
  }

  private func state(_ event: BoundEvent) -> Draft {
    guard let enabled = event["enabled"] else { return "ENABLED" }
    guard let flag = enabled.boolean else { return .written(enabled) }
    return flag ? "ENABLED" : "DISABLED"
  }

  /// What the target receives: fixed JSON, a path of the event or a template.
  private func input(_ event: BoundEvent) -> [(String, Draft)] {
    let transformer = event["inputTransformer"]
    return [
      ("Input", event["input"].map(ServiceJSON.draft) ?? .absent),
      ("InputPath", .optional(event["inputPath"])),
      (
        "InputTransformer",
        transformer.map {
          ["InputTemplate": .optional($0["inputTemplate"]), "InputPathsMap": .optional($0["inputPathsMap"])]
        } ?? .absent
      ),
    ]
  }

  /// The next number of a function's series: one event may hold several expressions.
  private mutating func nextSchedule(of function: ServiceFunction) -> Int {
    scheduleNumbers[function.name, default: 0] += 1
    return scheduleNumbers[function.name] ?? 1
  }

  private mutating func addScheduleRule(_ expression: Node, _ event: BoundEvent) {
    let function = event.function
    let number = nextSchedule(of: function)
    let id = "\(function.normalizedName)EventsRuleSchedule\(number)"
    let target = Draft.map(
      [("Arn", function.target), ("Id", .text(function.name + "Schedule"))] + input(event))
    stack.put(
      StackResource(
        type: "AWS::Events::Rule",
        properties: [
          "ScheduleExpression": .written(expression), "State": state(event), "Name": .optional(event["name"]),
          "Description": .optional(event["description"]), "Targets": [target],
        ], place: event.place), as: id)
    permit(
      "events.amazonaws.com", from: .attribute("Arn", of: id), toCall: function.target,
      as: "\(function.normalizedName)LambdaPermissionEventsRuleSchedule\(number)", at: event.place)
  }

  private mutating func addScheduler(_ expression: Node, _ event: BoundEvent) {
    let function = event.function
    let number = nextSchedule(of: function)
    stack.put(
      StackResource(
        type: "AWS::Scheduler::Schedule",
        properties: [
          "ScheduleExpression": .written(expression), "State": state(event), "Name": .optional(event["name"]),
          "Description": .optional(event["description"]), "GroupName": .optional(event["groupName"]),
          "ScheduleExpressionTimezone": .optional(event["timezone"]), "FlexibleTimeWindow": ["Mode": "OFF"],
          "Target": [
            "Arn": function.target, "RoleArn": event["roleArn"].map(Draft.written) ?? role(of: function),
            "Input": event["input"].map(ServiceJSON.draft) ?? .absent,
          ],
        ], place: event.place), as: "\(function.normalizedName)SchedulerSchedule\(number)")
  }

  private mutating func grantScheduler(_ event: BoundEvent) {
    guard event["roleArn"] == nil else { return }
    let name = deployedName(of: event.function)
    grants.allow(
      ["lambda:InvokeFunction"],
      on: [.arn("lambda", "function:", name), .arn("lambda", "function:", name, ":*")], to: event.function,
      at: event.place)
    grants.trust("scheduler.amazonaws.com", toRunAs: event.function)
  }

  // MARK: Events

  mutating func addCloudWatchEvent(_ event: BoundEvent) {
    let function = event.function
    let id = "\(function.normalizedName)EventsRuleCloudWatchEvent\(event.event.number)"
    let target = Draft.map(
      [("Arn", function.target), ("Id", .text(function.name + "CloudWatchEvent"))] + input(event))
    stack.put(
      StackResource(
        type: "AWS::Events::Rule",
        properties: [
          "EventPattern": .optional(event["event"]), "State": state(event), "Name": .optional(event["name"]),
          "Description": .optional(event["description"]), "Targets": [target],
        ], place: event.place), as: id)
    permit(
      "events.amazonaws.com", from: .attribute("Arn", of: id), toCall: function.target,
      as: "\(function.normalizedName)LambdaPermissionEventsRuleCloudWatchEvent\(event.event.number)",
      at: event.place)
  }

  mutating func addEventBridge(_ event: BoundEvent) {
    let function = event.function
    let bus = eventBus(event)
    let ruleSuffix = "-rule-\(event.event.position)"
    let ruleName: Draft =
      event["name"].map(Draft.written) ?? .joined(deployedName(of: function), .text(ruleSuffix))
    let retry = event["retryPolicy"]
    let target = Draft.map(
      [
        ("Arn", function.target), ("Id", .joined(ruleName, "-target")),
        (
          "RetryPolicy",
          retry.map {
            [
              "MaximumEventAgeInSeconds": .optional($0["maximumEventAge"]),
              "MaximumRetryAttempts": .optional($0["maximumRetryAttempts"]),
            ]
          } ?? .absent
        ),
        ("DeadLetterConfig", event["deadLetterQueueArn"].map { ["Arn": .written($0)] } ?? .absent),
      ] + input(event))
    let id = ruleID(event, suffix: ruleSuffix)
    stack.put(
      StackResource(
        type: "AWS::Events::Rule",
        properties: [
          "EventBusName": bus, "EventPattern": .optional(event["pattern"]),
          "ScheduleExpression": .optional(event["schedule"]), "Name": ruleName,
          "Description": .optional(event["description"]), "State": state(event), "Targets": [target],
        ], place: event.place), as: id)
    let path: [Draft] = bus.isAbsent ? ["rule/"] : ["rule/", bus, "/"]
    permit(
      "events.amazonaws.com", from: .arn("events", .joined(path + [ruleName])), toCall: function.target,
      as: "\(function.normalizedName)EventBridgeLambdaPermission\(event.event.position)", at: event.place)
  }

  /// The framework's id holds the deployed name, which is only known with its stage.
  private func ruleID(_ event: BoundEvent, suffix: String) -> String {
    let name = Draft.joined(deployedName(of: event.function), .text(suffix)).node(at: event.place)
    return LogicalNames.alphanumeric(name.text ?? event.function.name + suffix) + "EventBridgeRule"
  }

  /// The bus's name; a bus that is given by name is part of the stack.
  private mutating func eventBus(_ event: BoundEvent) -> Draft {
    guard let bus = event["eventBus"] else { return .absent }
    guard let text = bus.text else { return .written(bus) }
    if text == "default" { return .absent }
    if text.hasPrefix("arn") {
      let name = text.split(separator: "/", maxSplits: 1).last.map(String.init) ?? text
      return name == "default" ? .absent : .text(name)
    }
    stack.put(
      StackResource(type: "AWS::Events::EventBus", properties: ["Name": .written(bus)], place: bus.location),
      as: LogicalNames.normalized(text) + "EventBridgeEventBus")
    return .written(bus)
  }

  // MARK: Logs

  mutating func addLogSubscription(_ event: BoundEvent) {
    guard let group = event.value.isOwnMapping ? event["logGroup"] : event.value else {
      problems.add(at: event.place, "the 'cloudwatchLog' event of '\(event.function.name)' has no log group")
      return
    }
    let name = event.function.normalizedName
    stack.put(
      StackResource(
        type: "AWS::Logs::SubscriptionFilter",
        properties: [
          "LogGroupName": .written(group), "FilterPattern": event["filter"].map(Draft.written) ?? "",
          "DestinationArn": event.function.target,
        ], place: event.place), as: "\(name)LogsSubscriptionFilterCloudWatchLog\(event.event.number)")
    // The framework has one permission for the common prefix of a function's groups; here each has its own.
    permit(
      .joined("logs.", .ref("AWS::Region"), ".amazonaws.com"),
      from: .arn("logs", "log-group:", .written(group), ":*"),
      toCall: event.function.target,
      as: "\(name)LambdaPermissionLogsSubscriptionFilterCloudWatchLog"
        + (event.event.number > 1 ? String(event.event.number) : ""), at: event.place)
  }
}
