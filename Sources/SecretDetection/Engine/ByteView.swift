/// The bytes that are searched; reading outside of them gives zero, which no secret contains.
///
/// So a detector that is wrong about an index misses a secret, and reads nobody's memory.
struct ByteView {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var count: Int { bytes.count }

  subscript(position: Int) -> UInt8 {
    // One comparison for both ends: a negative position is a large one without its sign.
    UInt(bitPattern: position) < UInt(bitPattern: bytes.count) ? bytes[position] : 0
  }

  /// The part of a range that there is.
  subscript(range: Range<Int>) -> Slice<UnsafeBufferPointer<UInt8>> { bytes[range.clamped(to: 0..<count)] }

  func text(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }

  func array(_ range: Range<Int>) -> [UInt8] { Array(self[range]) }

  func holds(_ literal: [UInt8], at start: Int) -> Bool {
    guard start >= 0, literal.count <= count - start else { return false }
    for index in literal.indices where bytes[start + index] != literal[index] { return false }
    return true
  }

  /// The same for a literal in small letters, whatever the case of the bytes.
  func holdsFolded(_ literal: [UInt8], at start: Int) -> Bool {
    guard start >= 0, literal.count <= count - start else { return false }
    for index in literal.indices where bytes[start + index].lowercased != literal[index] { return false }
    return true
  }

  /// Where a run of bytes of a set that begins at a position ends, at most `limit` bytes on.
  func end(of set: ByteSet, from start: Int, limit: Int) -> Int {
    var position = start
    let last = min(count, start + limit)
    while position < last, set.contains(self[position]) { position += 1 }
    return position
  }

  /// Where a run of bytes of a set that ends before a position begins, at most `limit` bytes back.
  func start(of set: ByteSet, before end: Int, limit: Int) -> Int {
    var position = min(end, count)
    let first = max(0, end - limit)
    while position > first, set.contains(self[position - 1]) { position -= 1 }
    return position
  }

  /// The first place of a byte in a range.
  func first(_ byte: UInt8, in range: Range<Int>) -> Int? {
    let range = range.clamped(to: 0..<count)
    return range.first { bytes[$0] == byte }
  }
}

extension ByteView {
  /// Whether a token may begin here: nothing before it makes it the middle of a word.
  func isBoundary(before position: Int) -> Bool {
    let byte = self[position - 1]
    // A plus is the middle of base 64.
    if byte == UInt8(ascii: "+") { return false }
    guard byte.isLetterOrDigit || byte == UInt8(ascii: "_") else { return true }
    // `\n` of a text in JSON, `%3D` of an address.
    if self[position - 2] == UInt8(ascii: "\\") { return [0x6E, 0x72, 0x74].contains(byte) }
    return self[position - 3] == UInt8(ascii: "%") && byte.isHexadecimal && self[position - 2].isHexadecimal
  }

  /// Whether a token that ends here does not go on.
  func isBoundary(after position: Int) -> Bool {
    !self[position].isLetterOrDigit && self[position] != UInt8(ascii: "_")
  }
}
