package import FindingModel

/// Finds secrets in bytes: one pass, whatever the number of detectors.
///
/// Cost is linear in the number of bytes. Matches do not overlap and are sorted by their place.
package enum SecretScanner {
  /// Secrets of one text; whoever writes down this many has one problem, not many.
  package static let matchLimit = 10_000

  private static let table = AnchorTable(Detectors.all)

  package static func secrets(
    in bytes: UnsafeBufferPointer<UInt8>, context: SecretContext = SecretContext(.unknown)
  ) -> [SecretMatch] {
    let table = table
    let view = ByteView(bytes)
    var found: [RankedMatch] = []
    var position = 0
    while found.count < matchLimit, let next = table.filter.next(in: bytes, from: position) {
      table.forEachAnchor(in: view, at: next.position, slot: next.slot) { detector, start in
        if let match = detector.match(in: view, at: start, context: context) { found.append(match) }
      }
      position = next.position + 1
    }
    return found.withoutOverlaps
  }

  package static func secrets(
    in bytes: [UInt8], context: SecretContext = SecretContext(.unknown)
  ) -> [SecretMatch] {
    bytes.withUnsafeBufferPointer { secrets(in: $0, context: context) }
  }

  /// The secrets of a value by itself, each once.
  ///
  /// - Parameter today: The day of the scan; without one nothing is known to have expired.
  package static func secrets(in text: String, today: CalendarDate? = nil) -> [DetectedSecret] {
    guard text.utf8.count >= 12 else { return [] }
    var seen: Set<DetectedSecret> = []
    return secrets(in: Array(text.utf8), context: SecretContext(.value, today: today)).map(\.secret)
      .filter { seen.insert($0).inserted }
  }
}

extension [RankedMatch] {
  /// Of overlapping matches the one that says most: by rank, then by length, then the first.
  fileprivate var withoutOverlaps: [SecretMatch] {
    var kept: [RankedMatch] = []
    for match in sorted(by: { ($0.match.range.lowerBound, $1.rank) < ($1.match.range.lowerBound, $0.rank) }) {
      guard let last = kept.last, last.match.range.overlaps(match.match.range) else {
        kept.append(match)
        continue
      }
      let isBetter =
        (match.rank, match.match.range.count) > (last.rank, last.match.range.count)
      if isBetter { kept[kept.count - 1] = match }
    }
    return kept.map(\.match)
  }
}
