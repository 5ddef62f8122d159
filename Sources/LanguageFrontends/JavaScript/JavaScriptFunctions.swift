internal import SourceModel

extension JavaScriptLowering {
  /// A declaration, a function or arrow as a value, or a method.
  mutating func function(
    _ node: NodeID, name: String? = nil, decorators: [ExpressionID] = []
  ) -> FunctionID {
    let isArrow = kind(node) == .arrowFunction
    // A jump does not leave a function, and its exports are nobody's.
    let (targets, label, exports) = (jumpTargets, pendingLabel, namespaceExports)
    (jumpTargets, pendingLabel, namespaceExports) = ([], nil, nil)
    defer { (jumpTargets, pendingLabel, namespaceExports) = (targets, label, exports) }
    var properties: [StatementID] = []
    let parameters = parameters(of: node, properties: &properties)
    let body = functionBody(tree.child(node, .body))
    let isGenerator =
      switch kind(node) {
      case .generatorFunction, .generatorFunctionDeclaration: true
      default: has(node, .star)
      }
    return builder.add(
      FunctionDefinition(
        name: name ?? tree.child(node, .name).map { nameText($0) }, parameters: parameters,
        body: properties + body, decorators: decorators, isAsync: has(node, .asyncWord),
        isGenerator: isGenerator, isArrow: isArrow, range: range(node)))
  }

  private mutating func functionBody(_ node: NodeID?) -> [StatementID] {
    guard let node else { return [] }
    if kind(node) == .statementBlock { return block(node) }
    let value = expression(node)
    return [builder.add(.return(value), at: range(node))]
  }

  /// Parameters; those that TypeScript makes properties too (`constructor(private x: T)`) are assigned in
  /// `properties`.
  private mutating func parameters(
    of node: NodeID, properties: inout [StatementID]
  ) -> [FunctionDefinition.Parameter] {
    if let only = tree.child(node, .parameter) { return [parameter(only)] }
    guard let list = tree.child(node, .parameters) else { return [] }
    var parameters: [FunctionDefinition.Parameter] = []
    for child in tree.children(list) {
      switch kind(child) {
      case .error: break
      case .requiredParameter, .optionalParameter:
        let pattern = tree.child(child, .pattern) ?? tree.child(child, .name)
        // `this: T` declares a type, not a parameter.
        if let pattern, kind(pattern) == .this { continue }
        let parameter = typedParameter(child, pattern)
        parameters.append(parameter)
        if isProperty(child), let name = parameter.name { properties.append(property(name, child)) }
      default: parameters.append(parameter(child))
      }
    }
    return parameters
  }

  private mutating func parameter(_ node: NodeID) -> FunctionDefinition.Parameter {
    if kind(node) == .assignmentPattern {
      let bound = pattern(tree.child(node, .left))
      return .init(pattern: bound, defaultValue: expression(tree.child(node, .right)))
    }
    return Self.parameter(pattern(node), nil, nil)
  }

  private mutating func typedParameter(
    _ node: NodeID, _ pattern: NodeID?
  ) -> FunctionDefinition.Parameter {
    let bound = self.pattern(pattern)
    let value = tree.child(node, .value).map { expression($0) }
    let decorators = self.decorators(of: node).map { expression(operand($0)) }
    return Self.parameter(bound, value, typeName(tree.child(node, .type)), decorators)
  }

  private static func parameter(
    _ pattern: Pattern, _ value: ExpressionID?, _ type: String?, _ decorators: [ExpressionID] = []
  ) -> FunctionDefinition.Parameter {
    if case .rest(let inner) = pattern { return .init(pattern: inner, kind: .rest, typeName: type) }
    return .init(pattern: pattern, defaultValue: value, typeName: type, decorators: decorators)
  }

  private func isProperty(_ node: NodeID) -> Bool {
    has(node, .accessibilityModifier) || has(node, .readonlyWord) || has(node, .overrideModifier)
  }

  private mutating func property(_ name: String, _ node: NodeID) -> StatementID {
    let receiver = builder.add(.receiver, at: range(node))
    let place = builder.add(.member(base: receiver, key: name), at: range(node))
    let value = builder.add(.name(name), at: range(node))
    return builder.add(
      .bind(.init(pattern: .place(place), value: value, kind: .assignment)), at: range(node))
  }
}
