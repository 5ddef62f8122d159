/// JSON as settings of compilers and lockfiles of Bun are written: with comments, and commas after the last element.
package enum CommentedJSON {
  /// The same values on the same lines, without what JSON itself does not have.
  package static func plain(_ bytes: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch byte {
      case UInt8(ascii: "\""):
        let end = endOfText(bytes, from: index)
        plain += bytes[index..<end]
        index = end
      case UInt8(ascii: "/") where next == UInt8(ascii: "/"):
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
      case UInt8(ascii: "/") where next == UInt8(ascii: "*"):
        index += 2
        while index < bytes.count, bytes[index - 1] != UInt8(ascii: "*") || bytes[index] != UInt8(ascii: "/")
        {
          if bytes[index] == UInt8(ascii: "\n") { plain.append(bytes[index]) }
          index += 1
        }
        index += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        dropComma(&plain)
        plain.append(byte)
        index += 1
      default:
        plain.append(byte)
        index += 1
      }
    }
    return plain
  }

  private static func endOfText(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start + 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index + 1, bytes.count)
  }

  private static func dropComma(_ bytes: inout [UInt8]) {
    var end = bytes.count
    while end > 0, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[end - 1]) { end -= 1 }
    if end > 0, bytes[end - 1] == UInt8(ascii: ",") { bytes[end - 1] = 0x20 }
  }
}
