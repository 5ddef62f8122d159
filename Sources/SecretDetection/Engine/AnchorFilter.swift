/// Finds the places of a text at which one of many short literals may stand.
///
/// Three bytes of each literal, in small letters, are hashed into a table of 65,536 bits that stays in the
/// first-level cache. A pass asks the table at each position: no position depends on the one before, so a
/// processor works on several at once, where an automaton in the manner of Aho and Corasick waits for each
/// transition. Programs pass at 500 MB/s and more, with everything that the detectors do at the anchors.
///
/// This is the only file that reads memory without looking at the bounds each time; the bounds are those of
/// `next(in:from:)`: eight bytes are read where at least eight are left, and the table has a bit for each
/// value of sixteen bits.
package struct AnchorFilter: Sendable {
  static let windowLength = 3

  private var bits = [UInt64](repeating: 0, count: 1 << 10)

  package init() {}

  package mutating func insert(_ slot: Int) {
    bits[slot >> 6] |= 1 << UInt64(slot & 63)
  }

  /// The bit of three bytes, of which the low one stands first.
  package static func slot(_ window: UInt32) -> Int {
    // Setting this bit makes letters small, and others no less different than is good enough for a filter.
    Int(((window & 0xFF_FFFF | 0x20_2020) &* 0x9E37_79B1) >> 16)
  }

  /// The first position from `start` on whose bit is set, with the bit.
  package func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (position: Int, slot: Int)? {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return nil }
    return bits.withUnsafeBufferPointer { table in
      var position = max(start, 0)
      let end = bytes.count
      while position &+ 8 <= end {
        let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: position, as: UInt64.self))
        let hits =
          Self.bit(word, table) | Self.bit(word >> 8, table) << 1 | Self.bit(word >> 16, table) << 2
          | Self.bit(word >> 24, table) << 3 | Self.bit(word >> 32, table) << 4
          | Self.bit(word >> 40, table) << 5
        if hits != 0 {
          let step = hits.trailingZeroBitCount
          return (position &+ step, Self.slot(UInt32(truncatingIfNeeded: word >> UInt64(8 &* step))))
        }
        position &+= 6
      }
      while position &+ 3 <= end {
        let window =
          UInt32(bytes[position]) | UInt32(bytes[position &+ 1]) << 8 | UInt32(bytes[position &+ 2]) << 16
        let slot = Self.slot(window)
        if table[slot >> 6] >> UInt64(slot & 63) & 1 != 0 { return (position, slot) }
        position &+= 1
      }
      return nil
    }
  }

  @inline(__always)
  private static func bit(_ word: UInt64, _ table: UnsafeBufferPointer<UInt64>) -> UInt64 {
    let slot = slot(UInt32(truncatingIfNeeded: word))
    return table[slot &>> 6] &>> UInt64(truncatingIfNeeded: slot & 63) & 1
  }
}
