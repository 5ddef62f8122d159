import CEnforcerSystem

/// Notices when a decoy value of the policy is used: whoever uses one has read what nothing in the function needs.
enum DecoyValues {
  /// Bytes of one transmission that are searched.
  static let searchLimit = 64 * 1024

  nonisolated(unsafe) static var search: NeedleSearch?
  /// Room for sixteen texts: the values, and where the variable of each stands in the policy.
  nonisolated(unsafe) private static var storage = InlineArray<32, UInt>(repeating: 0)
  nonisolated(unsafe) private static var places = InlineArray<16, Int>(repeating: 0)
  nonisolated(unsafe) private static var shifts = InlineArray<1024, UInt8>(repeating: 0)

  static func start(_ policy: Policy) {
    guard policy.writtenMode(of: .honeypots) != .off else { return }
    let decoys = policy.section(.decoyVariables)
    let needles = UnsafeMutableRawPointer(stablePointer(to: &storage)).assumingMemoryBound(to: Text.self)
    var count = 0
    for index in 0..<decoys.count where count < NeedleSearch.needleLimit {
      let place = decoys.place(of: index)
      let variable = policy.string(at: place)
      let nameLength = Int(policy.number(place &+ 4, as: UInt32.self))
      let value = variable.dropping(nameLength &+ 1)
      guard value.count >= NeedleSearch.shortest else { continue }
      needles[count] = value
      places[unchecked: count] = place
      count &+= 1
    }
    guard count > 0 else { return }
    search = NeedleSearch(
      needles: needles, count: count, table: UnsafeMutablePointer(stablePointer(to: &shifts)))
  }

  private static func name(_ index: Int) -> Text {
    guard let policy = State.policy else { return Text("") }
    let place = places[unchecked: index]
    return policy.string(at: place).prefix(Int(policy.number(place &+ 4, as: UInt32.self)))
  }

  @inline(never)
  private static func judge(_ index: Int, path: Text?, arguments: UnsafePointer<UnsafePointer<CChar>?>?)
    -> Bool
  {
    var event = Event(.honeypots, .decoyValue, .alerted, path: path)
    event.arguments = arguments
    event.detail = name(index)
    return decide(&event)
  }

  /// Judges bytes on their way to somewhere else.
  ///
  /// - Parameter isAnswer: Whether they go to the Runtime API. An answer always leaves: nothing real is in a decoy, and
  ///   whoever prints one could otherwise end the runtime at will.
  /// - Returns: Whether they may go.
  static func allow(sending bytes: Text, on descriptor: Int32, isAnswer: Bool) -> Bool {
    guard let search, let found = search.find(in: bytes.prefix(searchLimit)) else { return true }
    // Asked only now: what is known of a descriptor may be out of date.
    guard isInternetSocket(descriptor) else { return true }
    guard isAnswer else { return judge(found, path: nil, arguments: nil) }
    var event = Event(.honeypots, .decoyValue, .alerted, path: nil)
    event.detail = name(found)
    report(event)
    endProcessIfWanted()
    return true
  }

  /// Judges a name that is to be resolved; it carries no case.
  static func allow(name: Text) -> Bool {
    guard let search else { return true }
    for index in 0..<search.count where name.contains(ignoringCase: search.needles[index]) {
      return judge(index, path: nil, arguments: nil)
    }
    return true
  }

  /// Judges what a program is started with.
  ///
  /// A decoy in the variable it was planted in proves nothing: children inherit it.
  /// - Parameter path: Of the program, for the event.
  static func allow(
    path: Text, arguments: UnsafePointer<UnsafePointer<CChar>?>?,
    environment: UnsafePointer<UnsafePointer<CChar>?>?
  ) -> Bool {
    guard let search else { return true }
    for part in 0..<2 {
      guard let list = part == 0 ? arguments : environment else { continue }
      var index = 0
      while let text = list[index] {
        index &+= 1
        let text = Text(terminated: text, limit: searchLimit)
        guard let found = search.find(in: text) else { continue }
        let name = name(found)
        if part == 1, text.hasPrefix(name), text[name.count] == UInt8(ascii: "=") { continue }
        return judge(found, path: path, arguments: arguments)
      }
    }
    return true
  }
}

/// Reports an event of the honeypots and does what the policy says about it.
///
/// - Returns: Whether the use may go on.
func decide(_ event: inout Event) -> Bool {
  let mode = mode(of: .honeypots)
  guard mode != .off else { return true }
  event.decision = mode == .block ? .blocked : .alerted
  report(event)
  endProcessIfWanted()
  return mode != .block
}

private func endProcessIfWanted() {
  guard let policy = State.policy, policy.honeypotEndsProcess, mode(of: .honeypots) == .block else { return }
  endProcess(status: 126)
}

/// Where a global of fixed size stands: it never moves.
@inline(__always)
func stablePointer<Element, let count: Int>(
  to storage: inout InlineArray<count, Element>
) -> UnsafeMutablePointer<Element> {
  withUnsafeMutablePointer(to: &storage) { UnsafeMutableRawPointer($0).assumingMemoryBound(to: Element.self) }
}

/// Whether the descriptor is a socket that leads out of the machine's own sockets and pipes.
func isInternetSocket(_ descriptor: Int32) -> Bool {
  let domain = socketOption(descriptor, socket_option_domain)
  return domain == Int(family_ipv4) || domain == Int(family_ipv6)
}

/// An option of the level of sockets, or nil when it is none.
func socketOption(_ descriptor: Int32, _ option: Int) -> Int? {
  var value: Int32 = 0
  var length: UInt32 = 4
  let result = withUnsafeMutablePointer(to: &value) { value in
    withUnsafeMutablePointer(to: &length) { length in
      systemCall(number_getsockopt, Int(descriptor), socket_level, option, address(value), address(length))
    }
  }
  return result == 0 ? Int(value) : nil
}
