/// Reads a short ASCII text from left to right.
struct VersionScanner {
  private let bytes: [UInt8]
  private(set) var position = 0

  /// White space around the text does not count, as in every ecosystem.
  init(_ text: some StringProtocol) {
    let all = Array(text.utf8)
    let head = all.firstIndex { !$0.isWhitespace } ?? all.endIndex
    let end = (all.lastIndex { !$0.isWhitespace } ?? head - 1) + 1
    bytes = Array(all[head..<end])
  }

  /// The whole text.
  var text: String { String(decoding: bytes, as: UTF8.self) }
  var isAtEnd: Bool { position == bytes.endIndex }
  var next: UInt8? { isAtEnd ? nil : bytes[position] }

  func isNext(_ matches: (UInt8) -> Bool) -> Bool { next.map(matches) ?? false }

  mutating func takeNext() -> UInt8? {
    guard let byte = next else { return nil }
    position += 1
    return byte
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// - Parameter characters: ASCII, in lower case; letters of the text match in any case.
  mutating func take(text characters: StaticString) -> Bool {
    characters.withUTF8Buffer { wanted in
      guard bytes.count - position >= wanted.count else { return false }
      for offset in wanted.indices where bytes[position + offset].lowercased != wanted[offset] {
        return false
      }
      position += wanted.count
      return true
    }
  }

  mutating func take(while matches: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let start = position
    while position < bytes.endIndex, matches(bytes[position]) { position += 1 }
    return bytes[start..<position]
  }

  @discardableResult
  mutating func skipSpaces() -> Bool {
    !take { $0.isWhitespace }.isEmpty
  }

  mutating func takeNumeral() -> Numeral? {
    let digits = take { $0.isDigit }
    return digits.isEmpty ? nil : Numeral(digits: digits)
  }

  /// A number that 64 bits hold.
  ///
  /// - Parameter allowsLeadingZeros: `false` refuses `01`.
  mutating func takeNumber(allowsLeadingZeros: Bool) -> UInt64? {
    let digits = take { $0.isDigit }
    guard case .small(let number)? = digits.isEmpty ? nil : Numeral(digits: digits),
      allowsLeadingZeros || digits.count == 1 || digits.first != UInt8(ascii: "0")
    else { return nil }
    return number
  }

  /// What was taken since a place that ``position`` said.
  func text(from start: Int) -> String {
    String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// Goes back to a place that ``position`` said.
  mutating func rewind(to position: Int) {
    self.position = position
  }
}

extension UInt8 {
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  var isWhitespace: Bool { self == UInt8(ascii: " ") || (9...13).contains(self) }
  var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lowercased) }
  var lowercased: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self }
  /// A letter, a digit or a hyphen, as identifiers of semantic versions have them.
  var isIdentifier: Bool { isLetter || isDigit || self == UInt8(ascii: "-") }
}
