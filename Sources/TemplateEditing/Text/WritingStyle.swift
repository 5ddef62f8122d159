internal import Documents

/// How the author of a document writes, so that what is added looks like the rest.
struct WritingStyle {
  let isJSON: Bool
  let newline: [UInt8]
  /// Columns by which the dashes of a list stand right of its key.
  let dashOffset: Int
  /// Columns from a key to the keys of its value, where nothing nearer tells.
  let step: Int
  /// What stands between a key and its value in JSON.
  let separator: String

  init(of root: SyntaxNode, isJSON: Bool, in bytes: [UInt8]) {
    self.isJSON = isJSON
    let end = bytes.lineEnd(at: 0)
    newline = end < bytes.count && bytes[end] == UInt8(ascii: "\r") ? Array("\r\n".utf8) : Array("\n".utf8)
    var dashes: [Int: Int] = [:]
    var steps: [Int: Int] = [:]
    var pending = [root]
    while let node = pending.popLast() {
      pending += node.elements
      for entry in node.entries {
        pending.append(entry.value)
        guard !node.isFlow, !entry.value.isFlow, !entry.value.entries.isEmpty || !entry.value.elements.isEmpty
        else { continue }
        guard let first = entry.value.firstContent, bytes.startsLine(first) else { continue }
        let offset = bytes.column(of: first) - bytes.column(of: entry.key.range.lowerBound)
        if entry.value.isSequence { dashes[offset, default: 0] += 1 } else { steps[offset, default: 0] += 1 }
      }
    }
    let step = Self.mostFrequent(steps.filter { $0.key > 0 }) ?? 2
    self.step = step
    dashOffset = Self.mostFrequent(dashes.filter { $0.key >= 0 }) ?? step
    let key = root.entries.first
    let between = key.map { bytes[$0.key.range.upperBound..<$0.value.range.lowerBound] } ?? []
    separator = isJSON && between.last == UInt8(ascii: ":") ? ":" : ": "
  }

  /// The smaller of equally frequent ones, so that the same text is always read the same way.
  private static func mostFrequent(_ counts: [Int: Int]) -> Int? {
    counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
  }
}

extension SyntaxNode {
  /// Where a block collection's first key or dash stands, behind tag and anchor.
  var firstContent: Int? {
    if isFlow { return nil }
    if let entry = entries.first { return entry.key.range.lowerBound }
    // The dash is not part of the element; tags and anchors of the whole stand on the line before.
    guard tag == nil, anchor == nil, !elements.isEmpty else { return nil }
    return range.lowerBound
  }

  /// The last value inside, however deep; itself if there is none.
  var lastLeaf: SyntaxNode {
    var node = self
    while !node.isFlow, let next = node.elements.last ?? node.entries.last?.value { node = next }
    return node
  }
}
