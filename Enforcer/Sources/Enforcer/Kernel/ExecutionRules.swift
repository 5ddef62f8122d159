import CEnforcerSystem

/// What may be executed, as rules of Landlock.
struct ExecutionRules {
  /// More files than this are not worth their time at the start: then their folders are allowed.
  static let fileLimit = 64
  /// The first version in which renaming from folder to folder can be kept allowed.
  private static let oldestVersion = 2
  private static let refer: UInt64 = 1 << 13

  private let perFile: Bool

  /// Nil when nothing is to be held, or holding it would break what the policy allows.
  init?(_ policy: Policy) {
    let blocksOthers = mode(of: .executables) == .block
    guard blocksOthers || mode(of: .temporaryExecution) == .block else { return nil }
    let listed = policy.section(.executables)
    var areFiles = blocksOthers && listed.count <= ExecutionRules.fileLimit
    for index in 0..<listed.count {
      let flags = policy.number(listed.place(of: index) &+ 4, as: UInt32.self)
      // What is yet to be written cannot be named to the kernel.
      if flags & 8 != 0 { return nil }
      if flags & 2 != 0 { areFiles = false }
    }
    guard areFiles || policy.section(.executableDirectories).count > 0 else { return nil }
    perFile = areFiles
  }

  /// - Parameter started: What the launcher is about to execute, whatever the policy lists.
  func apply(_ policy: Policy, started: UnsafePointer<UInt8>?) -> Bool {
    let version = systemCall(number_landlock_create_ruleset, 0, 0, landlock_version_flag)
    guard version >= ExecutionRules.oldestVersion else { return false }
    var wanted = landlock_ruleset(
      handled_file_access: landlock_execute | ExecutionRules.refer, handled_network_access: 0, scoped: 0)
    // The first field is all that the oldest version knows.
    let rules = withUnsafeMutablePointer(to: &wanted) {
      systemCall(number_landlock_create_ruleset, address($0), 8, 0)
    }
    guard rules >= 0 else { return false }
    defer { close(rules) }
    let root: StaticString = "/"
    guard allow(root.utf8Start, ExecutionRules.refer, rules) else { return false }
    if perFile {
      // Runtimes start themselves anew, and may be started by a program that is no shell.
      allowWithInterpreters(StaticString("/proc/self/exe").utf8Start, rules)
      _ = allow(StaticString("/var/lang").utf8Start, landlock_execute, rules)
      _ = allow(StaticString("/var/runtime").utf8Start, landlock_execute, rules)
    }
    let places = policy.section(perFile ? .executables : .executableDirectories)
    for index in 0..<places.count {
      let path = places.string(index).start
      if perFile { allowWithInterpreters(path, rules) } else { _ = allow(path, landlock_execute, rules) }
    }
    if let started { allowWithInterpreters(started, rules) }
    return systemCall(number_landlock_restrict_self, rules, 0) == 0
  }

  /// - Returns: Whether the file exists and the rule was taken.
  @inline(never)
  private func allow(_ path: UnsafePointer<UInt8>, _ access: UInt64, _ rules: Int) -> Bool {
    let file = open(path, flags: open_path)
    guard file >= 0 else { return false }
    defer { close(file) }
    var rule = landlock_path_rule(allowed_access: access, parent: Int32(truncatingIfNeeded: file))
    return withUnsafeMutablePointer(to: &rule) {
      systemCall(number_landlock_add_rule, rules, landlock_rule_path, address($0), 0)
    } == 0
  }

  /// Allows a file and what the kernel executes on the way: the interpreter of a script, the dynamic linker of a
  /// program.
  @inline(never)
  private func allowWithInterpreters(_ path: UnsafePointer<UInt8>, _ rules: Int, depth: Int = 4) {
    guard allow(path, landlock_execute, rules), depth > 0 else { return }
    let file = open(path, flags: 0)
    guard file >= 0 else { return }
    defer { close(file) }
    withPathBuffer { head in
      let length = systemCall(number_pread64, file, address(head), pathLimit &- 1, 0)
      guard length > 2 else { return }
      head[length] = 0
      guard let name = interpreter(head, Int(length), file) else { return }
      allowWithInterpreters(name, rules, depth: depth &- 1)
    }
  }

  /// The path that a file's head names, ended with NUL in place.
  private func interpreter(
    _ head: UnsafeMutablePointer<UInt8>, _ length: Int, _ file: Int
  ) -> UnsafePointer<UInt8>? {
    if head[0] == UInt8(ascii: "#"), head[1] == UInt8(ascii: "!") {
      var start = 2
      while head[start] == 32 || head[start] == 9 { start &+= 1 }
      var end = start
      while end < length, head[end] > 32 { end &+= 1 }
      head[end] = 0
      return UnsafePointer(head + start)
    }
    let header = UnsafeRawPointer(head).assumingMemoryBound(to: elf_header.self).pointee
    guard length >= 64, header.ident.0 == 0x7f, header.ident.1 == UInt8(ascii: "E"),
      header.program_headers < 512
    else { return nil }
    let headers = UnsafeRawPointer(head + Int(header.program_headers))
    for index in 0..<Int(header.program_header_count) {
      let offset = index &* MemoryLayout<elf_program_header>.size
      guard Int(header.program_headers) &+ offset &+ 56 <= length else { return nil }
      let entry = headers.loadUnaligned(fromByteOffset: offset, as: elf_program_header.self)
      guard entry.type == segment_interpreter, entry.file_size > 1, entry.file_size < 256 else { continue }
      let count = systemCall(
        number_pread64, file, address(head), Int(entry.file_size), Int(truncatingIfNeeded: entry.offset))
      guard count == Int(entry.file_size) else { return nil }
      head[count] = 0
      return UnsafePointer(head)
    }
    return nil
  }
}
