import CEnforcerSystem

extension ExecutionVerdict {
  /// Judges what an interpreter is asked to run.
  mutating func judgeScripts(_ program: Executable, _ arguments: StringList, _ policy: Policy) {
    guard mode(of: .temporaryScripts) != .off, let called = arguments[0] else { return }
    var arguments = arguments
    var name = program.canonical.lastComponent
    if name == "busybox" || name == "toybox", let first = arguments[0] {
      // One program with many names; given its own, the next word tells which it shall be.
      name = Text(terminated: UnsafeRawPointer(first)).lastComponent
      if name == "busybox" || name == "toybox", let second = arguments[1] {
        name = Text(terminated: UnsafeRawPointer(second)).lastComponent
        arguments += 1
      }
    }
    guard let interpreter = Interpreter(programName: name) else { return }
    // Python looks for its library beside the name that it was called by: links make an environment of any folder.
    if isCalledInWritable(program.given, policy)
      || isCalledInWritable(Text(terminated: UnsafeRawPointer(called)), policy)
    {
      add(.temporaryScripts, .scriptInWritableDirectory)
    }
    var sources = InterpreterArguments(interpreter, arguments)
    while let source = sources.next() {
      if comesFromWritable(source, policy) { add(.temporaryScripts, .scriptInWritableDirectory) }
    }
  }

  private func isCalledInWritable(_ name: Text, _ policy: Policy) -> Bool {
    name.index(of: slash) != nil && passesWritable(name, policy)
  }

  private func comesFromWritable(_ source: ProgramSource, _ policy: Policy) -> Bool {
    switch source {
    case .file(let path): isWritableFile(path, policy)
    case .list(let paths): isWritableList(paths, policy)
    case .module(let name): isWritableModule(name, policy)
    case .standardInput: isWritableInput(policy)
    case .currentFolder: passesWritable(Text("."), policy)
    }
  }

  @inline(never)
  private func isWritableFile(_ path: Text, _ policy: Policy) -> Bool {
    guard !path.isEmpty else { return false }
    return isDescriptorPath(path)
      ? leadsToWritable(path, policy)
      : passesWritable(path, policy) || leadsToWritable(path, policy)
  }

  /// Every part of `NAME=a:b,c` that is a path; a relative one counts only when it says so itself.
  private func isWritableList(_ paths: Text, _ policy: Policy) -> Bool {
    var start = 0
    while start < paths.count {
      var end = start
      while end < paths.count, !isListSeparator(paths[end]) { end &+= 1 }
      let path = Text(start: paths.start + start, count: end &- start)
      if path[0] == slash || path[0] == UInt8(ascii: "."), isWritableFile(path, policy) { return true }
      start = end &+ 1
    }
    return false
  }

  private func isListSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ",")
  }

  /// Python looks for modules in the current folder first.
  private func isWritableModule(_ name: Text, _ policy: Policy) -> Bool {
    guard passesWritable(Text("."), policy) else { return false }
    let top = name.index(of: UInt8(ascii: ".")).map { name.prefix($0) } ?? name
    return exists(top, "") || exists(top, ".py") || exists(top, ".pyc")
  }

  @inline(never)
  private func exists(_ name: Text, _ suffix: StaticString) -> Bool {
    withPathBuffer { buffer in
      var path = ByteWriter(start: buffer, capacity: pathLimit)
      path.append(name)
      path.append(suffix)
      path.terminate()
      return status(of: buffer, in: at_current_directory) != nil
    }
  }

  /// A pipe may carry anything; a file in a writable folder is a script there.
  private func isWritableInput(_ policy: Policy) -> Bool {
    guard let status = status(in: 0), UInt32(status.mode) & mode_type == mode_regular else { return false }
    return withPathBuffer { buffer in
      guard let canonical = canonicalPath(of: 0, into: buffer) else { return true }
      return status.nlink == 0 || isWritable(canonical, policy)
    }
  }
}
