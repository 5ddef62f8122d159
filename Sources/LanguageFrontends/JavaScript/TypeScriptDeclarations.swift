internal import SourceModel

extension JavaScriptLowering {
  // MARK: - enum

  /// A record of its members; one without a value is one more than the one before it.
  mutating func enumeration(_ node: NodeID, into list: inout StatementList) {
    guard let name = tree.child(node, .name) else { return }
    var entries: [Expression.Entry] = []
    var next: Double? = 0
    if let body = tree.child(node, .body) {
      for child in tree.children(body) where kind(child) != .error {
        let member = kind(child) == .enumAssignment ? tree.child(child, .name) : child
        guard let member, case .name(let key) = propertyKey(member) else { continue }
        var value = tree.child(child, .value).map { expression($0) }
        if let value {
          if case .literal(.number(let number)) = builder.expression(value) {
            next = number
          } else {
            next = nil
          }
        }
        value = value ?? next.map { builder.add(.literal(.number($0)), at: range(child)) }
        next = next.map { $0 + 1 }
        entries.append(.pair(key: key, value: value ?? builder.missing))
      }
    }
    let record = builder.add(.record(entries), at: range(node))
    let bound = Pattern.name(text(name))
    add(.bind(.init(pattern: bound, value: record, kind: .declaration)), node, &list)
  }

  // MARK: - namespace

  /// A function that is called once and gives a record of what is exported.
  mutating func namespace(_ node: NodeID, into list: inout StatementList) {
    guard let nameNode = tree.child(node, .name), kind(nameNode) != .string,
      let body = tree.child(node, .body)
    else { return }
    var names: [String] = []
    var current = nameNode
    while let object = tree.child(current, .object), let property = tree.child(current, .property) {
      names.append(text(property))
      current = object
    }
    var value = namespaceValue(node, body)
    for name in names {
      value = builder.add(.record([.pair(key: name, value: value)]), at: range(node))
    }
    let bound = Pattern.name(text(current))
    add(.bind(.init(pattern: bound, value: value, kind: .declaration)), node, &list)
  }

  private mutating func namespaceValue(_ node: NodeID, _ body: NodeID) -> ExpressionID {
    let outer = (jumpTargets, namespaceExports)
    (jumpTargets, namespaceExports) = ([], [])
    var statements = block(body)
    var seen: Set<String> = []
    let exports = (namespaceExports ?? []).filter { seen.insert($0).inserted }
    (jumpTargets, namespaceExports) = outer
    let entries = exports.map { name in
      Expression.Entry.pair(key: name, value: builder.add(.name(name), at: range(node)))
    }
    let record = builder.add(.record(entries), at: range(node))
    statements.append(builder.add(.return(record), at: range(node)))
    let function = builder.add(
      FunctionDefinition(name: nil, parameters: [], body: statements, isArrow: true, range: range(node)))
    let closure = builder.add(.closure(function), at: range(node))
    return builder.add(.call(.init(callee: closure, arguments: [])), at: range(node))
  }
}
