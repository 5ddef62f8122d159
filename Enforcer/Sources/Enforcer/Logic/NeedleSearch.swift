/// Searches for any of some texts in bytes that pass by, mostly without looking at them.
///
/// Wu and Manber's way: where the last two bytes of a window stand in no text, the window moves on as a whole.
struct NeedleSearch {
  static let needleLimit = 16
  /// Shorter values would be found by accident.
  static let shortest = 8
  /// One byte for each hash of two bytes: how far the window may move.
  static let tableSize = 1024

  let needles: UnsafePointer<Text>
  let count: Int
  /// Length of the shortest needle: the window.
  let window: Int
  private let shifts: UnsafeMutablePointer<UInt8>

  /// - Parameters:
  ///   - needles: Each at least ``shortest`` long; they stay where they are.
  ///   - table: ``tableSize`` bytes that belong to the search from now on.
  init(needles: UnsafePointer<Text>, count: Int, table: UnsafeMutablePointer<UInt8>) {
    self.needles = needles
    self.count = count
    shifts = table
    var window = 128
    for index in 0..<count { window = min(window, needles[index].count) }
    self.window = window
    for index in 0..<NeedleSearch.tableSize { table[index] = UInt8(truncatingIfNeeded: window &- 1) }
    for index in 0..<count {
      for end in 2...window {
        let slot = NeedleSearch.hash(needles[index].start + (end &- 2))
        table[slot] = min(table[slot], UInt8(truncatingIfNeeded: window &- end))
      }
    }
  }

  private static func hash(_ pair: UnsafePointer<UInt8>) -> Int {
    (Int(pair[0]) &* 37 &+ Int(pair[1])) & (tableSize &- 1)
  }

  /// The index of the first needle found.
  @inline(never)
  func find(in text: Text) -> Int? {
    var end = window
    while end <= text.count {
      let shift = Int(shifts[NeedleSearch.hash(text.start + (end &- 2))])
      if shift > 0 {
        end &+= shift
        continue
      }
      let rest = text.dropping(end &- window)
      for index in 0..<count where rest.hasPrefix(needles[index]) { return index }
      end &+= 1
    }
    return nil
  }
}
