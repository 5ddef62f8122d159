import CEnforcerSystem

/// An address that a program wants to contact, copied, so that it cannot change between judgement and use.
struct Contact {
  /// The largest `sockaddr`; the kernel refuses longer ones.
  static let sizeLimit = 128

  let bytes: UnsafeRawPointer
  /// Whether questions about names go there.
  let asksForNames: Bool

  static var isJudged: Bool { Egress.isOn }

  /// Hands a copy of an allowed address to `body`, and fails with EACCES for others.
  ///
  /// Families other than those of the internet are nobody's business here.
  @inline(never)
  static func judge(
    _ target: UnsafeRawPointer, _ length: UInt32, _ descriptor: Int32, _ body: (Contact) -> Int
  ) -> Int {
    guard length <= sizeLimit else { return body(Contact(bytes: target, asksForNames: false)) }
    var storage = InlineArray<128, UInt8>(repeating: 0)
    var result = -1
    withBytes(of: &storage) { copy in
      for index in 0..<Int(length) { copy[index] = target.assumingMemoryBound(to: UInt8.self)[index] }
      var port: UInt16 = 0
      let contact: Contact
      if let address = Address(copy, length: Int(length), port: &port) {
        guard Egress.allow(address, port: port) else {
          result = denied()
          return
        }
        contact = Contact(bytes: copy, asksForNames: port == 53 && Egress.isOn)
      } else {
        contact = Contact(bytes: copy, asksForNames: false)
      }
      result = body(contact)
    }
    return result
  }
}

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
