internal import SourceModel

extension PythonLowering {
  /// `a + b + c` as one operation with three operands, so that a text of ten thousand pieces is not ten thousand
  /// levels deep.
  mutating func chain(_ node: NodeID, first: ExpressionID, above base: Int) -> ExpressionID {
    guard let sign = tree.child(node, .operator) else { return first }
    let shared = binaryOperator(kind(sign))
    var operands = [first, expression(tree.child(node, .right))]
    var last = node
    while Self.joins(shared), spine.count > base, let outer = spine.last, isChain(outer),
      let sign = tree.child(outer, .operator), binaryOperator(kind(sign)) == shared
    {
      spine.removeLast()
      operands.append(expression(tree.child(outer, .right)))
      last = outer
    }
    return builder.add(.operation(shared, operands), at: range(last))
  }

  private func isChain(_ node: NodeID) -> Bool {
    kind(node) == .binaryOperator || kind(node) == .booleanOperator
  }

  /// Whether `(a op b) op c` may be written as one operation: not for `%`, which formats.
  private static func joins(_ operator: Operator) -> Bool {
    switch `operator` {
    case .add, .and, .or, .multiply, .arithmetic, .union: true
    default: false
    }
  }

  private func binaryOperator(_ sign: PythonKind) -> Operator {
    switch sign {
    case .plus: .add
    case .percent: .remainder
    case .star: .multiply
    case .pipe: .union
    case .andWord: .and
    case .orWord: .or
    default: .arithmetic
    }
  }

  func assignedOperator(_ sign: PythonKind) -> Operator {
    switch sign {
    case .plusAssign: .add
    case .percentAssign: .remainder
    case .starAssign: .multiply
    case .pipeAssign: .union
    default: .arithmetic
    }
  }

  mutating func unary(_ node: NodeID, _ operand: ExpressionID) -> ExpressionID {
    let isMinus = tree.child(node, .operator).map { kind($0) == .minus } ?? false
    if isMinus, case .literal(.number(let number)) = builder.expression(operand) {
      return builder.add(.literal(.number(-number)), at: range(node))
    }
    return builder.add(.operation(.arithmetic, [operand]), at: range(node))
  }

  /// `a < b <= c` is `a < b and b <= c`, b evaluated once.
  mutating func comparison(_ node: NodeID, first: ExpressionID) -> ExpressionID {
    var left = first
    var parts: [ExpressionID] = []
    var sign: PythonKind?
    var isFirst = true
    for child in tree.children(node) {
      if tree[child].field == .operators {
        sign = kind(child)
      } else if isFirst {
        isFirst = false
      } else if let compared = sign, kind(child) != .error {
        let (right, again) = operandUsedTwice(child)
        parts.append(builder.add(.operation(comparisonOperator(compared), [left, right]), at: range(node)))
        left = again
        sign = nil
      }
    }
    guard parts.count > 1 else { return parts.first ?? first }
    return builder.add(.operation(.and, parts), at: range(node))
  }

  /// Nodes of an operand that may stand in two comparisons.
  private static let sharedNodeLimit = 64

  /// An operand for its first and second use.
  ///
  /// A large one gets a name: chains within chains would double the work of whoever walks the model with
  /// each level.
  private mutating func operandUsedTwice(_ node: NodeID) -> (first: ExpressionID, second: ExpressionID) {
    let value = expression(node)
    if tree[node].next - node.index <= Self.sharedNodeLimit { return (value, value) }
    let named = builder.add(.assignment(.name("compared"), value), at: range(node))
    return (named, builder.add(.name("compared"), at: range(node)))
  }

  private func comparisonOperator(_ sign: PythonKind) -> Operator {
    switch sign {
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .notEqual, .oldNotEqual: .notEqual
    case .inWord: .contains
    case .notInWord: .notContains
    case .isWord: .identical
    case .isNotWord: .notIdentical
    default: .equal
    }
  }
}
