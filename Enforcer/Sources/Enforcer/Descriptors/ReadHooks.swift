import CEnforcerSystem

// Reading costs a load and a branch more on descriptors of no interest. On the others, what was received is looked
// at afterwards; nothing is ever held back or changed.

public typealias Memory = UnsafeMutableRawPointer
private typealias ReadSignature = @convention(c) (Int32, Memory?, Int) -> Int
private typealias ReceiveSignature = @convention(c) (Int32, Memory?, Int, Int32) -> Int
private typealias ReceiveFromSignature =
  @convention(c) (Int32, Memory?, Int, Int32, Memory?, UnsafeMutablePointer<UInt32>?) -> Int
private typealias VectorSignature = @convention(c) (Int32, UnsafePointer<io_vector>?, Int32) -> Int
private typealias MessageSignature =
  @convention(c) (Int32, UnsafeMutablePointer<message_header>?, Int32) -> Int

@c(read)
public func hookedRead(_ descriptor: Int32, _ buffer: Memory?, _ count: Int) -> Int {
  let read = real(.read, as: ReadSignature.self)
  guard isListening(to: descriptor) else { return read(descriptor, buffer, count) }
  return received(descriptor, buffer, read(descriptor, buffer, count))
}

@c(recv)
public func hookedRecv(_ descriptor: Int32, _ buffer: Memory?, _ count: Int, _ flags: Int32) -> Int {
  let receive = real(.recv, as: ReceiveSignature.self)
  guard isListening(to: descriptor) else { return receive(descriptor, buffer, count, flags) }
  let result = receive(descriptor, buffer, count, flags)
  return isPeeking(flags) ? result : received(descriptor, buffer, result)
}

@c(recvfrom)
public func hookedRecvfrom(
  _ descriptor: Int32, _ buffer: Memory?, _ count: Int, _ flags: Int32, _ sender: Memory?,
  _ length: UnsafeMutablePointer<UInt32>?
) -> Int {
  let receive = real(.recvfrom, as: ReceiveFromSignature.self)
  guard isListening(to: descriptor) else { return receive(descriptor, buffer, count, flags, sender, length) }
  let result = receive(descriptor, buffer, count, flags, sender, length)
  return isPeeking(flags) ? result : received(descriptor, buffer, result)
}

@c(readv)
public func hookedReadv(_ descriptor: Int32, _ vectors: UnsafePointer<io_vector>?, _ count: Int32) -> Int {
  let read = real(.readv, as: VectorSignature.self)
  guard isListening(to: descriptor) else { return read(descriptor, vectors, count) }
  return received(descriptor, vectors, Int(count), read(descriptor, vectors, count))
}

@c(recvmsg)
public func hookedRecvmsg(
  _ descriptor: Int32, _ message: UnsafeMutablePointer<message_header>?, _ flags: Int32
) -> Int {
  let receive = real(.recvmsg, as: MessageSignature.self)
  guard isListening(to: descriptor) else { return receive(descriptor, message, flags) }
  let result = receive(descriptor, message, flags)
  guard let message, !isPeeking(flags) else { return result }
  return received(
    descriptor, message.pointee.vectors, Int(truncatingIfNeeded: message.pointee.vector_count), result)
}

@inline(__always)
private func isListening(to descriptor: Int32) -> Bool {
  !Descriptors.kind(of: descriptor).isDisjoint(with: [.runtime, .names])
}

/// What is only looked at comes again.
private func isPeeking(_ flags: Int32) -> Bool { flags & 2 != 0 }

@inline(never)
private func received(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ result: Int) -> Int {
  guard result > 0, let buffer else { return result }
  let bytes = Text(start: buffer.assumingMemoryBound(to: UInt8.self), count: result)
  let kind = Descriptors.kind(of: descriptor)
  if kind.contains(.runtime), RuntimeInterface.isExpecting { RuntimeInterface.didReceive(bytes) }
  if kind.contains(.names) { learnAddresses(fromAnswer: bytes) }
  return result
}

/// The same for bytes spread over buffers.
private func received(
  _ descriptor: Int32, _ vectors: UnsafePointer<io_vector>?, _ count: Int, _ result: Int
) -> Int {
  guard let vectors else { return result }
  var left = result
  var index = 0
  while left > 0, index < count {
    let part = min(left, Int(truncatingIfNeeded: vectors[index].count))
    _ = received(descriptor, vectors[index].start, part)
    left &-= part
    index &+= 1
  }
  return result
}
