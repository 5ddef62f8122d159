import CEnforcerSystem

// Sending: what goes to the Runtime API is followed, questions about names are judged, and decoys are searched for.
// On all other descriptors it costs a load and a branch.

private typealias WriteSignature = @convention(c) (Int32, UnsafeRawPointer?, Int) -> Int
private typealias SendSignature = @convention(c) (Int32, UnsafeRawPointer?, Int, Int32) -> Int
private typealias VectorSignature = @convention(c) (Int32, UnsafePointer<io_vector>?, Int32) -> Int
private typealias SendToSignature =
  @convention(c) (Int32, UnsafeRawPointer?, Int, Int32, UnsafeRawPointer?, UInt32) -> Int
private typealias MessageSignature = @convention(c) (Int32, UnsafePointer<message_header>?, Int32) -> Int
private typealias MessagesSignature =
  @convention(c) (Int32, UnsafeMutablePointer<message_entry>?, UInt32, Int32) -> Int32

@c(write)
public func hookedWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  if isWatched(descriptor), !maySend(bytes, count, on: descriptor) { return denied() }
  return real(.write, as: WriteSignature.self)(descriptor, bytes, count)
}

@c(send)
public func hookedSend(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int, _ flags: Int32) -> Int {
  if isWatched(descriptor), !maySend(bytes, count, on: descriptor) { return denied() }
  return real(.send, as: SendSignature.self)(descriptor, bytes, count, flags)
}

@c(writev)
public func hookedWritev(_ descriptor: Int32, _ vectors: UnsafePointer<io_vector>?, _ count: Int32) -> Int {
  if isWatched(descriptor), !mayGather(vectors, Int(count), on: descriptor) { return denied() }
  return real(.writev, as: VectorSignature.self)(descriptor, vectors, count)
}

@inline(never)
@c(sendto)
public func hookedSendto(
  _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int, _ flags: Int32, _ target: UnsafeRawPointer?,
  _ length: UInt32
) -> Int {
  let send = real(.sendto, as: SendToSignature.self)
  if isWatched(descriptor) || hasDecoys(target), !maySend(bytes, count, on: descriptor) { return denied() }
  guard let target, Contact.isJudged, length <= Contact.sizeLimit else {
    return send(descriptor, bytes, count, flags, target, length)
  }
  return Contact.withCopy { copy in
    guard mayContact(target, length, copy, bytes, count, descriptor) else { return denied() }
    return send(descriptor, bytes, count, flags, copy, length)
  }
}

@inline(never)
@c(sendmsg)
public func hookedSendmsg(
  _ descriptor: Int32, _ message: UnsafePointer<message_header>?, _ flags: Int32
) -> Int {
  let send = real(.sendmsg, as: MessageSignature.self)
  guard let message else { return send(descriptor, message, flags) }
  let count = Int(truncatingIfNeeded: message.pointee.vector_count)
  if isWatched(descriptor) || hasDecoys(message.pointee.name),
    !mayGather(message.pointee.vectors, count, on: descriptor)
  {
    return denied()
  }
  let length = message.pointee.name_length
  guard let target = message.pointee.name, Contact.isJudged, length <= Contact.sizeLimit else {
    return send(descriptor, message, flags)
  }
  return Contact.withCopy { copy in
    let first = message.pointee.vectors
    let size = Int(truncatingIfNeeded: first?.pointee.count ?? 0)
    guard mayContact(target, length, copy, first?.pointee.start, size, descriptor) else { return denied() }
    var header = message.pointee
    header.name = UnsafeMutableRawPointer(copy)
    return withUnsafePointer(to: &header) { send(descriptor, $0, flags) }
  }
}

@c(sendmmsg)
public func hookedSendmmsg(
  _ descriptor: Int32, _ messages: UnsafeMutablePointer<message_entry>?, _ count: UInt32, _ flags: Int32
) -> Int32 {
  guard let messages, Contact.isJudged || isWatched(descriptor) else {
    return real(.sendmmsg, as: MessagesSignature.self)(descriptor, messages, count, flags)
  }
  // One after the other, as the kernel does it: each is judged and sent as the same copy.
  var sent: Int32 = 0
  while sent < Int32(truncatingIfNeeded: min(count, 1024)) {
    let message = messages + Int(sent)
    let result = withUnsafePointer(to: &message.pointee.header) { hookedSendmsg(descriptor, $0, flags) }
    guard result >= 0 else { return sent > 0 ? sent : -1 }
    message.pointee.length = UInt32(truncatingIfNeeded: result)
    sent &+= 1
  }
  return sent
}

@inline(never)
func denied() -> Int {
  setError(error_access)
  return -1
}

/// Judges the address of a datagram, and the datagram itself where it is a question about a name.
@inline(never)
private func mayContact(
  _ target: UnsafeRawPointer, _ length: UInt32, _ copy: UnsafeMutablePointer<UInt8>,
  _ bytes: UnsafeRawPointer?,
  _ count: Int, _ descriptor: Int32
) -> Bool {
  switch Contact.judge(target, length, copy: copy) {
  case .allowed: true
  case .denied: false
  case .asksForNames: NameQuestion.allow(bytes, count, descriptor, isNamed: true)
  }
}

@inline(__always)
private func isWatched(_ descriptor: Int32) -> Bool {
  Descriptors.watchesAll || !Descriptors.kind(of: descriptor).subtracting(.standardError).isEmpty
}

/// Whether bytes for an address are searched for decoys: nothing has connected that would be known.
@inline(__always)
private func hasDecoys(_ target: UnsafeRawPointer?) -> Bool { target != nil && DecoyValues.search != nil }

/// Looks at bytes before they are sent.
///
/// - Returns: Whether they may be.
@inline(never)
private func maySend(_ bytes: UnsafeRawPointer?, _ count: Int, on descriptor: Int32) -> Bool {
  guard let bytes, count > 0 else { return true }
  let kind = Descriptors.kind(of: descriptor)
  let text = Text(start: bytes.assumingMemoryBound(to: UInt8.self), count: count)
  if kind.contains(.runtime) { RuntimeInterface.willSend(text) }
  if kind.contains(.names), !NameQuestion.allow(bytes, count, descriptor, isNamed: false) { return false }
  return DecoyValues.allow(sending: text, on: descriptor, isAnswer: kind.contains(.runtime))
}

@inline(never)
private func mayGather(_ vectors: UnsafePointer<io_vector>?, _ count: Int, on descriptor: Int32) -> Bool {
  guard let vectors else { return true }
  for index in 0..<max(0, min(count, 1024)) {
    guard maySend(vectors[index].start, Int(truncatingIfNeeded: vectors[index].count), on: descriptor) else {
      return false
    }
  }
  return true
}
