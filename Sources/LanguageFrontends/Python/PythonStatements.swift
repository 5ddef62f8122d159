internal import SourceModel

extension PythonLowering {
  /// One statement of the source may be none or several of the model.
  mutating func statement(_ node: NodeID, into list: inout [StatementID]) {
    switch kind(node) {
    case .ifStatement: list.append(conditional(node))
    case .forStatement: list.append(forLoop(node))
    case .whileStatement: list.append(whileLoop(node))
    case .tryStatement: list.append(attempt(node))
    case .withStatement: list.append(with(node))
    case .matchStatement: list.append(match(node))
    case .functionDefinition, .classDefinition, .decoratedDefinition: definition(node, into: &list)
    case .importStatement: importModules(node, into: &list)
    case .importFromStatement: importNames(node, into: &list)
    case .returnStatement: add(.return(tree.firstChild(node).map { expression($0) }), node, &list)
    case .raiseStatement: raise(node, into: &list)
    case .assertStatement: assertion(node, into: &list)
    case .deleteStatement: deletion(node, into: &list)
    case .globalStatement: outerNames(node, isGlobal: true, into: &list)
    case .nonlocalStatement: outerNames(node, isGlobal: false, into: &list)
    case .breakStatement: add(.break, node, &list)
    case .continueStatement: add(.continue, node, &list)
    case .printStatement: add(.expression(printCall(node)), node, &list)
    case .execStatement: add(.expression(execCall(node)), node, &list)
    case .typeAliasStatement: typeAlias(node, into: &list)
    case .passStatement, .futureImportStatement: break
    case .error: salvage(node, into: &list)
    default: expressionOrBinding(node, into: &list)
    }
  }

  mutating func add(_ statement: Statement, _ node: NodeID, _ list: inout [StatementID]) {
    list.append(builder.add(statement, at: range(node)))
  }

  /// What the parser recognised inside a part that it could not fit in anywhere.
  private mutating func salvage(_ node: NodeID, into list: inout [StatementID]) {
    let found = nested(node) { lowering in
      var found: [StatementID] = []
      for child in lowering.tree.children(node) where lowering.kind(child) != .other {
        lowering.statement(child, into: &found)
      }
      return found
    }
    list += found ?? []
    list.append(builder.add(.missing, at: range(node)))
  }

  /// The grammar has no node for an expression that is a statement.
  private mutating func expressionOrBinding(_ node: NodeID, into list: inout [StatementID]) {
    switch kind(node) {
    case .assignment: assignment(node, into: &list)
    case .augmentedAssignment: augmentedAssignment(node, into: &list)
    case .yield where tree.child(node, ofKind: .fromWord) != nil: delegation(node, into: &list)
    case .block: list += block(node)
    case .other:
      builder.note(.unsupported(tree.grammarName(node)), at: range(node))
      list.append(builder.add(.missing, at: range(node)))
    case .string, .concatenatedString:
      let value = expression(node)
      if case .interpolation = builder.expression(value) { add(.expression(value), node, &list) }
    case let kind where kind.isEffective: add(.expression(expression(node)), node, &list)
    default: break  // A docstring, a body that is left out, a name; within errors, loose words and clauses.
    }
  }

  /// `yield from x` gives what x gives, one after the other.
  private mutating func delegation(_ node: NodeID, into list: inout [StatementID]) {
    yields = true
    let source = expression(yieldOperand(node))
    let item = builder.add(.name("yielded"), at: range(node))
    let value = builder.add(.yield(item), at: range(node))
    let body = builder.add(.expression(value), at: range(node))
    add(.loop(.init(kind: .each(.name("yielded"), in: source), body: [body])), node, &list)
  }

  // MARK: - Assignments

  /// `a = b = value`: the value once, then each target from left to right.
  private mutating func assignment(_ node: NodeID, into list: inout [StatementID]) {
    var targets: [NodeID] = []
    var current = node
    while kind(current) == .assignment {
      targets.append(current)
      guard let right = tree.child(current, .right) else { break }
      current = right
    }
    var value: ExpressionID?
    if kind(current) == .augmentedAssignment {
      value = builder.gap(.syntaxError, at: range(current))
    } else if kind(current) != .assignment {
      value = expression(current)
    }
    for target in targets {
      guard let left = tree.child(target, .left) else { continue }
      let bound = pattern(left)
      let type = typeName(tree.child(target, .type))
      let kind = value == nil ? Statement.Binding.Kind.declaration : .assignment
      add(.bind(.init(pattern: bound, value: value, kind: kind, typeName: type)), node, &list)
    }
  }

  private mutating func augmentedAssignment(_ node: NodeID, into list: inout [StatementID]) {
    guard let left = tree.child(node, .left), let sign = tree.child(node, .operator) else { return }
    let bound = pattern(left)
    let value = expression(tree.child(node, .right))
    let kind = Statement.Binding.Kind.augmented(assignedOperator(self.kind(sign)))
    add(.bind(.init(pattern: bound, value: value, kind: kind)), node, &list)
  }

  /// `type X = T` says nothing about values; `type(x).y = z` looks the same to the grammar.
  private mutating func typeAlias(_ node: NodeID, into list: inout [StatementID]) {
    let range = Int(tree[node].start)..<Int(tree[node].end)
    let isCall = bytes[range].dropFirst(4).first { $0 > 0x20 } == UInt8(ascii: "(")
    guard isCall else { return }
    var source = Array(bytes[range])
    // Any other name reads as a call. Names are taken from the file, where it still is `type`.
    source[0] = UInt8(ascii: "T")
    guard let statement = SyntaxTree(source, vocabulary: tree.vocabulary, offset: range.lowerBound) else {
      builder.note(.unsupported(tree.grammarName(node)), at: self.range(node))
      return
    }
    list += statements(in: statement)
  }

  // MARK: - Small statements

  /// `raise E`, `raise E from cause`, and Python 2's `raise E, message`.
  private mutating func raise(_ node: NodeID, into list: inout [StatementID]) {
    var thrown: ExpressionID?
    if let first = tree.firstChild(node), tree[first].field != .cause, kind(first) != .fromWord {
      thrown = kind(first) == .expressionList ? oldRaise(first) : expression(first)
    }
    if let cause = tree.child(node, .cause), kind(cause) != .identifier, kind(cause) != .noneLiteral {
      add(.expression(expression(cause)), cause, &list)
    }
    add(.throw(thrown), node, &list)
  }

  private mutating func oldRaise(_ node: NodeID) -> ExpressionID {
    var parts = Array(tree.children(node)).map { expression($0) }
    guard !parts.isEmpty else { return builder.missing }
    let type = parts.removeFirst()
    let arguments = parts.prefix(1).map { Expression.Argument($0) }
    return builder.add(.call(.init(callee: type, arguments: arguments)), at: range(node))
  }

  private mutating func assertion(_ node: NodeID, into list: inout [StatementID]) {
    let parts = Array(tree.children(node)).prefix(2).map { expression($0) }
    guard let condition = parts.first else { return }
    add(.assertion(condition, message: parts.count > 1 ? parts[1] : nil), node, &list)
  }

  private mutating func deletion(_ node: NodeID, into list: inout [StatementID]) {
    var targets: [NodeID] = []
    for child in tree.children(node) {
      switch kind(child) {
      case .expressionList, .tuple, .list: targets += tree.children(child)
      default: targets.append(child)
      }
    }
    add(.delete(targets.map { expression($0) }), node, &list)
  }

  private mutating func outerNames(_ node: NodeID, isGlobal: Bool, into list: inout [StatementID]) {
    var names: [String] = []
    for child in tree.children(node) where kind(child) == .identifier { names.append(text(child)) }
    add(.outerNames(names, isGlobal: isGlobal), node, &list)
  }

  /// Python 2: `print >>file, a, b`.
  private mutating func printCall(_ node: NodeID) -> ExpressionID {
    let callee = builder.add(.name("print"), at: range(node))
    var arguments: [Expression.Argument] = []
    for child in tree.children(node) {
      if kind(child) == .chevron {
        arguments.append(.init(expression(tree.child(child, after: .shiftRight)), kind: .named("file")))
      } else {
        arguments.append(.init(expression(child)))
      }
    }
    return builder.add(.call(.init(callee: callee, arguments: arguments)), at: range(node))
  }

  /// Python 2: `exec code in globals, locals`.
  private mutating func execCall(_ node: NodeID) -> ExpressionID {
    let callee = builder.add(.name("exec"), at: range(node))
    var arguments: [Expression.Argument] = []
    for child in tree.children(node) where kind(child) != .inWord {
      arguments.append(.init(expression(child)))
    }
    return builder.add(.call(.init(callee: callee, arguments: arguments)), at: range(node))
  }
}

extension SyntaxTree {
  /// The child that follows the word or sign.
  func child(_ id: NodeID, after word: Kind) -> NodeID? {
    var isNext = false
    for child in children(id) {
      if isNext { return child }
      isNext = kind(child) == word
    }
    return nil
  }
}
