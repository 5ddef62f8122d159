import CEnforcerSystem

extension ExecutionVerdict {
  /// Judges one file that is to run, be it a program or the interpreter of a script.
  ///
  /// - Returns: What the allow-list says of it.
  @inline(never)
  mutating func judge(_ file: Executable, _ policy: Policy) -> Listing {
    let listing = policy.listing(of: file)
    // No name leads to it: memory that looks like a file, or a file that was deleted.
    if file.status.nlink == 0 { add(.filelessExecution, .inMemory) }
    if policy.forbidsName(of: file) { add(.forbiddenExecutables, .forbiddenName) }
    if mode(of: .forbiddenExecutables) != .off, policy.forbidsHash(of: file) {
      add(.forbiddenExecutables, .forbiddenHash)
    }
    if isWritable(file.canonical, policy), !listing.has(Listing.mayBeWritable) {
      add(.temporaryExecution, .inWritableDirectory)
    }
    if isLoader(file) { add(.loaderExecution, .loader) }
    switch listing {
    case .listed: break
    case .changed: add(.executables, .changed)
    case .unlisted: add(.executables, .unlisted)
    }
    let mode = UInt32(file.status.mode)
    let setsGroup = mode & (mode_set_group | 0o10) == mode_set_group | 0o10
    if mode & mode_set_user != 0 || setsGroup { add(.setuidExecution, .setuid) }
    return listing
  }

  /// Judges the variables that a program is to receive.
  mutating func judgeVariables(_ environment: StringList, receivesCredentials: Bool, _ policy: Policy) {
    let judgesInjection = mode(of: .libraryInjection) != .off
    let alertsOfCredentials = !receivesCredentials && mode(of: .credentials) == .alert
    guard judgesInjection || alertsOfCredentials else { return }
    let exceptions = policy.section(.variableExceptions)
    var index = 0
    while let entry = environment[index] {
      index &+= 1
      let text = Text(terminated: UnsafeRawPointer(entry))
      guard let equals = text.index(of: UInt8(ascii: "=")) else { continue }
      let name = text.prefix(equals)
      if judgesInjection, let rule = VariableRule(name: name), !isUnchanged(text, name),
        !exceptions.contains(name),
        rule.isInjection(text.dropping(equals &+ 1), writable: { isWritablePlace($0, policy) })
      {
        add(.libraryInjection, .injectedVariable, detail: name)
      }
      if alertsOfCredentials, isCredential(name), !isDecoy(text, name, policy) {
        add(.credentials, .realCredentials, detail: name)
      }
    }
  }

  private func isDecoy(_ entry: Text, _ name: Text, _ policy: Policy) -> Bool {
    decoy(for: name, policy).map { $0 == entry } ?? false
  }

  @inline(never)
  private func isUnchanged(_ entry: Text, _ name: Text) -> Bool {
    if name == "LD_PRELOAD" {
      // The library's own part is put there for the child and was not there for the program.
      let given = withoutOwnPath(entry.dropping(name.count &+ 1))
      return given.isEmpty || given == (State.startVariables.value(of: name) ?? Text(""))
    }
    return State.startVariables.value(of: name).map { $0 == entry.dropping(name.count &+ 1) } ?? false
  }
}

/// Whether a path that a variable names leads to where the function can write; relative ones are not looked at.
@inline(never)
private func isWritablePlace(_ path: Text, _ policy: Policy) -> Bool {
  guard path[0] == slash else { return false }
  return passesWritable(path, policy) || leadsToWritable(path, policy)
}

/// Whether the file or folder behind a path lies where the function can write, or is no file at all.
@inline(never)
func leadsToWritable(_ path: Text, _ policy: Policy) -> Bool {
  withPathBuffer { buffer in
    var name = ByteWriter(start: buffer, capacity: pathLimit)
    name.append(path)
    name.terminate()
    guard !name.overflowed else { return true }
    let file = open(buffer, flags: open_path)
    guard file >= 0 else { return false }
    defer { close(file) }
    guard let canonical = canonicalPath(of: file, into: buffer) else { return true }
    if isWritable(canonical, policy) { return true }
    // A pipe or a socket, or a file that no name leads to.
    guard canonical[0] == slash else { return true }
    return status(in: file).map { $0.nlink == 0 } ?? true
  }
}
