/// Addresses that allowed names had, and the ports they may be asked on, in memory that processes share.
///
/// Open addressing; a full neighbourhood forgets its first entry, so a flood of names costs accuracy, not memory.
/// Nothing is locked: an entry read while it is replaced fits neither the old nor the new address, except for a mix
/// of two that were both allowed.
struct AddressTable {
  static let capacity = 96
  /// Two halves of the address, and the port plus one.
  static let wordCount = capacity * 3
  /// How far from its place an address may lie.
  private static let reach = 8

  let words: UnsafeMutablePointer<UInt64>

  private func entry(_ address: Address, _ step: Int) -> UnsafeMutablePointer<UInt64> {
    let mixed = (address.high ^ address.low) &* 0x9e37_79b9_7f4a_7c15
    let place = Int(truncatingIfNeeded: mixed >> 33) &+ step
    return words + 3 &* (place % AddressTable.capacity)
  }

  /// - Parameter port: Fits an entry for this port, or for every port.
  func contains(_ address: Address, port: UInt16) -> Bool {
    for step in 0..<AddressTable.reach {
      let entry = entry(address, step)
      if entry[0] == address.high, entry[1] == address.low, entry[2] == 1 || entry[2] == UInt64(port) &+ 1 {
        return true
      }
    }
    return false
  }

  /// - Parameter port: 0 for every port.
  func insert(_ address: Address, port: UInt16) {
    guard !contains(address, port: port) else { return }
    var chosen = entry(address, 0)
    for step in 0..<AddressTable.reach where entry(address, step)[2] == 0 {
      chosen = entry(address, step)
      break
    }
    chosen[0] = address.high
    chosen[1] = address.low
    chosen[2] = UInt64(port) &+ 1
  }
}
