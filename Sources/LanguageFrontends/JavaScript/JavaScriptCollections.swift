internal import SourceModel

extension JavaScriptLowering {
  /// The name of a property, or what it is computed from.
  enum PropertyKey {
    case name(String)
    case computed(ExpressionID)
  }

  mutating func propertyKey(_ node: NodeID) -> PropertyKey {
    switch kind(node) {
    case .string: return .name(stringValue(node))
    case .number: return .name(keyText(number(node)))
    case .computedPropertyName:
      let key = expression(node)
      switch builder.expression(key) {
      case .literal(.text(let text)): return .name(text)
      case .literal(.number(let number)): return .name(keyText(number))
      default: return .computed(key)
      }
    default: return .name(text(node))
    }
  }

  private func keyText(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
  }

  mutating func array(_ node: NodeID) -> ExpressionID {
    var elements: [Expression.Element] = []
    var position = tree[node].start + 1
    for child in tree.children(node) where kind(child) != .error {
      for _ in 0..<holes(from: position, to: tree[child].start, isFirst: elements.isEmpty) {
        elements.append(.init(builder.add(.literal(.null), at: range(node))))
      }
      position = tree[child].end
      if kind(child) == .spreadElement {
        elements.append(.init(expression(operand(child)), isSpread: true))
      } else {
        elements.append(.init(expression(child)))
      }
    }
    return builder.add(.sequence(kind: .list, elements: elements), at: range(node))
  }

  /// Elements left out before one: `[, b]` has one, `[a, , b]` too.
  ///
  /// Commas are not kept in the tree, so they are counted in the text, where comments may hold some, too.
  func holes(from start: Int32, to end: Int32, isFirst: Bool) -> Int {
    var commas = 0
    var index = Int(start)
    let end = min(Int(end), bytes.count)
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: ","): commas += 1
      case UInt8(ascii: "/") where index + 1 < end: index = afterComment(index, end)
      default: break
      }
      index += 1
    }
    return min(Self.holeLimit, isFirst ? commas : max(0, commas - 1))
  }

  /// Elements left out in a row that are kept.
  private static let holeLimit = 64

  /// The last byte of the comment that starts here.
  private func afterComment(_ start: Int, _ end: Int) -> Int {
    var index = start + 2
    if bytes[start + 1] == UInt8(ascii: "/") {
      while index < end, bytes[index] != UInt8(ascii: "\n") { index += 1 }
      return index
    }
    guard bytes[start + 1] == UInt8(ascii: "*") else { return start }
    while index + 1 < end, bytes[index] != UInt8(ascii: "*") || bytes[index + 1] != UInt8(ascii: "/") {
      index += 1
    }
    return index + 1
  }

  mutating func object(_ node: NodeID) -> ExpressionID {
    var entries: [Expression.Entry] = []
    // Before everything else: what is read is the getter's, whichever is written first.
    var setters: [Expression.Entry] = []
    for child in tree.children(node) {
      switch kind(child) {
      case .pair: entries.append(pair(child))
      case .shorthandProperty:
        let name = text(child)
        entries.append(.pair(key: name, value: builder.add(.name(name), at: range(child))))
      case .spreadElement: entries.append(.spread(expression(operand(child))))
      case .methodDefinition where has(child, .setWord): setters.append(method(child))
      case .methodDefinition: entries.append(method(child))
      case .other:
        builder.note(.unsupported(tree.grammarName(child)), at: range(child))
      default: break
      }
    }
    return builder.add(.record(setters + entries), at: range(node))
  }

  private mutating func pair(_ node: NodeID) -> Expression.Entry {
    guard let keyNode = tree.child(node, .key) else { return .spread(builder.missing) }
    let key = propertyKey(keyNode)
    let value = expression(tree.child(node, .value))
    return entry(key, value)
  }

  private func entry(_ key: PropertyKey, _ value: ExpressionID) -> Expression.Entry {
    switch key {
    case .name(let name): .pair(key: name, value: value)
    case .computed(let computed): .computed(key: computed, value: value)
    }
  }

  /// A getter is what it returns: reading the property calls it.
  private mutating func method(_ node: NodeID) -> Expression.Entry {
    guard let name = tree.child(node, .name) else { return .spread(builder.missing) }
    let key = propertyKey(name)
    let function = function(node)
    if case .name(let key) = key, !has(node, .getWord) { return .method(key: key, function: function) }
    let closure = builder.add(.closure(function), at: range(node))
    guard has(node, .getWord) else { return entry(key, closure) }
    return entry(key, builder.add(.call(.init(callee: closure, arguments: [])), at: range(node)))
  }
}
