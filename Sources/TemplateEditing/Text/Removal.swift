internal import Documents

/// Takes out of a collection what ``Insertion`` puts in, to the byte.
struct Removal {
  let bytes: [UInt8]

  /// Edits that take out entries or elements by their positions, while others stay.
  ///
  /// - Returns: `nil` where one shares its line with something else.
  func edits(removing positions: [Int], from collection: SyntaxNode) -> [TextEdit]? {
    let ranges = collection.isSequence ? collection.elements.map(\.range) : collection.entries.map(\.range)
    guard collection.isFlow else {
      var edits: [TextEdit] = []
      for position in positions {
        guard let lines = lines(of: position, in: collection) else { return nil }
        edits += removing(lines)
      }
      return edits
    }
    let gone = Set(positions)
    guard ranges.indices.contains(where: { !gone.contains($0) }) else { return emptying(collection, ranges) }
    return Self.runs(gone).map { run in
      guard run.lowerBound > 0 else {
        return TextEdit(ranges[0].lowerBound..<ranges[run.upperBound + 1].lowerBound)
      }
      return TextEdit(ranges[run.lowerBound - 1].upperBound..<ranges[run.upperBound].upperBound)
    }
  }

  /// Whether brackets with nothing left inside were there before anything was added: the white space that
  /// ``Insertion`` leaves behind the last of what it puts into empty ones says it.
  func wasEmptyBefore(_ collection: SyntaxNode) -> Bool {
    guard let (before, after) = margins(of: collection) else { return false }
    return !after.isEmpty
      && (before.isEmpty || before.elementsEqual(" ".utf8) && after.elementsEqual(" ".utf8))
  }

  private func margins(of collection: SyntaxNode) -> (before: ArraySlice<UInt8>, after: ArraySlice<UInt8>)? {
    let ranges = collection.isSequence ? collection.elements.map(\.range) : collection.entries.map(\.range)
    guard collection.isFlow, let open = Insertion.bracket(of: collection, in: bytes),
      let first = ranges.first,
      let last = ranges.last
    else { return nil }
    return (bytes[open + 1..<first.lowerBound], bytes[last.upperBound..<collection.range.upperBound - 1])
  }

  private func emptying(_ collection: SyntaxNode, _ ranges: [Range<Int>]) -> [TextEdit]? {
    guard let (before, after) = margins(of: collection), let first = ranges.first, let last = ranges.last
    else {
      return nil
    }
    let isTight = before.elementsEqual(" ".utf8) && after.elementsEqual(" ".utf8)
    return [
      TextEdit(
        isTight
          ? before.startIndex..<after.endIndex : first.lowerBound..<last.upperBound)
    ]
  }

  // MARK: Block style

  /// From the start of the first line to the end of the last; `nil` if something else stands in them.
  private func lines(of position: Int, in collection: SyntaxNode) -> Range<Int>? {
    let start: Int
    let value: SyntaxNode
    if collection.isSequence {
      value = collection.elements[position]
      guard let dash = dash(before: value, after: position > 0 ? collection.elements[position - 1] : nil)
      else { return nil }
      start = dash
    } else {
      let entry = collection.entries[position]
      start = entry.key.range.lowerBound
      value = entry.value
    }
    guard bytes.startsLine(start) else { return nil }
    return bytes.lineStart(
      at: start)..<max(Insertion.blockEnd(of: value, in: bytes), bytes.lineEnd(at: start))
  }

  /// The dash is the last one between the previous element and this one that starts its line.
  private func dash(before element: SyntaxNode, after previous: SyntaxNode?) -> Int? {
    let line = bytes.lineStart(at: element.range.lowerBound)
    guard let dash = bytes[line..<element.range.lowerBound].firstIndex(of: UInt8(ascii: "-")),
      previous.map({ $0.range.upperBound <= dash }) ?? true
    else { return nil }
    return dash
  }

  /// With the break before them; comments that somebody wrote between stay.
  private func removing(_ lines: Range<Int>) -> [TextEdit] {
    guard let start = bytes.previousLineEnd(at: lines.lowerBound) else {
      let end = lines.upperBound
      let isWindows = end + 1 < bytes.count && bytes[end] == UInt8(ascii: "\r")
      return [TextEdit(lines.lowerBound..<min(bytes.count, end + (isWindows ? 2 : 1)))]
    }
    var edits: [TextEdit] = []
    var from = start
    var line = lines.lowerBound
    while line < lines.upperBound {
      let end = bytes.lineEnd(at: line)
      if bytes.isCommentLine(at: line) {
        let before = bytes.previousLineEnd(at: line) ?? line
        if before > from { edits.append(TextEdit(from..<before)) }
        from = end
      }
      guard let next = bytes[end...].firstIndex(of: UInt8(ascii: "\n")) else { break }
      line = next + 1
    }
    if lines.upperBound > from { edits.append(TextEdit(from..<lines.upperBound)) }
    return edits
  }

  private static func runs(_ positions: Set<Int>) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for position in positions.sorted() {
      if let last = runs.last, last.upperBound + 1 == position {
        runs[runs.count - 1] = last.lowerBound...position
      } else {
        runs.append(position...position)
      }
    }
    return runs
  }
}
