internal import ApplicationGraph
internal import ApplicationModel
internal import FindingModel
internal import PolicyEngine
internal import TaintEngine

/// Finds the calls of cloud services among the calls of a function, with what each needs and touches.
struct CloudCallReader {
  let graph: ApplicationGraph
  let function: Function

  func calls(of analysis: Analysis) -> [CloudCall] {
    var calls: [CloudCall] = []
    let isRoleReplaced = CallerCredentials.areReplaced(in: analysis)
    for (index, fact) in analysis.calls.enumerated() {
      guard let call = SDKCall(fact), call.operation.isKnown else { continue }
      let isAnothers = isRoleReplaced(fact) || CallerCredentials.areGiven(to: fact)
      calls += self.calls(call, fact: fact, index: index, isAnothers: isAnothers)
    }
    return calls
  }

  /// - Parameter isAnothers: Whether it may be made with the rights of another role than the function's.
  private func calls(_ call: SDKCall, fact: CallFact, index: Int, isAnothers: Bool) -> [CloudCall] {
    let operation = call.operation
    let names = CodeText(function: function)
    func values(_ path: String) -> [Text] { call.request.values(at: path).flatMap(names.texts) }
    func isGiven(_ path: String) -> Bool { !call.request.values(at: path).isEmpty }
    let needs = operation.actions.flatMap { action -> [RequiredGrant] in
      let isNeeded = action.isNeeded(isGiven: isGiven)
      guard isNeeded != false else { return [] }
      // What a plugin puts into the template, it gives the rights on as well.
      let isOpen = action.parameters.contains { names.isLeftToDeployment(call.request.values(at: $0)) }
      return action.targets(values).map {
        RequiredGrant(
          action: action.action, resource: $0, isConditional: isNeeded == nil || isAnothers || isOpen)
      }
    }
    let targets = operation.data.compactMap { target(of: $0, call: call, values: values) }
    // A call that writes and deletes touches two things, and is two calls for whoever follows data.
    let all: [CallTarget?] = targets.isEmpty ? [nil] : targets
    return all.map {
      CloudCall(
        service: operation.service, operation: operation.name, needs: needs, target: $0,
        location: fact.location,
        call: index)
    }
  }

  private func target(of data: DataOperation, call: SDKCall, values: (String) -> [Text]) -> CallTarget? {
    guard let medium = CallTarget.Medium(rawValue: data.medium.rawValue) else { return nil }
    let direction: CallTarget.Direction =
      switch data.kind {
      case .write: .write
      case .read: .read
      case .delete: .delete
      case .invoke: .invoke
      }
    let path = data.resource.first { !values($0).isEmpty }
    let texts = path.map(values) ?? []
    let keys = data.key.flatMap { call.request.values(at: $0) }
    var resources: [String] = []
    for id in texts.flatMap({ resolve($0, medium: medium) }) where !resources.contains(id) {
      resources.append(id)
    }
    if resources.isEmpty, medium == .bucket, let path {
      resources = announcing(call.request.values(at: path))
    }
    if resources.isEmpty, texts.allSatisfy({ $0.isWhollyOpen }) { resources = onlyCandidate(medium) }
    return CallTarget(
      direction: direction, medium: medium, name: texts.first, resources: resources,
      candidates: medium == .function && resources.isEmpty ? texts.flatMap(candidates) : [],
      keys: keys.flatMap(\.texts), hasKey: !keys.isEmpty, hasContent: hasContent(data, medium, call))
  }

  private func hasContent(_ data: DataOperation, _ medium: CallTarget.Medium, _ call: SDKCall) -> Bool {
    // What comes by a signed address is known by who gets the address: the graph answers for that.
    if call.isPresigned { return true }
    return switch medium {
    // What is started without an input gets none.
    case .function, .stateMachine: !call.request.parameters.isEmpty
    default:
      data.payload.contains {
        !Self.fileParameters.contains($0) && !call.request.values(at: $0).isEmpty
      }
    }
  }

  /// Parameters that say where the content is, not what it is.
  private static let fileParameters: Set<String> = ["Filename", "Fileobj"]

  // MARK: Resources

  private func resolve(_ name: Text, medium: CallTarget.Medium) -> [String] {
    let resources = resources(of: medium)
    if let id = name.references.first?.id {
      // An ARN or address with the resource inside, or a version of it.
      if resources.contains(where: { $0.id == id }) { return [id] }
      return graph.function(meantBy: name).map { medium == .function ? [$0.id] : [] } ?? []
    }
    let meanings = name.meanings(as: medium)
    return resources.filter { $0.name.map(meanings.contains) ?? false }.map(\.id)
  }

  /// Buckets whose notifications name them to the function, where it takes the name from there.
  private func announcing(_ names: [ValueFact]) -> [String] {
    let isNamedByEvent = names.contains { name in
      name.texts.contains { text in
        guard text.parts.count == 1, case .event(let path) = text.parts[0] else { return false }
        return path.components.suffix(2) == ["bucket", "name"]
      }
    }
    guard isNamedByEvent else { return [] }
    return function.triggers.filter { $0.kind == .bucket }.compactMap {
      $0.source.value?.references.first?.id
    }
  }

  /// Of a name that nobody knows: the one resource of its kind, if there is just one.
  private func onlyCandidate(_ medium: CallTarget.Medium) -> [String] {
    // A function that is chosen at run time is seldom the only one of the template, which is the caller itself.
    guard medium != .function else { return [] }
    let resources = resources(of: medium)
    return resources.count == 1 ? resources.map(\.id) : []
  }

  /// Functions that a name with open parts may mean; the caller itself is seldom meant.
  private func candidates(_ name: Text) -> [String] {
    guard name.literal == nil, name.references.isEmpty else { return [] }
    let pattern = Glob(name.glob)
    return graph.application.functions.filter { candidate in
      guard candidate.id != function.id else { return false }
      // A name that the platform makes up, or one with parameters, is like no other text of the program.
      guard let literal = candidate.functionName.value?.literal else { return name.isWhollyOpen }
      return pattern.matches(literal)
    }.map(\.id)
  }

  private func resources(of medium: CallTarget.Medium) -> [(id: String, name: Text?)] {
    let application = graph.application
    switch medium {
    case .bucket: return application.buckets.map { ($0.id, $0.bucketName.value) }
    case .table: return application.tables.map { ($0.id, $0.tableName.value) }
    case .queue: return application.queues.map { ($0.id, $0.queueName.value) }
    case .topic: return application.topics.map { ($0.id, $0.topicName.value) }
    case .stream: return application.streams.map { ($0.id, $0.streamName.value) }
    case .bus: return application.buses.map { ($0.id, $0.busName.value) }
    case .stateMachine: return application.stateMachines.map { ($0.id, $0.stateMachineName.value) }
    case .function: return application.functions.map { ($0.id, $0.functionName.value) }
    case .secret, .parameter: return application.secrets.map { ($0.id, $0.secretName.value) }
    }
  }
}

extension Text {
  /// Whether nothing of it is known.
  fileprivate var isWhollyOpen: Bool {
    parts.allSatisfy { if case .open = $0 { true } else { false } }
  }

  /// Names that a resource may have if a name, ARN or address means it.
  fileprivate func meanings(as medium: CallTarget.Medium) -> [Text] {
    guard medium == .function else { return [self, piece(behindLastOf: ":/")] }
    // `name`, `name:alias`, `account:function:name`, an ARN with or without an alias.
    let marker = ":function:"
    for (index, part) in parts.enumerated() {
      guard case .literal(let literal) = part, let mark = literal.firstRange(of: marker) else { continue }
      let rest = Text([.literal(String(literal[mark.upperBound...]))] + parts[(index + 1)...])
      return [rest.cut(atFirstOf: ":").0]
    }
    return [self, cut(atFirstOf: ":").0]
  }
}
