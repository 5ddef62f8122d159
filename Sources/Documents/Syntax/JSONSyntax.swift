internal import FindingModel

/// The syntax of JSON, which follows from its values and their places.
struct JSONSyntax {
  private let bytes: [UInt8]
  private let offsets: CharacterOffsets
  /// Number of the first character of each line.
  private let lineStarts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    offsets = CharacterOffsets(bytes)
    var starts = [0]
    var character = 0
    for byte in bytes.dropFirst(bytes.byteOrderMarkCount) where byte & 0xC0 != 0x80 {
      character += 1
      if byte == UInt8(ascii: "\n") { starts.append(character) }
    }
    lineStarts = starts
  }

  func tree(of node: Node) -> SyntaxNode {
    let range = range(of: node.location)
    switch node.content {
    case .scalar(let scalar):
      return SyntaxNode(
        .scalar(scalar, bytes[range.lowerBound] == UInt8(ascii: "\"") ? .doubleQuoted : .plain), range: range,
        isFlow: false)
    case .sequence(let elements):
      return SyntaxNode(.sequence(elements.map(tree)), range: range, isFlow: true)
    case .mapping(let entries):
      let written = entries.map { entry in
        let key = SyntaxNode(
          .scalar(Scalar(entry.key, kind: .string), .doubleQuoted), range: self.range(of: entry.keyLocation),
          isFlow: false)
        return SyntaxEntry(key: key, value: tree(of: entry.value))
      }
      // Of equal keys the last is left, in the place of the first: syntax goes by where things stand.
      let ordered = written.sorted { $0.key.range.lowerBound < $1.key.range.lowerBound }
      return SyntaxNode(.mapping(ordered), range: range, isFlow: true)
    }
  }

  private func range(of place: SourceLocation) -> Range<Int> {
    offset(
      line: Int(place.line), column: Int(place.column))..<offset(
        line: Int(place.endLine), column: Int(place.endColumn))
  }

  /// Columns count characters.
  private func offset(line: Int, column: Int) -> Int { offsets.offset(of: lineStarts[line - 1] + column - 1) }
}
