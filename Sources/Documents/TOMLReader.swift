internal import FindingModel

/// A reader of TOML 1.0 that keeps the place of every value.
///
/// Dates and times are strings as written. Recursion is bounded by ``DocumentLimits/depth``.
package struct TOMLReader {
  let path: String
  let limits: DocumentLimits
  var cursor: TOMLCursor
  var tree = TOMLTree()
  private var nodeCount = 0

  /// - Throws: ``DocumentError``. An empty file is an empty mapping, as the language says.
  package static func parse(
    _ bytes: [UInt8], path: String, limits: DocumentLimits = .standard
  ) throws(DocumentError) -> Node {
    guard bytes.count <= limits.bytes else {
      throw .tooLarge(path: path, bytes: bytes.count, limit: limits.bytes)
    }
    if let offset = UTF8Validation.firstInvalidOffset(in: bytes) {
      throw .notUTF8(path: path, offset: offset)
    }
    var reader = TOMLReader(path: path, limits: limits, cursor: TOMLCursor(bytes))
    try reader.document()
    return reader.tree.node(path: path)
  }

  private init(path: String, limits: DocumentLimits, cursor: TOMLCursor) {
    self.path = path
    self.limits = limits
    self.cursor = cursor
  }

  func malformed(_ problem: String) -> DocumentError { .malformed(cursor.place(in: path), problem: problem) }

  mutating func count(depth: Int) throws(DocumentError) {
    nodeCount += 1
    guard nodeCount <= limits.nodes else { throw .tooManyNodes(cursor.place(in: path), limit: limits.nodes) }
    guard depth <= limits.depth else { throw .tooDeep(cursor.place(in: path), limit: limits.depth) }
  }

  private mutating func document() throws(DocumentError) {
    var table = TOMLTree.root
    var tableDepth = 0
    while true {
      try skipBlankLines()
      switch cursor.peek {
      case nil: return
      case UInt8(ascii: "["): (table, tableDepth) = try header()
      default: try pair(in: table, depth: tableDepth)
      }
      try endOfLine()
    }
  }

  /// `[a.b]` or `[[a.b]]`.
  private mutating func header() throws(DocumentError) -> (table: Int, depth: Int) {
    let start = cursor.mark
    cursor.advance()
    let isArray = cursor.take(UInt8(ascii: "["))
    let keys = try self.keys()
    guard cursor.take(UInt8(ascii: "]")), !isArray || cursor.take(UInt8(ascii: "]")) else {
      throw malformed("expected ']' after the table's name")
    }
    try count(depth: keys.count)
    let place = cursor.location(from: start, in: path)
    guard let table = tree.open(keys, isArray: isArray, at: place) else {
      throw .malformed(place, problem: "'\(Self.name(keys))' is already something else")
    }
    return (table, keys.count)
  }

  /// `a.b = value`, in a table of the document or an inline one.
  mutating func pair(in table: Int, depth: Int) throws(DocumentError) {
    let keys = try self.keys()
    guard cursor.take(UInt8(ascii: "=")) else {
      throw malformed("expected '=' after the key '\(Self.name(keys).prefix(40))'")
    }
    cursor.skipSpace()
    try count(depth: depth + keys.count)
    let value = try value(depth: depth + keys.count)
    guard tree.set(keys, to: value, in: table) else {
      throw .malformed(
        keys.last?.location ?? .start(of: path), problem: "'\(Self.name(keys))' is already something else")
    }
  }

  /// A dotted key and the space behind it.
  private mutating func keys() throws(DocumentError) -> [TOMLKey] {
    var keys: [TOMLKey] = []
    repeat {
      cursor.skipSpace()
      guard keys.count < limits.depth else {
        throw .tooDeep(cursor.place(in: path), limit: limits.depth)
      }
      let start = cursor.mark
      let text = try key()
      keys.append(TOMLKey(text: text, location: cursor.location(from: start, in: path)))
      cursor.skipSpace()
    } while cursor.take(UInt8(ascii: "."))
    return keys
  }

  private mutating func key() throws(DocumentError) -> String {
    switch cursor.peek {
    case UInt8(ascii: "\""): return try basicString()
    case UInt8(ascii: "'"): return try literalString()
    default:
      let text = cursor.takeWhile { $0.isTOMLBareKey }
      guard !text.isEmpty else { throw malformed("expected a key") }
      return text
    }
  }

  private static func name(_ keys: [TOMLKey]) -> String { keys.map(\.text).joined(separator: ".") }

  /// White space, line ends and comments.
  mutating func skipBlankLines() throws(DocumentError) {
    while true {
      cursor.skipSpace()
      try comment()
      guard cursor.takeLineEnd() else { return }
    }
  }

  private mutating func endOfLine() throws(DocumentError) {
    cursor.skipSpace()
    try comment()
    guard cursor.takeLineEnd() || cursor.peek == nil else { throw malformed("expected the end of the line") }
  }

  private mutating func comment() throws(DocumentError) {
    guard cursor.peek == UInt8(ascii: "#") else { return }
    while let byte = cursor.peek, byte != UInt8(ascii: "\n") {
      if byte == UInt8(ascii: "\r"), cursor.byte(after: 1) == UInt8(ascii: "\n") { return }
      guard byte >= 0x20 && byte != 0x7F || byte == 0x09 else {
        throw malformed("a control character inside a comment")
      }
      cursor.advance()
    }
  }
}
