import CEnforcerSystem

extension Address {
  /// Reads the address and port of a `sockaddr` of the internet; nil for other families.
  @inline(never)
  init?(_ bytes: UnsafePointer<UInt8>?, length: Int, port: inout UInt16) {
    guard let bytes, length >= 16 else { return nil }
    let raw = UnsafeRawPointer(bytes)
    let family = raw.loadUnaligned(as: UInt16.self)
    port = UInt16(bigEndian: raw.loadUnaligned(fromByteOffset: 2, as: UInt16.self))
    if family == family_ipv4 {
      self.init(ipv4: bytes + 4)
    } else if family == family_ipv6, length >= 24 {
      self.init(ipv6: bytes + 8)
    } else {
      return nil
    }
  }
}
