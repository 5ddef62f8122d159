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
  /// Offset of the first byte of the current line.
  private var lineStart = 0
  private var nodeCount = 0

  /// - Throws: ``DocumentError``. Text after the value is malformed.
  package static func parse(
    _ bytes: [UInt8], path: String, limits: DocumentLimits = .standard
  ) throws(DocumentError) -> Node {
    var reader = JSONReader(bytes: bytes, path: path, limits: limits)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.offset = 3 }
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
    guard depth <= limits.depth else { throw .tooDeep(location(from: start), limit: limits.depth) }
    switch peek {
    case UInt8(ascii: "{"): return try object(depth: depth, start: start)
    case UInt8(ascii: "["): return try array(depth: depth, start: start)
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
      guard let byte = text.utf8.first, byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte),
        let value = Double(text), value.isFinite
      else {
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
      var unit = try hexadecimalUnit()
      if (0xD800..<0xDC00).contains(unit), bytes[offset...].starts(with: Array("\\u".utf8)) {
        offset += 2
        let low = try hexadecimalUnit()
        unit = 0x10000 + (unit - 0xD800) << 10 + (low &- 0xDC00) & 0x3FF
      }
      // A lone surrogate stands for nothing; the replacement character keeps the rest readable.
      content.append(contentsOf: String(UnicodeScalar(unit) ?? "\u{FFFD}").utf8)
    default:
      offset -= 1
      throw malformed("'\\\(Character(UnicodeScalar(byte)))' is no JSON escape")
    }
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

extension [Entry] {
  /// Both languages' usual readers let the last of equal keys win; its place in the order is the first's.
  func keepingLastOfEachKey() -> [Entry] {
    var positions: [String: Int] = [:]
    var result: [Entry] = []
    result.reserveCapacity(count)
    for entry in self {
      if let position = positions[entry.key] {
        result[position] = entry
      } else {
        positions[entry.key] = result.count
        result.append(entry)
      }
    }
    return result
  }
}
