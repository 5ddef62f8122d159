internal import ApplicationModel
internal import Documents
internal import FindingModel

extension StackEvaluation {
  /// Appends resources, parameters and outputs of this stack and of the stacks in it.
  func collect(into result: inout EvaluatedTemplate) {
    index.problems.forEach(session.add)
    let known = Set(result.parameters)
    result.parameters += index.parameterOrder.compactMap { index.parameters[$0].map(described) }
      .filter { !known.contains($0) }
    for id in index.resourceOrder {
      guard let resource = index.resources[id], isDeployed(resource) else { continue }
      result.resources.append(evaluated(resource))
      if resource.isStack { child(of: resource)?.collect(into: &result) }
    }
    for name in index.outputOrder {
      guard let entry = index.outputs[name], isWanted(entry.value["Condition"]) else { continue }
      let value = output(entry)
      result.outputs.append(TemplateOutput(name: name, value: value, location: entry.keyLocation))
    }
  }

  /// True too while the scenarios have yet to decide, so that what it holds is looked at.
  func isDeployed(_ resource: ResourceDeclaration) -> Bool { isWanted(resource.condition) }

  private func isWanted(_ condition: Node?) -> Bool {
    guard let condition else { return true }
    return decide(condition) ?? true
  }

  private func evaluated(_ resource: ResourceDeclaration) -> EvaluatedResource {
    let properties = resource.properties.flatMap(evaluate)
    if let node = resource.properties, let properties {
      switch properties.content {
      case .map, .null, .unresolved: break
      case .text, .list: remark("The properties of '\(resource.id)' must be a map.", node)
      }
    }
    let metadata = resource.metadata.flatMap(evaluate)
    let identity = ResourceIdentity(
      id: prefix + resource.id,
      name: resource.metadata?[Expansion.displayNameKey]?.text ?? resource.id, type: resource.type,
      location: resource.keyLocation, isImplied: resource.node.isImplied)
    return EvaluatedResource(
      identity: identity, properties: properties ?? resolved(.null, resource.node), metadata: metadata,
      dependsOn: resource.dependsOn.map { prefix + $0 }, templatePath: index.path)
  }

  private func described(_ parameter: ParameterDeclaration) -> TemplateParameter {
    let type: Value<String> =
      parameter.typeNode.map { node in
        node.text.map { .known($0, at: node.location) }
          ?? .unresolved(Expression(ExpressionText.of(node)), at: node.location)
      } ?? .absent
    let defaultValue: Value<Text> =
      parameter.defaultValue.map { node in
        node.text.map { .known(Text($0), at: node.location) }
          ?? .unresolved(Expression(ExpressionText.of(node)), at: node.location)
      } ?? .absent
    let isHidden: Value<Bool> =
      parameter.hidden.map { node in
        node.boolean.map { .known($0, at: node.location) }
          ?? .unresolved(Expression(ExpressionText.of(node)), at: node.location)
      } ?? .absent
    return TemplateParameter(
      name: parameter.name, type: type, defaultValue: defaultValue, isHidden: isHidden,
      location: parameter.location)
  }

  private func output(_ entry: Entry) -> Value<Text> {
    guard let node = entry.value["Value"] else {
      session.add(
        TemplateProblem(
          at: entry.keyLocation, "The output '\(ExpressionText.shortened(entry.key))' has no 'Value'.",
          isError: false))
      return .absent
    }
    guard let value = evaluate(node) else { return .absent }
    if case .unresolved(let expression) = value.content { return .unresolved(expression, at: value.location) }
    guard let text = text(of: value) else {
      remark("The output '\(ExpressionText.shortened(entry.key))' is no text.", node)
      return .unresolved(Expression(ExpressionText.of(node)), at: node.location)
    }
    return .known(text, at: value.location)
  }
}
