import CEnforcerSystem

/// Files that nobody should open: decoys, the function's own code, and what would be written where it should not.
enum GuardedFiles {
  /// Whether any file is guarded at all: otherwise the hooks do nothing.
  nonisolated(unsafe) static var isOn = false
  nonisolated(unsafe) private static var guardsWrites = false

  static func start(_ policy: Policy) {
    guardsWrites = policy.writtenMode(of: .temporaryWrites) != .off || policy.isLearning
    isOn =
      guardsWrites || policy.writtenMode(of: .sourceCode) != .off
      || policy.writtenMode(of: .credentials) != .off
      || (policy.writtenMode(of: .honeypots) != .off && policy.section(.decoyFiles).count > 0)
    var guarded = PathBeginnings(storage: stablePointer(to: &storage))
    guarded.insert(Text("/proc"))
    guarded.insert(Text("/dev"))
    insert(policy.section(.writableDirectories), into: &guarded)
    insert(policy.section(.sourceFiles), into: &guarded)
    insert(policy.section(.decoyFiles), into: &guarded)
    beginnings = guarded
  }

  @inline(never)
  private static func insert(_ section: PolicySection, into guarded: inout PathBeginnings) {
    for index in 0..<section.count { guarded.insert(section.string(index)) }
  }

  nonisolated(unsafe) private static var storage = InlineArray<48, UInt64>(repeating: 0)
  /// How everything begins that is guarded or can change.
  nonisolated(unsafe) private static var beginnings: PathBeginnings?

  /// What is left to do when the file has been opened.
  enum Verdict {
    case allowed, denied
    /// Where the path leads shows only once it has been followed.
    case openedFirst
  }

  /// Judges a path before it is opened.
  ///
  /// Paths that pass through no folder in which somebody could have put a link are what they say; the folders of
  /// code cannot be written to. The others are followed: before, if opening writes, and otherwise afterwards.
  @inline(never)
  static func judge(_ path: UnsafePointer<CChar>, in directory: Int, flags: Int) -> Verdict {
    guard let policy = State.policy, let beginnings, beginnings.fit(path) else { return .allowed }
    let given = Text(terminated: path, limit: pathLimit)
    let writes = flags & (open_write_only | open_read_write | open_create | open_truncate) != 0
    if isNormalized(given), !isDynamic(given, policy) {
      return allows(given, writes: writes, policy) ? .allowed : .denied
    }
    guard writes, guardsWrites else { return .openedFirst }
    return withPathBuffer { buffer in
      guard let canonical = follow(given, in: directory, into: buffer) else { return .openedFirst }
      return allows(canonical, writes: true, policy) ? .openedFirst : .denied
    }
  }

  /// Whether what a path means can be changed by whoever it is to be kept from.
  private static func isDynamic(_ path: Text, _ policy: Policy) -> Bool {
    path.hasPrefix(Text("/proc/")) || path.hasPrefix(Text("/dev/")) || isWritable(path, policy)
  }

  /// Judges a file that was opened.
  @inline(never)
  static func allows(opened descriptor: Int) -> Bool {
    guard let policy = State.policy else { return true }
    return withPathBuffer { buffer in
      guard let canonical = canonicalPath(of: descriptor, into: buffer) else { return true }
      return allows(canonical, writes: false, policy)
    }
  }

  @inline(never)
  private static func allows(_ path: Text, writes: Bool, _ policy: Policy) -> Bool {
    if policy.section(.decoyFiles).contains(path) {
      var event = Event(.honeypots, .decoyFile, .alerted, path: path)
      return decide(&event)
    }
    if policy.writtenMode(of: .sourceCode) != .off, State.isServing || !isRootProcess(),
      policy.section(.sourceFiles).containsMatch(of: path)
    {
      return decide(.sourceCode, .sourceFile, path)
    }
    // The file that shows the memory of a process, which holds the values that its environment does not.
    if path.hasPrefix(Text("/proc/")), path.hasSuffix(Text("/mem")) {
      return decide(.credentials, .processMemory, path)
    }
    if writes, guardsWrites, isWritable(path, policy),
      !policy.section(.writableExceptions).containsMatch(of: path)
    {
      return decide(.temporaryWrites, .write, path)
    }
    return true
  }

  /// Where a path leads, even if its last component does not exist yet.
  private static func follow(
    _ path: Text, in directory: Int, into buffer: UnsafeMutablePointer<UInt8>
  ) -> Text? {
    if let followed = canonical(path.start, in: directory, into: buffer) { return followed }
    return withPathBuffer { folder in
      var writer = ByteWriter(start: folder, capacity: pathLimit)
      let name = path.lastComponent
      writer.append(path.prefix(path.count &- name.count))
      writer.append(".")
      writer.terminate()
      guard let parent = canonical(folder, in: directory, into: buffer) else { return nil }
      var result = ByteWriter(start: buffer, capacity: pathLimit)
      result.append(parent)
      result.append(slash)
      result.append(name)
      return result.overflowed ? nil : result.text
    }
  }
}

/// Where an existing file lies, all links of the path resolved.
@inline(never)
func canonical(
  _ path: UnsafePointer<UInt8>, in directory: Int, into buffer: UnsafeMutablePointer<UInt8>
) -> Text? {
  let descriptor = open(path, in: directory, flags: open_path)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  return canonicalPath(of: descriptor, into: buffer)
}

/// Reports what a control says about a file, and what the policy makes of it.
///
/// - Returns: Whether it may go on.
@inline(never)
func decide(_ control: Control, _ reason: Reason, _ path: Text) -> Bool {
  let mode = mode(of: control)
  guard mode != .off else {
    Learning.observe(control, path: path)
    return true
  }
  report(Event(control, reason, mode == .block ? .blocked : .alerted, path: path))
  return mode != .block
}

extension PolicySection {
  /// Whether one of the listed patterns fits.
  @inline(never)
  func containsMatch(of text: Text) -> Bool {
    for index in 0..<count where matches(string(index), text) { return true }
    return false
  }
}
