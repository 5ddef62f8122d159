internal import Documents
internal import FindingModel

extension ServiceCompiler {
  /// `stepFunctions` of the plugin serverless-step-functions.
  mutating func addStateMachines(_ node: Node) {
    let machines = node.property("stateMachines")
    for entry in (machines?.isSequence == true ? machines?.elements ?? [] : [machines].compactMap { $0 })
      .flatMap(\.entries)
    {
      guard entry.value.isOwnMapping else {
        problems.add(at: entry.keyLocation, "the state machine '\(entry.key)' is not a map; it is not read")
        continue
      }
      addStateMachine(entry)
    }
    for activity in node.property("activities")?.elements ?? [] {
      stack.put(
        StackResource(
          type: "AWS::StepFunctions::Activity", properties: ["Name": .written(activity)],
          place: activity.location),
        as: LogicalNames.normalized(activity.text ?? "") + "StepFunctionsActivity")
    }
  }

  private mutating func addStateMachine(_ entry: Entry) {
    let machine = entry.value
    let custom = machine["id"]?.text ?? machine["name"]?.text
    let id =
      custom.map(LogicalNames.normalized) ?? LogicalNames.normalized(entry.key) + "StepFunctionsStateMachine"
    let definition = machine.property("definition").map { localized($0) }
    let role = machine.property("role").map(Draft.written) ?? .attribute("Arn", of: id + "Role")
    if machine.property("role") == nil { addRole(of: id, definition: definition, machine: machine) }
    let logging = machine.property("loggingConfig")
    stack.put(
      StackResource(
        type: "AWS::StepFunctions::StateMachine",
        properties: [
          // The plugin writes JSON as text; the map says the same and keeps the places of the states.
          (definition?.isMapping == true ? "Definition" : "DefinitionString"): .optional(definition),
          "RoleArn": role, "StateMachineName": .optional(machine["name"]),
          "StateMachineType": .optional(machine["type"]),
          "LoggingConfiguration": logging.map {
            [
              "Level": .optional($0["level"]), "IncludeExecutionData": .optional($0["includeExecutionData"]),
              "Destinations": .list(
                ($0["destinations"]?.oneOrMore ?? []).map {
                  ["CloudWatchLogsLogGroup": ["LogGroupArn": .written($0)]]
                }),
            ]
          } ?? .absent,
          "TracingConfiguration": machine.property("tracingConfig").map {
            ["Enabled": .optional($0["enabled"])]
          } ?? .absent,
          "Tags": tags(provider["tags"], machine["tags"]),
        ],
        attributes: [
          (
            "DependsOn",
            machine.property("dependsOn").map { .list($0.oneOrMore.map(Draft.written)) } ?? .absent
          ),
          ("Metadata", .map([(Expansion.displayNameKey, .text(entry.key))])),
        ], place: machine.location, isImplied: false), as: id)
    addEvents(of: machine, named: entry.key, id: id)
  }

  /// `Fn::GetAtt: [hello, Arn]` and `Ref: hello` mean the function of that name.
  private func localized(_ node: Node) -> Node {
    if let (name, argument) = node.intrinsic {
      let parts = argument.elements
      if name == "Fn::GetAtt", let function = parts.first?.text.flatMap({ function(named: $0) }),
        parts.count == 2
      {
        return .attribute(parts[1].text ?? "Arn", of: function.logicalID, at: node.location)
      }
      if name == "Ref", let function = argument.text.flatMap({ function(named: $0) }) {
        return .ref(function.logicalID, at: node.location)
      }
    }
    var copy = node
    switch node.content {
    case .scalar: break
    case .sequence(let elements): copy.content = .sequence(elements.map { localized($0) })
    case .mapping(let entries):
      copy.content = .mapping(entries.map { Entry($0.key, at: $0.keyLocation, localized($0.value)) })
    }
    return copy
  }

  // MARK: Role

  private mutating func addRole(of id: String, definition: Node?, machine: Node) {
    var statements = tasks(of: definition).map { statement(for: $0) }
    if let logging = machine.property("loggingConfig") {
      let actions = [
        "CreateLogDelivery", "GetLogDelivery", "UpdateLogDelivery", "DeleteLogDelivery", "ListLogDeliveries",
        "PutResourcePolicy", "DescribeResourcePolicies", "DescribeLogGroups",
      ]
      statements.append(
        Draft.map([
          ("Effect", "Allow"), ("Action", .list(actions.map { .text("logs:" + $0) })), ("Resource", "*"),
        ]).node(at: logging.location))
    }
    var known: Set<String> = []
    let unique = statements.compactMap { $0 }.filter { known.insert(ServiceJSON.of($0)).inserted }
    let trust: Draft = [
      "Version": "2012-10-17",
      "Statement": [
        ["Effect": "Allow", "Principal": ["Service": "states.amazonaws.com"], "Action": "sts:AssumeRole"]
      ],
    ]
    stack.put(
      StackResource(
        type: "AWS::IAM::Role",
        properties: [
          "AssumeRolePolicyDocument": trust,
          "Policies": unique.isEmpty
            ? .absent
            : [
              [
                "PolicyName": .joined(.written(service.stage), "-", .written(service.name), "-statemachine"),
                "PolicyDocument": ["Version": "2012-10-17", "Statement": .list(unique.map(Draft.written))],
              ]
            ],
        ], place: machine.location), as: id + "Role")
  }

  /// All task states, in branches and iterators too.
  ///
  /// The definition's depth is bounded where it was resolved.
  private func tasks(of definition: Node?) -> [Node] {
    (definition?.property("States")?.entries ?? []).flatMap { entry -> [Node] in
      let state = entry.value
      var found = state["Type"]?.text == "Task" ? [state] : []
      found += (state.property("Branches")?.elements ?? []).flatMap { tasks(of: $0) }
      found += [state.property("Iterator"), state.property("ItemProcessor")].compactMap { $0 }.flatMap {
        tasks(of: $0)
      }
      return found
    }
  }

  /// What a task lets the machine do: call a function, or an action of a service.
  private func statement(for task: Node) -> Node? {
    guard let resource = task.property("Resource") else { return nil }
    let parameters = task.property("Parameters") ?? task.property("Arguments")
    func parameter(_ name: String) -> Draft {
      parameters?.property(name).map(Draft.written) ?? "*"
    }
    func allow(_ actions: [String], _ target: Draft) -> Node {
      Draft.map([("Effect", "Allow"), ("Action", .list(actions.map(Draft.text))), ("Resource", target)])
        .node(at: resource.location)
    }
    guard let text = resource.text, let range = text.firstRange(of: ":states:::") else {
      return allow(["lambda:InvokeFunction"], .written(resource))
    }
    let action = text[range.upperBound...].prefix { $0 != "." }
    switch action {
    case "lambda:invoke": return allow(["lambda:InvokeFunction"], parameter("FunctionName"))
    case "sns:publish": return allow(["sns:Publish"], parameter("TopicArn"))
    case "sqs:sendMessage": return allow(["sqs:SendMessage"], queue(parameters?.property("QueueUrl")))
    case "dynamodb:getItem", "dynamodb:putItem", "dynamodb:updateItem", "dynamodb:deleteItem":
      let name = action.split(separator: ":").last.map { LogicalNames.capitalized(String($0)) } ?? ""
      return allow(["dynamodb:" + name], table(parameters?.property("TableName")))
    case "states:startExecution": return allow(["states:StartExecution"], parameter("StateMachineArn"))
    case "events:putEvents": return allow(["events:PutEvents"], "*")
    case "ecs:runTask":
      return allow(["ecs:RunTask", "ecs:StopTask", "ecs:DescribeTasks", "iam:PassRole"], "*")
    case "batch:submitJob":
      return allow(["batch:SubmitJob", "batch:DescribeJobs", "batch:TerminateJob"], "*")
    case "glue:startJobRun":
      return allow(["glue:StartJobRun", "glue:GetJobRun", "glue:GetJobRuns", "glue:BatchStopJobRun"], "*")
    default: return nil
    }
  }

  private func queue(_ url: Node?) -> Draft {
    guard let url else { return "*" }
    if let (name, argument) = url.intrinsic, name == "Ref", let id = argument.text {
      return .attribute("Arn", of: id)
    }
    guard let parts = url.text?.split(separator: "/").map(String.init), parts.count >= 4 else { return "*" }
    return .joined(
      "arn:", .ref("AWS::Partition"), ":sqs:", .ref("AWS::Region"), .text(":\(parts[2]):\(parts[3])"))
  }

  private func table(_ name: Node?) -> Draft {
    guard let name else { return "*" }
    if let (function, argument) = name.intrinsic, function == "Ref", let id = argument.text {
      return .attribute("Arn", of: id)
    }
    return .arn("dynamodb", "table/", .written(name))
  }

  // MARK: Events

  private mutating func addEvents(of machine: Node, named name: String, id: String) {
    var numbers: [String: Int] = [:]
    for event in (machine.property("events")?.elements ?? []).flatMap(\.entries) {
      numbers[event.key, default: 0] += 1
      let number = numbers[event.key] ?? 1
      let prefix = LogicalNames.normalized(name)
      switch event.key {
      case "http": addHTTP(event, id: id)
      case "schedule":
        addRule(
          event.value, id: "\(prefix)StepFunctionsEventsRuleSchedule\(number)", machine: id,
          role: prefix + "ScheduleToStepFunctionsRole")
      case "cloudwatchEvent":
        addRule(
          event.value, id: "\(prefix)EventsRuleCloudWatchEvent\(number)", machine: id,
          role: prefix + "EventToStepFunctionsRole")
      case "eventBridge":
        addRule(
          event.value, id: "\(prefix)EventsRuleEventBridge\(number)", machine: id,
          role: prefix + "EventToStepFunctionsRole")
      default:
        problems.add(
          at: event.keyLocation, "the event '\(event.key)' of the state machine '\(name)' is not known",
          isError: false)
      }
    }
  }

  private mutating func addHTTP(_ event: Entry, id: String) {
    let role = "ApigatewayToStepFunctionsRole"
    let target = RestEndpoint.Target.stateMachine(id: id, role: .attribute("Arn", of: role))
    guard let endpoint = restEndpoint(event.value, target: target, at: event.value.location) else { return }
    endpoints.append(endpoint)
    if endpoint.http.property("iamRole") == nil {
      addStartRole(role, principal: "apigateway.amazonaws.com", machine: nil, at: endpoint.place)
    }
  }

  private mutating func addRule(_ event: Node, id: String, machine: String, role: String) {
    let own = event.property("role").map(Draft.written)
    if own == nil {
      addStartRole(role, principal: "events.amazonaws.com", machine: machine, at: event.location)
    }
    let rates = event.text == nil ? event["rate"]?.oneOrMore ?? [] : [event]
    let isOff = event["enabled"]?.boolean == false
    for rate in rates.isEmpty ? [nil] : rates.map(Optional.some) {
      stack.putUnique(
        StackResource(
          type: "AWS::Events::Rule",
          properties: [
            "ScheduleExpression": .optional(rate), "State": isOff ? "DISABLED" : "ENABLED",
            "EventPattern": .optional(event["event"] ?? event["pattern"]),
            "EventBusName": .optional(event["eventBusName"]),
            "Targets": [
              [
                "Arn": .ref(machine), "Id": .text(machine), "RoleArn": own ?? .attribute("Arn", of: role),
                "Input": event.property("input").map(ServiceJSON.draft) ?? .absent,
              ]
            ],
          ], place: event.location), as: id)
    }
  }

  private mutating func addStartRole(
    _ id: String, principal: String, machine: String?, at place: SourceLocation
  ) {
    guard !stack.contains(id) else { return }
    let trust: Draft = [
      "Version": "2012-10-17",
      "Statement": [
        ["Effect": "Allow", "Principal": ["Service": .text(principal)], "Action": "sts:AssumeRole"]
      ],
    ]
    let statement: Draft = [
      "Effect": "Allow", "Action": ["states:StartExecution"], "Resource": machine.map(Draft.ref) ?? "*",
    ]
    stack.put(
      StackResource(
        type: "AWS::IAM::Role",
        properties: [
          "AssumeRolePolicyDocument": trust,
          "Policies": [
            ["PolicyName": "start", "PolicyDocument": ["Version": "2012-10-17", "Statement": [statement]]]
          ],
        ], place: place), as: id)
  }
}
