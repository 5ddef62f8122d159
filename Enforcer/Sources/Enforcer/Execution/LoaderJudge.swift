import CEnforcerSystem

extension ExecutionVerdict {
  /// Judges the program that the dynamic linker is asked to run: where the linker itself may run, that program is what
  /// counts.
  mutating func judgeLoaded(_ arguments: StringList, _ policy: Policy) {
    // What runs for the kernel, and what the child recognises itself by, is still the linker.
    let linker = image
    defer { image = linker }
    var index = 1
    while let argument = arguments[index] {
      let word = Text(terminated: UnsafeRawPointer(argument), limit: pathLimit)
      guard word.hasPrefix(Text("--")) else {
        // Looked up among the libraries, wherever they are: nobody can tell what it leads to.
        guard word.index(of: slash) != nil else { return add(.executables, .unlisted) }
        _ = judgeInterpreter(word, depth: 0, judges: true, policy)
        return
      }
      index &+= 1
      if word == "--preload" || word == "--audit" { add(.libraryInjection, .injectedVariable) }
      let takesValue =
        word == "--preload" || word == "--audit" || word == "--library-path" || word == "--argv0"
        || word == "--inhibit-rpath" || word.hasPrefix(Text("--glibc-hwcaps-"))
      guard takesValue, let value = arguments[index] else { continue }
      index &+= 1
      if word == "--library-path", namesWritable(Text(terminated: UnsafeRawPointer(value)), policy) {
        add(.libraryInjection, .injectedVariable)
      }
    }
  }

  private func namesWritable(_ folders: Text, _ policy: Policy) -> Bool {
    var start = 0
    while start < folders.count {
      var end = start
      while end < folders.count, folders[end] != UInt8(ascii: ":") { end &+= 1 }
      if passesWritable(Text(start: folders.start + start, count: end &- start), policy) { return true }
      start = end &+ 1
    }
    return false
  }
}
