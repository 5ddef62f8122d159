/// A hash that is the same on every machine and in every run, for fingerprints.
///
/// Not for secrets: an attacker who wants two findings to share a fingerprint can only hide his own.
package enum StableHash {
  /// 32 hexadecimal digits; the fields are separated, so `["ab", "c"]` and `["a", "bc"]` differ.
  package static func hexadecimal(of fields: [String]) -> String {
    // FNV-1a over 64 bits, twice with different offsets: enough for millions of findings.
    var low: UInt64 = 0xcbf2_9ce4_8422_2325
    var high: UInt64 = 0x9ae1_6a3b_2f90_404f
    func absorb(_ byte: UInt8) {
      low = (low ^ UInt64(byte)) &* 0x100_0000_01b3
      high = (high ^ UInt64(byte)) &* 0x100_0000_01b3
      high ^= high >> 29
    }
    for field in fields {
      for byte in field.utf8 { absorb(byte) }
      // No byte of UTF-8 is this one, so no field can hold its own end.
      absorb(0xFF)
    }
    return hexadecimal(low) + hexadecimal(high)
  }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
