import CEnforcerSystem

/// Longest path that is looked at; whatever is longer counts as unreadable.
let pathLimit = 1024

/// Whether a pointer leads into the first page, where nothing ever is: the kernel answers EFAULT, and so must we.
@inline(__always)
func isNowhere(_ pointer: UnsafeRawPointer) -> Bool { UInt(bitPattern: pointer) < 4096 }

/// Memory for one path on the stack: the stack of a child that is about to execute a program may be small.
@inline(__always)
func withPathBuffer<Result>(_ body: (UnsafeMutablePointer<UInt8>) -> Result) -> Result {
  withUnsafeTemporaryAllocation(byteCount: pathLimit, alignment: 16) { buffer in
    guard let start = buffer.baseAddress else { unreachable() }
    return body(start.assumingMemoryBound(to: UInt8.self))
  }
}

/// Ends the process where going on is impossible; no input leads here.
func unreachable() -> Never { endProcess(status: 126) }

/// Calls `body` with the path of an open descriptor below /proc, which ends with NUL.
@inline(__always)
func withDescriptorPath<Result>(_ descriptor: Int, _ body: (UnsafePointer<UInt8>) -> Result) -> Result {
  withUnsafeTemporaryAllocation(byteCount: 40, alignment: 8) { buffer in
    guard let start = buffer.baseAddress else { unreachable() }
    var path = ByteWriter(start: start.assumingMemoryBound(to: UInt8.self), capacity: buffer.count)
    path.append("/proc/self/fd/")
    path.append(decimal: UInt64(truncatingIfNeeded: descriptor))
    path.terminate()
    return body(UnsafePointer(path.start))
  }
}

/// Where the file behind a descriptor lies, all links resolved.
///
/// - Returns: nil when the path is too long or /proc is not there.
@inline(never)
func canonicalPath(of descriptor: Int, into buffer: UnsafeMutablePointer<UInt8>) -> Text? {
  withDescriptorPath(descriptor) { readLink($0, into: buffer, capacity: pathLimit) }
}

/// Whether a canonical path lies where the function can write.
@inline(never)
func isWritable(_ canonical: Text, _ policy: Policy) -> Bool {
  policy.section(.writableDirectories).containsDirectory(of: canonical)
}

/// Whether a path, as it was given, leads through a place where the function can write: links that lie there can be
/// exchanged between a decision and its use.
@inline(never)
func passesWritable(_ path: Text, _ policy: Policy) -> Bool {
  withPathBuffer { buffer in
    withPathBuffer { folder in
      var base = Text("/")
      if path[0] != slash {
        let length = systemCall(number_getcwd, address(folder), pathLimit)
        guard length > 1 else { return true }
        base = Text(start: UnsafePointer(folder), count: length &- 1)
        if isWritable(base, policy) { return true }
      }
      guard let length = normalize(path, below: base, into: buffer, capacity: pathLimit) else { return true }
      // Both as written and without `..`, which a link before it may turn elsewhere.
      return isWritable(Text(start: UnsafePointer(buffer), count: length), policy)
        || (path[0] == slash && isWritable(path, policy))
    }
  }
}
