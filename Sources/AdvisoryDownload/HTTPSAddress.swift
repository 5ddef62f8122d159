/// Addresses that may be fetched.
package enum HTTPSAddress {
  /// - Returns: Whether it is https with a host, without user and password and without anything unprintable.
  package static func isAcceptable(_ address: String) -> Bool {
    let scheme = "https://"
    guard address.utf8.count <= 2048, address.lowercased().hasPrefix(scheme) else { return false }
    guard address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return false }
    let authority = address.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
    return !authority.isEmpty && !authority.contains("@") && !authority.hasPrefix(":")
      && !authority.contains("\\")
  }

  /// A folder's address and a path below it; names are encoded where an address needs it.
  package static func join(_ base: String, _ names: [String]) -> String {
    var result = base
    while result.hasSuffix("/") { result.removeLast() }
    for name in names { result += "/" + encoded(name) }
    return result
  }

  private static func encoded(_ name: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return name.utf8.reduce(into: "") { result, byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        byte < 0x80 && (scalar.properties.isAlphabetic || "0123456789-._~".unicodeScalars.contains(scalar))
      result += isPlain ? String(scalar) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }
  }
}
