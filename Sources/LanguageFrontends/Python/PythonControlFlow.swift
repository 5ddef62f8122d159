internal import SourceModel

extension PythonLowering {
  mutating func conditional(_ node: NodeID) -> StatementID {
    var branches: [(node: NodeID, condition: ExpressionID, body: [StatementID])] = []
    branches.append(branch(node))
    var otherwise: [StatementID] = []
    for child in tree.children(node) {
      switch kind(child) {
      case .elifClause: branches.append(branch(child))
      case .elseClause: otherwise = block(tree.child(child, .body))
      default: break
      }
    }
    // From the last `elif` outwards: each is the `else` of the one before it.
    var nested = otherwise
    for branch in branches.reversed() {
      let statement = Statement.if(condition: branch.condition, then: branch.body, otherwise: nested)
      nested = [builder.add(statement, at: range(branch.node))]
    }
    return nested[0]
  }

  private mutating func branch(
    _ node: NodeID
  ) -> (node: NodeID, condition: ExpressionID, body: [StatementID]) {
    let condition = expression(tree.child(node, .condition))
    return (node, condition, block(tree.child(node, .consequence)))
  }

  mutating func forLoop(_ node: NodeID) -> StatementID {
    let source = expression(tree.child(node, .right))
    let bound = pattern(tree.child(node, .left))
    return loop(node, .each(bound, in: source))
  }

  mutating func whileLoop(_ node: NodeID) -> StatementID {
    let condition = expression(tree.child(node, .condition))
    return loop(node, .condition(condition, step: nil))
  }

  private mutating func loop(_ node: NodeID, _ kind: Statement.Loop.Kind) -> StatementID {
    let body = block(tree.child(node, .body))
    let otherwise = tree.child(node, .alternative).map { block(tree.child($0, .body)) } ?? []
    return builder.add(.loop(.init(kind: kind, body: body, otherwise: otherwise)), at: range(node))
  }

  // MARK: - try

  mutating func attempt(_ node: NodeID) -> StatementID {
    let body = block(tree.child(node, .body))
    var handlers: [Statement.Handler] = []
    var otherwise: [StatementID] = []
    var always: [StatementID] = []
    for child in tree.children(node) {
      switch kind(child) {
      case .exceptClause: handlers.append(handler(child))
      case .elseClause: otherwise = block(tree.child(child, .body))
      case .finallyClause: always = block(tree.child(child, ofKind: .block))
      default: break
      }
    }
    return builder.add(
      .attempt(.init(body: body, handlers: handlers, otherwise: otherwise, always: always)), at: range(node))
  }

  private mutating func handler(_ node: NodeID) -> Statement.Handler {
    var values: [NodeID] = []
    var binding: NodeID?
    for child in tree.children(node) {
      switch tree[child].field {
      case .value where kind(child) == .asPattern:
        values += tree.children(child).prefix(1)
        binding = tree.child(child, .alias)
      case .value: values.append(child)
      case .alias: binding = child
      default: break
      }
    }
    if binding == nil, values.count == 2, isOldBinding(values[1]) { binding = values.removeLast() }
    var types: [ExpressionID] = []
    for value in values { types += caughtTypes(value) }
    let bound = binding.map { pattern($0) }
    return .init(
      types: types, binding: bound, body: block(tree.child(node, ofKind: .block)), range: range(node))
  }

  /// Python 2's `except E, e` looks like 3.14's `except E, F`; only the spelling tells a variable from a type.
  private func isOldBinding(_ node: NodeID) -> Bool {
    guard kind(node) == .identifier else { return false }
    let first = bytes[Int(tree[node].start)]
    return first == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
  }

  private mutating func caughtTypes(_ node: NodeID) -> [ExpressionID] {
    var node = node
    while kind(node) == .parenthesizedExpression, let inner = tree.firstChild(node) { node = inner }
    guard kind(node) == .tuple else { return [expression(node)] }
    return Array(tree.children(node)).map { expression($0) }
  }

  // MARK: - with

  mutating func with(_ node: NodeID) -> StatementID {
    var items: [Statement.With.Item] = []
    for clause in tree.children(node) where kind(clause) == .withClause {
      for item in tree.children(clause) where kind(item) == .withItem {
        if let value = tree.child(item, .value) { withItems(value, &items) }
      }
    }
    let body = block(tree.child(node, .body))
    return builder.add(.with(.init(items: items, body: body)), at: range(node))
  }

  /// `with (a as b, c as d):` may read as one tuple.
  private mutating func withItems(_ node: NodeID, _ items: inout [Statement.With.Item]) {
    switch kind(node) {
    case .asPattern:
      let value = expression(tree.firstChild(node))
      let bound = tree.child(node, .alias).map { pattern($0) }
      items.append(.init(value: value, pattern: bound))
    case .tuple, .parenthesizedExpression:
      guard Array(tree.children(node)).contains(where: { kind($0) == .asPattern }) else { fallthrough }
      for child in tree.children(node) { withItems(child, &items) }
    default:
      items.append(.init(value: expression(node), pattern: nil))
    }
  }
}
