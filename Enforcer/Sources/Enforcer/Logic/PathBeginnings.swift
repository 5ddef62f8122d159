/// How some paths begin, to tell at once that another path is none of them and nothing below them.
///
/// Compares eight bytes at a time, so that most files of a program cost less than looking at their names.
struct PathBeginnings {
  private static let capacity = 24

  /// Pairs of mask and value, 48 words.
  let storage: UnsafeMutablePointer<UInt64>
  private var count = 0

  init(storage: UnsafeMutablePointer<UInt64>) { self.storage = storage }

  /// - Parameter pattern: An absolute path, or a pattern of some.
  @inline(never)
  mutating func insert(_ pattern: Text) {
    guard count < PathBeginnings.capacity else {
      // Too many to tell apart: everything fits.
      storage[0] = 0
      storage[1] = 0
      return
    }
    var mask: UInt64 = 0
    var value: UInt64 = 0
    for index in 0..<min(8, pattern.count) {
      let byte = pattern.start[index]
      if byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") { break }
      mask |= 0xff << UInt64(8 &* index)
      value |= UInt64(byte) << UInt64(8 &* index)
    }
    storage[2 &* count] = mask
    storage[2 &* count &+ 1] = value
    count &+= 1
  }

  /// Whether a path may be one of them: it begins as one does, is relative, or contains `//` or `/.`.
  func fit(_ path: UnsafePointer<CChar>) -> Bool {
    guard path[0] == 0x2f else { return true }
    var length = 0
    while path[length] != 0 {
      if path[length] == 0x2f, path[length &+ 1] == 0x2f || path[length &+ 1] == 0x2e { return true }
      length &+= 1
    }
    var first: UInt64 = 0
    for index in 0..<min(8, length) {
      first |= UInt64(UInt8(bitPattern: path[index])) << UInt64(8 &* index)
    }
    for place in 0..<count where first & storage[2 &* place] == storage[2 &* place &+ 1] { return true }
    return false
  }
}
