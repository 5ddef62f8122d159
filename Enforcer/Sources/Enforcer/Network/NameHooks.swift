import CEnforcerSystem

// Looking up names: a name that is not allowed is not asked for, because the question alone can carry data away.

public typealias Name = UnsafePointer<CChar>
public typealias HostEntry = UnsafeMutablePointer<host_entry>
public typealias AddressList = UnsafeMutablePointer<UnsafeMutablePointer<address_information>?>
public typealias HostResult = UnsafeMutablePointer<HostEntry?>
public typealias ErrorPlace = UnsafeMutablePointer<Int32>

private typealias AddressSignature = @convention(c) (Name?, Name?, Memory?, AddressList?) -> Int32
private typealias HostSignature = @convention(c) (Name?) -> HostEntry?
private typealias FamilySignature = @convention(c) (Name?, Int32) -> HostEntry?
private typealias ReentrantSignature =
  @convention(c) (Name?, HostEntry?, Memory?, Int, HostResult?, ErrorPlace?) -> Int32
private typealias ReentrantFamilySignature =
  @convention(c) (Name?, Int32, HostEntry?, Memory?, Int, HostResult?, ErrorPlace?) -> Int32

/// EAI_FAIL and NO_RECOVERY: a failure that a second try does not mend.
private let lookupFailed: Int32 = -4
private let hostFailed: Int32 = 3

@c(getaddrinfo)
public func hookedGetaddrinfo(_ name: Name?, _ service: Name?, _ hints: Memory?, _ list: AddressList?)
  -> Int32
{
  guard isNumericOnly(hints) || allows(name) else { return lookupFailed }
  let result = real(.getaddrinfo, as: AddressSignature.self)(name, service, hints, list)
  guard result == 0, Egress.isOn, let name, let list else { return result }
  HostName.with(name) { host in
    var entry = list.pointee
    while let information = entry {
      var port: UInt16 = 0
      let length = Int(information.pointee.length)
      if let address = Address(information.pointee.address, length: length, port: &port) {
        Egress.learn(address, of: host)
      }
      entry = information.pointee.next
    }
  }
  return result
}

/// With AI_NUMERICHOST nobody is asked, and a name has an error of its own.
private func isNumericOnly(_ hints: Memory?) -> Bool {
  guard let hints else { return false }
  return UnsafeRawPointer(hints).load(as: address_information.self).flags & lookup_numeric_host != 0
}

@c(gethostbyname)
public func hookedGethostbyname(_ name: Name?) -> HostEntry? {
  guard allows(name) else { return fail() }
  return learn(name, real(.gethostbyname, as: HostSignature.self)(name))
}

@c(gethostbyname2)
public func hookedGethostbyname2(_ name: Name?, _ family: Int32) -> HostEntry? {
  guard allows(name) else { return fail() }
  return learn(name, real(.gethostbyname2, as: FamilySignature.self)(name, family))
}

@c(gethostbyname_r)
public func hookedGethostbynameReentrant(
  _ name: Name?, _ entry: HostEntry?, _ buffer: Memory?, _ size: Int, _ result: HostResult?,
  _ error: ErrorPlace?
) -> Int32 {
  guard allows(name) else { return fail(result, error) }
  let status = real(.gethostbyname_r, as: ReentrantSignature.self)(name, entry, buffer, size, result, error)
  if status == 0 { learn(name, result?.pointee) }
  return status
}

@c(gethostbyname2_r)
public func hookedGethostbyname2Reentrant(
  _ name: Name?, _ family: Int32, _ entry: HostEntry?, _ buffer: Memory?, _ size: Int, _ result: HostResult?,
  _ error: ErrorPlace?
) -> Int32 {
  guard allows(name) else { return fail(result, error) }
  let status = real(.gethostbyname2_r, as: ReentrantFamilySignature.self)(
    name, family, entry, buffer, size, result, error)
  if status == 0 { learn(name, result?.pointee) }
  return status
}

/// A name as the policy writes names: in lower case, without a final dot.
enum HostName {
  /// Longer ones are no names, and whoever resolves them says so.
  static let limit = 256

  /// Calls `body` unless what was given is an address or too long.
  @inline(never)
  static func with(_ name: Name, _ body: (Text) -> Void) {
    let given = Text(terminated: name, limit: limit)
    guard given.count < limit, !isNumericHost(given) else { return }
    var buffer = InlineArray<256, UInt8>(repeating: 0)
    withBytes(of: &buffer) { buffer in
      for index in 0..<given.count { buffer[index] = given.start[index].lowercased }
      let hasDot = given.count > 1 && given.start[given.count &- 1] == UInt8(ascii: ".")
      body(Text(start: buffer, count: hasDot ? given.count &- 1 : given.count))
    }
  }
}

@inline(never)
private func allows(_ name: Name?) -> Bool {
  guard let name, Egress.isOn || DecoyValues.search != nil else { return true }
  var isAllowed = true
  HostName.with(name) { isAllowed = Egress.allow(name: $0) }
  return isAllowed
}

@discardableResult
@inline(never)
private func learn(_ name: Name?, _ entry: HostEntry?) -> HostEntry? {
  guard Egress.isOn, let name, let entry, let list = entry.pointee.addresses else { return entry }
  HostName.with(name) { host in
    var index = 0
    while let bytes = list[index] {
      Egress.learn(entry.pointee.length == 4 ? Address(ipv4: bytes) : Address(ipv6: bytes), of: host)
      index &+= 1
    }
  }
  return entry
}

@inline(never)
private func fail() -> HostEntry? {
  let place = real(.h_errno_location, as: (@convention(c) () -> UnsafeMutablePointer<Int32>?).self)
  place()?.pointee = hostFailed
  return nil
}

@inline(never)
private func fail(_ result: HostResult?, _ error: ErrorPlace?) -> Int32 {
  result?.pointee = nil
  error?.pointee = hostFailed
  return Int32(error_access)
}

/// Reads addresses from the answer to a question that was let through.
func learnAddresses(fromAnswer bytes: Text) {
  // Over a stream, two bytes with the length come first.
  guard Egress.isOn, let message = DomainNameMessage(bytes) ?? DomainNameMessage(bytes.dropping(2)),
    message.isResponse
  else { return }
  var buffer = InlineArray<256, UInt8>(repeating: 0)
  withBytes(of: &buffer) { buffer in
    guard let length = message.questionName(into: buffer) else { return }
    let name = Text(start: buffer, count: length)
    guard Egress.mayLearn(name) else { return }
    message.forEachAddress { Egress.learn($0, of: name) }
  }
}
