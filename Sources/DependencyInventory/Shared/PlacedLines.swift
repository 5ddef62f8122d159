internal import FindingModel

/// The lines of a text file, without the space around them.
struct PlacedLines: Sequence {
  struct Line {
    let text: String
    /// From 1.
    let number: Int
    let location: SourceLocation
  }

  private let lines: [ArraySlice<UInt8>]
  private let path: String

  init(_ source: ListSource) {
    self.init(source.bytes, path: source.path)
  }

  init(_ bytes: [UInt8], path: String) {
    lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    self.path = path
  }

  func makeIterator() -> some IteratorProtocol<Line> {
    lines.enumerated().lazy.map { index, bytes in
      let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
      let end = bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
      let text = String(decoding: bytes[start..<end], as: UTF8.self)
      let column = start - bytes.startIndex + 1
      return Line(
        text: text, number: index + 1,
        location: SourceLocation(
          path: path, line: index + 1, column: column, endColumn: column + text.count))
    }.makeIterator()
  }
}
