internal import SourceModel

extension PythonLowering {
  /// A string, or several side by side: one literal, or one interpolation if a part has fields.
  mutating func string(_ node: NodeID) -> ExpressionID {
    if kind(node) == .string, let plain = plainString(node) { return plain }
    var parts = StringParts()
    if kind(node) == .concatenatedString {
      for child in tree.children(node) where kind(child) == .string { collect(child, &parts) }
    } else {
      collect(node, &parts)
    }
    return finish(&parts, node)
  }

  /// The usual case without a copy: no escapes, no fields.
  private mutating func plainString(_ node: NodeID) -> ExpressionID? {
    let prefix = prefix(of: node)
    guard !prefix.isFormat, !prefix.isBytes else { return nil }
    var content: NodeID?
    for child in tree.children(node) {
      switch kind(child) {
      case .stringStart, .stringEnd: break
      case .stringContent where content == nil: content = child
      default: return nil
      }
    }
    guard let content else { return builder.add(.literal(.text("")), at: range(node)) }
    let (start, end) = (tree[content].start, tree[content].end)
    guard Int(end - start) <= Literal.textLimit else { return nil }
    let isLiteral = bytes.withUnsafeBufferPointer { buffer in
      buffer[Int(start)..<Int(end)].allSatisfy { $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "\r") }
    }
    guard isLiteral else { return nil }
    return builder.add(.literal(.text(texts.text(start, end))), at: range(node))
  }

  private mutating func collect(_ node: NodeID, _ parts: inout StringParts) {
    let prefix = prefix(of: node)
    parts.isBytes = parts.isBytes || prefix.isBytes
    parts.hasFields = parts.hasFields || prefix.isFormat
    for child in tree.children(node) {
      switch kind(child) {
      case .stringContent:
        let (start, end) = (Int(tree[child].start), Int(tree[child].end))
        if parts.start == nil { parts.start = start }
        parts.end = end
        let room = Literal.textLimit - parts.literal.count
        if room > 0 {
          PythonEscapes.decode(bytes[start..<min(end, start + 4 * room)], prefix, into: &parts.literal)
        }
      case .interpolation:
        field(child, &parts)
      default: break
      }
    }
  }

  /// `{value!r:>{width}}`.
  private mutating func field(_ node: NodeID, _ parts: inout StringParts) {
    flush(&parts, node)
    parts.parts.append(expression(tree.child(node, .expression)))
    guard let format = tree.child(node, .formatSpecifier) else { return }
    for child in tree.children(format) where kind(child) == .formatExpression {
      parts.parts.append(expression(tree.child(child, .expression)))
    }
  }

  private mutating func flush(_ parts: inout StringParts, _ node: NodeID) {
    guard !parts.literal.isEmpty else { return }
    let place = SourceRange(parts.start ?? Int(tree[node].start), parts.end ?? Int(tree[node].end))
    parts.parts.append(builder.add(.literal(.text(parts.takeLiteral())), at: place))
  }

  private mutating func finish(_ parts: inout StringParts, _ node: NodeID) -> ExpressionID {
    if parts.parts.isEmpty {
      let isBytes = parts.isBytes
      let text = parts.takeLiteral()
      return builder.add(.literal(isBytes ? .bytes(text) : .text(text)), at: range(node))
    }
    flush(&parts, node)
    return builder.add(.interpolation(parts.parts), at: range(node))
  }

  private func prefix(of node: NodeID) -> PythonEscapes.Prefix {
    guard let start = tree.firstChild(node), kind(start) == .stringStart else { return .init() }
    var prefix = PythonEscapes.Prefix()
    for byte in bytes[Int(tree[start].start)..<Int(tree[start].end)] {
      switch byte | 0x20 {
      case UInt8(ascii: "f"), UInt8(ascii: "t"): prefix.isFormat = true
      case UInt8(ascii: "b"): prefix.isBytes = true
      case UInt8(ascii: "r"): prefix.isRaw = true
      default: break
      }
    }
    return prefix
  }
}

/// The pieces of a string while it is read.
private struct StringParts {
  var parts: [ExpressionID] = []
  var literal: [UInt8] = []
  var start: Int?
  var end: Int?
  var isBytes = false
  var hasFields = false

  mutating func takeLiteral() -> String {
    defer {
      literal.removeAll(keepingCapacity: true)
      start = nil
      end = nil
    }
    return String(decoding: literal.prefix(Literal.textLimit), as: UTF8.self)
  }
}
