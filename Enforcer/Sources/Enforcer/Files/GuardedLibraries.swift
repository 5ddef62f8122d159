import CEnforcerSystem

/// Which libraries a program may load while it runs.
enum GuardedLibraries {
  nonisolated(unsafe) static var isOn = false

  static func start(_ policy: Policy) {
    isOn =
      policy.isLearning || policy.writtenMode(of: .temporaryLibraries) != .off
      || policy.writtenMode(of: .filelessExecution) != .off
      || policy.writtenMode(of: .loaderExecution) != .off
  }

  /// - Parameter inNamespace: Whether the linker would load everything anew, a second C library without hooks included.
  static func allows(_ path: UnsafePointer<UInt8>, inNamespace: Bool) -> Bool {
    let given = Text(terminated: path, limit: pathLimit)
    if inNamespace || isOtherCLibrary(given), !decide(.loaderExecution, .loader, given) { return false }
    // A name without slash is searched for where the linker looks, and not where the function can write.
    guard let policy = State.policy, given.index(of: slash) != nil else { return true }
    return withPathBuffer { buffer in
      guard let canonical = canonical(path, in: at_current_directory, into: buffer) else { return true }
      if canonical.hasPrefix(Text("/memfd:")) { return decide(.filelessExecution, .inMemory, canonical) }
      if isOtherCLibrary(canonical), !decide(.loaderExecution, .loader, canonical) { return false }
      if policy.section(.libraryExceptions).containsMatch(of: canonical) { return true }
      let folders = policy.section(.executableDirectories)
      let isElsewhere =
        folders.count > 0 && policy.writtenMode(of: .temporaryLibraries) != .off
        && !folders.containsDirectory(of: canonical)
      // A link in a writable folder could lead elsewhere by the time the library is loaded.
      guard isElsewhere || isWritable(canonical, policy) || passesWritable(given, policy) else { return true }
      return decide(.temporaryLibraries, .libraryInWritableDirectory, canonical)
    }
  }
}

/// musl's library and loader are one file; that of glibc is called `libc.so.6`, and is the patched one.
private func isOtherCLibrary(_ path: Text) -> Bool {
  let name = path.lastComponent
  return name == "libc.so" || name.hasPrefix(Text("ld-musl-")) || name.hasPrefix(Text("libc.musl-"))
}

@c(judged_library)
public func judgedLibrary(_ path: UnsafePointer<UInt8>?, _ inNamespace: Bool) -> UnsafePointer<UInt8>? {
  guard GuardedLibraries.isOn, let path, !GuardedLibraries.allows(path, inNamespace: inNamespace) else {
    return path
  }
  return StaticString("/denied-by-parapet").utf8Start
}

@c(real_library_function)
public func realLibraryFunction(_ inNamespace: Bool) -> UnsafeMutableRawPointer? {
  real(inNamespace ? .dlmopen : .dlopen, as: UnsafeMutableRawPointer?.self)
}

private typealias MemoryFileSignature = @convention(c) (UnsafePointer<CChar>?, UInt32) -> Int32

/// Creates files in memory that cannot be executed, where the policy forbids execution from memory.
@c(memfd_create)
public func hookedMemfdCreate(_ name: Name?, _ flags: UInt32) -> Int32 {
  let create = real(.memfd_create, as: MemoryFileSignature.self)
  guard State.policy != nil, mode(of: .filelessExecution) == .block else { return create(name, flags) }
  // Not through the real function, which would set `errno`: kernels before 6.3 know neither flag.
  let sealed = systemCall(
    number_memfd_create, address(name), Int(flags & ~memory_file_executable | memory_file_sealed))
  return sealed >= 0 ? Int32(truncatingIfNeeded: sealed) : create(name, flags)
}
