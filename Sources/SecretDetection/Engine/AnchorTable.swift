/// The anchors of all detectors behind one filter.
struct AnchorTable: Sendable {
  private struct Entry: Sendable {
    let anchor: Anchor
    /// Where in the anchor the three bytes of the filter stand.
    let offset: Int
    let detector: Int
  }

  let detectors: [any Detector]
  let filter: AnchorFilter
  private let entries: [Entry]
  /// First and last entry for each slot of the filter; an empty range where there is none.
  private let ranges: [Range<UInt16>]

  init(_ detectors: [any Detector]) {
    var bySlot: [Int: [Entry]] = [:]
    for (index, detector) in detectors.enumerated() {
      for anchor in detector.anchors {
        let (offset, slot) = Self.window(of: anchor)
        bySlot[slot, default: []].append(Entry(anchor: anchor, offset: offset, detector: index))
      }
    }
    var filter = AnchorFilter()
    var entries: [Entry] = []
    var ranges = [Range<UInt16>](repeating: 0..<0, count: 1 << 16)
    for (slot, found) in bySlot.sorted(by: { $0.key < $1.key }) {
      filter.insert(slot)
      ranges[slot] = UInt16(entries.count)..<UInt16(entries.count + found.count)
      entries += found
    }
    self.detectors = detectors
    self.filter = filter
    self.entries = entries
    self.ranges = ranges
  }

  /// Calls `body` for each detector whose anchor has its filtered bytes at a position, with the anchor's start.
  func forEachAnchor(
    in bytes: ByteView, at position: Int, slot: Int, _ body: (any Detector, Int) -> Void
  ) {
    for index in ranges[slot] {
      let entry = entries[Int(index)]
      let start = position - entry.offset
      let stands =
        entry.anchor.ignoresCase
        ? bytes.holdsFolded(entry.anchor.bytes, at: start) : bytes.holds(entry.anchor.bytes, at: start)
      if stands { body(detectors[entry.detector], start) }
    }
  }

  /// The rarest three bytes of an anchor.
  private static func window(of anchor: Anchor) -> (offset: Int, slot: Int) {
    let bytes = anchor.bytes
    let offsets = 0...max(0, bytes.count - AnchorFilter.windowLength)
    let offset = offsets.min { commonness(bytes[$0...]) < commonness(bytes[$1...]) } ?? 0
    let window = bytes[offset...].prefix(3).enumerated().reduce(UInt32(0)) {
      $0 | UInt32($1.element) << UInt32(8 * $1.offset)
    }
    return (offset, AnchorFilter.slot(window))
  }

  private static func commonness(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.prefix(3).reduce(1) { $0 * (weights[$1.lowercased] ?? 30) }
  }

  /// How often a byte stands in programs, roughly, per thousand.
  private static let weights: [UInt8: Int] = Dictionary(
    uniqueKeysWithValues: zip(
      "etaoinsrhdlucmfywgpbvkxqzj-_/:.=".utf8,
      [
        120, 90, 80, 75, 70, 70, 65, 60, 50, 40, 40, 28, 28, 25, 22, 20, 20, 20, 19, 15, 10, 8, 5, 2, 2, 2,
        40,
        25, 25, 20, 30, 20,
      ]))
}
