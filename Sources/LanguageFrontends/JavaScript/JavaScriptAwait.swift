internal import SourceModel

/// The grammar reads `await (x).y` and `await [x].y` as a call and an index of something named `await`.
extension JavaScriptLowering {
  struct MisreadAwait {
    /// Where the word is.
    let start: Int32
    /// What stands in the brackets.
    let operand: ExpressionID
  }

  /// - Returns: `nil` for anything else; otherwise the false call or index is taken from the spine.
  mutating func misreadAwait(_ node: NodeID, above base: Int) -> MisreadAwait? {
    guard kind(node) == .identifier, spine.count > base, let outer = spine.last,
      texts.isText("await", tree[node].start, tree[node].end)
    else { return nil }
    let place = SourceRange(start: tree[node].end, end: tree[outer].end)
    switch kind(outer) {
    case .callExpression where tree.child(outer, .function) == node:
      guard let list = tree.child(outer, .arguments) else { return nil }
      spine.removeLast()
      if kind(list) == .templateString { return .init(start: tree[node].start, operand: template(list)) }
      let parts = operands(list).map { expression($0) }
      guard parts.count == 1 else {
        let operand = builder.add(.operation(.sequence, parts), at: place)
        return .init(start: tree[node].start, operand: operand)
      }
      return .init(start: tree[node].start, operand: parts[0])
    case .subscriptExpression where tree.child(outer, .object) == node:
      guard let index = tree.child(outer, .index) else { return nil }
      spine.removeLast()
      let parts = kind(index) == .sequenceExpression ? operands(index) : [index]
      let elements = parts.map { Expression.Element(expression($0)) }
      let operand = builder.add(.sequence(kind: .list, elements: elements), at: place)
      return .init(start: tree[node].start, operand: operand)
    default: return nil
    }
  }

  /// Whether the node goes on with the place or call that is awaited, without brackets between.
  func continuesPlace(_ node: NodeID) -> Bool {
    let inner: NodeID?
    switch kind(node) {
    case .memberExpression, .subscriptExpression: inner = tree.child(node, .object)
    case .callExpression: inner = tree.child(node, .function)
    default: return false
    }
    return inner.map { kind($0) != .parenthesizedExpression } ?? false
  }
}
