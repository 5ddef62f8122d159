internal import SourceModel

extension PythonLowering {
  /// A string, or several side by side: one literal, or one interpolation if a part has fields.
  mutating func string(_ node: NodeID) -> ExpressionID {
    if kind(node) == .string {
      if isBacktick(node) { return representation(node) }
      if let plain = plainString(node) { return plain }
    }
    var parts = StringParts()
    if kind(node) == .concatenatedString {
      for child in tree.children(node) where kind(child) == .string { collect(child, &parts) }
    } else {
      collect(node, &parts)
    }
    return finish(&parts, node)
  }

  /// Python 2's `` `x` ``, which the grammar reads as a string.
  private func isBacktick(_ node: NodeID) -> Bool {
    guard let start = tree.firstChild(node), kind(start) == .stringStart else { return false }
    return texts.isText("`", tree[start].start, tree[start].end)
  }

  /// `repr(a.b)`; what is more than names is not read out of the string again.
  private mutating func representation(_ node: NodeID) -> ExpressionID {
    guard let content = tree.child(node, ofKind: .stringContent) else { return builder.missing }
    let parts = text(content).split(separator: ".", maxSplits: 8, omittingEmptySubsequences: false)
    let isPath = parts.allSatisfy { part in
      part.unicodeScalars.first.map { $0 == "_" || $0.properties.isXIDStart } ?? false
        && part.unicodeScalars.allSatisfy { $0.properties.isXIDContinue }
    }
    guard isPath, let first = parts.first else {
      return builder.gap(.unsupported("backtick"), at: range(node))
    }
    var value = builder.add(.name(String(first)), at: range(content))
    for part in parts.dropFirst() {
      value = builder.add(.member(base: value, key: String(part)), at: range(content))
    }
    let callee = builder.add(.name("repr"), at: range(node))
    return builder.add(.call(.init(callee: callee, arguments: [.init(value)])), at: range(node))
  }

  /// The usual case without a copy: no escapes, no fields.
  private mutating func plainString(_ node: NodeID) -> ExpressionID? {
    let prefix = prefix(of: node)
    guard !prefix.isFormat, !prefix.isBytes else { return nil }
    guard tree.child(node, ofKind: .interpolation) == nil else { return nil }
    let (start, end) = content(of: node)
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
    var (position, end) = content(of: node)
    for child in tree.children(node) where kind(child) == .interpolation {
      literal(from: position, to: tree[child].start, prefix, &parts)
      field(child, &parts)
      position = tree[child].end
    }
    end = max(position, end)
    literal(from: position, to: end, prefix, &parts)
  }

  /// Between the quotes.
  ///
  /// The grammar's own nodes for it give a quote that starts a raw string to its end.
  private func content(of node: NodeID) -> (start: Int32, end: Int32) {
    var (start, end) = (tree[node].start, tree[node].end)
    var quotes: Int32 = 0
    for child in tree.children(node) {
      switch kind(child) {
      case .stringStart:
        start = tree[child].end
        let opening = bytes[Int(tree[child].start)..<Int(start)]
        quotes = Int32(clamping: opening.count { $0 == opening.last })
      case .stringEnd: end = tree[child].end - quotes
      default: break
      }
    }
    return (start, max(start, end))
  }

  private func literal(
    from start: Int32, to end: Int32, _ prefix: PythonEscapes.Prefix, _ parts: inout StringParts
  ) {
    guard start < end else { return }
    let (start, end) = (Int(start), Int(end))
    if parts.start == nil { parts.start = start }
    parts.end = end
    let room = Literal.textLimit - parts.literal.count
    guard room > 0 else { return }
    // An escape is up to ten bytes for one of text.
    PythonEscapes.decode(bytes[start..<min(end, start + 10 * room)], prefix, into: &parts.literal)
  }

  /// `{value!r:>{width}}`.
  private mutating func field(_ node: NodeID, _ parts: inout StringParts) {
    flush(&parts, node)
    parts.parts.append(represented(expression(tree.child(node, .expression)), in: node))
    guard let format = tree.child(node, .formatSpecifier) else { return }
    for child in tree.children(format) where kind(child) == .formatExpression {
      parts.parts.append(expression(tree.child(child, .expression)))
    }
  }

  /// `{value!r}` is the text that `repr(value)` gives.
  private mutating func represented(_ value: ExpressionID, in node: NodeID) -> ExpressionID {
    guard let conversion = tree.child(node, ofKind: .typeConversion) else { return value }
    let name =
      switch bytes[Int(tree[conversion].end) - 1] {
      case UInt8(ascii: "r"): "repr"
      case UInt8(ascii: "a"): "ascii"
      default: "str"
      }
    let callee = builder.add(.name(name), at: range(conversion))
    return builder.add(.call(.init(callee: callee, arguments: [.init(value)])), at: range(node))
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

  mutating func takeLiteral() -> String {
    defer {
      literal.removeAll(keepingCapacity: true)
      start = nil
      end = nil
    }
    return String(decoding: literal.prefix(Literal.textLimit), as: UTF8.self)
  }
}
