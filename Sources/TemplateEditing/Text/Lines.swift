internal import Documents

/// Lines of a text whose breaks are `\n` or `\r\n`.
extension [UInt8] {
  /// Offset of the first byte of the line that holds an offset, behind a byte-order mark.
  func lineStart(at offset: Int) -> Int {
    self[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? Swift.min(offset, byteOrderMarkCount)
  }

  /// Offset of the break that ends the line, or the end of the text.
  func lineEnd(at offset: Int) -> Int {
    guard let newline = self[offset...].firstIndex(of: UInt8(ascii: "\n")) else { return count }
    return newline > offset && self[newline - 1] == UInt8(ascii: "\r") ? newline - 1 : newline
  }

  /// Where the previous line ends, before its break; `nil` on the first line.
  func previousLineEnd(at offset: Int) -> Int? {
    let start = lineStart(at: offset)
    guard start > byteOrderMarkCount else { return nil }
    return start > 1 && self[start - 2] == UInt8(ascii: "\r") ? start - 2 : start - 1
  }

  /// White space that the line begins with.
  func indentation(at offset: Int) -> ArraySlice<UInt8> {
    self[lineStart(at: offset)..<count].prefix { $0 == 0x20 || $0 == 0x09 }
  }

  /// Characters before the offset in its line.
  func column(of offset: Int) -> Int { self[lineStart(at: offset)..<offset].count { $0 & 0xC0 != 0x80 } }

  /// Whether only white space stands before the offset in its line.
  func startsLine(_ offset: Int) -> Bool {
    self[lineStart(at: offset)..<offset].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// Whether the line is a comment and nothing else.
  func isCommentLine(at offset: Int) -> Bool {
    self[lineStart(at: offset)..<count].first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: "#")
  }

  /// Whether there is nothing in the line.
  func isEmptyLine(at offset: Int) -> Bool { lineStart(at: offset) == lineEnd(at: lineStart(at: offset)) }
}
