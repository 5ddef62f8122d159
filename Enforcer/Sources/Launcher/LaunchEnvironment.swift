import CEnforcerSystem

/// The variables that the runtime receives.
enum LaunchEnvironment {
  /// What is given, with the library and the planted decoys; as it is when there is no memory.
  static func make(from given: Words) -> Words {
    let decoys = State.policy?.section(.decoyVariables)
    var count = 0
    while given[count] != nil { count &+= 1 }
    let preload = value(of: "LD_PRELOAD", in: given) ?? Text("")
    guard let pages = allocatePages((count &+ (decoys?.count ?? 0) &+ 3) &* 8),
      let text = allocatePages(preload.count &+ 2 &* pathLimit)
    else { return given }
    let list = pages.assumingMemoryBound(to: UnsafePointer<CChar>?.self)
    var used = 0
    for index in 0..<count where !isReplaced(given[index]) {
      list[used] = given[index]
      used &+= 1
    }
    var writer = ByteWriter(
      start: text.assumingMemoryBound(to: UInt8.self), capacity: preload.count &+ 2 &* pathLimit)
    list[used] = writePreload(preload, to: &writer)
    list[used &+ 1] = writeContext(to: &writer)
    used &+= 2
    if let policy = State.policy, let decoys { plant(decoys, policy, given, list, &used) }
    return UnsafePointer(list)
  }

  private static func isReplaced(_ entry: UnsafePointer<CChar>?) -> Bool {
    guard let entry else { return false }
    let text = Text(terminated: UnsafeRawPointer(entry))
    return text.hasPrefix(Text("PARAPET_")) || text.hasPrefix(Text("LD_PRELOAD="))
  }

  private static func writePreload(_ given: Text, to output: inout ByteWriter) -> UnsafePointer<CChar> {
    let start = output.start + output.count
    output.append("LD_PRELOAD=")
    output.append(State.ownPath)
    if !given.isEmpty {
      output.append(UInt8(ascii: ":"))
      output.append(given)
    }
    output.append(0)
    return UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self)
  }

  private static func writeContext(to output: inout ByteWriter) -> UnsafePointer<CChar> {
    let start = output.start + output.count
    output.append("PARAPET_CONTEXT=")
    output.append(decimal: UInt64(truncatingIfNeeded: State.rootProcess))
    output.append(",-,")
    output.append(State.policyName)
    output.append(0)
    return UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self)
  }

  /// Decoys that the function itself sees; what is set already stays.
  private static func plant(
    _ decoys: PolicySection, _ policy: Policy, _ given: Words,
    _ list: UnsafeMutablePointer<UnsafePointer<CChar>?>, _ used: inout Int
  ) {
    for index in 0..<decoys.count {
      let place = decoys.place(of: index)
      guard policy.number(place &+ 8, as: UInt32.self) & DecoyVariable.isPlanted != 0 else { continue }
      let decoy = decoys.string(index)
      let name = decoy.prefix(Int(policy.number(place &+ 4, as: UInt32.self)) &+ 1)
      guard !isSet(name, given) else { continue }
      list[used] = UnsafeRawPointer(decoy.start).assumingMemoryBound(to: CChar.self)
      used &+= 1
    }
  }

  /// - Parameter name: With the equals sign.
  private static func isSet(_ name: Text, _ given: Words) -> Bool {
    var index = 0
    while let entry = given[index] {
      if Text(terminated: UnsafeRawPointer(entry)).hasPrefix(name) { return true }
      index &+= 1
    }
    return false
  }
}
