extension JavaScriptLowering {
  /// The value of `1_000`, `0xFF`, `1e3`, `10n`, `017`; integers beyond a double's precision are rounded.
  func number(_ node: NodeID) -> Double {
    let written = bytes[Int(tree[node].start)..<Int(tree[node].end)]
    if written.count <= 9, written.first != UInt8(ascii: "0"), written.allSatisfy(Self.isDigit) {
      return Double(written.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
    }
    var digits = written.prefix(512).filter { $0 != UInt8(ascii: "_") }.map { $0 | 0x20 }
    switch digits.prefix(2) {
    case [UInt8(ascii: "0"), UInt8(ascii: "x")]: return Self.integer(digits.dropFirst(2), 16)
    case [UInt8(ascii: "0"), UInt8(ascii: "o")]: return Self.integer(digits.dropFirst(2), 8)
    case [UInt8(ascii: "0"), UInt8(ascii: "b")]: return Self.integer(digits.dropFirst(2), 2)
    default: break
    }
    if digits.last == UInt8(ascii: "n") { digits.removeLast() }
    let isOctal = digits.count > 1 && digits.first == UInt8(ascii: "0")
    if isOctal, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0) }) {
      return Self.integer(digits.dropFirst(), 8)
    }
    return Double(String(decoding: digits, as: UTF8.self)) ?? 0
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func integer(_ digits: ArraySlice<UInt8>, _ radix: UInt32) -> Double {
    digits.reduce(0) { value, byte in
      guard let digit = EscapedCharacter.digit(byte), digit < radix else { return value }
      return value * Double(radix) + Double(digit)
    }
  }
}
