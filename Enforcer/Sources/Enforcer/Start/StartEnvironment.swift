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
  static func prepare() {
    guard let list = environment_variable_list()?.pointee else { return }
    let hidesCredentials = mode(of: .credentials) == .block
    guard var memory = Keep(sizeNeeded(list, hidesCredentials)) else { return }
    keepStartVariables(list, in: &memory)
    var from = 0
    var to = 0
    while let entry = list[from] {
      from &+= 1
      let text = Text(terminated: entry)
      let name = text.index(of: UInt8(ascii: "=")).map { text.prefix($0) } ?? text
      if name.hasPrefix(Text("PARAPET_")) { continue }
      if name == "LD_PRELOAD" {
        let value = text.dropping(name.count &+ 1)
        let others = withoutOwnPath(value)
        if others.isEmpty, !value.isEmpty { continue }
        list[to] = others.count == value.count ? entry : memory.append(Text("LD_PRELOAD="), others)
      } else if hidesCredentials, isCredential(name), name.count < text.count {
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

  private static func sizeNeeded(_ list: Variables, _ hidesCredentials: Bool) -> Int {
    var size = 0
    var index = 0
    while let entry = list[index] {
      index &+= 1
      let text = Text(terminated: entry)
      guard let equals = text.index(of: UInt8(ascii: "=")) else { continue }
      let name = text.prefix(equals)
      // A value of LD_PRELOAD is kept for comparing, and what remains of it for the program.
      if VariableRule(name: name) != nil { size &+= 2 &* (text.count &+ 1) }
      if hidesCredentials, isCredential(name) { size &+= text.count &+ 1 }
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
    let value = State.policy.flatMap { decoy(for: name, $0) } ?? Text("")
    let bytes = UnsafeMutableRawPointer(entry).assumingMemoryBound(to: UInt8.self)
    for index in name.count &+ 1..<length { bytes[index] = value[index] }
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
