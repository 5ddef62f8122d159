internal import SourceModel

extension JavaScriptLowering {
  mutating func statements(of node: NodeID) -> [StatementID] {
    var list = StatementList()
    for child in tree.children(node) { statement(child, into: &list) }
    return list.all
  }

  /// A block, or the one statement that stands for it.
  mutating func block(_ node: NodeID?) -> [StatementID] {
    guard let node else { return [] }
    let found = nested(node) { lowering in
      if lowering.kind(node) == .statementBlock { return lowering.statements(of: node) }
      var list = StatementList()
      lowering.statement(node, into: &list)
      return list.all
    }
    return found ?? []
  }

  /// One statement of the source may be none or several of the model.
  mutating func statement(_ node: NodeID, into list: inout StatementList) {
    let label = pendingLabel
    pendingLabel = nil
    switch kind(node) {
    case .expressionStatement: if let value = operand(node) { effect(value, into: &list) }
    case .variableDeclaration, .lexicalDeclaration, .usingDeclaration: declaration(node, into: &list)
    case .returnStatement: leave(node, into: &list) { .return($0) }
    case .throwStatement: leave(node, into: &list) { .throw($0) }
    case .ifStatement: list.others.append(conditional(node))
    case .forStatement: countedLoop(node, label, into: &list)
    case .forInStatement: list.others.append(eachLoop(node, label))
    case .whileStatement, .doStatement: list.others.append(whileLoop(node, label))
    case .switchStatement: list.others.append(choice(node, label))
    case .tryStatement: list.others.append(attempt(node))
    case .breakStatement: jump(node, .break, into: &list)
    case .continueStatement: jump(node, .continue, into: &list)
    case .labeledStatement: labeled(node, into: &list)
    case .statementBlock: add(.block(block(node)), node, &list)
    case .withStatement: with(node, into: &list)
    case .functionDeclaration, .generatorFunctionDeclaration:
      list.functions.append(builder.add(.declareFunction(function(node)), at: range(node)))
    case .classDeclaration, .abstractClassDeclaration:
      let definition = classDefinition(node, decorators: [])
      add(.declareClass(definition), node, &list)
    case .importStatement: importNames(node, into: &list)
    case .exportStatement: export(node, into: &list)
    default: typeScriptStatement(node, into: &list)
    }
  }

  mutating func add(_ statement: Statement, _ node: NodeID, _ list: inout StatementList) {
    list.others.append(builder.add(statement, at: range(node)))
  }

  private mutating func typeScriptStatement(_ node: NodeID, into list: inout StatementList) {
    switch kind(node) {
    case .enumDeclaration: enumeration(node, into: &list)
    case .internalModule, .module: namespace(node, into: &list)
    case .importAlias: importAlias(node, into: &list)
    case .emptyStatement, .debuggerStatement, .hashBangLine, .ambientDeclaration, .interfaceDeclaration,
      .typeAliasDeclaration, .functionSignature:
      break
    case .error: salvage(node, into: &list)
    case .other:
      builder.note(.unsupported(tree.grammarName(node)), at: range(node))
      add(.missing, node, &list)
    case let kind where kind.isExpression: effect(node, into: &list)
    default: break  // Within errors: loose words and clauses.
    }
  }

  /// What the parser recognised inside a part that it could not fit in anywhere.
  private mutating func salvage(_ node: NodeID, into list: inout StatementList) {
    let found = nested(node) { lowering in
      var inner = StatementList()
      for child in lowering.tree.children(node) where lowering.kind(child) != .other {
        lowering.statement(child, into: &inner)
      }
      return inner.all
    }
    list.others += found ?? []
    add(.missing, node, &list)
  }

  // MARK: - Declarations

  /// - Returns: What is declared.
  @discardableResult
  mutating func declaration(_ node: NodeID, into list: inout StatementList) -> [Pattern] {
    var bound: [Pattern] = []
    for child in tree.children(node) where kind(child) == .variableDeclarator {
      bound.append(
        declarator(child, isFunctionWide: kind(node) == .variableDeclaration, into: &list))
    }
    return bound
  }

  private mutating func declarator(
    _ node: NodeID, isFunctionWide: Bool, into list: inout StatementList
  ) -> Pattern {
    let bound = pattern(tree.child(node, .name))
    let type = typeName(tree.child(node, .type))
    let value = tree.child(node, .value).map { assigned($0, into: &list) }
    add(
      .bind(
        .init(
          pattern: bound, value: value, kind: .declaration, typeName: type, isFunctionWide: isFunctionWide)),
      node, &list)
    return bound
  }

  /// The value of `a = b = value` after binding each target, the last one first.
  ///
  /// Compilers write chains of hundreds.
  mutating func assigned(_ node: NodeID, into list: inout StatementList) -> ExpressionID {
    guard kind(node) == .assignmentExpression else { return expression(node) }
    var targets: [NodeID] = []
    var current = node
    while kind(current) == .assignmentExpression, let right = tree.child(current, .right) {
      targets.append(current)
      current = right
    }
    guard kind(current) != .assignmentExpression else { return expression(current) }
    let value = expression(current)
    for target in targets.reversed() {
      let bound = pattern(tree.child(target, .left))
      add(.bind(.init(pattern: bound, value: value, kind: .assignment)), target, &list)
    }
    return value
  }

  // MARK: - Leaving

  /// `return a, b`: what comes first is only evaluated.
  private mutating func leave(
    _ node: NodeID, into list: inout StatementList, _ make: (ExpressionID?) -> Statement
  ) {
    guard var value = operand(node) else { return add(make(nil), node, &list) }
    if kind(value) == .sequenceExpression {
      var parts = operands(value)
      guard let last = parts.popLast() else { return add(make(nil), node, &list) }
      for part in parts { effect(part, into: &list) }
      value = last
    }
    let left = expression(value)
    add(make(left), node, &list)
  }

  /// A jump to an outer label has no counterpart; without it control seems to run on, which loses nothing.
  private mutating func jump(_ node: NodeID, _ statement: Statement, into list: inout StatementList) {
    if let label = tree.child(node, .label) {
      let target = statement == .continue ? jumpTargets.last(where: \.isLoop) : jumpTargets.last
      guard let known = target?.label, text(known) == text(label) else { return }
    }
    add(statement, node, &list)
  }

  private mutating func labeled(_ node: NodeID, into list: inout StatementList) {
    guard let body = tree.child(node, .body) else { return }
    let label = tree.child(node, .label)
    let found = nested(node) { lowering in
      lowering.pendingLabel = label
      var inner = StatementList()
      lowering.statement(body, into: &inner)
      return inner
    }
    guard let found else { return }
    list.functions += found.functions
    list.others += found.others
  }

  private mutating func with(_ node: NodeID, into list: inout StatementList) {
    builder.note(.unsupported(tree.grammarName(node)), at: range(node))
    let scope = expression(tree.child(node, .object))
    add(.expression(scope), node, &list)
    list.others += block(tree.child(node, .body))
  }
}
