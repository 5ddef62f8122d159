internal import Documents

/// The order in which SAM walks events and paths.
///
/// SAM began in Python 2.7, whose maps were ordered by hashes, and still keeps that order, so that ids and
/// digests of old stacks stay what they are. It shows where one entry's result depends on those before it.
enum SAMOrder {
  /// Positions of the keys in the order in which a map walks that they were put into one after another.
  static func positions(of keys: [String]) -> [Int] {
    var table = Table()
    for (index, key) in keys.enumerated() { table.insert(index, hash: hash(of: key)) }
    return table.positions
  }

  static func sorted(_ entries: [Entry]) -> [Entry] {
    positions(of: entries.map(\.key)).map { entries[$0] }
  }

  static func hash(of text: String) -> UInt64 {
    let units = Array(text.unicodeScalars)
    guard let first = units.first else { return 0 }
    var hash = UInt64(first.value) << 7
    for unit in units { hash = (hash &* 1_000_003) ^ UInt64(unit.value) }
    hash ^= UInt64(units.count)
    return hash == .max ? .max - 1 : hash
  }

  /// An open hash table that grows when it is two thirds full.
  private struct Table {
    private var slots: [(position: Int, hash: UInt64)?] = Array(repeating: nil, count: 8)
    private var used = 0

    var positions: [Int] { slots.compactMap { $0?.position } }

    mutating func insert(_ position: Int, hash: UInt64) {
      place(position, hash)
      used += 1
      if used * 3 >= slots.count * 2 { grow() }
    }

    private mutating func place(_ position: Int, _ hash: UInt64) {
      let mask = UInt64(slots.count - 1)
      var probe = hash
      var disturbance = hash
      while slots[Int(probe & mask)] != nil {
        probe = probe &* 5 &+ disturbance &+ 1
        disturbance >>= 5
      }
      slots[Int(probe & mask)] = (position, hash)
    }

    private mutating func grow() {
      let known = slots.compactMap { $0 }
      let wanted = used * (used > 50_000 ? 2 : 4)
      var size = 8
      while size <= wanted { size *= 2 }
      slots = Array(repeating: nil, count: size)
      for entry in known { place(entry.position, entry.hash) }
    }
  }
}
