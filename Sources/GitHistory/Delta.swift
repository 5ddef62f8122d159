/// An object told as changes of another: copies of its parts, and what is new between them.
enum Delta {
  /// - Throws: For a delta that does not fit its base or gives another size than it says.
  static func apply(_ delta: [UInt8], to base: [UInt8], limit: Int) throws(GitError) -> [UInt8] {
    var position = 0
    guard let baseSize = size(in: delta, at: &position), let size = size(in: delta, at: &position),
      baseSize == base.count
    else { throw .malformed("a delta") }
    guard size <= limit else { throw .tooLarge(what: "an object", bytes: size, limit: limit) }
    var result: [UInt8] = []
    result.reserveCapacity(size)
    while position < delta.count {
      let instruction = delta[position]
      position += 1
      if instruction & 0x80 != 0 {
        guard let part = copied(instruction, in: delta, at: &position), part.upperBound <= base.count,
          result.count + part.count <= size
        else { throw .malformed("a delta") }
        result += base[part]
      } else {
        let count = Int(instruction)
        guard count > 0, position + count <= delta.count, result.count + count <= size else {
          throw .malformed("a delta")
        }
        result += delta[position..<(position + count)]
        position += count
      }
    }
    guard result.count == size else { throw .malformed("a delta") }
    return result
  }

  /// Four bits say which bytes of the offset follow, three which of the length.
  private static func copied(_ instruction: UInt8, in delta: [UInt8], at position: inout Int) -> Range<Int>? {
    var offset = 0
    var length = 0
    for bit in 0..<7 where instruction & (1 << UInt8(bit)) != 0 {
      guard position < delta.count else { return nil }
      let byte = Int(delta[position])
      position += 1
      if bit < 4 { offset |= byte << (8 * bit) } else { length |= byte << (8 * (bit - 4)) }
    }
    if length == 0 { length = 0x10000 }
    return offset..<(offset + length)
  }

  /// Seven bits a byte, the lowest first.
  private static func size(in delta: [UInt8], at position: inout Int) -> Int? {
    var result = 0
    for shift in stride(from: 0, to: 49, by: 7) {
      guard position < delta.count else { return nil }
      let byte = delta[position]
      position += 1
      result |= Int(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return result }
    }
    return nil
  }
}
