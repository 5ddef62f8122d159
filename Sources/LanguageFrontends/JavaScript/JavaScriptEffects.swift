internal import SourceModel

extension JavaScriptLowering {
  /// An expression whose value nobody uses, as the statements it stands for: minifiers write whole programs
  /// as one expression of commas, `&&` and `? :`.
  mutating func effect(_ node: NodeID, into list: inout StatementList) {
    switch kind(node) {
    case .parenthesizedExpression: parenthesizedEffect(node, into: &list)
    case .sequenceExpression:
      let parts = operands(node)
      within(node, &list) { lowering, list in for part in parts { lowering.effect(part, into: &list) } }
    case .assignmentExpression:
      _ = assigned(node, into: &list)
    case .augmentedAssignment: augmentedAssignment(node, into: &list)
    case .updateExpression: update(node, into: &list)
    case .binaryExpression: binaryEffect(node, into: &list)
    case .ternaryExpression: list.others.append(ternaryEffect(node))
    case .yieldExpression where has(node, .star): delegation(node, into: &list)
    case .internalModule: namespace(node, into: &list)
    case .string, .number, .this, .null, .undefined: break
    default:
      let value = expression(node)
      add(.expression(value), node, &list)
    }
  }

  private mutating func within(
    _ node: NodeID, _ list: inout StatementList,
    _ lower: (inout JavaScriptLowering, inout StatementList) -> Void
  ) {
    guard depth < Self.depthLimit else {
      builder.note(.tooDeep, at: range(node))
      return add(.missing, node, &list)
    }
    depth += 1
    lower(&self, &list)
    depth -= 1
  }

  private mutating func parenthesizedEffect(_ node: NodeID, into list: inout StatementList) {
    var inner = node
    while kind(inner) == .parenthesizedExpression, let next = operand(inner) { inner = next }
    guard kind(inner) != .parenthesizedExpression else { return }
    within(node, &list) { lowering, list in lowering.effect(inner, into: &list) }
  }

  private mutating func statements(ofEffect node: NodeID?) -> [StatementID] {
    guard let node else { return [] }
    var list = StatementList()
    within(node, &list) { lowering, list in lowering.effect(node, into: &list) }
    return list.all
  }

  // MARK: - Conditions

  /// `a && b()` is `if (a) b()`.
  private mutating func binaryEffect(_ node: NodeID, into list: inout StatementList) {
    let sign = tree.child(node, .operator).map { kind($0) }
    guard let left = tree.child(node, .left), sign == .and || sign == .or else {
      let value = expression(node)
      return add(.expression(value), node, &list)
    }
    let condition = expression(left)
    let body = statements(ofEffect: tree.child(node, .right))
    let (then, otherwise) = sign == .and ? (body, []) : ([], body)
    add(.if(condition: condition, then: then, otherwise: otherwise), node, &list)
  }

  /// `a ? b() : c ? d() : e()` as statements, a link at a time.
  private mutating func ternaryEffect(_ node: NodeID) -> StatementID {
    var links: [(node: NodeID, condition: ExpressionID, then: [StatementID])] = []
    var current = node
    while true {
      let condition = expression(tree.child(current, .condition))
      let then = statements(ofEffect: tree.child(current, .consequence))
      links.append((current, condition, then))
      guard let next = tree.child(current, .alternative), kind(next) == .ternaryExpression else { break }
      current = next
    }
    var otherwise = statements(ofEffect: tree.child(current, .alternative))
    for link in links.dropFirst().reversed() {
      let statement = Statement.if(condition: link.condition, then: link.then, otherwise: otherwise)
      otherwise = [builder.add(statement, at: range(link.node))]
    }
    let statement = Statement.if(
      condition: links[0].condition, then: links[0].then, otherwise: otherwise)
    return builder.add(statement, at: range(node))
  }

  // MARK: - Changes

  private mutating func augmentedAssignment(_ node: NodeID, into list: inout StatementList) {
    let bound = pattern(tree.child(node, .left))
    let value = expression(tree.child(node, .right))
    let sign = assignedOperator(node)
    add(.bind(.init(pattern: bound, value: value, kind: .augmented(sign))), node, &list)
  }

  /// `x++` is `x += 1` of numbers only.
  private mutating func update(_ node: NodeID, into list: inout StatementList) {
    let bound = pattern(tree.child(node, .argument))
    let one = builder.add(.literal(.number(1)), at: range(node))
    add(.bind(.init(pattern: bound, value: one, kind: .augmented(.arithmetic))), node, &list)
  }

  /// `yield* x` gives what x gives, one after the other.
  private mutating func delegation(_ node: NodeID, into list: inout StatementList) {
    let source = expression(operand(node))
    let item = builder.add(.name("yielded"), at: range(node))
    let value = builder.add(.yield(item), at: range(node))
    let body = builder.add(.expression(value), at: range(node))
    add(.loop(.init(kind: .each(.name("yielded"), in: source), body: [body])), node, &list)
  }
}
