internal import SourceModel

extension PythonLowering {
  mutating func definition(_ node: NodeID, into list: inout [StatementID]) {
    let (node, decorators, range) = decorated(node)
    switch kind(node) {
    case .functionDefinition:
      guard let function = function(node, decorators, range) else { return }
      list.append(builder.add(.declareFunction(function), at: range))
    case .classDefinition:
      guard let declared = classDefinition(node, decorators, range) else { return }
      list.append(builder.add(.declareClass(declared), at: range))
    default: break
    }
  }

  /// The definition within its decorators.
  func decorated(_ node: NodeID) -> (definition: NodeID, decorators: [NodeID], range: SourceRange) {
    guard kind(node) == .decoratedDefinition, let inner = tree.child(node, .definition) else {
      return (node, [], range(node))
    }
    let decorators = Array(tree.children(node)).filter { kind($0) == .decorator }
    return (inner, decorators.compactMap { tree.child($0, after: .at) }, range(inner))
  }

  // MARK: - Functions

  mutating func function(
    _ node: NodeID, _ decorators: [NodeID], _ range: SourceRange
  ) -> FunctionID? {
    let decorators = decorators.map { expression($0) }
    // Defaults are evaluated outside, where the function is defined.
    let parameters = tree.child(node, .parameters).map { self.parameters($0) } ?? []
    let outer = yields
    yields = false
    defer { yields = outer }
    let body = block(tree.child(node, .body))
    return builder.add(
      FunctionDefinition(
        name: tree.child(node, .name).map { text($0) }, parameters: parameters, body: body,
        decorators: decorators, isAsync: tree.child(node, ofKind: .asyncWord) != nil, isGenerator: yields,
        range: range))
  }

  mutating func lambda(_ node: NodeID) -> ExpressionID {
    let parameters = tree.child(node, .parameters).map { self.parameters($0) } ?? []
    let outer = yields
    yields = false
    defer { yields = outer }
    let value = expression(tree.child(node, .body))
    let body = builder.add(.return(value), at: builder.range(of: value))
    let function = builder.add(
      FunctionDefinition(
        name: nil, parameters: parameters, body: [body], isGenerator: yields, range: range(node)))
    return builder.add(.closure(function), at: range(node))
  }

  mutating func parameters(_ node: NodeID) -> [FunctionDefinition.Parameter] {
    var list: [FunctionDefinition.Parameter] = []
    var kind = FunctionDefinition.Parameter.Kind.ordinary
    for child in tree.children(node) {
      switch self.kind(child) {
      case .keywordSeparator: kind = .namedOnly
      case .positionalSeparator, .error: break
      default:
        let parameter = parameter(child, kind)
        list.append(parameter)
        if parameter.kind == .rest { kind = .namedOnly }
      }
    }
    return list
  }

  private mutating func parameter(
    _ node: NodeID, _ kind: FunctionDefinition.Parameter.Kind
  ) -> FunctionDefinition.Parameter {
    switch self.kind(node) {
    case .defaultParameter, .typedDefaultParameter:
      let value = expression(tree.child(node, .value))
      return .init(
        pattern: pattern(tree.child(node, .name)), kind: kind, defaultValue: value,
        typeName: typeName(tree.child(node, .type)))
    case .typedParameter:
      guard let inner = tree.firstChild(node) else { return .init(pattern: .ignored, kind: kind) }
      return named(inner, kind, type: typeName(tree.child(node, .type)))
    default:
      return named(node, kind, type: nil)
    }
  }

  private mutating func named(
    _ node: NodeID, _ kind: FunctionDefinition.Parameter.Kind, type: String?
  ) -> FunctionDefinition.Parameter {
    let bound = pattern(node)
    guard case .rest(let inner) = bound else { return .init(pattern: bound, kind: kind, typeName: type) }
    let isNamed = self.kind(node) == .dictionarySplatPattern
    return .init(pattern: inner, kind: isNamed ? .namedRest : .rest, typeName: type)
  }
}
