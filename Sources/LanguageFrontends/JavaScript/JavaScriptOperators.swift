internal import SourceModel

extension JavaScriptLowering {
  /// `a + b + c` as one operation with three operands, so that a text of ten thousand pieces is not ten
  /// thousand levels deep.
  mutating func chain(_ node: NodeID, first: ExpressionID, above base: Int) -> ExpressionID {
    guard let sign = tree.child(node, .operator) else { return first }
    let shared = binaryOperator(kind(sign))
    var operands = [first, expression(tree.child(node, .right))]
    var last = node
    while Self.joins(shared), spine.count > base, let outer = spine.last, kind(outer) == .binaryExpression,
      let sign = tree.child(outer, .operator), binaryOperator(kind(sign)) == shared
    {
      spine.removeLast()
      operands.append(expression(tree.child(outer, .right)))
      last = outer
    }
    return builder.add(.operation(shared, operands), at: range(last))
  }

  /// Whether `(a op b) op c` may be written as one operation.
  private static func joins(_ operator: Operator) -> Bool {
    switch `operator` {
    case .add, .and, .or, .coalesce, .arithmetic: true
    default: false
    }
  }

  /// `*` and `%` are arithmetic only: unlike Python's, they make numbers of whatever they get.
  private func binaryOperator(_ sign: JavaScriptKind) -> Operator {
    switch sign {
    case .plus: .add
    case .and: .and
    case .or: .or
    case .coalesce: .coalesce
    case .equal: .equal
    case .notEqual: .notEqual
    case .identical: .identical
    case .notIdentical: .notIdentical
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .inWord: .contains
    case .instanceofWord: .instanceOf
    default: .arithmetic
    }
  }

  /// The operator of `a += b`.
  func assignedOperator(_ node: NodeID) -> Operator {
    switch tree.child(node, .operator).map({ kind($0) }) {
    case .plusAssign: .add
    case .andAssign: .and
    case .orAssign: .or
    case .coalesceAssign: .coalesce
    default: .arithmetic
    }
  }

  mutating func unary(_ node: NodeID, _ operand: ExpressionID) -> ExpressionID {
    let sign = tree.child(node, .operator).map { kind($0) }
    if sign == .minus, case .literal(.number(let number)) = builder.expression(operand) {
      return builder.add(.literal(.number(-number)), at: range(node))
    }
    let meaning: Operator =
      switch sign {
      case .bang: .not
      case .typeofWord: .typeOf
      case .voidWord: .discard
      case .deleteWord: .delete
      case .plus: .toNumber
      default: .arithmetic
      }
    return builder.add(.operation(meaning, [operand]), at: range(node))
  }

  // MARK: - Choice

  /// `a ? b : c ? d : e` a link at a time: tables are written that way.
  mutating func ternary(_ node: NodeID) -> ExpressionID {
    var links: [(node: NodeID, test: ExpressionID, then: ExpressionID)] = []
    var current = node
    while true {
      let test = expression(tree.child(current, .condition))
      links.append((current, test, expression(tree.child(current, .consequence))))
      guard let next = tree.child(current, .alternative), kind(next) == .ternaryExpression else { break }
      current = next
    }
    var value = expression(tree.child(current, .alternative))
    for link in links.reversed() {
      value = builder.add(
        .conditional(test: link.test, then: link.then, otherwise: value), at: range(link.node))
    }
    return value
  }

  // MARK: - Assignments as values

  mutating func assignment(_ node: NodeID) -> ExpressionID {
    var targets: [NodeID] = []
    var current = node
    while kind(current) == .assignmentExpression, let right = tree.child(current, .right) {
      targets.append(current)
      current = right
    }
    var value = kind(current) == .assignmentExpression ? builder.missing : expression(current)
    for target in targets.reversed() {
      let bound = pattern(tree.child(target, .left))
      value = builder.add(.assignment(bound, value), at: range(target))
    }
    return value
  }

  /// `a += b` as a value.
  mutating func augmentedAssignment(_ node: NodeID) -> ExpressionID {
    let bound = pattern(tree.child(node, .left))
    let before = current(bound, at: range(node))
    let change = expression(tree.child(node, .right))
    let after = builder.add(.operation(assignedOperator(node), [before, change]), at: range(node))
    return builder.add(.assignment(bound, after), at: range(node))
  }

  /// `a++` as a value.
  mutating func update(_ node: NodeID) -> ExpressionID {
    let bound = pattern(tree.child(node, .argument))
    let before = current(bound, at: range(node))
    let one = builder.add(.literal(.number(1)), at: range(node))
    let after = builder.add(.operation(.arithmetic, [before, one]), at: range(node))
    return builder.add(.assignment(bound, after), at: range(node))
  }

  /// What a place holds.
  ///
  /// Its expression is used again, not lowered again: within one another that would double the work with
  /// each level.
  private mutating func current(_ pattern: Pattern, at range: SourceRange) -> ExpressionID {
    switch pattern {
    case .name(let name): builder.add(.name(name), at: range)
    case .place(let place): place
    default: builder.missing
    }
  }
}
