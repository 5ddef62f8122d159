import CEnforcerSystem

/// Overwrites the C library's own entries: what it calls itself, and what is looked up in it past the hooks, arrives
/// at the hooks too.
enum Patch {
  private static let page = 4096

  /// Called before the program has threads.
  ///
  /// - Returns: Whether all entries lead to the hooks now.
  static func apply(to library: LoadedLibrary) -> Bool {
    // Where musl starts programs for posix_spawn, system and popen, a child has 5 KiB of stack: less than a decision
    // and its event take.
    guard library.symbol("gnu_get_libc_version") != nil else { return false }
    let execve: @convention(c) (UnsafePointer<CChar>?, StringList?, StringList?) -> Int32 = hookedExecve
    let execveat: @convention(c) (Int32, UnsafePointer<CChar>?, StringList?, StringList?, Int32) -> Int32 =
      hookedExecveat
    let fexecve: @convention(c) (Int32, StringList?, StringList?) -> Int32 = hookedFexecve
    let call: @convention(c) (Int, Int, Int, Int, Int, Int, Int) -> Int = hookedSystemCall
    var jumps = Jumps()
    var isComplete = jumps.add("execve", in: library, to: unsafeBitCast(execve, to: UInt.self))
    isComplete = jumps.add("syscall", in: library, to: unsafeBitCast(call, to: UInt.self)) && isComplete
    isComplete = jumps.add("fexecve", in: library, to: unsafeBitCast(fexecve, to: UInt.self)) && isComplete
    // Newer than the oldest C library that is supported.
    _ = jumps.add("execveat", in: library, to: unsafeBitCast(execveat, to: UInt.self))
    return jumps.write() && isComplete
  }

  /// Entries that are to lead elsewhere, and the pages that they are in.
  private struct Jumps {
    private var starts = InlineArray<4, UInt>(repeating: 0)
    private var targets = InlineArray<4, UInt>(repeating: 0)
    private var count = 0
    private var first = UInt.max
    private var end: UInt = 0

    /// - Returns: Whether the entry is there and long enough.
    @inline(never)
    mutating func add(_ name: StaticString, in library: LoadedLibrary, to target: UInt) -> Bool {
      guard count < 4, let symbol = library.symbol(name), symbol.size >= UInt64(jumpSize) else {
        return false
      }
      let start = library.base &+ UInt(symbol.value)
      starts[unchecked: count] = start
      targets[unchecked: count] = target
      count &+= 1
      first = min(first, start & ~UInt(page &- 1))
      end = max(end, (start &+ UInt(jumpSize) &+ UInt(page &- 1)) & ~UInt(page &- 1))
      return true
    }

    /// Writes all while their pages, and those between them, are writable.
    ///
    /// Page by page it would leave the C library in so many pieces that every fork takes noticeably longer.
    func write() -> Bool {
      // Never writable and executable at the same time.
      guard count > 0, protect(first, end &- first, protect_read | protect_write) else { return false }
      for index in 0..<count {
        if let code = UnsafeMutablePointer<UInt8>(bitPattern: starts[unchecked: index]) {
          writeJump(code, targets[unchecked: index])
        }
      }
      guard protect(first, end &- first, protect_read | protect_execute) else { unreachable() }
      for index in 0..<count {
        let start = Int(bitPattern: starts[unchecked: index])
        synchronize_instructions(start, start &+ jumpSize)
      }
      return true
    }
  }

  private static func protect(_ start: UInt, _ length: UInt, _ protection: Int) -> Bool {
    systemCall(number_mprotect, Int(bitPattern: start), Int(bitPattern: length), protection) == 0
  }

  #if arch(arm64)
    private static let jumpSize = 16

    private static func writeJump(_ code: UnsafeMutablePointer<UInt8>, _ target: UInt) {
      let place = UnsafeMutableRawPointer(code)
      // ldr x16, the eight bytes behind; br x16: the register that linkers use for such jumps.
      place.storeBytes(of: 0x5800_0050, as: UInt32.self)
      place.storeBytes(of: 0xd61f_0200, toByteOffset: 4, as: UInt32.self)
      place.storeBytes(of: UInt64(target), toByteOffset: 8, as: UInt64.self)
    }
  #else
    private static let jumpSize = 12

    private static func writeJump(_ code: UnsafeMutablePointer<UInt8>, _ target: UInt) {
      let place = UnsafeMutableRawPointer(code)
      // movabs rax, target; jmp rax: no argument is passed in that register.
      place.storeBytes(of: 0xb848, as: UInt16.self)
      place.storeBytes(of: UInt64(target), toByteOffset: 2, as: UInt64.self)
      place.storeBytes(of: 0xe0ff, toByteOffset: 10, as: UInt16.self)
    }
  #endif
}
