/// A value of a document as it is written, for edits that keep everything else: where its bytes are and in which
/// style, before aliases, merge keys and short forms of intrinsics mean anything.
package struct SyntaxNode: Sendable {
  package enum Content: Sendable {
    case scalar(Scalar, ScalarStyle)
    case sequence([SyntaxNode])
    case mapping([SyntaxEntry])
    /// `*name`.
    case alias(String)
  }

  package enum ScalarStyle: Sendable {
    case plain
    case singleQuoted
    case doubleQuoted
    /// `|` and `>`.
    case block
  }

  package let content: Content
  /// Bytes of the file, tag and anchor included; of a block collection, up to the end of its last value.
  package let range: Range<Int>
  /// Written with brackets; false for scalars.
  package let isFlow: Bool
  package let tag: String?
  package let anchor: String?

  package init(
    _ content: Content, range: Range<Int>, isFlow: Bool, tag: String? = nil, anchor: String? = nil
  ) {
    self.content = content
    self.range = range
    self.isFlow = isFlow
    self.tag = tag
    self.anchor = anchor
  }

  package var entries: [SyntaxEntry] {
    if case .mapping(let entries) = content { entries } else { [] }
  }

  package var elements: [SyntaxNode] {
    if case .sequence(let elements) = content { elements } else { [] }
  }

  package var scalar: (value: Scalar, style: ScalarStyle)? {
    if case .scalar(let value, let style) = content { (value, style) } else { nil }
  }

  package var isMapping: Bool {
    if case .mapping = content { true } else { false }
  }

  package var isSequence: Bool {
    if case .sequence = content { true } else { false }
  }

  package var isAlias: Bool {
    if case .alias = content { true } else { false }
  }

  /// The entry that wins: the last of equal keys, as in ``Node``.
  package func entry(_ key: String) -> SyntaxEntry? { entries.last { $0.key.scalar?.value.text == key } }
}

/// A mapping's key and value as they are written.
package struct SyntaxEntry: Sendable {
  package let key: SyntaxNode
  package let value: SyntaxNode

  package init(key: SyntaxNode, value: SyntaxNode) {
    self.key = key
    self.value = value
  }

  package var range: Range<Int> { key.range.lowerBound..<max(key.range.upperBound, value.range.upperBound) }
}

/// Reads documents as they are written.
package enum Syntax {
  /// - Returns: The tree, and whether the document is JSON: then it has no comments and quotes every key.
  /// - Throws: ``DocumentError`` where ``Document/parse(_:path:limits:)`` does, but for what aliases expand to.
  package static func read(
    _ bytes: [UInt8], path: String, limits: DocumentLimits = .standard
  ) throws(DocumentError) -> (root: SyntaxNode, isJSON: Bool) {
    guard bytes.count <= limits.bytes else {
      throw .tooLarge(path: path, bytes: bytes.count, limit: limits.bytes)
    }
    if let offset = UTF8Validation.firstInvalidOffset(in: bytes) {
      throw .notUTF8(path: path, offset: offset)
    }
    let first = bytes.dropFirst(bytes.byteOrderMarkCount).first { !$0.isJSONSpace }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
      // Anything else that starts with a bracket is a flow collection of YAML.
      let node = try? JSONReader.parse(bytes, path: path, limits: limits)
    {
      return (JSONSyntax(bytes).tree(of: node), true)
    }
    return (try YAMLSyntaxReader.read(bytes, path: path, limits: limits), false)
  }
}
