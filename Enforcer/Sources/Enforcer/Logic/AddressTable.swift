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

  /// Calls `body` with the entries where an address may lie, until it is content with one.
  @inline(never)
  private func first(
    near address: Address, where isWanted: (UnsafeMutablePointer<UInt64>) -> Bool
  ) -> UnsafeMutablePointer<UInt64>? {
    let mixed = (address.high ^ address.low) &* 0x9e37_79b9_7f4a_7c15
    var place = Int(truncatingIfNeeded: mixed >> 33) % AddressTable.capacity
    var left = AddressTable.reach
    while left > 0 {
      let entry = words + 3 &* place
      if isWanted(entry) { return entry }
      place = place &+ 1 == AddressTable.capacity ? 0 : place &+ 1
      left &-= 1
    }
    return nil
  }

  /// - Parameter port: Fits an entry for this port, or for every port.
  func contains(_ address: Address, port: UInt16) -> Bool {
    first(near: address) { entry in
      entry[0] == address.high && entry[1] == address.low && (entry[2] == 1 || entry[2] == UInt64(port) &+ 1)
    } != nil
  }

  /// - Parameter port: 0 for every port.
  func insert(_ address: Address, port: UInt16) {
    guard !contains(address, port: port),
      let chosen = first(near: address, where: { $0[2] == 0 }) ?? first(near: address, where: { _ in true })
    else { return }
    chosen[0] = address.high
    chosen[1] = address.low
    chosen[2] = UInt64(port) &+ 1
  }
}
