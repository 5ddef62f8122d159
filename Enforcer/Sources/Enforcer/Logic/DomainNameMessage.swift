/// A DNS message as it stands in a packet.
///
/// RFC 1035, section 4. Every byte may be a lie.
struct DomainNameMessage {
  static let nameLimit = 255
  /// Answers looked at in one message.
  static let answerLimit = 64
  private static let headerSize = 12

  let packet: Text

  /// Nil for what is too short, or asks for anything but one name.
  init?(_ packet: Text) {
    guard packet.count > DomainNameMessage.headerSize else { return nil }
    self.packet = packet
    guard number(4) == 1 else { return nil }
  }

  /// Answer rather than question.
  var isResponse: Bool { packet.start[2] & 0x80 != 0 }

  private func number(_ offset: Int) -> Int {
    Int(packet.start[offset]) << 8 | Int(packet.start[offset &+ 1])
  }

  /// Writes the name asked for, in lower case with dots, and returns its length; nil when it is malformed.
  ///
  /// A byte that no host name has becomes `?`, so that nothing can pass for a dot or end the text.
  func questionName(into buffer: UnsafeMutablePointer<UInt8>) -> Int? {
    var length = 0
    var offset = DomainNameMessage.headerSize
    while offset < packet.count {
      let size = Int(packet.start[offset])
      if size == 0 { return length }
      // Compression makes no sense in the first name.
      guard size < 64, offset &+ size < packet.count, length &+ size &+ 1 < DomainNameMessage.nameLimit else {
        return nil
      }
      if length > 0 {
        buffer[length] = UInt8(ascii: ".")
        length &+= 1
      }
      for index in 1...size {
        let byte = packet.start[offset &+ index].lowercased
        buffer[length] = byte.isIdentifier ? byte : UInt8(ascii: "?")
        length &+= 1
      }
      offset &+= size &+ 1
    }
    return nil
  }

  /// Hands every IPv4 and IPv6 address of the answers to `body`, as sixteen bytes.
  func forEachAddress(_ body: (Address) -> Void) {
    guard let question = end(ofName: DomainNameMessage.headerSize) else { return }
    var offset = question &+ 4
    var left = min(number(6), DomainNameMessage.answerLimit)
    while left > 0, let name = end(ofName: offset), name &+ 10 <= packet.count {
      let kind = number(name)
      let size = number(name &+ 8)
      let data = name &+ 10
      guard data &+ size <= packet.count else { return }
      if kind == 1, size == 4 { body(Address(ipv4: packet.start + data)) }
      if kind == 28, size == 16 { body(Address(ipv6: packet.start + data)) }
      offset = data &+ size
      left &-= 1
    }
  }

  /// Offset behind a name, which may end in a pointer elsewhere; nil when the packet ends first.
  private func end(ofName start: Int) -> Int? {
    var offset = start
    while offset < packet.count {
      let size = Int(packet.start[offset])
      if size == 0 { return offset &+ 1 }
      if size >= 0xc0 { return offset &+ 2 }
      guard size < 64 else { return nil }
      offset &+= size &+ 1
    }
    return nil
  }
}
