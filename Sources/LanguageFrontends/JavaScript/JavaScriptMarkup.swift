internal import SourceModel

extension JavaScriptLowering {
  /// `<a b={c}>d</a>` is `JSX.createElement("a", {b: c}, "d")`; a component is a name, a fragment an empty
  /// text.
  mutating func markup(_ node: NodeID) -> ExpressionID {
    let tag = kind(node) == .jsxElement ? tree.child(node, .openTag) : node
    let name = tagName(tag, at: node)
    let attributes = attributes(of: tag, at: node)
    var arguments = [Expression.Argument(name), Expression.Argument(attributes)]
    if kind(node) == .jsxElement {
      for child in tree.children(node) { markupChild(child, &arguments) }
    }
    let base = builder.add(.name("JSX"), at: range(node))
    let callee = builder.add(.member(base: base, key: "createElement"), at: range(node))
    return builder.add(.call(.init(callee: callee, arguments: arguments)), at: range(node))
  }

  private mutating func tagName(_ tag: NodeID?, at node: NodeID) -> ExpressionID {
    guard let tag, let name = tree.child(tag, .name) else {
      return builder.add(.literal(.text("")), at: range(node))
    }
    let first = byte(tree[name].start) ?? 0
    let isElement =
      switch kind(name) {
      case .identifier: (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
      case .memberExpression: false
      default: true
      }
    return isElement ? builder.add(.literal(.text(text(name))), at: range(name)) : expression(name)
  }

  private mutating func attributes(of tag: NodeID?, at node: NodeID) -> ExpressionID {
    var entries: [Expression.Entry] = []
    if let tag {
      for child in tree.children(tag) {
        switch kind(child) {
        case .jsxAttribute: if let entry = attribute(child) { entries.append(entry) }
        case .jsxExpression:
          guard let spread = operand(child) else { continue }
          let inner = kind(spread) == .spreadElement ? operand(spread) : spread
          entries.append(.spread(expression(inner)))
        default: break
        }
      }
    }
    return builder.add(.record(entries), at: range(tag ?? node))
  }

  /// An attribute without a value is true.
  private mutating func attribute(_ node: NodeID) -> Expression.Entry? {
    let parts = operands(node)
    guard let name = parts.first else { return nil }
    let key = text(name)
    guard parts.count > 1 else {
      return .pair(key: key, value: builder.add(.literal(.boolean(true)), at: range(node)))
    }
    let value = parts[1]
    // There are no escapes in markup.
    if kind(value) == .string {
      let text = markupText(tree[value].start + 1, tree[value].end - 1)
      return .pair(key: key, value: builder.add(.literal(.text(text)), at: range(value)))
    }
    return .pair(key: key, value: expression(value))
  }

  private mutating func markupChild(_ node: NodeID, _ arguments: inout [Expression.Argument]) {
    switch kind(node) {
    case .jsxText:
      // White space with a line break in it is layout.
      let text = bytes[Int(tree[node].start)..<Int(tree[node].end)]
      if text.allSatisfy({ $0 <= UInt8(ascii: " ") }), text.contains(UInt8(ascii: "\n")) { return }
      arguments.append(.init(expression(node)))
    case .jsxExpression:
      guard let value = operand(node) else { return }
      if kind(value) == .spreadElement {
        arguments.append(.init(expression(operand(value)), kind: .spread))
      } else {
        arguments.append(.init(expression(value)))
      }
    case .jsxElement, .jsxSelfClosingElement, .htmlCharacterReference:
      arguments.append(.init(expression(node)))
    default: break
    }
  }

  /// What stands alone where an element's part is expected.
  mutating func markupPart(_ node: NodeID) -> ExpressionID {
    switch kind(node) {
    case .jsxExpression: return nested(node) { $0.expression($0.operand(node)) } ?? builder.missing
    default:
      let text = markupText(tree[node].start, tree[node].end)
      return builder.add(.literal(.text(text)), at: range(node))
    }
  }

  /// Text of markup as written; entities stay as they are, they are no data.
  private mutating func markupText(_ start: Int32, _ end: Int32) -> String {
    texts.text(start, max(start, min(end, start + Int32(Literal.textLimit))))
  }
}
