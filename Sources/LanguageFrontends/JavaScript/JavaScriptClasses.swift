internal import SourceModel

extension JavaScriptLowering {
  /// What a class is filled with while its body is read.
  private struct ClassParts {
    var methods: [ClassDefinition.Method] = []
    var fields: [ClassDefinition.Field] = []
    var body: [StatementID] = []
  }

  /// - Parameter decorators: those written before `export`.
  mutating func classDefinition(_ node: NodeID, decorators outer: [NodeID]) -> ClassID {
    let decorators = (outer + self.decorators(of: node)).map { expression(operand($0)) }
    let bases = tree.child(node, ofKind: .classHeritage).map { self.bases($0) } ?? []
    var parts = ClassParts()
    if let body = tree.child(node, .body) {
      _ = nested(body) { $0.members(body, &parts) }
    }
    return builder.add(
      ClassDefinition(
        name: tree.child(node, .name).map { text($0) }, bases: bases, methods: parts.methods,
        fields: parts.fields, body: parts.body, decorators: decorators, range: range(node)))
  }

  func decorators(of node: NodeID) -> [NodeID] {
    var list: [NodeID] = []
    for child in tree.children(node) where kind(child) == .decorator { list.append(child) }
    return list
  }

  /// `extends` an expression; in TypeScript within a clause of its own.
  private mutating func bases(_ node: NodeID) -> [ExpressionID] {
    guard let clause = tree.child(node, ofKind: .extendsClause) else {
      return operands(node).filter { kind($0).isExpression }.map { expression($0) }
    }
    var bases: [ExpressionID] = []
    for child in tree.children(clause) where tree[child].field == .value { bases.append(expression(child)) }
    return bases
  }

  private mutating func members(_ node: NodeID, _ parts: inout ClassParts) {
    // TypeScript's grammar has a method's decorators before it, JavaScript's within it.
    var pending: [NodeID] = []
    for child in tree.children(node) {
      switch kind(child) {
      case .decorator:
        pending.append(child)
        continue
      case .methodDefinition: method(child, pending, &parts)
      case .fieldDefinition, .publicFieldDefinition: field(child, &parts)
      case .classStaticBlock:
        let body = block(tree.child(child, .body))
        parts.body.append(builder.add(.block(body), at: range(child)))
      case .methodSignature, .abstractMethodSignature, .indexSignature, .emptyStatement: break
      case .error: parts.body.append(builder.add(.missing, at: range(child)))
      case .other: builder.note(.unsupported(tree.grammarName(child)), at: range(child))
      default: break
      }
      pending = []
    }
  }

  private mutating func method(_ node: NodeID, _ outer: [NodeID], _ parts: inout ClassParts) {
    guard let nameNode = tree.child(node, .name) else { return }
    let name = memberName(nameNode)
    let decorators = (outer + self.decorators(of: node)).map { expression(operand($0)) }
    var method = ClassDefinition.Method.Kind.method
    var isStatic = false
    for child in tree.children(node) {
      if tree[child].field == .name { break }
      switch kind(child) {
      case .getWord: method = .getter
      case .setWord: method = .setter
      case .staticWord: isStatic = true
      case .staticGetWord: (isStatic, method) = (true, .getter)
      default: break
      }
    }
    if name == "constructor", !isStatic, method == .method { method = .constructor }
    let function = function(node, name: name, decorators: decorators)
    parts.methods.append(
      .init(name: name, function: function, kind: method, binding: isStatic ? .none : .implicitInstance))
  }

  private mutating func field(_ node: NodeID, _ parts: inout ClassParts) {
    guard let nameNode = tree.child(node, .name) ?? tree.child(node, .property) else { return }
    let name = memberName(nameNode)
    let type = typeName(tree.child(node, .type))
    // The value is evaluated in a function of its own, on the instance.
    let value = tree.child(node, .value).map { expression($0) }
    let isStatic = has(node, .staticWord) || has(node, .staticGetWord)
    parts.fields.append(.init(name: name, value: value, isStatic: isStatic, typeName: type))
  }

  /// The name of a member; of a computed one its source, `[Symbol.iterator]`.
  private mutating func memberName(_ node: NodeID) -> String {
    if case .name(let name) = propertyKey(node) { return name }
    let (start, end) = (tree[node].start, tree[node].end)
    return texts.text(start, min(end, start + 256))
  }
}
