internal import SourceModel

extension JavaScriptLowering {
  /// What a declaration, an assignment, a loop or a parameter binds.
  mutating func pattern(_ node: NodeID?) -> Pattern {
    guard let node else { return .ignored }
    switch kind(node) {
    case .identifier, .shorthandPattern:
      let name = text(node)
      return name.isEmpty ? .ignored : .name(name)
    case .undefined, .this, .error: return .ignored
    case .memberExpression, .subscriptExpression: return .place(expression(node))
    default: return nested(node) { $0.compoundPattern(node) } ?? .ignored
    }
  }

  private mutating func compoundPattern(_ node: NodeID) -> Pattern {
    switch kind(node) {
    case .arrayPattern: return sequencePattern(node)
    case .objectPattern: return recordPattern(node)
    case .restPattern: return .rest(pattern(operand(node)))
    case .assignmentPattern, .objectAssignmentPattern:
      let bound = pattern(tree.child(node, .left))
      return .withDefault(bound, expression(tree.child(node, .right)))
    case .parenthesizedExpression, .nonNullExpression, .asExpression, .satisfiesExpression:
      return pattern(operand(node))
    default: return .place(expression(node))
    }
  }

  private mutating func sequencePattern(_ node: NodeID) -> Pattern {
    var parts: [Pattern] = []
    var position = tree[node].start + 1
    for child in tree.children(node) where kind(child) != .error {
      for _ in 0..<holes(from: position, to: tree[child].start, isFirst: parts.isEmpty) {
        parts.append(.ignored)
      }
      position = tree[child].end
      parts.append(pattern(child))
    }
    return .sequence(parts)
  }

  private mutating func recordPattern(_ node: NodeID) -> Pattern {
    var fields: [Pattern.Field] = []
    for child in tree.children(node) {
      switch kind(child) {
      case .shorthandPattern:
        fields.append(.init(key: .name(text(child)), pattern: pattern(child)))
      case .objectAssignmentPattern:
        guard let left = tree.child(child, .left) else { continue }
        fields.append(.init(key: .name(text(left)), pattern: pattern(child)))
      case .pairPattern:
        guard let key = tree.child(child, .key) else { continue }
        let lowered = fieldKey(key)
        fields.append(.init(key: lowered, pattern: pattern(tree.child(child, .value))))
      case .restPattern: fields.append(.init(key: .rest, pattern: pattern(operand(child))))
      default: break
      }
    }
    return .record(fields)
  }

  private mutating func fieldKey(_ node: NodeID) -> Pattern.Field.Key {
    switch propertyKey(node) {
    case .name(let name): .name(name)
    case .computed(let key): .computed(key)
    }
  }
}
