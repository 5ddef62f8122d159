/// A name and the constant beside it, in whatever language: `NAME = "…"`, `"name": "…"`, `<name>…</name>`.
struct Assignment {
  let name: String
  /// Where the constant stands, without its quotes.
  let value: Range<Int>

  /// Bytes of a name and of a value that are read; what is longer is neither.
  static let nameLimit = 80
  static let valueLimit = 300

  /// - Parameter anchor: A position inside the name.
  init?(_ bytes: ByteView, around anchor: Int, context: SecretContext) {
    let start = bytes.start(of: Self.identifier, before: anchor, limit: Self.nameLimit)
    let end = bytes.end(of: Self.identifier, from: anchor, limit: Self.nameLimit)
    // `AWS::ApiGateway::ApiKey` is a type.
    guard end - start < Self.nameLimit, !bytes.holds([0x3A, 0x3A], at: start - 2) else { return nil }
    var cursor = Cursor(bytes: bytes, position: end)
    let isQuoted = cursor.skipQuote()
    let before = bytes[start - 1]
    // A field of a connection string or of a query has a detector of its own.
    let isField = [0x3B, 0x26, 0x3F].contains(before)
    guard let isXML = cursor.skipOperator(isQuoted: isQuoted, isElement: before == UInt8(ascii: "<")),
      let value = cursor.constant(
        isXML: isXML, allowsBare: !isField && Self.bareFormats.contains(context.format))
    else { return nil }
    name = bytes.text(start..<end)
    self.value = value
  }

  /// Formats in which a text needs no quotes.
  private static let bareFormats: Set<SecretContext.Format> = [.environment, .data, .unknown]

  private static let identifier = ByteSet(ranges: "azAZ09", and: "_-.$")
}

private struct Cursor {
  let bytes: ByteView
  var position: Int
  /// Behind a comma: a value only if it is the second of two arguments, and not an element of a list.
  private var isArgument = false

  init(bytes: ByteView, position: Int) {
    self.bytes = bytes
    self.position = position
  }

  private var byte: UInt8 { bytes[position] }

  private mutating func skip(_ set: ByteSet, limit: Int) {
    position = bytes.end(of: set, from: position, limit: limit)
  }

  /// A quote behind the name, or `"]` of a subscript.
  mutating func skipQuote() -> Bool {
    let start = position
    if byte == UInt8(ascii: "\\") { position += 1 }
    guard Self.quotes.contains(byte) else {
      position = start
      return false
    }
    position += 1
    if byte == UInt8(ascii: "]") { position += 1 }
    return true
  }

  /// What joins a name and its value.
  ///
  /// - Returns: Whether the value is the text of an element; `nil` if nothing is assigned.
  mutating func skipOperator(isQuoted: Bool, isElement: Bool) -> Bool? {
    if isElement, byte == UInt8(ascii: ">") {
      position += 1
      return true
    }
    if skipValueKey() { return false }
    skip(.blanks, limit: 20)
    switch byte {
    case UInt8(ascii: "="):
      position += 1
      // Two are a comparison.
      if byte == UInt8(ascii: "=") { return nil }
      if byte == UInt8(ascii: ">") { position += 1 }
    case UInt8(ascii: ":"):
      position += 1
      if byte == UInt8(ascii: "=") { position += 1 }
      skipType()
    case UInt8(ascii: ",") where isQuoted:
      position += 1
      isArgument = true
    default: return nil
    }
    skip(.blanks, limit: 20)
    return false
  }

  /// `key="NAME" value="…"`, `"name": "NAME", "value": "…"`, `name: NAME` over `value: …`.
  private mutating func skipValueKey() -> Bool {
    let start = position
    skip(Self.between, limit: 60)
    guard position > start, bytes.holdsFolded(Array("value".utf8), at: position) else {
      position = start
      return false
    }
    position += 5
    skip(Self.assigning, limit: 10)
    // The quote belongs to the value.
    while Self.quotes.contains(bytes[position - 1]), position > start { position -= 1 }
    if bytes[position - 1] == UInt8(ascii: "\\") { position -= 1 }
    return true
  }

  /// `: String =`, of languages that say what a constant is.
  private mutating func skipType() {
    var ahead = bytes.end(of: .blanks, from: position, limit: 4)
    ahead = bytes.end(of: Self.typeName, from: ahead, limit: 40)
    ahead = bytes.end(of: .blanks, from: ahead, limit: 4)
    if bytes[ahead] == UInt8(ascii: "="), bytes[ahead + 1] != UInt8(ascii: "=") { position = ahead + 1 }
  }

  func constant(isXML: Bool, allowsBare: Bool) -> Range<Int>? {
    if isXML {
      let end = bytes.end(of: Self.elementText, from: position, limit: Assignment.valueLimit)
      return bytes[end] == UInt8(ascii: "<") && bytes[end + 1] == UInt8(ascii: "/") ? position..<end : nil
    }
    var start = position
    // Raw and byte strings; what is interpolated shows its braces.
    if [0x72, 0x62, 0x75, 0x66, 0x40].contains(byte), Self.quotes.contains(bytes[start + 1]) { start += 1 }
    let isEscaped = bytes[start] == UInt8(ascii: "\\") && bytes[start + 1] == UInt8(ascii: "\"")
    if isEscaped { start += 1 }
    if Self.quotes.contains(bytes[start]) { return quoted(from: start, isEscaped: isEscaped) }
    guard allowsBare else { return nil }
    let end = bytes.end(of: Self.bare, from: start, limit: Assignment.valueLimit)
    let isLine = [0x0A, 0x0D, 0x00, 0x20, 0x2C, 0x23].contains(bytes[end])
    return end > start && isLine ? start..<end : nil
  }

  private func quoted(from quote: Int, isEscaped: Bool) -> Range<Int>? {
    let sign = bytes[quote]
    var end = quote + 1
    while end < quote + Assignment.valueLimit {
      let byte = bytes[end]
      if byte == 0x0A || byte == 0 { return nil }
      if byte == UInt8(ascii: "\\") {
        if isEscaped, bytes[end + 1] == sign { return (quote + 1)..<end }
        end += 1
      } else if byte == sign {
        return isArgument && bytes[end + 1] != UInt8(ascii: ")") ? nil : (quote + 1)..<end
      }
      end += 1
    }
    return nil
  }

  private static let quotes = ByteSet("\"'`".utf8)
  private static let between = ByteSet(" \t\r\n,\"'\\".utf8)
  private static let assigning = ByteSet(" \t:=\"'\\".utf8)
  private static let typeName = ByteSet(ranges: "azAZ09", and: "_.?&<>[]*")
  private static let elementText = ByteSet((0x21...0xFF).filter { $0 != 0x3C })
  private static let bare: ByteSet = {
    let ends = Set("\"'`,;#{}()<>[] ".utf8)
    return ByteSet((0x21...0x7E).filter { !ends.contains($0) })
  }()
}
