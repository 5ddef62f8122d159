internal import SourceModel

extension PythonLowering {
  /// Walks down to the innermost left operand and comes back up, an operation at a time.
  mutating func expression(_ node: NodeID) -> ExpressionID {
    let base = spine.count
    var innermost = node
    while let operand = leftOperand(innermost) {
      // Brackets only: nothing happens on the way back.
      if kind(innermost) != .parenthesizedExpression { spine.append(innermost) }
      innermost = operand
    }
    guard depth < Self.depthLimit else {
      spine.removeSubrange(base...)
      return builder.gap(.tooDeep, at: range(node))
    }
    depth += 1
    defer { depth -= 1 }
    var value = simpleExpression(innermost)
    while spine.count > base {
      let outer = spine.removeLast()
      switch kind(outer) {
      case .attribute: value = attribute(outer, of: value)
      case .subscript: value = subscripting(outer, of: value)
      case .call: value = call(outer, of: value)
      case .comparisonOperator: value = comparison(outer, first: value)
      case .notOperator: value = builder.add(.operation(.not, [value]), at: range(outer))
      case .unaryOperator: value = unary(outer, value)
      case .await: value = builder.add(.await(value), at: range(outer))
      default: value = chain(outer, first: value, above: base)
      }
    }
    return value
  }

  /// The operand that a chain of operations grows from.
  private func leftOperand(_ node: NodeID) -> NodeID? {
    switch kind(node) {
    case .attribute: tree.child(node, .object)
    case .subscript: tree.child(node, .value)
    case .call: isParent(node) ? nil : tree.child(node, .function)
    case .binaryOperator, .booleanOperator: tree.child(node, .left)
    case .notOperator, .unaryOperator: tree.child(node, .argument)
    case .comparisonOperator, .await: tree.firstChild(node)
    case .parenthesizedExpression: tree.firstChild(node)
    default: nil
    }
  }

  /// What is no operation on a left operand.
  private mutating func simpleExpression(_ node: NodeID) -> ExpressionID {
    switch kind(node) {
    case .string, .concatenatedString: return string(node)
    case .list: return sequence(node, .list)
    case .tuple, .expressionList, .tupleExpression, .patternList: return sequence(node, .tuple)
    case .set: return sequence(node, .set)
    case .dictionary: return dictionary(node)
    case .listComprehension, .setComprehension, .generatorExpression, .dictionaryComprehension:
      return comprehension(node)
    case .conditionalExpression: return choice(node)
    case .lambda: return lambda(node)
    case .yield: return yield(node)
    case .namedExpression: return namedExpression(node)
    case .asPattern: return asPattern(node)
    case .listSplat, .dictionarySplat, .listSplatPattern, .parenthesizedListSplat: return loneSplat(node)
    case .slice: return slice(node, of: builder.missing)
    default: return leaf(node)
    }
  }

  /// What has no operands; apart from the others, because their frames are what deep nesting piles up.
  private mutating func leaf(_ node: NodeID) -> ExpressionID {
    let value: Expression
    switch kind(node) {
    case .identifier:
      let name = text(node)
      if name.isEmpty { return builder.missing }
      value = .name(name)
    case .integer, .float: value = .literal(.number(number(node)))
    case .trueLiteral: value = .literal(.boolean(true))
    case .falseLiteral: value = .literal(.boolean(false))
    case .noneLiteral: value = .literal(.null)
    case .ellipsis: value = .name("Ellipsis")
    case .call: value = .parent
    // A type where a value is expected is only a name to the model.
    case .type: value = .name(typeName(node) ?? "")
    case .error: value = .missing
    default: return builder.gap(.unsupported(tree.grammarName(node)), at: range(node))
    }
    return builder.add(value, at: range(node))
  }

  // MARK: - Places

  private mutating func attribute(_ node: NodeID, of base: ExpressionID) -> ExpressionID {
    guard let key = tree.child(node, .attribute), tree[key].end > tree[key].start else { return base }
    return builder.add(.member(base: base, key: text(key)), at: range(node))
  }

  private mutating func subscripting(_ node: NodeID, of base: ExpressionID) -> ExpressionID {
    var keys: [NodeID] = []
    for child in tree.children(node) where tree[child].field == .subscriptValue { keys.append(child) }
    guard let first = keys.first else { return base }
    if keys.count == 1 {
      if kind(first) == .slice { return slice(first, of: base, in: node) }
      return builder.add(.index(base: base, key: expression(first)), at: range(node))
    }
    // `grid[1, :]`: a tuple of keys.
    if keys.contains(where: { kind($0) == .slice }) {
      let bounds = keys.flatMap { kind($0) == .slice ? sliceBounds($0) : [expression($0)] }
      return builder.add(.slice(base: base, bounds: bounds), at: range(node))
    }
    let elements = keys.map { Expression.Element(expression($0)) }
    let key = builder.add(.sequence(kind: .tuple, elements: elements), at: range(node))
    return builder.add(.index(base: base, key: key), at: range(node))
  }

  private mutating func slice(
    _ node: NodeID, of base: ExpressionID, in whole: NodeID? = nil
  ) -> ExpressionID {
    builder.add(.slice(base: base, bounds: sliceBounds(node)), at: range(whole ?? node))
  }

  /// Lower and upper bound and, where written, the step; a bound left out is `None`, as for `slice()`.
  private mutating func sliceBounds(_ node: NodeID) -> [ExpressionID] {
    var bounds: [ExpressionID?] = [nil]
    var position = Int(tree[node].start)
    for child in tree.children(node) {
      let start = Int(tree[child].start)
      for _ in 0..<colons(from: position, to: start) { bounds.append(nil) }
      bounds[bounds.count - 1] = expression(child)
      position = Int(tree[child].end)
    }
    for _ in 0..<colons(from: position, to: Int(tree[node].end)) { bounds.append(nil) }
    return bounds.map { $0 ?? builder.add(.literal(.null), at: range(node)) }
  }

  private func colons(from start: Int, to end: Int) -> Int {
    guard start < end else { return 0 }
    return min(2, bytes[start..<end].count { $0 == UInt8(ascii: ":") })
  }

  // MARK: - Calls

  /// `super()` and `super(Class, self)`.
  private func isParent(_ node: NodeID) -> Bool {
    guard let function = tree.child(node, .function), kind(function) == .identifier else { return false }
    return texts.isText("super", tree[function].start, tree[function].end)
  }

  private mutating func call(_ node: NodeID, of callee: ExpressionID) -> ExpressionID {
    var arguments: [Expression.Argument] = []
    if let list = tree.child(node, .arguments) {
      if kind(list) == .generatorExpression {
        arguments = [.init(comprehension(list))]
      } else {
        for child in tree.children(list) where kind(child) != .error { arguments.append(argument(child)) }
      }
    }
    return builder.add(.call(.init(callee: callee, arguments: arguments)), at: range(node))
  }

  private mutating func argument(_ node: NodeID) -> Expression.Argument {
    switch kind(node) {
    case .keywordArgument:
      guard let name = tree.child(node, .name) else { return .init(expression(tree.child(node, .value))) }
      let key = text(name)
      return .init(expression(tree.child(node, .value)), kind: .named(key))
    case .dictionarySplat:
      return .init(expression(splatted(node)), kind: .keywordSpread)
    default:
      if let inner = splat(node) { return .init(expression(inner), kind: .spread) }
      return .init(expression(node))
    }
  }

  /// What `*x` spreads, brackets around it removed; `nil` for anything else.
  func splat(_ node: NodeID) -> NodeID? {
    var node = node
    while kind(node) == .parenthesizedExpression || kind(node) == .parenthesizedListSplat,
      let inner = tree.firstChild(node)
    {
      node = inner
    }
    switch kind(node) {
    case .listSplat, .listSplatPattern: return splatted(node)
    default: return nil
    }
  }

  func splatted(_ node: NodeID) -> NodeID? {
    tree.child(node, after: .star) ?? tree.child(node, after: .doubleStar)
  }

  // MARK: - Values of several expressions

  private mutating func choice(_ node: NodeID) -> ExpressionID {
    var parts: [ExpressionID] = []
    for child in tree.children(node) where kind(child) != .error { parts.append(expression(child)) }
    guard parts.count >= 3 else { return parts.first ?? builder.missing }
    return builder.add(
      .conditional(test: parts[1], then: parts[0], otherwise: parts[2]), at: range(node))
  }

  /// The value of `yield from f()` is what `f` returns at its end, as with `await`.
  private mutating func yield(_ node: NodeID) -> ExpressionID {
    yields = true
    let operand = yieldOperand(node).map { expression($0) }
    if let operand, tree.child(node, ofKind: .fromWord) != nil {
      return builder.add(.await(operand), at: range(node))
    }
    return builder.add(.yield(operand), at: range(node))
  }

  func yieldOperand(_ node: NodeID) -> NodeID? {
    for child in tree.children(node) where kind(child) != .fromWord { return child }
    return nil
  }

  private mutating func namedExpression(_ node: NodeID) -> ExpressionID {
    let bound = pattern(tree.child(node, .name))
    let value = expression(tree.child(node, .value))
    return builder.add(.assignment(bound, value), at: range(node))
  }

  /// `x as y` where the parser could not see the `with` or `except` around it.
  private mutating func asPattern(_ node: NodeID) -> ExpressionID {
    let value = expression(tree.firstChild(node))
    guard let alias = tree.child(node, .alias) else { return value }
    let bound = pattern(alias)
    return builder.add(.assignment(bound, value), at: range(node))
  }

  private mutating func loneSplat(_ node: NodeID) -> ExpressionID {
    let element = Expression.Element(expression(splat(node) ?? splatted(node)), isSpread: true)
    return builder.add(.sequence(kind: .tuple, elements: [element]), at: range(node))
  }
}
