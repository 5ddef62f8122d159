import CEnforcerSystem

/// The servers that this machine asks for names, read once from `resolv.conf` when somebody asks on port 53.
///
/// Only IPv4: the platform gives its functions no others.
enum NameServers {
  private static let limit = 3
  nonisolated(unsafe) private static var wasRead = false
  nonisolated(unsafe) private static var servers = InlineArray<3, UInt64>(repeating: 0)

  @inline(never)
  static func contains(_ address: Address) -> Bool {
    if !wasRead { read() }
    for index in 0..<limit where address.isIPv4 && servers[unchecked: index] == address.low { return true }
    return false
  }

  private static func read() {
    var buffer = InlineArray<1024, UInt8>(repeating: 0)
    withBytes(of: &buffer) { bytes in
      let file = open("/etc/resolv.conf", flags: 0)
      guard file >= 0 else { return }
      let length = systemCall(number_read, file, address(bytes), 1024)
      close(file)
      var rest = Text(start: bytes, count: max(0, length))
      var count = 0
      while !rest.isEmpty, count < limit {
        let end = rest.index(of: UInt8(ascii: "\n")) ?? rest.count
        let line = rest.prefix(end)
        rest = rest.dropping(end &+ 1)
        guard line.hasPrefix(Text("nameserver")), let server = Address(dotted: line.dropping(10)) else {
          continue
        }
        servers[unchecked: count] = server.low
        count &+= 1
      }
    }
    wasRead = true
  }
}
