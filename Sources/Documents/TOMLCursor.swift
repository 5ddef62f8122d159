internal import FindingModel

/// Where a reader of TOML stands in its bytes, and on which line.
struct TOMLCursor {
  private let bytes: [UInt8]
  private(set) var offset: Int
  private var line = 1
  /// Offset of the line's first byte, moved on by every byte that does not start a character.
  private var lineStart: Int

  struct Mark {
    let line: Int
    let column: Int
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    offset = bytes.byteOrderMarkCount
    lineStart = offset
  }

  var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  var mark: Mark { Mark(line: line, column: offset - lineStart + 1) }

  func byte(after distance: Int) -> UInt8? {
    offset + distance < bytes.count ? bytes[offset + distance] : nil
  }

  func place(in path: String) -> SourceLocation {
    SourceLocation(path: path, line: line, column: mark.column)
  }

  func location(from start: Mark, in path: String) -> SourceLocation {
    SourceLocation(
      path: path, line: start.line, column: start.column, endLine: line, endColumn: mark.column)
  }

  mutating func advance() {
    guard let byte = peek else { return }
    offset += 1
    if byte == UInt8(ascii: "\n") {
      line += 1
      lineStart = offset
    } else if byte & 0xC0 == 0x80 {
      lineStart += 1
    }
  }

  mutating func advance(by count: Int) {
    for _ in 0..<count { advance() }
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    advance()
    return true
  }

  mutating func take(_ text: StaticString) -> Bool {
    let matches = text.withUTF8Buffer { bytes[offset...].starts(with: $0) }
    if matches { advance(by: text.utf8CodeUnitCount) }
    return matches
  }

  /// Moves over bytes that stand for themselves in any string, and appends them.
  mutating func takePlain(into content: inout [UInt8]) {
    let start = offset
    while offset < bytes.count, bytes[offset].isPlainInTOMLStrings { offset += 1 }
    content += bytes[start..<offset]
  }

  mutating func takeWhile(_ belongs: (UInt8) -> Bool) -> String {
    let start = offset
    while let byte = peek, belongs(byte) { advance() }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x09 { advance() }
  }

  mutating func takeLineEnd() -> Bool {
    if peek == UInt8(ascii: "\r"), byte(after: 1) == UInt8(ascii: "\n") { advance() }
    return take(UInt8(ascii: "\n"))
  }
}

extension UInt8 {
  /// ASCII but for control characters, quotes and the backslash.
  fileprivate var isPlainInTOMLStrings: Bool {
    self >= 0x20 && self < 0x7F && self != UInt8(ascii: "\"") && self != UInt8(ascii: "'")
      && self != UInt8(ascii: "\\")
  }

  var isTOMLBareKey: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
