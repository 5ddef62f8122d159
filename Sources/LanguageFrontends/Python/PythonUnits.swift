/// A file's definitions as ranges of lines, found without a parser: for files that a parser cannot make sense of.
struct PythonUnits {
  /// Units that are told apart; a file of more is left to the parser's own recovery.
  static let limit = 5000

  /// From the line of a definition, its decorators included, to the line before the next; together the whole file.
  private(set) var ranges: [Range<Int>] = []

  init(_ bytes: [UInt8]) {
    var scan = LineScan()
    var start = 0
    var isDecorated = false
    var line = 0
    while line < bytes.count {
      if !scan.isInText {
        let word = Self.firstWord(bytes, from: line)
        if word != .other, !isDecorated {
          if line > start { ranges.append(start..<line) }
          start = line
        }
        if word != .other { isDecorated = word == .decorator }
      }
      line = scan.endOfLine(bytes, from: line)
    }
    if start < bytes.count { ranges.append(start..<bytes.count) }
  }

  private enum Word {
    case decorator, definition, other
  }

  private static let definitions = ["def ", "class ", "async def "].map { Array($0.utf8) }

  private static func firstWord(_ bytes: [UInt8], from line: Int) -> Word {
    var index = line
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t") {
      index += 1
    }
    guard index < bytes.count else { return .other }
    if bytes[index] == UInt8(ascii: "@") { return .decorator }
    return definitions.contains { bytes[index...].starts(with: $0) } ? .definition : .other
  }
}

/// Finds line ends, and knows which lines lie within a text of three quotes.
private struct LineScan {
  /// The quote of the open text.
  private var quote: UInt8?

  var isInText: Bool { quote != nil }

  /// - Returns: The start of the next line.
  mutating func endOfLine(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
      let byte = bytes[index]
      if let open = quote {
        if byte == UInt8(ascii: "\\") {
          index += 1
        } else if byte == open, isTriple(bytes, index) {
          quote = nil
          index += 2
        }
      } else if byte == UInt8(ascii: "#") {
        return Self.lineEnd(bytes, from: index)
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        if isTriple(bytes, index) {
          quote = byte
          index += 2
        } else {
          index = Self.closingQuote(bytes, from: index)
        }
      }
      // An escaped line end ends the line all the same.
      if index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
    }
    return min(index + 1, bytes.count)
  }

  private func isTriple(_ bytes: [UInt8], _ index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index + 1] == bytes[index] && bytes[index + 2] == bytes[index]
  }

  private static func lineEnd(_ bytes: [UInt8], from start: Int) -> Int {
    (bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count - 1) + 1
  }

  /// The closing quote, or the line end where there is none.
  private static func closingQuote(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start + 1
    while index < bytes.count, bytes[index] != bytes[start], bytes[index] != UInt8(ascii: "\n") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return index
  }
}
