internal import SourceModel

extension JavaScriptLowering {
  /// The value of a string in quotes.
  mutating func stringValue(_ node: NodeID) -> String {
    let start = tree[node].start + 1
    // A string without its end has no quote there.
    let isClosed = tree[node].end - 1 >= start && byte(tree[node].end - 1) == byte(tree[node].start)
    return decoded(start, isClosed ? tree[node].end - 1 : tree[node].end)
  }

  /// Text with escapes; the usual case, without any, costs no copy.
  private mutating func decoded(_ start: Int32, _ end: Int32) -> String {
    guard start < end else { return "" }
    let length = Int(end - start)
    let isPlain = bytes.withUnsafeBufferPointer { buffer in
      buffer[Int(start)..<Int(end)].allSatisfy { $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "\r") }
    }
    if isPlain, length <= Literal.textLimit { return texts.text(start, end) }
    // An escape is at most ten bytes for one of text.
    let room = min(length, Literal.textLimit * 10)
    return JavaScriptEscapes.decode(bytes[Int(start)..<Int(start) + room], limit: Literal.textLimit)
  }

  mutating func regularExpression(_ node: NodeID) -> ExpressionID {
    let (start, end) = (tree[node].start, tree[node].end)
    let source = bytes[Int(start)..<Int(end)]
    let slash = Int32(source.lastIndex(of: UInt8(ascii: "/")) ?? Int(end))
    let last = min(max(slash, start + 1), start + 1 + Int32(Literal.textLimit))
    let pattern = texts.text(start + 1, last)
    let flags = slash + 1 < end ? texts.text(slash + 1, min(end, slash + 16)) : ""
    return builder.add(.literal(.regularExpression(pattern: pattern, flags: flags)), at: range(node))
  }

  // MARK: - Templates

  /// A piece of text, or a value.
  private enum Piece {
    case text(Int32, Int32)
    case value(NodeID)
  }

  /// Text stands before, between and after values: always one piece more than there are values.
  private func pieces(_ node: NodeID) -> [Piece] {
    var pieces: [Piece] = []
    var position = tree[node].start + 1
    for child in tree.children(node) where kind(child) == .templateSubstitution {
      pieces.append(.text(position, tree[child].start))
      pieces.append(.value(child))
      position = tree[child].end
    }
    let isClosed = tree[node].end - 1 >= position && byte(tree[node].end - 1) == UInt8(ascii: "`")
    pieces.append(.text(position, isClosed ? tree[node].end - 1 : tree[node].end))
    return pieces
  }

  mutating func template(_ node: NodeID) -> ExpressionID {
    var parts: [ExpressionID] = []
    var hasValues = false
    let pieces = pieces(node)
    for piece in pieces {
      switch piece {
      case .text(let start, let end):
        guard start < end || pieces.count == 1 else { continue }
        let place = pieces.count == 1 ? range(node) : SourceRange(start: start, end: end)
        parts.append(builder.add(.literal(.text(decoded(start, end))), at: place))
      case .value(let value):
        hasValues = true
        parts.append(expression(value))
      }
    }
    guard hasValues else { return parts.first ?? builder.missing }
    return builder.add(.interpolation(parts), at: range(node))
  }

  /// The first argument is the list of texts, the others are the values.
  mutating func taggedTemplate(
    _ node: NodeID, _ callee: ExpressionID, _ template: NodeID
  ) -> ExpressionID {
    var texts: [Expression.Element] = []
    var arguments: [Expression.Argument] = []
    for piece in pieces(template) {
      switch piece {
      case .text(let start, let end):
        let place = SourceRange(start: start, end: end)
        texts.append(.init(builder.add(.literal(.text(decoded(start, end))), at: place)))
      case .value(let value): arguments.append(.init(expression(value)))
      }
    }
    let list = builder.add(.sequence(kind: .list, elements: texts), at: range(template))
    return builder.add(
      .call(.init(callee: callee, arguments: [.init(list)] + arguments, style: .taggedTemplate)),
      at: range(node))
  }
}
