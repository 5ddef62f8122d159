/// Reads forward over the bytes between a name and its value, and the value itself.
struct ByteScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position: Int
  private let limit: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int, limit: Int) {
    self.bytes = bytes
    self.position = position
    self.limit = min(limit, bytes.count)
  }

  var peek: UInt8? { position < limit ? bytes[position] : nil }

  mutating func skip(_ count: Int) { position += count }

  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    position += 1
    return true
  }

  mutating func take(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= limit,
      text.withUTF8Buffer({ bytes[position..<(position + count)].elementsEqual($0) })
    else { return false }
    position += count
    return true
  }

  /// - Returns: Whether there were any.
  @discardableResult
  mutating func skipSpaces() -> Bool {
    let start = position
    while let byte = peek, byte == 0x20 || byte == 0x09 { position += 1 }
    return position > start
  }

  /// Spaces and ends of lines.
  mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
  }

  /// A mark of quotation, also one that a text inside a text escapes.
  ///
  /// - Returns: Its bytes.
  mutating func takeQuote() -> Quote? {
    guard let byte = peek else { return nil }
    if byte.isQuote {
      position += 1
      return Quote(mark: byte, isEscaped: false)
    }
    guard byte == 0x5C, position + 1 < limit, bytes[position + 1].isQuote else { return nil }
    position += 2
    return Quote(mark: bytes[position - 1], isEscaped: true)
  }

  struct Quote {
    let mark: UInt8
    let isEscaped: Bool
  }

  /// One of the words, in any case, with no letter behind it.
  mutating func takeWord(_ words: [StaticString]) -> Bool {
    var end = position
    while end < limit, bytes[end].isLetter { end += 1 }
    let found = words.contains { word in
      word.utf8CodeUnitCount == end - position
        && word.withUTF8Buffer { text in
          zip(bytes[position..<end], text).allSatisfy { $0 | 0x20 == $1 }
        }
    }
    if found { position = end }
    return found
  }

  /// The type of a declaration and the spaces behind it.
  mutating func skipType() -> Bool {
    let start = position
    while let byte = peek, byte != 0x3D {
      guard byte.isNameByte || [0x20, 0x3C, 0x3E, 0x5B, 0x5D, 0x7C, 0x3F].contains(byte) else { return false }
      position += 1
    }
    return position > start
  }

  /// A literal in quotes on one line, with the letters that some languages put before it.
  ///
  /// - Returns: What stands between the quotes; `nil` for one into which values are put, or that is joined to others.
  mutating func takeLiteral(limit length: Int) -> Range<Int>? {
    var isFilled = false
    var prefix = 0
    while let byte = peek, prefix < 2,
      [0x62, 0x42, 0x72, 0x52, 0x66, 0x46, 0x75, 0x55, 0x40, 0x24].contains(byte)
    {
      if byte | 0x20 == 0x66 || byte == 0x24 { isFilled = true }
      position += 1
      prefix += 1
    }
    guard let quote = takeQuote() else { return nil }
    let start = position
    let bound = min(start + length, bytes.count)
    var end = start
    while end < bound {
      let byte = bytes[end]
      if byte == 0x0A { return nil }
      if quote.isEscaped {
        if byte == 0x5C, end + 1 < bound, bytes[end + 1] == quote.mark { break }
      } else if byte == quote.mark {
        break
      } else if byte == 0x5C {
        end += 1
      }
      end += 1
    }
    guard end < bound, end > start else { return nil }
    if isFilled, bytes[start..<end].contains(0x7B) { return nil }
    position = end + (quote.isEscaped ? 2 : 1)
    return isJoined ? nil : start..<end
  }

  /// Whether `+`, `%` or another literal follows: then it is the first piece of something.
  private var isJoined: Bool {
    var next = position
    while next < bytes.count, next - position < 4, bytes[next] == 0x20 { next += 1 }
    return next < bytes.count && (bytes[next] == 0x2B || bytes[next] == 0x25)
  }

  /// What stands up to a blank, without quotes.
  ///
  /// - Parameter isLast: Whether it has to be the last of its line: more words make it a sentence.
  func word(limit length: Int, isLast: Bool) -> Range<Int>? {
    let bound = min(position + length, bytes.count)
    var end = position
    while end < bound, bytes[end] > 0x20, !Self.ends.contains(bytes[end]) { end += 1 }
    guard end > position, end - position < length else { return nil }
    guard isLast else { return position..<end }
    var next = end
    while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
    let endsLine = next >= bytes.count || [0x0A, 0x0D, 0x23].contains(bytes[next])
    return endsLine || Self.ends.contains(bytes[next]) ? position..<end : nil
  }

  /// Quotes, brackets and what separates values.
  private static let ends: Set<UInt8> = [0x22, 0x27, 0x60, 0x2C, 0x3B, 0x29, 0x5D, 0x7D, 0x3C, 0x7C, 0x5C]
}

extension UInt8 {
  var isQuote: Bool { self == 0x22 || self == 0x27 || self == 0x60 }

  var isDigit: Bool { (0x30...0x39).contains(self) }

  var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
}
