internal import SourceModel

extension PythonLowering {
  mutating func sequence(_ node: NodeID, _ sequence: Expression.SequenceKind) -> ExpressionID {
    var elements: [Expression.Element] = []
    for child in tree.children(node) where kind(child) != .error {
      if let inner = splat(child) {
        elements.append(.init(expression(inner), isSpread: true))
      } else {
        elements.append(.init(expression(child)))
      }
    }
    return builder.add(.sequence(kind: sequence, elements: elements), at: range(node))
  }

  mutating func dictionary(_ node: NodeID) -> ExpressionID {
    var entries: [Expression.Entry] = []
    for child in tree.children(node) {
      switch kind(child) {
      case .pair:
        let key = expression(tree.child(child, .key))
        let value = expression(tree.child(child, .value))
        if case .literal(.text(let name)) = builder.expression(key) {
          entries.append(.pair(key: name, value: value))
        } else {
          entries.append(.computed(key: key, value: value))
        }
      case .dictionarySplat:
        entries.append(.spread(expression(splatted(child))))
      default: break
      }
    }
    return builder.add(.record(entries), at: range(node))
  }

  mutating func comprehension(_ node: NodeID) -> ExpressionID {
    var clauses: [Expression.Comprehension.Clause] = []
    for child in tree.children(node) {
      switch kind(child) {
      case .forInClause:
        let source = iterated(child)
        clauses.append(.each(pattern(tree.child(child, .left)), in: source))
      case .ifClause:
        clauses.append(.condition(expression(tree.firstChild(child))))
      default: break
      }
    }
    let body = tree.child(node, .body)
    let kind: Expression.Comprehension.Kind
    var element = body
    switch self.kind(node) {
    case .listComprehension: kind = .list
    case .setComprehension: kind = .set
    case .dictionaryComprehension:
      kind = .dictionary(key: expression(body.flatMap { tree.child($0, .key) }))
      element = body.flatMap { tree.child($0, .value) }
    default: kind = .generator
    }
    let value = expression(element)
    return builder.add(.comprehension(.init(kind: kind, element: value, clauses: clauses)), at: range(node))
  }

  /// Python 2 allows `for x in 1, 2` in a list comprehension.
  private mutating func iterated(_ clause: NodeID) -> ExpressionID {
    var sources: [NodeID] = []
    for child in tree.children(clause) where tree[child].field == .right { sources.append(child) }
    guard sources.count > 1 else { return expression(sources.first) }
    let elements = sources.map { Expression.Element(expression($0)) }
    return builder.add(.sequence(kind: .tuple, elements: elements), at: range(clause))
  }
}
