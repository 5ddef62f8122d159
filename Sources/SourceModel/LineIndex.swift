/// Maps byte offsets to lines and columns: one pass to build, O(log lines) and the line's prefix per lookup.
package struct LineIndex: Hashable, Sendable {
  /// Offset of the first byte of each line; starts with 0, strictly increasing.
  private let lineStarts: [Int32]

  package init(_ bytes: [UInt8]) {
    // Bytes, not Characters: "\r\n" is one Character, so a Windows file would have a single line.
    var starts: [Int32] = [0]
    bytes.withUnsafeBufferPointer { buffer in
      for index in buffer.indices where buffer[index] == UInt8(ascii: "\n") {
        starts.append(Int32(clamping: index + 1))
      }
    }
    lineStarts = starts
  }

  package var count: Int { lineStarts.count }

  /// Line and column from 1; a column counts characters, as an editor does.
  package func position(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    let offset = min(max(0, offset), bytes.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    let start = Int(lineStarts[low])
    // A single line of megabytes must not make each location cost megabytes: far out, bytes will do.
    let counted = min(offset, start + 4096)
    let characters = bytes[start..<counted].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    return (low + 1, characters + (offset - counted) + 1)
  }
}
