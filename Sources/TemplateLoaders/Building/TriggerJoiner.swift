internal import ApplicationModel
internal import FindingModel

/// Finds everything that makes each function run, whichever resource says so.
struct TriggerJoiner {
  private let application: Application
  private let byType: [String: [EvaluatedResource]]
  private let names: PhysicalNames
  private let targets: FunctionTargets

  init(_ application: Application, byType: [String: [EvaluatedResource]], names: PhysicalNames) {
    self.application = application
    self.byType = byType
    self.names = names
    var targets = FunctionTargets(application.functions)
    targets.add(
      versions: byType["AWS::Lambda::Version"] ?? [], aliases: application.functions.flatMap(\.aliases))
    self.targets = targets
  }

  /// The functions with their triggers, in the order of the connections that make them.
  func joined() -> [Function] {
    var triggers: [String: [Trigger]] = [:]
    func add(_ trigger: Trigger, to target: Text?) {
      guard let id = targets.id(of: target) else { return }
      triggers[id, default: []].append(trigger)
    }
    for (target, trigger) in urlTriggers() + routeTriggers() + mappingTriggers() + messageTriggers()
      + ruleTriggers()
      + ServiceTriggers(byType: byType).triggers() + stateMachineTriggers()
    {
      add(trigger, to: target)
    }
    for permission in application.permissions {
      guard let id = targets.id(of: permission.function.value) else { continue }
      if let trigger = PermissionTriggers.trigger(permission, besides: triggers[id] ?? []) {
        triggers[id, default: []].append(trigger)
      }
    }
    return application.functions.map { function in
      var function = function
      function.triggers = triggers[function.id] ?? []
      return function
    }
  }

  private func reference(to resource: some ApplicationModel.Resource, at location: SourceLocation) -> Value<
    Text
  > {
    .known(Text([.reference(ResourceReference(resource.id))]), at: location)
  }

  private func urlTriggers() -> [(Text?, Trigger)] {
    application.functions.compactMap { function in
      guard let url = function.url else { return nil }
      let authorizer: Authorizer
      switch url.authorization {
      case .known(.iam, _): authorizer = .iam
      case .known(.anonymous, _): authorizer = .none
      case .unresolved(let expression, _): authorizer = .unresolved(expression)
      // The property is required; CloudFormation would refuse the template.
      case .absent: authorizer = .unresolved(Expression("a missing AuthType"))
      }
      let trigger = Trigger(
        kind: .functionURL, source: .absent, authorizer: authorizer, connection: url.id,
        location: url.location,
        isImplied: url.isImplied)
      return (Text([.reference(ResourceReference(function.id))]), trigger)
    }
  }

  private func routeTriggers() -> [(Text?, Trigger)] {
    application.apis.flatMap { api -> [(Text?, Trigger)] in
      let kind = TriggerKind(api.kind)
      let routes = api.routes.compactMap { route -> (Text?, Trigger)? in
        guard case .function(let target) = route.integration else { return nil }
        let trigger = Trigger(
          kind: kind, source: reference(to: api, at: route.location), detail: route.title,
          authorizer: authorizer(of: route, in: api), isMapped: route.isMapped, connection: route.connection,
          location: route.location, isImplied: route.isImplied)
        return (target.value, trigger)
      }
      let authorizers = api.authorizers.compactMap { item -> (Text?, Trigger)? in
        guard case .function(let target) = item.authorizer else { return nil }
        let trigger = Trigger(
          kind: .authorizer, source: reference(to: api, at: item.location), connection: nil,
          location: item.location)
        return (target.value, trigger)
      }
      return routes + authorizers
    }
  }

  private func authorizer(of route: Route, in api: API) -> Authorizer {
    // Only `$connect` can ask who is there; messages of the other routes come over a connection it let in.
    if api.kind == .webSocket, let connect = api.routes.first(where: { $0.path == "$connect" }) {
      return connect.authorizer
    }
    if api.endpointTypes.value?.contains("PRIVATE") == true, route.authorizer == .none {
      return .privateNetwork
    }
    if route.authorizer == .none, route.requiresAPIKey.value == true { return .apiKey }
    return route.authorizer
  }

  private func mappingTriggers() -> [(Text?, Trigger)] {
    application.mappings.map { mapping in
      let trigger = Trigger(
        kind: mapping.kind, source: mapping.source, filter: mapping.filter, isEnabled: mapping.isEnabled,
        connection: mapping.id, location: mapping.location, isImplied: mapping.isImplied)
      return (mapping.function.value, trigger)
    }
  }

  private func messageTriggers() -> [(Text?, Trigger)] {
    let objects = application.buckets.flatMap { bucket in
      bucket.notifications.filter { $0.kind == .function }.map { item -> (Text?, Trigger) in
        let trigger = Trigger(
          kind: .bucket, source: reference(to: bucket, at: item.location), detail: item.event.value?.pattern,
          filter: item.filter, connection: bucket.id, location: item.location)
        return (item.target.value, trigger)
      }
    }
    let messages = application.subscriptions.filter { $0.protocol.value == "lambda" }.map {
      item -> (Text?, Trigger) in
      let trigger = Trigger(
        kind: .topic, source: item.topic, filter: item.filter, connection: item.connection,
        location: item.location,
        isImplied: item.isImplied)
      return (item.endpoint.value, trigger)
    }
    return objects + messages
  }

  private func ruleTriggers() -> [(Text?, Trigger)] {
    application.rules.flatMap { rule in
      rule.targets.map { ($0.target.value, RuleTriggers.trigger(rule)) }
    }
  }

  private func stateMachineTriggers() -> [(Text?, Trigger)] {
    application.stateMachines.flatMap { machine in
      machine.tasks.map { task -> (Text?, Trigger) in
        let trigger = Trigger(
          kind: .stateMachine, source: reference(to: machine, at: task.location), detail: task.name,
          connection: machine.id, location: task.location)
        return (task.function.value, trigger)
      }
    }
  }
}

/// How a rule or schedule makes its targets run.
enum RuleTriggers {
  static func trigger(_ rule: EventRule) -> Trigger {
    let isSchedule = rule.pattern.isAbsent
    let state = rule.state
    let source: Value<Text> =
      rule.bus.isAbsent
      ? .known(Text([.reference(ResourceReference(rule.id))]), at: rule.location) : rule.bus
    return Trigger(
      kind: isSchedule ? .schedule : .eventRule, source: source,
      detail: isSchedule ? rule.schedule.value?.pattern : nil,
      filter: rule.pattern.value.map { .patterns([$0]) } ?? .none,
      isEnabled: state.map { $0.uppercased() != "DISABLED" }, connection: rule.id, location: rule.location,
      isImplied: rule.isImplied)
  }
}

/// What starts each state machine.
struct StateMachineTriggers {
  private let application: Application
  private let byType: [String: [EvaluatedResource]]

  init(_ application: Application, byType: [String: [EvaluatedResource]]) {
    self.application = application
    self.byType = byType
  }

  func triggers(of id: String) -> [Trigger] {
    let rules = application.rules.filter { rule in
      rule.targets.contains { $0.target.value?.references.first?.id == id }
    }.map(RuleTriggers.trigger)
    return rules + routeTriggers(of: id)
  }

  /// Routes whose integration starts an execution and whose API names the machine anywhere.
  private func routeTriggers(of id: String) -> [Trigger] {
    application.apis.flatMap { api -> [Trigger] in
      api.routes.compactMap { route -> Trigger? in
        guard case .service(let action, _) = route.integration,
          action.lowercased().hasPrefix("states") || action.hasPrefix("StepFunctions"),
          names(id, in: api, route)
        else { return nil }
        let open = route.authorizer == .none && route.requiresAPIKey.value == true
        return Trigger(
          kind: TriggerKind(api.kind),
          source: .known(Text([.reference(ResourceReference(api.id))]), at: route.location),
          detail: route.title, authorizer: open ? .apiKey : route.authorizer, connection: route.connection,
          location: route.location, isImplied: route.isImplied)
      }
    }
  }

  private func names(_ id: String, in api: API, _ route: Route) -> Bool {
    let candidates = application.stateMachines.count == 1 ? [] : [route.connection, api.id].compactMap { $0 }
    // With a single machine there is nothing to confuse; else the API's or method's texts must name it.
    if candidates.isEmpty { return true }
    return candidates.contains { candidate in
      (byType.values.joined().first { $0.identity.id == candidate }).map { resource in
        TextCollector.texts(of: resource).contains { $0.text.references.contains { $0.id == id } }
      } ?? false
    }
  }
}

extension TriggerKind {
  fileprivate init(_ kind: API.Kind) {
    switch kind {
    case .rest: self = .restAPI
    case .http: self = .httpAPI
    case .webSocket: self = .webSocketAPI
    case .graphQL: self = .graphQL
    }
  }
}
