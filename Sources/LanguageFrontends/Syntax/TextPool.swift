/// Makes strings of a file's bytes, each long one once.
///
/// Most text of a program is the same few hundred names; up to fifteen bytes live inside a `String` and are
/// made as fast as they are found.
struct TextPool {
  private let bytes: [UInt8]
  /// Strings by the hash of their bytes; the newest wins a place.
  private var slots: [String?]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    slots = Array(repeating: nil, count: 1024)
  }

  /// The text between two offsets; invalid UTF-8 is repaired.
  mutating func text(_ start: Int32, _ end: Int32) -> String {
    let start = min(max(0, Int(start)), bytes.count)
    let end = min(max(start, Int(end)), bytes.count)
    return bytes.withUnsafeBufferPointer { buffer in
      let part = UnsafeBufferPointer(rebasing: buffer[start..<end])
      guard part.count > 15 else { return String(decoding: part, as: UTF8.self) }
      var hash: UInt32 = 2_166_136_261
      for byte in part { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
      let slot = Int(hash & 1023)
      if let known = slots[slot], known.utf8.elementsEqual(part) { return known }
      let made = String(decoding: part, as: UTF8.self)
      slots[slot] = made
      return made
    }
  }

  /// Whether the text between two offsets is this one.
  func isText(_ text: StaticString, _ start: Int32, _ end: Int32) -> Bool {
    guard start >= 0, end <= bytes.count, Int(end) - Int(start) == text.utf8CodeUnitCount else {
      return false
    }
    return bytes.withUnsafeBytes { buffer in
      UnsafeRawBufferPointer(rebasing: buffer[Int(start)..<Int(end)]).elementsEqual(
        UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
  }
}
