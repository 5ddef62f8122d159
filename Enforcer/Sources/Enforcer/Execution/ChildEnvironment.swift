import CEnforcerSystem

/// Variables of a program that is about to be executed, without a heap: the entries that change point to the stack or
/// into the policy, all others stay where they are.
enum ChildEnvironment {
  /// Entries that fit on the stack.
  static let stackEntries = 480
  /// What hooks may add: LD_PRELOAD, PARAPET_CONTEXT and the final nil.
  private static let added = 3

  /// How much space a list of variables takes, with what hooks may add.
  static func entries(for given: StringList?) -> Int {
    var count = 0
    if let given { while given[count] != nil { count &+= 1 } }
    return count &+ added
  }

  /// Writes the variables that the program shall receive.
  ///
  /// - Parameters:
  ///   - list: Room for ``entries(for:)``.
  ///   - own: Room for the texts of the library's own variables.
  /// - Returns: Whether they fitted.
  @inline(never)
  static func fill(
    _ list: UnsafeMutablePointer<UnsafePointer<CChar>?>, _ own: inout ByteWriter, _ given: StringList?,
    _ plan: borrowing ExecutionPlan, _ policy: Policy
  ) -> Bool {
    var count = 0
    var hasPreload = !plan.injects
    let replacesCredentials = !plan.receivesCredentials && mode(of: .credentials) == .block
    var index = 0
    while let given, let entry = given[index] {
      index &+= 1
      let text = Text(terminated: UnsafeRawPointer(entry))
      let name = text.index(of: UInt8(ascii: "=")).map { text.prefix($0) } ?? text
      if name.hasPrefix(Text("PARAPET_")) { continue }
      var result: UnsafePointer<CChar>? = entry
      if plan.injects, name == "LD_PRELOAD" {
        // The dynamic linker takes the last of several, and so would ours be lost.
        result = hasPreload ? nil : writePreload(text.dropping(name.count &+ 1), to: &own)
        hasPreload = true
      } else if replacesCredentials, isCredential(name) {
        result = decoy(for: name, policy).map {
          UnsafeRawPointer($0.start).assumingMemoryBound(to: CChar.self)
        }
      }
      guard let result else { continue }
      list[count] = result
      count &+= 1
    }
    if !hasPreload {
      list[count] = writePreload(Text(""), to: &own)
      count &+= 1
    }
    if plan.injects {
      list[count] = writeContext(plan, to: &own)
      count &+= 1
    }
    list[count] = nil
    return !own.overflowed
  }

  private static func writePreload(_ given: Text, to output: inout ByteWriter) -> UnsafePointer<CChar> {
    let start = output.start + output.count
    output.append("LD_PRELOAD=")
    output.append(State.ownPath)
    let others = withoutOwnPath(given)
    if !others.isEmpty {
      output.append(UInt8(ascii: ":"))
      output.append(others)
    }
    output.append(0)
    return UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self)
  }

  /// Root, request, policy, and which process becomes what: the child sees that a hook has decided about it.
  private static func writeContext(_ plan: borrowing ExecutionPlan, to output: inout ByteWriter)
    -> UnsafePointer<CChar>
  {
    let start = output.start + output.count
    output.append("PARAPET_CONTEXT=")
    output.append(decimal: UInt64(truncatingIfNeeded: State.rootProcess))
    output.append(UInt8(ascii: ","))
    let request = State.shared.map { Text(terminated: $0, limit: 64) } ?? Text("")
    output.append(request.isEmpty ? Text(State.isServing ? "+" : "-") : request)
    output.append(UInt8(ascii: ","))
    output.append(State.policyName)
    output.append(UInt8(ascii: ","))
    output.append(decimal: UInt64(truncatingIfNeeded: currentProcess()))
    output.append(UInt8(ascii: ","))
    output.append(decimal: plan.image)
    output.append(0)
    return UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self)
  }
}

/// Memory for environments that do not fit on the stack of a child.
///
/// A child of vfork executes a program with its parent's memory and thread pointer, while the thread that it was
/// started from waits: when that thread comes back, its memory is free again without anybody having said so.
enum LargeEnvironment {
  private static let slotCount = 16
  nonisolated(unsafe) private static var owners = InlineArray<16, Int>(repeating: 0)
  nonisolated(unsafe) private static var places = InlineArray<16, Int>(repeating: 0)
  nonisolated(unsafe) private static var sizes = InlineArray<16, Int>(repeating: 0)

  /// - Returns: nil when there is no memory, or more threads than slots have executed such programs.
  static func claim(_ size: Int) -> UnsafeMutableRawPointer? {
    let owner = thread_identity()
    for index in 0..<slotCount {
      let slot = place(of: &owners[index])
      if atomic_load(slot) != owner, !atomic_claim(slot, 0, owner) { continue }
      if sizes[index] < size {
        if places[index] != 0 { _ = systemCall(number_munmap, places[index], sizes[index]) }
        let rounded = (size &+ 4095) & ~4095
        places[index] = address(allocatePages(rounded))
        sizes[index] = places[index] == 0 ? 0 : rounded
      }
      return UnsafeMutableRawPointer(bitPattern: places[index])
    }
    return nil
  }
}
