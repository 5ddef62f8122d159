import CEnforcerSystem

private typealias ConnectSignature = @convention(c) (Int32, UnsafeRawPointer?, UInt32) -> Int32

/// Judges connections, and remembers which descriptors lead where.
@inline(never)
@c(connect)
public func hookedConnect(_ descriptor: Int32, _ target: UnsafeRawPointer?, _ length: UInt32) -> Int32 {
  let connect = real(.connect, as: ConnectSignature.self)
  guard let target, length >= 16 else { return connect(descriptor, target, length) }
  guard Egress.isOn else {
    note(descriptor, target, length)
    return connect(descriptor, target, length)
  }
  guard length <= Contact.sizeLimit else { return connect(descriptor, target, length) }
  return Contact.withCopy { copy in
    guard Contact.judge(target, length, copy: copy) != .denied else {
      return Int32(truncatingIfNeeded: denied())
    }
    note(descriptor, copy, length)
    return connect(descriptor, copy, length)
  }
}

/// Before the connection exists: another thread may use it at once.
@inline(never)
private func note(_ descriptor: Int32, _ target: UnsafeRawPointer, _ length: UInt32) {
  var port: UInt16 = 0
  guard
    let address = Address(target.assumingMemoryBound(to: UInt8.self), length: Int(length), port: &port)
  else { return }
  var kind: Descriptors.Kind = []
  if DecoyValues.search != nil { kind.insert(.internet) }
  if RuntimeInterface.isAt(address, port: port) {
    kind.insert(.runtime)
    if !RuntimeInterface.isExpecting { RuntimeInterface.expectEvent() }
  }
  if port == 53, Egress.isOn { kind.insert(.names) }
  Descriptors.set(kind, of: descriptor)
}
