internal import FindingModel

/// Lines and columns of offsets: one pass to build, O(log lines) per lookup.
struct LineIndex {
  /// Offset of the first byte of each line.
  private var starts = [0]

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    for index in bytes.indices where bytes[index] == 0x0A { starts.append(index + 1) }
  }

  func location(of range: Range<Int>, path: String) -> SourceLocation {
    let first = line(of: range.lowerBound)
    let last = line(of: max(range.lowerBound, range.upperBound - 1))
    return SourceLocation(
      path: path, line: first + 1, column: range.lowerBound - starts[first] + 1, endLine: last + 1,
      endColumn: range.upperBound - starts[last] + 1)
  }

  private func line(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
