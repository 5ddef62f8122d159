/// Bytes of a file that give way to others; an empty range is an insertion.
struct TextEdit: Hashable {
  let range: Range<Int>
  let text: [UInt8]

  init(_ range: Range<Int>, _ text: [UInt8] = []) {
    self.range = range
    self.text = text
  }

  /// Applies edits whose ranges do not overlap; insertions at one place keep their order.
  ///
  /// - Returns: `nil` if ranges overlap.
  static func apply(_ edits: [TextEdit], to bytes: [UInt8]) -> [UInt8]? {
    let ordered = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.text.count })
    var position = 0
    for (_, edit) in ordered {
      guard edit.range.lowerBound >= position, edit.range.upperBound <= bytes.count else { return nil }
      result += bytes[position..<edit.range.lowerBound]
      result += edit.text
      position = edit.range.upperBound
    }
    return result + bytes[position...]
  }
}
