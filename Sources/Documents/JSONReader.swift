internal import FindingModel

/// A JSON reader that keeps the place of every value.
///
/// Foundation's decoder has no places, and a finding without a line is of no use. Recursion is bounded by
/// ``DocumentLimits/depth``.
package struct JSONReader {
  private let bytes: [UInt8]
  private let path: String
  private let limits: DocumentLimits
  private var offset = 0
  private var line = 1
  /// Offset of the first byte of the current line, moved on by every byte that does not start a character,
  /// so that columns count characters, as the YAML reader's do.
  private var lineStart = 0
  private var nodeCount = 0

  /// - Throws: ``DocumentError``. Text after the value is malformed.
  package static func parse(
    _ bytes: [UInt8], path: String, limits: DocumentLimits = .standard
  ) throws(DocumentError) -> Node {
    var reader = JSONReader(bytes: bytes, path: path, limits: limits)
    reader.offset = bytes.byteOrderMarkCount
    reader.lineStart = reader.offset
    reader.skipSpace()
    guard reader.peek != nil else { throw .empty(path: path) }
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.peek == nil else { throw reader.malformed("text after the end of the document") }
    return value
  }

  private init(bytes: [UInt8], path: String, limits: DocumentLimits) {
    self.bytes = bytes
    self.path = path
    self.limits = limits
  }

  private var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private var column: Int { offset - lineStart + 1 }

  private func malformed(_ problem: String) -> DocumentError {
    .malformed(SourceLocation(path: path, line: line, column: column), problem: problem)
  }

  private func location(from start: (line: Int, column: Int)) -> SourceLocation {
    SourceLocation(path: path, line: start.line, column: start.column, endLine: line, endColumn: column)
  }

  private mutating func skipSpace() {
    while let byte = peek, byte.isJSONSpace {
      offset += 1
      if byte == UInt8(ascii: "\n") {
        line += 1
        lineStart = offset
      }
    }
  }

  private mutating func value(depth: Int) throws(DocumentError) -> Node {
    let start = (line: line, column: column)
    nodeCount += 1
    guard nodeCount <= limits.nodes else { throw .tooManyNodes(location(from: start), limit: limits.nodes) }
    switch peek {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard depth < limits.depth else { throw .tooDeep(location(from: start), limit: limits.depth) }
      return try peek == UInt8(ascii: "{")
        ? object(depth: depth, start: start) : array(depth: depth, start: start)
    case UInt8(ascii: "\""):
      let text = try string()
      return Node(.scalar(Scalar(text, kind: .string)), at: location(from: start))
    case .some: return try word(start: start)
    case nil: throw malformed("the document ends where a value is expected")
    }
  }

  private mutating func object(
    depth: Int, start: (line: Int, column: Int)
  ) throws(DocumentError) -> Node {
    var entries: [Entry] = []
    offset += 1
    skipSpace()
    while peek != UInt8(ascii: "}") {
      guard peek == UInt8(ascii: "\"") else { throw malformed("expected a key in double quotes") }
      let keyStart = (line: line, column: column)
      let key = try string()
      let keyLocation = location(from: keyStart)
      skipSpace()
      guard peek == UInt8(ascii: ":") else {
        throw malformed("expected ':' after the key \"\(key.prefix(40))\"")
      }
      offset += 1
      skipSpace()
      entries.append(Entry(key, at: keyLocation, try value(depth: depth + 1)))
      try separator(closing: UInt8(ascii: "}"))
    }
    offset += 1
    return Node(.mapping(entries.keepingLastOfEachKey()), at: location(from: start))
  }

  private mutating func array(
    depth: Int, start: (line: Int, column: Int)
  ) throws(DocumentError) -> Node {
    var elements: [Node] = []
    offset += 1
    skipSpace()
    while peek != UInt8(ascii: "]") {
      elements.append(try value(depth: depth + 1))
      try separator(closing: UInt8(ascii: "]"))
    }
    offset += 1
    return Node(.sequence(elements), at: location(from: start))
  }

  /// Consumes a comma and the space around it, or stops before the closing bracket.
  private mutating func separator(closing: UInt8) throws(DocumentError) {
    skipSpace()
    if peek == closing { return }
    guard peek == UInt8(ascii: ",") else {
      throw malformed("expected ',' or '\(Character(UnicodeScalar(closing)))'")
    }
    offset += 1
    skipSpace()
    if peek == closing { throw malformed("a comma before '\(Character(UnicodeScalar(closing)))'") }
  }

  private mutating func word(start: (line: Int, column: Int)) throws(DocumentError) -> Node {
    let first = offset
    while let byte = peek, !byte.isJSONSpace, !",]}:\"{[".utf8.contains(byte) { offset += 1 }
    let text = String(decoding: bytes[first..<offset], as: UTF8.self)
    let kind: Scalar.Kind
    switch text {
    case "true", "false": kind = .boolean
    case "null": kind = .null
    default:
      guard JSONNumbers.isNumber(text.utf8) else {
        offset = first
        throw malformed("'\(text.prefix(40))' is no JSON value")
      }
      kind = Int(text) != nil ? .integer : .number
    }
    return Node(.scalar(Scalar(text, kind: kind)), at: location(from: start))
  }

  private mutating func string() throws(DocumentError) -> String {
    offset += 1
    var content: [UInt8] = []
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return String(decoding: content, as: UTF8.self)
      case UInt8(ascii: "\\"):
        try escape(into: &content)
      case 0x00..<0x20:
        throw malformed("a control character inside a string")
      default:
        if byte & 0xC0 == 0x80 { lineStart += 1 }
        content.append(byte)
        offset += 1
      }
    }
    throw malformed("the document ends inside a string")
  }

  private mutating func escape(into content: inout [UInt8]) throws(DocumentError) {
    offset += 1
    guard let byte = peek else { throw malformed("the document ends inside a string") }
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "u"):
      content.append(contentsOf: String(try escapedScalar()).utf8)
    default:
      offset -= 1
      throw malformed("'\\\(Character(UnicodeScalar(byte)))' is no JSON escape")
    }
  }

  /// One `\u` escape, or two that are a surrogate pair.
  private mutating func escapedScalar() throws(DocumentError) -> UnicodeScalar {
    let unit = try hexadecimalUnit()
    let afterFirst = offset
    if (0xD800..<0xDC00).contains(unit), bytes[offset...].starts(with: Array("\\u".utf8)) {
      offset += 2
      let low = try hexadecimalUnit()
      if (0xDC00..<0xE000).contains(low),
        let scalar = UnicodeScalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
      {
        return scalar
      }
      // No pair: the second escape stands for itself.
      offset = afterFirst
    }
    // A lone surrogate stands for nothing; the replacement character keeps the rest readable.
    return UnicodeScalar(unit) ?? "\u{FFFD}"
  }

  private mutating func hexadecimalUnit() throws(DocumentError) -> UInt32 {
    guard offset + 4 <= bytes.count,
      bytes[offset..<offset + 4].allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
      let unit = UInt32(String(decoding: bytes[offset..<offset + 4], as: UTF8.self), radix: 16)
    else { throw malformed("expected four hexadecimal digits after '\\u'") }
    offset += 4
    return unit
  }
}
