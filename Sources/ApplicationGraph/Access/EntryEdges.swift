internal import ApplicationModel
internal import FindingModel

extension AccessGraphBuilder {
  /// Who makes functions and state machines run, and through what.
  mutating func addEntries() {
    let application = graph.application
    for function in application.functions {
      guard let node = existingNode("function:\(function.id)") else { continue }
      for trigger in function.triggers {
        add(trigger, of: node, id: function.id, name: function.name)
      }
    }
    for machine in application.stateMachines {
      guard let node = existingNode("stateMachine:\(machine.id)") else { continue }
      for trigger in machine.triggers { add(trigger, of: node, id: machine.id, name: machine.name) }
    }
  }

  private mutating func add(_ trigger: Trigger, of target: Int32, id: String, name: String) {
    // A disabled trigger lets nobody in, and whoever may enable it is administrator of it already.
    if trigger.isEnabled.value == false { return }
    let reach = graph.reach(of: trigger, visited: [id])
    let detail = trigger.detail.map { " (\($0))" } ?? ""
    let what = "\(trigger.kind.title)\(detail) invokes '\(name)'"
    if trigger.kind == .permission {
      guard let who = who(reach.exposure) else { return }
      let place = reach.steps.first?.location ?? trigger.location
      let by = add(
        AccessEvidence(
          source: .trigger(.permission), location: place, note: "\(reach.who) may invoke '\(name)'"))
      connect(who, target, .mayInvoke, by: by)
      return
    }
    let by = add(
      AccessEvidence(
        source: evidenceSource(of: trigger), location: trigger.location, note: what,
        condition: reach.isAssumed ? "\(reach.who) may call it" : nil))
    if let source = source(of: trigger) {
      connect(source, target, .triggers, by: by)
      return
    }
    let entry = entry(of: trigger, reach: reach, owner: name)
    connect(entry, target, .triggers, by: by)
    guard let who = who(reach.exposure), doors.insert(entry).inserted else { return }
    // The door itself stays where it is: a person closes the way from it to one function, or the API's policy.
    let opening = add(
      AccessEvidence(
        source: reach.steps.isEmpty ? .nature : .resourcePolicy,
        location: reach.steps.first?.location ?? nodes[Int(entry)].location ?? trigger.location,
        note: "\(reach.who) may call \(nodes[Int(entry)].title)"))
    connect(who, entry, .mayInvoke, by: opening)
  }

  private func evidenceSource(of trigger: Trigger) -> AccessEvidence.Source {
    switch trigger.kind {
    // Whoever calls the API reaches its authorizer: that is what it is for.
    case .authorizer: return .nature
    case .webSocketAPI where trigger.authorizer == .none && trigger.detail != "$connect":
      return .trigger(.openConnection)
    case .restAPI, .httpAPI, .webSocketAPI, .graphQL, .functionURL, .loadBalancer:
      return .trigger(trigger.authorizer == .none || trigger.authorizer == .apiKey ? .open : .guarded)
    case .bucket, .topic, .queue, .kinesis, .tableStream, .documentStream, .kafka, .messageBroker,
      .eventRule, .logSubscription, .pipe, .firehose, .stateMachine:
      return .trigger(.source)
    case .permission: return .trigger(.permission)
    case .edge, .schedule, .email, .iot, .userPool, .voiceAssistant, .customResource, .configurationRule,
      .secretRotation, .agent:
      return .trigger(.platform)
    }
  }

  /// The resource of the application that sends the events, where its own policy decides who fills it.
  private func source(of trigger: Trigger) -> Int32? {
    switch trigger.kind {
    case .bucket, .topic, .queue, .kinesis, .tableStream, .eventRule, .pipe, .firehose, .documentStream,
      .kafka, .messageBroker, .logSubscription, .schedule, .stateMachine:
      for id in [trigger.source.value?.references.first?.id, trigger.connection].compactMap({ $0 }) {
        if let node = nodesByID[id] { return node }
      }
      return nil
    default:
      return nil
    }
  }

  /// One node for each way into an API that is as open as another: an open route does not open a guarded one.
  private mutating func entry(of trigger: Trigger, reach: ApplicationGraph.Reach, owner: String) -> Int32 {
    let id = trigger.source.value?.references.first?.id
    let resource = id.flatMap { graph.resource($0) }
    let name = resource?.name ?? trigger.source.value?.pattern
    let location = resource?.location ?? trigger.location
    switch trigger.kind {
    case .restAPI, .httpAPI, .webSocketAPI, .graphQL, .loadBalancer:
      let identity = id ?? name ?? trigger.connection ?? owner
      let needsKey = trigger.authorizer == .apiKey
      let door = needsKey ? "with an API key" : Self.doors[reach.exposure] ?? ""
      return node(
        "api:\(needsKey ? "key" : reach.exposure.name):\(identity)", .api,
        "\(name ?? trigger.kind.title), \(door)", at: location)
    case .functionURL:
      return node("api:url:\(owner)", .api, "URL of \(owner)", at: trigger.location)
    case .authorizer:
      return node(
        "api:authorizer:\(id ?? owner)", .api, "\(name ?? "API"), authorization", at: location)
    default:
      return node(
        "service:\(trigger.kind.rawValue):\(id ?? trigger.source.value?.pattern ?? owner)", .service,
        name.map { "\(trigger.kind.title) \($0)" } ?? trigger.kind.title, at: location)
    }
  }

  private static let doors: [Exposure: String] = [
    .internet: "open to all", .authenticated: "for signed-in users", .otherAccount: "for other accounts",
    .account: "for the account", .nobody: "for nobody",
  ]
}
