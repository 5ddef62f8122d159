internal import FindingModel

extension TOMLReader {
  mutating func value(depth: Int) throws(DocumentError) -> Node {
    let start = cursor.mark
    switch cursor.peek {
    case UInt8(ascii: "\""):
      let text = cursor.take("\"\"\"") ? try multilineString(quote: UInt8(ascii: "\"")) : try basicString()
      return Node(.scalar(Scalar(text, kind: .string)), at: cursor.location(from: start, in: path))
    case UInt8(ascii: "'"):
      let text = cursor.take("'''") ? try multilineString(quote: UInt8(ascii: "'")) : try literalString()
      return Node(.scalar(Scalar(text, kind: .string)), at: cursor.location(from: start, in: path))
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "{"): return try inlineTable(depth: depth)
    case nil: throw malformed("the document ends where a value is expected")
    default: return try word()
    }
  }

  private mutating func array(depth: Int) throws(DocumentError) -> Node {
    let start = cursor.mark
    cursor.advance()
    var elements: [Node] = []
    try skipBlankLines()
    while cursor.peek != UInt8(ascii: "]") {
      try count(depth: depth + 1)
      elements.append(try value(depth: depth + 1))
      try skipBlankLines()
      guard cursor.take(UInt8(ascii: ",")) || cursor.peek == UInt8(ascii: "]") else {
        throw malformed("expected ',' or ']'")
      }
      try skipBlankLines()
    }
    cursor.advance()
    return Node(.sequence(elements), at: cursor.location(from: start, in: path))
  }

  private mutating func inlineTable(depth: Int) throws(DocumentError) -> Node {
    let start = cursor.mark
    cursor.advance()
    let table = tree.beginInline()
    cursor.skipSpace()
    if cursor.peek != UInt8(ascii: "}") {
      repeat {
        cursor.skipSpace()
        try pair(in: table, depth: depth)
        cursor.skipSpace()
      } while cursor.take(UInt8(ascii: ","))
    }
    guard cursor.take(UInt8(ascii: "}")) else { throw malformed("expected ',' or '}'") }
    return tree.endInline(table, at: cursor.location(from: start, in: path))
  }

  /// A boolean, a number or a date.
  private mutating func word() throws(DocumentError) -> Node {
    let start = cursor.mark
    var text = cursor.takeWhile { $0.isTOMLBareKey || "+.:".utf8.contains($0) }
    // A date and a time may have a space between them.
    if TOMLScalars.isDate(text), cursor.peek == 0x20, let next = cursor.byte(after: 1),
      (0x30...0x39).contains(next)
    {
      cursor.advance()
      text += " " + cursor.takeWhile { $0.isTOMLBareKey || "+.:".utf8.contains($0) }
    }
    let location = cursor.location(from: start, in: path)
    guard let scalar = TOMLScalars.resolve(text) else {
      throw .malformed(location, problem: "'\(text.prefix(40))' is no TOML value")
    }
    return Node(.scalar(scalar), at: location)
  }
}
