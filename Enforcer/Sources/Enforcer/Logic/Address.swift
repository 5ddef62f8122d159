/// An address of the network in the form of IPv6; IPv4 as `::ffff:a.b.c.d`.
struct Address {
  /// The sixteen bytes as two numbers in the order of the network.
  let high: UInt64
  let low: UInt64

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  init(ipv6 bytes: UnsafePointer<UInt8>) {
    let raw = UnsafeRawPointer(bytes)
    high = UInt64(bigEndian: raw.loadUnaligned(as: UInt64.self))
    low = UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
  }

  init(ipv4 bytes: UnsafePointer<UInt8>) {
    high = 0
    low = 0xffff_0000_0000 | UInt64(UInt32(bigEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt32.self)))
  }

  /// In the order of the network.
  var bytes: InlineArray<16, UInt8> {
    var bytes = InlineArray<16, UInt8>(repeating: 0)
    for index in 0..<16 {
      let word = index < 8 ? high : low
      bytes[unchecked: index] = UInt8(truncatingIfNeeded: word >> UInt64(56 &- 8 &* (index & 7)))
    }
    return bytes
  }

  static func == (left: Address, right: Address) -> Bool { left.high == right.high && left.low == right.low }

  var isIPv4: Bool { high == 0 && low >> 32 == 0xffff }
  private var ipv4: UInt64 { low & 0xffff_ffff }

  /// This machine itself, 127/8 and `::1`, and no address at all, which means the same to connect(2).
  var isLoopback: Bool { isIPv4 ? ipv4 >> 24 == 127 || ipv4 == 0 : high == 0 && low <= 1 }

  /// 169.254/16, where the platform keeps its services.
  var isLinkLocal: Bool { isIPv4 && ipv4 >> 16 == 0xa9fe }

  /// Whether the first `length` bits are those of `network`.
  func isWithin(_ network: Address, prefixLength length: Int) -> Bool {
    if length <= 0 { return true }
    if length <= 64 { return (high ^ network.high) >> UInt64(64 &- length) == 0 }
    guard high == network.high else { return false }
    return length >= 128 ? low == network.low : (low ^ network.low) >> UInt64(128 &- length) == 0
  }

  /// Longest text, in bytes.
  static let textLimit = 40

  /// Appends dotted or colon-separated groups, without shortening zeros.
  func append(to output: inout ByteWriter) {
    if isIPv4 {
      for index in 0..<4 {
        if index > 0 { output.append(UInt8(ascii: ".")) }
        output.append(decimal: ipv4 >> UInt64(24 &- 8 &* index) & 255)
      }
      return
    }
    for index in 0..<8 {
      let word = index < 4 ? high : low
      let group = word >> UInt64(48 &- 16 &* (index & 3))
      output.append(hexadecimal: UInt8(truncatingIfNeeded: group >> 8))
      output.append(hexadecimal: UInt8(truncatingIfNeeded: group))
      if index < 7 { output.append(UInt8(ascii: ":")) }
    }
  }
}

extension Address {
  /// Reads `a.b.c.d`, with spaces before it; nil for everything else.
  init?(dotted text: Text) {
    var value: UInt64 = 0
    var part: UInt64 = 0
    var digits = 0
    var dots = 0
    for index in 0..<text.count {
      let byte = text.start[index]
      if byte.isSpace, digits == 0, dots == 0 { continue }
      if byte == UInt8(ascii: "."), digits > 0, dots < 3 {
        value = value << 8 | part
        dots &+= 1
        part = 0
        digits = 0
      } else if byte >= 48, byte <= 57, digits < 3 {
        part = part &* 10 &+ UInt64(byte &- 48)
        digits &+= 1
      } else {
        break
      }
      guard part < 256 else { return nil }
    }
    guard dots == 3, digits > 0 else { return nil }
    self.init(high: 0, low: 0xffff_0000_0000 | value << 8 | part)
  }
}

/// Whether a text is an address rather than a name, in any of the forms that getaddrinfo(3) accepts.
///
/// Names have no colon, and the last label of none of them begins with a digit. What has both a colon and a last
/// label of letters is treated as a name: the C library would ask for it.
func isNumericHost(_ text: Text) -> Bool {
  let label = text.lastIndex(of: UInt8(ascii: ".")).map { $0 &+ 1 } ?? 0
  let first = text[label]
  return first >= 48 && first <= 57 || label == 0 && text.index(of: UInt8(ascii: ":")) != nil
}
