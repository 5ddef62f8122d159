internal import SourceModel

extension JavaScriptLowering {
  mutating func conditional(_ node: NodeID) -> StatementID {
    var links: [(node: NodeID, condition: ExpressionID, then: [StatementID])] = []
    var current = node
    var last: NodeID?
    while true {
      let condition = expression(tree.child(current, .condition))
      links.append((current, condition, block(tree.child(current, .consequence))))
      last = tree.child(current, .alternative).flatMap { operand($0) }
      guard let next = last, kind(next) == .ifStatement else { break }
      current = next
    }
    // From the last `else if` outwards: each is the `else` of the one before it.
    var otherwise = block(last)
    for link in links.dropFirst().reversed() {
      let statement = Statement.if(condition: link.condition, then: link.then, otherwise: otherwise)
      otherwise = [builder.add(statement, at: range(link.node))]
    }
    let statement = Statement.if(
      condition: links[0].condition, then: links[0].then, otherwise: otherwise)
    return builder.add(statement, at: range(node))
  }

  // MARK: - Loops

  mutating func countedLoop(_ node: NodeID, _ label: NodeID?, into list: inout StatementList) {
    var start = StatementList()
    let initializer = tree.child(node, .initializer)
    let isScoped = initializer.map { kind($0) == .lexicalDeclaration } ?? false
    if let initializer {
      switch kind(initializer) {
      case .lexicalDeclaration, .variableDeclaration: declaration(initializer, into: &start)
      case .emptyStatement: break
      default: effect(initializer, into: &start)
      }
    }
    let condition = part(node, .condition).map { expression($0) }
    let step = part(node, .increment).map { expression($0) }
    let loop = loop(node, .condition(condition, step: step), label)
    if isScoped {
      add(.block(start.all + [loop]), node, &list)
    } else {
      list.others += start.all + [loop]
    }
  }

  private func part(_ node: NodeID, _ field: JavaScriptField) -> NodeID? {
    tree.child(node, field).flatMap { kind($0) == .emptyStatement ? nil : $0 }
  }

  mutating func eachLoop(_ node: NodeID, _ label: NodeID?) -> StatementID {
    let source = expression(tree.child(node, .right))
    let bound = pattern(tree.child(node, .left))
    let isKeys = tree.child(node, .operator).map { kind($0) == .inWord } ?? false
    return loop(node, isKeys ? .eachKey(bound, in: source) : .each(bound, in: source), label)
  }

  mutating func whileLoop(_ node: NodeID, _ label: NodeID?) -> StatementID {
    let condition = expression(tree.child(node, .condition))
    return loop(node, .condition(condition, step: nil), label)
  }

  private mutating func loop(
    _ node: NodeID, _ kind: Statement.Loop.Kind, _ label: NodeID?
  ) -> StatementID {
    jumpTargets.append(JumpTarget(label: label, isLoop: true))
    let body = block(tree.child(node, .body))
    jumpTargets.removeLast()
    return builder.add(.loop(.init(kind: kind, body: body)), at: range(node))
  }

  // MARK: - switch

  mutating func choice(_ node: NodeID, _ label: NodeID?) -> StatementID {
    let subject = expression(tree.child(node, .value))
    jumpTargets.append(JumpTarget(label: label, isLoop: false))
    defer { jumpTargets.removeLast() }
    var cases: [Statement.Choice.Case] = []
    if let body = tree.child(node, .body) {
      for child in tree.children(body) where kind(child) == .switchCase || kind(child) == .switchDefault {
        cases.append(choiceCase(child))
      }
    }
    return builder.add(.choice(.init(subject: subject, cases: cases)), at: range(node))
  }

  private mutating func choiceCase(_ node: NodeID) -> Statement.Choice.Case {
    let values = tree.child(node, .value).map { [expression($0)] } ?? []
    var parts: [NodeID] = []
    for child in tree.children(node) where tree[child].field == .body { parts.append(child) }
    // `case 1: { …; break }` is one block.
    if parts.count == 1, kind(parts[0]) == .statementBlock { parts = Array(tree.children(parts[0])) }
    var fallsThrough = true
    if let last = parts.last, kind(last) == .breakStatement, tree.child(last, .label) == nil {
      parts.removeLast()
      fallsThrough = false
    }
    let body = nested(node) { lowering in
      var list = StatementList()
      for part in parts { lowering.statement(part, into: &list) }
      return list.all
    }
    return .init(values: values, body: body ?? [], fallsThrough: fallsThrough)
  }

  // MARK: - try

  mutating func attempt(_ node: NodeID) -> StatementID {
    let body = block(tree.child(node, .body))
    var handlers: [Statement.Handler] = []
    if let clause = tree.child(node, .handler) {
      let bound = tree.child(clause, .parameter).map { pattern($0) }
      let caught = block(tree.child(clause, .body))
      handlers.append(.init(types: [], binding: bound, body: caught, range: range(clause)))
    }
    let always = tree.child(node, .finalizer).map { block(tree.child($0, .body)) } ?? []
    return builder.add(.attempt(.init(body: body, handlers: handlers, always: always)), at: range(node))
  }
}
