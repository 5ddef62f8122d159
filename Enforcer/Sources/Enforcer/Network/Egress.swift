import CEnforcerSystem

/// Which hosts the function may contact.
enum Egress {
  /// Whether names and addresses are judged or learnt at all.
  nonisolated(unsafe) static var isOn = false

  static func start(_ policy: Policy) {
    isOn = policy.writtenMode(of: .egress) != .off || policy.isLearning
  }

  private static var table: AddressTable? {
    State.shared.map { AddressTable(words: stablePointer(to: &$0.pointee.addresses)) }
  }

  /// Judges an address, and reports it unless it may be contacted.
  @inline(never)
  static func allow(_ address: Address, port: UInt16) -> Bool {
    guard let policy = State.policy, !isAllowed(address, port: port, policy) else { return true }
    let mode = mode(of: .egress)
    var event = Event(.egress, .address, mode == .block ? .blocked : .alerted)
    event.port = port
    if mode == .off {
      // On here means that the policy learns.
      guard Learning.isNew(.egress, address) else { return true }
      event.decision = .observed
      event.reason = .allowed
    }
    report(event, about: address)
    return mode != .block
  }

  @inline(never)
  private static func isAllowed(_ address: Address, port: UInt16, _ policy: Policy) -> Bool {
    if address.isLoopback || address.isLinkLocal { return true }
    if table?.contains(address, port: port) == true { return true }
    let networks = policy.section(.networks)
    let bytes = policy.base.assumingMemoryBound(to: UInt8.self)
    for index in 0..<networks.count {
      let place = networks.place(of: index)
      let allowed = policy.number(place &+ 18, as: UInt16.self)
      guard allowed == 0 || allowed == port else { continue }
      if address.isWithin(Address(ipv6: bytes + place), prefixLength: Int(bytes[place &+ 16])) { return true }
    }
    return port == 53 && NameServers.contains(address)
  }

  @inline(never)
  private static func report(_ event: Event, about address: Address) {
    var event = event
    var bytes = address.bytes
    withBytes(of: &bytes) { bytes in
      event.address = UnsafePointer(bytes)
      Enforcer.report(event)
    }
  }

  /// Judges a name that is to be resolved, and reports it unless it may be.
  ///
  /// - Parameter name: In lower case, without a final dot.
  @inline(never)
  static func allow(name: Text) -> Bool {
    guard DecoyValues.allow(name: name) else { return false }
    guard isOn, !isOwn(name) else { return true }
    let mode = mode(of: .egress)
    var event = Event(.egress, .host, mode == .block ? .blocked : .alerted)
    event.host = name
    if mode == .off || isListed(name) {
      guard Learning.isNew(.egress, name) else { return true }
      event.decision = .observed
      event.reason = .allowed
      Enforcer.report(event)
      return true
    }
    Enforcer.report(event)
    return mode != .block
  }

  @inline(never)
  private static func isListed(_ name: Text) -> Bool {
    guard let hosts = State.policy?.section(.hosts) else { return false }
    for index in 0..<hosts.count where matches(hosts.string(index), name) { return true }
    return false
  }

  /// Whether the addresses of a name may be learnt: not from answers to questions that were never let through.
  static func mayLearn(_ name: Text) -> Bool { isListed(name) || mode(of: .egress) != .block }

  /// This machine's own names, which programs look up to introduce themselves.
  @inline(never)
  private static func isOwn(_ name: Text) -> Bool {
    if name == "localhost" || name.isEmpty { return true }
    var names = InlineArray<390, UInt8>(repeating: 0)
    var isOwn = false
    withBytes(of: &names) { names in
      // The second of six texts of 65 bytes each.
      guard systemCall(number_uname, address(names)) == 0 else { return }
      let own = Text(terminated: names + 65, limit: 64)
      isOwn = name.count == own.count && own.hasPrefix(ignoringCase: name)
    }
    return isOwn
  }

  /// Remembers an address that a name had, for the ports on which the name may be contacted.
  ///
  /// Of a name that was only reported, too: its addresses would say the same once more.
  @inline(never)
  static func learn(_ address: Address, of name: Text) {
    guard let policy = State.policy, let table else { return }
    let hosts = policy.section(.hosts)
    var isListed = false
    for index in 0..<hosts.count where matches(hosts.string(index), name) {
      table.insert(address, port: policy.number(hosts.place(of: index) &+ 4, as: UInt16.self))
      isListed = true
    }
    if !isListed { table.insert(address, port: 0) }
  }
}
