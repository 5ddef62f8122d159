internal import ApplicationModel
internal import Documents
internal import FindingModel

/// Reads state machines and the tasks of their definitions.
enum StateMachineReader {
  static func stateMachine(_ resource: EvaluatedResource) -> StateMachine {
    let properties = resource.properties
    let definition = definition(properties)
    let logging = properties["LoggingConfiguration"]
    return StateMachine(
      identity: resource.identity, stateMachineName: properties.text("StateMachineName"),
      role: properties.text("RoleArn"), machineType: properties.string("StateMachineType"),
      loggingLevel: logging?.string("Level") ?? .absent,
      includesExecutionData: logging?.boolean("IncludeExecutionData") ?? .absent,
      isTraced: properties["TracingConfiguration"]?.boolean("Enabled") ?? .absent,
      tasks: definition.map { tasks(of: $0) } ?? [], hasUnreadDefinition: definition == nil,
      firstTasks: definition.map { firstTasks(of: $0) } ?? [])
  }

  private static func definition(_ properties: Resolved) -> Resolved? {
    let substitutions = properties["DefinitionSubstitutions"]?.asNamedTexts ?? []
    if let map = properties["Definition"], map.isMap {
      var placeholders = Placeholders(substitutions)
      return substitutions.isEmpty ? map : filling(&placeholders, in: map)
    }
    guard let text = properties["DefinitionString"], let value = text.asText.value else { return nil }
    return EmbeddedJSON.parse(
      value, at: text.location, lines: text.lines, substitutions: substitutions)
  }

  /// - Returns: `nil` for a definition too large with its substitutions.
  private static func filling(_ placeholders: inout Placeholders, in value: Resolved) -> Resolved? {
    switch value.content {
    case .text(let text):
      guard let filled = placeholders.fill(text) else { return nil }
      return Resolved(.text(filled), at: value.location, isImplied: value.isImplied)
    case .list(let elements):
      var filled: [Resolved] = []
      for element in elements {
        guard let element = filling(&placeholders, in: element) else { return nil }
        filled.append(element)
      }
      return Resolved(.list(filled), at: value.location)
    case .map(let entries):
      var filled: [ResolvedEntry] = []
      for entry in entries {
        guard let value = filling(&placeholders, in: entry.value) else { return nil }
        filled.append(ResolvedEntry(entry.key, at: entry.keyLocation, value))
      }
      return Resolved(.map(filled), at: value.location, isImplied: value.isImplied)
    case .null, .unresolved:
      return value
    }
  }

  /// Tasks in the order written, those inside parallel branches and maps included.
  private static func tasks(of definition: Resolved) -> [StateMachineTask] {
    (definition["States"]?.entries ?? []).flatMap { state -> [StateMachineTask] in
      let value = state.value
      switch value.string("Type").value {
      case "Task":
        return [task(named: state.key, value, location: state.keyLocation)]
      case "Parallel":
        return (value["Branches"]?.elements ?? []).flatMap(tasks)
      case "Map":
        return [value["Iterator"], value["ItemProcessor"]].compactMap { $0 }.flatMap(tasks)
      default:
        return []
      }
    }
  }

  /// Tasks that `StartAt` leads to without a choice.
  ///
  /// - Parameter depth: Of parallel branches and maps inside each other; deeper ones have no first task.
  private static func firstTasks(of definition: Resolved, depth: Int = 0) -> [String] {
    guard depth < 16, let states = definition["States"] else { return [] }
    var next = definition.string("StartAt").value
    // States that only wait or shape data lead on; a cycle of them ends after as many steps as there are states.
    for _ in states.entries {
      guard let name = next, let state = states[name] else { return [] }
      switch state.string("Type").value {
      case "Task": return [name]
      case "Pass", "Wait": next = state.string("Next").value
      case "Parallel":
        return (state["Branches"]?.elements ?? []).flatMap { firstTasks(of: $0, depth: depth + 1) }
      case "Map":
        return [state["Iterator"], state["ItemProcessor"]].compactMap { $0 }
          .flatMap { firstTasks(of: $0, depth: depth + 1) }
      default: return []
      }
    }
    return []
  }

  private static func task(named name: String, _ value: Resolved, location: SourceLocation)
    -> StateMachineTask
  {
    let resource = value.text("Resource").value ?? ""
    let arguments = value["Parameters"] ?? value["Arguments"]
    return StateMachineTask(
      name: name, resource: resource,
      function: function(resource, at: value["Resource"]?.location, arguments),
      dynamicParameters: dynamicParameters(arguments),
      waitsForToken: resource.pattern.hasSuffix(".waitForTaskToken"), hasRetry: value["Retry"] != nil,
      hasCatch: value["Catch"] != nil,
      hasTimeout: ["TimeoutSeconds", "TimeoutSecondsPath", "HeartbeatSeconds"].contains { value[$0] != nil },
      location: location)
  }

  private static func function(
    _ resource: Text, at location: SourceLocation?, _ arguments: Resolved?
  ) -> Value<Text> {
    if resource.pattern.contains(":states:::lambda:invoke") {
      return arguments?.text("FunctionName") ?? .absent
    }
    if resource.pattern.contains(":states:::") { return .absent }
    guard let location, !resource.parts.isEmpty else { return .absent }
    return .known(resource, at: location)
  }

  /// `Key.$` of JSONPath, and `{% … $states.input … %}` of JSONata.
  private static func dynamicParameters(_ arguments: Resolved?) -> [NamedText] {
    (arguments?.entries ?? []).compactMap { entry in
      let isPath = entry.key.hasSuffix(".$")
      let isExpression = entry.value.asText.value?.leadingLiteral.hasPrefix("{%") ?? false
      guard isPath || isExpression else { return nil }
      return NamedText(
        name: isPath ? String(entry.key.dropLast(2)) : entry.key, value: entry.value.asText,
        location: entry.keyLocation)
    }
  }
}
