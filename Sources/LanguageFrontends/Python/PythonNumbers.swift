extension PythonLowering {
  /// The value of `1_000`, `0xFF`, `1e3`, `2L`, `3j`; integers beyond a double's precision are rounded.
  func number(_ node: NodeID) -> Double {
    let written = bytes[Int(tree[node].start)..<Int(tree[node].end)]
    if written.count <= 9, written.allSatisfy(Self.isDigit) {
      // Python 2 wrote octal numbers with a leading zero; Python 3 allows only zeros there.
      if written.first == UInt8(ascii: "0") { return integer(written, 8) }
      return Double(written.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
    }
    var digits = written.prefix(512).filter { $0 != UInt8(ascii: "_") }.map { $0 | 0x20 }
    if digits.starts(with: Array("0x".utf8)) { return integer(digits.dropFirst(2), 16) }
    if digits.starts(with: Array("0o".utf8)) { return integer(digits.dropFirst(2), 8) }
    if digits.starts(with: Array("0b".utf8)) { return integer(digits.dropFirst(2), 2) }
    // `| 0x20` above leaves digits alone, but turns `.` into itself and `+`, `-` into themselves.
    if let last = digits.last, last == UInt8(ascii: "l") || last == UInt8(ascii: "j") { digits.removeLast() }
    return Double(String(decoding: digits, as: UTF8.self)) ?? 0
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private func integer(_ digits: ArraySlice<UInt8>, _ radix: Double) -> Double {
    digits.reduce(0) { value, byte in
      let digit = Self.isDigit(byte) ? byte - UInt8(ascii: "0") : byte &- UInt8(ascii: "a") &+ 10
      return Double(digit) < radix ? value * radix + Double(digit) : value
    }
  }
}
