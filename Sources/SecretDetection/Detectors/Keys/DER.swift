/// As much of ASN.1's distinguished encoding as tells a key from other bytes.
struct DER {
  /// One element: its tag and where its content stands.
  struct Element {
    let tag: UInt8
    let content: ArraySlice<UInt8>
  }

  /// The elements in some content, at most `limit`; `nil` if they do not fill it exactly.
  static func elements(in bytes: ArraySlice<UInt8>, limit: Int = 16) -> [Element]? {
    var rest = bytes
    var found: [Element] = []
    while !rest.isEmpty {
      guard found.count < limit, let (element, end) = element(at: rest) else { return nil }
      found.append(element)
      rest = rest[end...]
    }
    return found
  }

  /// The content of a sequence that is all of the bytes.
  static func sequence(_ bytes: ArraySlice<UInt8>) -> [Element]? {
    guard let outer = elements(in: bytes, limit: 1)?.first, outer.tag == 0x30 else { return nil }
    return elements(in: outer.content)
  }

  private static func element(at bytes: ArraySlice<UInt8>) -> (Element, end: Int)? {
    guard bytes.count >= 2 else { return nil }
    let tag = bytes[bytes.startIndex]
    var position = bytes.startIndex + 1
    var length = Int(bytes[position])
    position += 1
    if length >= 0x80 {
      let count = length & 0x7F
      guard (1...3).contains(count), bytes.endIndex - position >= count else { return nil }
      length = bytes[position..<(position + count)].reduce(0) { $0 << 8 | Int($1) }
      position += count
    }
    guard length <= bytes.endIndex - position else { return nil }
    return (Element(tag: tag, content: bytes[position..<(position + length)]), position + length)
  }
}
