internal import SourceModel

extension JavaScriptLowering {
  /// Walks down to the innermost left operand and comes back up, an operation at a time.
  mutating func expression(_ node: NodeID) -> ExpressionID {
    let base = spine.count
    var innermost = node
    while let operand = leftOperand(innermost) {
      // Brackets and types only: nothing happens on the way back.
      if !isTransparent(kind(innermost)) { spine.append(innermost) }
      innermost = operand
    }
    guard depth < Self.depthLimit else {
      spine.removeSubrange(base...)
      return builder.gap(.tooDeep, at: range(node))
    }
    depth += 1
    defer { depth -= 1 }
    var awaiting = misreadAwait(innermost, above: base)
    var value = awaiting?.operand ?? simpleExpression(innermost)
    while spine.count > base {
      let outer = spine.removeLast()
      if let start = awaiting?.start, !continuesPlace(outer) {
        value = builder.add(.await(value), at: SourceRange(start: start, end: builder.range(of: value).end))
        awaiting = nil
      }
      switch kind(outer) {
      case .memberExpression, .nestedIdentifier: value = member(outer, of: value)
      case .subscriptExpression: value = subscripting(outer, of: value)
      case .callExpression: value = call(outer, of: value)
      case .unaryExpression: value = unary(outer, value)
      case .awaitExpression: value = builder.add(.await(value), at: range(outer))
      default: value = chain(outer, first: value, above: base)
      }
    }
    guard let start = awaiting?.start else { return value }
    return builder.add(.await(value), at: SourceRange(start: start, end: builder.range(of: value).end))
  }

  /// The operand that a chain of operations grows from.
  private func leftOperand(_ node: NodeID) -> NodeID? {
    switch kind(node) {
    case .memberExpression, .subscriptExpression, .nestedIdentifier: tree.child(node, .object)
    case .callExpression: tree.child(node, .function)
    case .binaryExpression: tree.child(node, .left)
    case .unaryExpression: tree.child(node, .argument)
    case .awaitExpression, .parenthesizedExpression, .nonNullExpression, .asExpression, .satisfiesExpression,
      .instantiationExpression, .templateSubstitution, .computedPropertyName:
      operand(node)
    case .typeAssertion: operands(node).last
    default: nil
    }
  }

  private func isTransparent(_ kind: JavaScriptKind) -> Bool {
    switch kind {
    case .parenthesizedExpression, .nonNullExpression, .asExpression, .satisfiesExpression,
      .instantiationExpression, .typeAssertion, .templateSubstitution, .computedPropertyName:
      true
    default: false
    }
  }

  /// What is no operation on a left operand.
  private mutating func simpleExpression(_ node: NodeID) -> ExpressionID {
    switch kind(node) {
    case .identifier, .shorthandProperty, .predefinedType:
      let name = text(node)
      return name.isEmpty ? builder.missing : builder.add(.name(name), at: range(node))
    case .string, .privateIdentifier, .propertyIdentifier:
      return builder.add(.literal(.text(nameText(node))), at: range(node))
    case .number: return builder.add(.literal(.number(number(node))), at: range(node))
    case .this: return builder.add(.receiver, at: range(node))
    case .super: return builder.add(.parent, at: range(node))
    case .trueLiteral: return builder.add(.literal(.boolean(true)), at: range(node))
    case .falseLiteral: return builder.add(.literal(.boolean(false)), at: range(node))
    case .null, .undefined: return builder.add(.literal(.null), at: range(node))
    case .templateString: return template(node)
    case .regex: return regularExpression(node)
    case .array: return array(node)
    case .object: return object(node)
    case .functionExpression, .generatorFunction, .arrowFunction:
      return builder.add(.closure(function(node)), at: range(node))
    case .classExpression:
      return builder.add(.classValue(classDefinition(node, decorators: [])), at: range(node))
    default: return compoundExpression(node)
    }
  }

  private mutating func compoundExpression(_ node: NodeID) -> ExpressionID {
    switch kind(node) {
    case .ternaryExpression: return ternary(node)
    case .assignmentExpression: return assignment(node)
    case .augmentedAssignment: return augmentedAssignment(node)
    case .updateExpression: return update(node)
    case .newExpression: return construction(node)
    case .sequenceExpression:
      let parts = operands(node).map { expression($0) }
      return builder.add(.operation(.sequence, parts), at: range(node))
    case .yieldExpression: return yield(node)
    case .spreadElement:
      let element = Expression.Element(expression(operand(node)), isSpread: true)
      return builder.add(.sequence(kind: .list, elements: [element]), at: range(node))
    case .importName: return builder.add(.name("import"), at: range(node))
    case .metaProperty: return metaProperty(node)
    case .jsxElement, .jsxSelfClosingElement: return markup(node)
    case .jsxExpression, .jsxText, .htmlCharacterReference, .jsxNamespaceName: return markupPart(node)
    // The parser promises an operand here and did not find it; the error is listed already.
    case .error, .memberExpression, .subscriptExpression, .callExpression, .binaryExpression,
      .unaryExpression,
      .awaitExpression, .parenthesizedExpression, .nonNullExpression, .asExpression, .satisfiesExpression,
      .instantiationExpression, .typeAssertion, .templateSubstitution, .computedPropertyName:
      return builder.add(.missing, at: range(node))
    default: return builder.gap(.unsupported(tree.grammarName(node)), at: range(node))
    }
  }

  // MARK: - Places

  private mutating func member(_ node: NodeID, of base: ExpressionID) -> ExpressionID {
    guard let key = tree.child(node, .property), tree[key].end > tree[key].start else { return base }
    return builder.add(.member(base: base, key: text(key)), at: range(node))
  }

  /// `a["b"]` is `a.b`.
  private mutating func subscripting(_ node: NodeID, of base: ExpressionID) -> ExpressionID {
    let key = expression(tree.child(node, .index))
    if case .literal(.text(let name)) = builder.expression(key) {
      return builder.add(.member(base: base, key: name), at: range(node))
    }
    return builder.add(.index(base: base, key: key), at: range(node))
  }

  /// `import.meta` and `new.target`.
  private mutating func metaProperty(_ node: NodeID) -> ExpressionID {
    let isImport = byte(tree[node].start) == UInt8(ascii: "i")
    let base = builder.add(.name(isImport ? "import" : "new"), at: range(node))
    return builder.add(.member(base: base, key: isImport ? "meta" : "target"), at: range(node))
  }

  // MARK: - Calls

  private mutating func call(_ node: NodeID, of callee: ExpressionID) -> ExpressionID {
    guard let list = tree.child(node, .arguments) else {
      return builder.add(.call(.init(callee: callee, arguments: [])), at: range(node))
    }
    if kind(list) == .templateString { return taggedTemplate(node, callee, list) }
    let arguments = arguments(list)
    let isOptional = has(node, .optionalChain) || has(node, .optionalSign)
    return builder.add(
      .call(.init(callee: callee, arguments: arguments, style: isOptional ? .optional : .plain)),
      at: range(node))
  }

  private mutating func construction(_ node: NodeID) -> ExpressionID {
    let callee = expression(tree.child(node, .constructor))
    let arguments = tree.child(node, .arguments).map { self.arguments($0) } ?? []
    return builder.add(
      .call(.init(callee: callee, arguments: arguments, style: .construction)), at: range(node))
  }

  private mutating func arguments(_ node: NodeID) -> [Expression.Argument] {
    var list: [Expression.Argument] = []
    for child in tree.children(node) {
      switch kind(child) {
      case .spreadElement: list.append(.init(expression(operand(child)), kind: .spread))
      case .error: break
      default: list.append(.init(expression(child)))
      }
    }
    return list
  }

  /// Awaiting what an inner generator returns at its end is what `yield*` gives as a value.
  private mutating func yield(_ node: NodeID) -> ExpressionID {
    let value = operand(node).map { expression($0) }
    if let value, has(node, .star) { return builder.add(.await(value), at: range(node)) }
    return builder.add(.yield(value), at: range(node))
  }
}
