internal import Documents

/// Where and how entries and elements are added to a collection.
struct Insertion {
  let bytes: [UInt8]
  let style: WritingStyle
  /// See ``TemplateDocument/marked``.
  let marked: Set<String>

  init(_ document: TemplateDocument) {
    bytes = document.bytes
    style = document.style
    marked = document.marked
  }

  private var values: ValueText { ValueText(style: style, marked: marked) }

  /// A line break and entries, behind an empty line where `spaced`.
  func edit(adding entries: [(key: String, value: Node)], toBlock mapping: SyntaxNode, spaced: Bool)
    -> TextEdit?
  {
    guard let first = mapping.entries.first?.key.range.lowerBound else { return nil }
    return block(after: mapping, values.block(entries, column: bytes.column(of: first)), spaced: spaced)
  }

  /// - Returns: `nil` for a collection that cannot be added to, such as a block mapping without entries.
  func edit(adding entries: [(key: String, value: Node)], to mapping: SyntaxNode) -> TextEdit? {
    if mapping.isFlow {
      return flow(into: mapping, last: mapping.entries.map(\.range)) { separator, indentation in
        values.flow(entries, separator: separator, indentation: indentation)
      }
    }
    return edit(adding: entries, toBlock: mapping, spaced: false)
  }

  func edit(adding elements: [Node], to sequence: SyntaxNode) -> TextEdit? {
    if sequence.isFlow {
      return flow(into: sequence, last: sequence.elements.map(\.range)) { separator, indentation in
        values.flow(elements, separator: separator, indentation: indentation)
      }
    }
    guard let first = sequence.firstContent, bytes.startsLine(first) else { return nil }
    return block(after: sequence, values.block(elements, column: bytes.column(of: first)), spaced: false)
  }

  private func block(after node: SyntaxNode, _ text: String, spaced: Bool) -> TextEdit {
    let end = Self.blockEnd(of: node, in: bytes)
    return TextEdit(end..<end, style.newline + (spaced ? style.newline : []) + Array(text.utf8))
  }

  /// The end of the last line that belongs to a block collection or one of its values, before the line's break.
  ///
  /// Text that begins with a break goes in there; so a file without a final newline needs no case of its own.
  static func blockEnd(of node: SyntaxNode, in bytes: [UInt8]) -> Int {
    let leaf = node.lastLeaf
    guard leaf.scalar?.style == .block, leaf.range.upperBound > leaf.range.lowerBound else {
      return bytes.lineEnd(at: node.range.upperBound)
    }
    // A block scalar ends where the next line begins; empty lines behind it belong to it only after `|+`.
    let header = bytes[leaf.range.lowerBound..<bytes.lineEnd(at: leaf.range.lowerBound)]
    let indicator =
      header.lastIndex { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ">") } ?? header.startIndex
    let keepsEmptyLines = header[indicator...].prefix(3).contains(UInt8(ascii: "+"))
    var end = leaf.range.upperBound
    if bytes.lineStart(at: end) == end || end < bytes.count { end = bytes.previousLineEnd(at: end) ?? end }
    while !keepsEmptyLines, bytes.isEmptyLine(at: end), let previous = bytes.previousLineEnd(at: end),
      previous > leaf.range.lowerBound
    {
      end = previous
    }
    return end
  }

  // MARK: Flow style

  private func flow(
    into collection: SyntaxNode, last ranges: [Range<Int>],
    text: (_ separator: String, _ indentation: ValueText.Indentation?) -> String
  ) -> TextEdit? {
    guard let open = Self.bracket(of: collection, in: bytes) else { return nil }
    guard let last = ranges.last else {
      // Spaces tell later that the brackets were there before: see `Removal`.
      let isTight = open + 2 == collection.range.upperBound
      let text = text(style.separator == ":" ? "" : " ", nil)
      return TextEdit(open + 1..<open + 1, Array((isTight ? " " + text + " " : text).utf8))
    }
    let before = ranges.count > 1 ? ranges[ranges.count - 2].upperBound : open
    var space = bytes[before..<last.lowerBound].drop { $0 != UInt8(ascii: ",") }.dropFirst()
    if ranges.count == 1 { space = bytes[open + 1..<last.lowerBound] }
    // A comment, or an earlier entry of the same key, is nothing to repeat.
    if !space.allSatisfy(\.isJSONSpace) {
      space = (style.newline + bytes.indentation(at: last.lowerBound))[...]
    }
    guard space.contains(UInt8(ascii: "\n")) else {
      let separator =
        style.separator == ":" && ranges.count == 1 ? "" : ranges.count == 1 ? " " : Self.text(space)
      return TextEdit(
        last.upperBound..<last.upperBound, Array(("," + separator + text(separator, nil)).utf8))
    }
    // Blank lines between entries are not repeated.
    let own = Self.text(bytes.indentation(at: last.lowerBound))
    let outer = Self.text(bytes.indentation(at: open))
    let unit = own.hasPrefix(outer) && own.count > outer.count ? String(own.dropFirst(outer.count)) : "  "
    let separator = Self.text(style.newline[...]) + own
    let inner = ValueText.Indentation(text: own, unit: unit)
    return TextEdit(
      last.upperBound..<last.upperBound, Array(("," + separator + text(separator, inner)).utf8))
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  /// Where a flow collection's opening bracket is, behind tag and anchor.
  static func bracket(of collection: SyntaxNode, in bytes: [UInt8]) -> Int? {
    let sign = collection.isSequence ? UInt8(ascii: "[") : UInt8(ascii: "{")
    return bytes[collection.range].firstIndex(of: sign)
  }
}
