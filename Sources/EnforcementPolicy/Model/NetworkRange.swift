internal import Digests
internal import Glibc

/// Addresses that may be reached: a range, with a port or any.
package struct NetworkRange: Hashable, Sendable {
  /// 16 bytes; IPv4 as `::ffff:a.b.c.d`.
  package let address: [UInt8]
  /// Bits of the 128.
  package let prefixLength: UInt8
  package let port: UInt16?

  package init?(address: [UInt8], prefixLength: UInt8, port: UInt16?) {
    guard address.count == 16, prefixLength <= 128 else { return nil }
    self.address = address
    self.prefixLength = prefixLength
    self.port = port
  }

  /// - Parameter text: `10.0.0.0/8`, `10.0.0.5:5432`, `fd00::/8`, `[fd00::]/8:443`.
  /// - Throws: What is wrong, as the end of a sentence.
  package init(_ text: String) throws(PatternProblem) {
    let parts = try Self.parts(of: text)
    guard let address = Self.mapped(parts.address) else {
      throw PatternProblem("is no IP address or range, such as 10.0.0.0/8, 10.0.0.5:5432 or [fd00::]/8:443")
    }
    let isFour = Self.isFour(address) && !parts.address.utf8.contains(UInt8(ascii: ":"))
    let width = isFour ? 32 : 128
    var length = width
    if let prefix = parts.prefix {
      guard prefix.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let bits = Int(prefix), bits <= width
      else {
        throw PatternProblem("has the prefix length '\(prefix)'; it is a number from 0 to \(width)")
      }
      length = bits
    }
    let bits = UInt8(length + (128 - width))
    let masked = Self.masked(address, to: Int(bits))
    guard masked == address else {
      let start = Self.text(masked, isFour: isFour)
      throw PatternProblem("starts inside its range; the range is \(start)/\(length)")
    }
    self.address = address
    prefixLength = bits
    port = try parts.port.map { port throws(PatternProblem) in try Ports.port(port) }
  }

  private struct Parts {
    var address: Substring
    var prefix: Substring?
    var port: Substring?
  }

  private static func parts(of text: String) throws(PatternProblem) -> Parts {
    var rest = text[...]
    var parts = Parts(address: rest)
    if rest.first == "[" {
      guard let end = rest.firstIndex(of: "]") else { throw PatternProblem("has no ']' for its '['") }
      parts.address = rest[rest.index(after: rest.startIndex)..<end]
      rest = rest[rest.index(after: end)...]
    } else {
      // Without brackets, colons are part of an address of IPv6.
      let isSix = rest.count { $0 == ":" } > 1
      let end = rest.firstIndex { $0 == "/" || ($0 == ":" && !isSix) } ?? rest.endIndex
      parts.address = rest[..<end]
      rest = rest[end...]
    }
    if rest.first == "/" {
      let end = rest.firstIndex(of: ":") ?? rest.endIndex
      parts.prefix = rest[rest.index(after: rest.startIndex)..<end]
      rest = rest[end...]
    }
    if rest.first == ":" {
      parts.port = rest.dropFirst()
    } else if !rest.isEmpty {
      throw PatternProblem("goes on after the address with '\(rest.prefix(20))'")
    }
    return parts
  }

  static func isAddress(_ text: String) -> Bool { mapped(text[...]) != nil }

  /// Sixteen bytes of either kind of address.
  private static func mapped(_ text: Substring) -> [UInt8]? {
    guard text.utf8.count < 64, !text.utf8.contains(0) else { return nil }
    var four = in_addr()
    if inet_pton(AF_INET, String(text), &four) == 1 {
      return prefixOfFour + withUnsafeBytes(of: &four) { Array($0) }
    }
    var six = in6_addr()
    guard inet_pton(AF_INET6, String(text), &six) == 1 else { return nil }
    return withUnsafeBytes(of: &six) { Array($0) }
  }

  private static let prefixOfFour = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]

  private static func isFour(_ address: [UInt8]) -> Bool { address.starts(with: prefixOfFour) }

  private static func masked(_ address: [UInt8], to bits: Int) -> [UInt8] {
    address.enumerated().map { index, byte in
      let kept = min(8, max(0, bits - index * 8))
      return byte & UInt8(truncatingIfNeeded: 0xFF00 >> kept)
    }
  }

  private static func text(_ address: [UInt8], isFour: Bool) -> String {
    if isFour { return address[12...].map { String($0) }.joined(separator: ".") }
    var buffer = [CChar](repeating: 0, count: 64)
    guard inet_ntop(AF_INET6, address, &buffer, 64) != nil else { return address.hexadecimal }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  package func contains(_ address: [UInt8]) -> Bool {
    address.count == 16 && Self.masked(address, to: Int(prefixLength)) == self.address
  }
}

extension NetworkRange: CustomStringConvertible {
  /// As ``init(_:)`` reads it.
  package var description: String {
    let isFour = Self.isFour(address) && prefixLength >= 96
    let width = isFour ? 32 : 128
    let length = Int(prefixLength) - (128 - width)
    let host = Self.text(address, isFour: isFour)
    let prefix = length == width ? "" : "/\(length)"
    guard let port else { return host + prefix }
    return (isFour ? host : "[\(host)]") + prefix + ":\(port)"
  }
}
