import CEnforcerSystem

/// What the constructor does with the variables that the program receives.
enum StartEnvironment {
  private typealias Variables = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

  /// Reads what is meant for the library, before anything changes.
  static func readContext() -> Context? {
    if let name = variable("PARAPET_POLICY") { State.keepPolicyName(name) }
    return variable("PARAPET_CONTEXT").flatMap { Context($0) }
  }

  /// Takes the library's own variables out, hides credentials, and keeps copies of what is compared later.
  /// - Parameter keepsOwn: Whether children need the library's own variables from the program.
  static func prepare(keepsOwn: Bool) {
    guard let list = environment_variable_list()?.pointee else { return }
    let hidesCredentials = mode(of: .credentials) == .block
    guard var memory = Keep(sizeNeeded(list)) else { return }
    keepStartVariables(list, in: &memory)
    var from = 0
    var to = 0
    while let entry = list[from] {
      from &+= 1
      let text = Text(terminated: entry)
      let name = text.index(of: UInt8(ascii: "=")).map { text.prefix($0) } ?? text
      if !keepsOwn, isOwn(text) {
        if let rest = remainder(of: text, in: &memory) {
          list[to] = rest
          to &+= 1
        }
        erase(entry, from: 0, text.count)
        continue
      }
      if hidesCredentials, isCredential(name), name.count < text.count {
        list[to] = memory.append(text, Text(""))
        cover(entry, name, text.count)
      } else {
        list[to] = entry
      }
      to &+= 1
    }
    while to < from {
      list[to] = nil
      to &+= 1
    }
  }

  /// Whether a variable is there for the library, or holds its path.
  private static func isOwn(_ entry: Text) -> Bool {
    if entry.hasPrefix(Text("PARAPET_")) { return true }
    let preload = Text("LD_PRELOAD=")
    guard entry.hasPrefix(preload) else { return false }
    let value = entry.dropping(preload.count)
    return withoutOwnPath(value).count < value.count
  }

  /// What the program keeps of a variable: other libraries to load.
  private static func remainder(of entry: Text, in memory: inout Keep) -> UnsafeMutablePointer<CChar>? {
    let preload = Text("LD_PRELOAD=")
    guard entry.hasPrefix(preload) else { return nil }
    let others = withoutOwnPath(entry.dropping(preload.count))
    return others.isEmpty ? nil : memory.append(preload, others)
  }

  /// Enough for three copies of everything; pages that nothing is written to cost nothing.
  private static func sizeNeeded(_ list: Variables) -> Int {
    var size = 0
    var index = 0
    while let entry = list[index] {
      size &+= 3 &* (Text(terminated: entry).count &+ 1)
      index &+= 1
    }
    return size
  }

  private static func keepStartVariables(_ list: Variables, in memory: inout Keep) {
    var index = 0
    while let entry = list[index] {
      index &+= 1
      let text = Text(terminated: entry)
      guard let equals = text.index(of: UInt8(ascii: "=")) else { continue }
      let name = text.prefix(equals)
      guard VariableRule(name: name) != nil else { continue }
      let value = text.dropping(equals &+ 1)
      _ = memory.append(text.prefix(equals &+ 1), name == "LD_PRELOAD" ? withoutOwnPath(value) : value)
    }
    State.startVariables.start = memory.text
  }

  /// Overwrites a value where /proc shows it: with its decoy, cut to the room, or with zeros where there is none.
  private static func cover(_ entry: UnsafeMutablePointer<CChar>, _ name: Text, _ length: Int) {
    erase(entry, from: name.count &+ 1, length)
    guard let policy = State.policy, let decoy = decoy(for: name, policy) else { return }
    let bytes = UnsafeMutableRawPointer(entry).assumingMemoryBound(to: UInt8.self)
    for index in name.count &+ 1..<max(name.count &+ 1, min(length, decoy.count)) {
      bytes[index] = decoy.start[index]
    }
  }

  private static func erase(_ entry: UnsafeMutablePointer<CChar>, from first: Int, _ length: Int) {
    for index in first..<length { entry[index] = 0 }
  }
}

/// Memory for what outlives the constructor.
private struct Keep {
  private let start: UnsafeMutablePointer<UInt8>
  private let size: Int
  private var used = 0

  init?(_ size: Int) {
    // Nothing is ever written to it when nothing is to be kept, so any address will do.
    guard let pages = size == 0 ? UnsafeMutableRawPointer(bitPattern: 4096) : allocatePages(size) else {
      return nil
    }
    start = pages.assumingMemoryBound(to: UInt8.self)
    self.size = size
  }

  /// Everything that was appended so far.
  var text: Text { Text(start: UnsafePointer(start), count: used) }

  /// - Returns: The two texts as one, with NUL; nil when the room was counted wrong.
  mutating func append(_ text: Text, _ rest: Text) -> UnsafeMutablePointer<CChar>? {
    guard used &+ text.count &+ rest.count &+ 1 <= size else { return nil }
    var writer = ByteWriter(start: start + used, capacity: size &- used)
    writer.append(text)
    writer.append(rest)
    writer.append(0)
    let result = UnsafeMutableRawPointer(start + used).assumingMemoryBound(to: CChar.self)
    used &+= writer.count
    return result
  }
}
