/// The arithmetic of `Fn::Cidr` for IPv4.
enum CIDRBlocks {
  /// The first `count` blocks with `bits` host bits inside a block.
  ///
  /// - Returns: `nil` if the block is no IPv4 block or has no room for them.
  static func split(_ block: String, count: Int, bits: Int) -> [String]? {
    let halves = block.split(separator: "/", omittingEmptySubsequences: false)
    guard halves.count == 2, let prefix = Int(halves[1]), (0...32).contains(prefix),
      let address = address(halves[0]), (1...256).contains(count), (0...32).contains(bits),
      bits + prefix <= 32, (UInt64(count) << UInt64(bits)) <= (UInt64(1) << UInt64(32 - prefix))
    else { return nil }
    let base = (UInt64(address) >> UInt64(32 - prefix)) << UInt64(32 - prefix)
    return (0..<count).map { text(base + (UInt64($0) << UInt64(bits))) + "/\(32 - bits)" }
  }

  private static func address(_ text: Substring) -> UInt32? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    guard parts.count == 4 else { return nil }
    var address: UInt32 = 0
    for part in parts {
      guard let part else { return nil }
      address = address << 8 | UInt32(part)
    }
    return address
  }

  private static func text(_ address: UInt64) -> String {
    [24, 16, 8, 0].map { String((address >> UInt64($0)) & 0xFF) }.joined(separator: ".")
  }
}
