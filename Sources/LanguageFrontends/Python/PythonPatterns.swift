internal import SourceModel

extension PythonLowering {
  /// What an assignment, a loop or a `with` binds; written as a pattern or as the expression it looks like.
  mutating func pattern(_ node: NodeID?) -> Pattern {
    guard let node else { return .ignored }
    switch kind(node) {
    case .identifier:
      let name = text(node)
      return name.isEmpty ? .ignored : .name(name)
    case .attribute, .subscript:
      return .place(expression(node))
    case .listSplatPattern, .listSplat, .dictionarySplatPattern:
      return .rest(pattern(tree.child(node, after: .star) ?? tree.child(node, after: .doubleStar)))
    case .tuplePattern, .listPattern, .patternList, .expressionList, .tuple, .list, .tupleExpression:
      return sequencePattern(node)
    case .asPatternTarget, .parenthesizedExpression:
      return nested(node) { $0.pattern($0.tree.firstChild(node)) } ?? .ignored
    case .error:
      return .ignored
    default:
      return .place(expression(node))
    }
  }

  private mutating func sequencePattern(_ node: NodeID) -> Pattern {
    let parts = nested(node) { lowering in
      Array(lowering.tree.children(node)).filter { lowering.kind($0) != .error }.map { lowering.pattern($0) }
    }
    guard let parts else { return .ignored }
    // `(a) = x` binds x itself; `(a,) = x` its only element.
    if parts.count == 1, kind(node) == .tuplePattern, !endsWithComma(node) { return parts[0] }
    return .sequence(parts)
  }

  func endsWithComma(_ node: NodeID) -> Bool {
    var last: NodeID?
    for child in tree.children(node) { last = child }
    guard let last else { return false }
    return bytes[Int(tree[last].end)..<Int(tree[node].end)].contains(UInt8(ascii: ","))
  }
}
