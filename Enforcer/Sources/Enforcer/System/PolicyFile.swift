import CEnforcerSystem

/// Finds and maps the policy that belongs to the library.
enum PolicyFile {
  /// Sets ``State``'s policy, or what is wrong with it.
  static func load() {
    guard isName(State.policyName) else {
      State.policyName = Text("default")
      return fail(.missing)
    }
    withPathBuffer { buffer in
      let file = withPath("/../policies/", State.policyName, buffer) { open($0, flags: 0) }
      guard let file, file >= 0 else { return fail(.missing) }
      defer { close(file) }
      guard let status = status(in: file), UInt32(status.mode) & mode_type == mode_regular else {
        return fail(.missing)
      }
      guard status.size >= UInt64(Policy.headerSize), status.size <= UInt64(Policy.sizeLimit) else {
        return fail(.size)
      }
      map(file, Int(status.size))
    }
  }

  private static func map(_ file: Int, _ size: Int) {
    let place = systemCall(number_mmap, 0, size, protect_read, map_private, file, 0)
    guard place > 0, let base = UnsafeRawPointer(bitPattern: place) else { return fail(.missing) }
    if let problem = Policy.problem(base: base, size: size) {
      _ = systemCall(number_munmap, place, size)
      return fail(problem)
    }
    State.policy = Policy(checked: base)
  }

  /// Without a usable policy everything is allowed, unless the layer says that nothing shall be.
  private static func fail(_ problem: PolicyProblem) {
    State.policyProblem = problem
    guard failsClosed else { return }
    State.policy = Policy(checked: strict_policy())
  }

  /// Whether the layer says that a function shall rather not work than be unprotected.
  static var failsClosed: Bool {
    withPathBuffer { buffer in
      let marker = withPath("/../", Text("fail-closed"), buffer) { status(of: $0, in: at_current_directory) }
      guard case .some(.some) = marker else { return false }
      return true
    }
  }

  /// Calls `body` with a path relative to the library's folder; nil when it is too long.
  private static func withPath<Result>(
    _ folder: StaticString, _ name: Text, _ buffer: UnsafeMutablePointer<UInt8>,
    _ body: (UnsafePointer<UInt8>) -> Result
  ) -> Result? {
    var path = ByteWriter(start: buffer, capacity: pathLimit)
    let own = State.ownPath
    path.append(own.prefix(own.lastIndex(of: slash) ?? 0))
    path.append(folder)
    path.append(name)
    path.terminate()
    return path.overflowed ? nil : body(UnsafePointer(buffer))
  }

  /// Nothing that leads to another folder.
  private static func isName(_ name: Text) -> Bool {
    guard name.count >= 1, name.count <= 64 else { return false }
    for index in 0..<name.count {
      switch name[index] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        break
      default: return false
      }
    }
    return true
  }
}
