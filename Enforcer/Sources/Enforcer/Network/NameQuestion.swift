import CEnforcerSystem

/// A question about a name that a program asks itself, past the C library.
enum NameQuestion {
  /// - Parameter isNamed: Whether the address of the server was given with the question.
  /// - Returns: Whether it may be asked.
  @inline(never)
  static func allow(_ bytes: UnsafeRawPointer?, _ count: Int, _ descriptor: Int32, isNamed: Bool) -> Bool {
    // Whoever closed a descriptor past the hooks may have another one of its number by now.
    guard let bytes, count > 0, isNamed || leadsToNameServer(descriptor) else { return true }
    var packet = Text(start: bytes.assumingMemoryBound(to: UInt8.self), count: count)
    if socketOption(descriptor, socket_option_type) == socket_stream {
      // The length comes first, alone or together with the question.
      guard count > 2 else { return true }
      if Int(packet.start[0]) << 8 | Int(packet.start[1]) == count &- 2 { packet = packet.dropping(2) }
    }
    var buffer = InlineArray<256, UInt8>(repeating: 0)
    var isAllowed = false
    withBytes(of: &buffer) { buffer in
      let length = DomainNameMessage(packet)?.questionName(into: buffer)
      // What is no question about one name has no business on this port.
      isAllowed = Egress.allow(name: length.map { Text(start: buffer, count: $0) } ?? Text("?"))
    }
    return isAllowed
  }

  private static func leadsToNameServer(_ descriptor: Int32) -> Bool {
    var storage = InlineArray<28, UInt8>(repeating: 0)
    var length: UInt32 = 28
    var port: UInt16 = 0
    withBytes(of: &storage) { bytes in
      let result = withUnsafeMutablePointer(to: &length) {
        systemCall(number_getpeername, Int(descriptor), address(bytes), address($0))
      }
      if result == 0 { _ = Address(bytes, length: Int(min(length, 28)), port: &port) }
    }
    return port == 53
  }
}
