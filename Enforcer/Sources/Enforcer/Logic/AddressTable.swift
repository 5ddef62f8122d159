/// Addresses that allowed names had, in memory of fixed size that processes share.
///
/// Open addressing; a full neighbourhood forgets its first entry, so a flood of names costs accuracy, not memory.
/// Each half of an entry is one word, and entries are only ever replaced whole or compared: a torn one matches
/// no address that was not learnt, except for a mix of two that were.
struct AddressTable {
  static let capacity = 128
  static let byteCount = capacity * 16
  /// How far from its place an address may lie.
  private static let reach = 8

  let entries: UnsafeMutablePointer<UInt64>

  private func place(_ address: Address) -> Int {
    var mixed = (address.high ^ address.low) &* 0x9e37_79b9_7f4a_7c15
    mixed ^= mixed >> 32
    return Int(truncatingIfNeeded: mixed) & (AddressTable.capacity &- 1)
  }

  func contains(_ address: Address) -> Bool {
    let first = place(address)
    for step in 0..<AddressTable.reach {
      let entry = entries + 2 &* ((first &+ step) & (AddressTable.capacity &- 1))
      if entry[0] == address.high, entry[1] == address.low { return true }
    }
    return false
  }

  func insert(_ address: Address) {
    guard !contains(address) else { return }
    let first = place(address)
    var chosen = first
    for step in 0..<AddressTable.reach {
      let index = (first &+ step) & (AddressTable.capacity &- 1)
      // The address of all zeros is loopback's equal and never stored.
      if entries[2 &* index] == 0, entries[2 &* index &+ 1] == 0 {
        chosen = index
        break
      }
    }
    entries[2 &* chosen] = address.high
    entries[2 &* chosen &+ 1] = address.low
  }
}
