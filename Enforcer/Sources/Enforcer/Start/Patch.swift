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
    var isComplete = overwrite("execve", in: library, with: unsafeBitCast(execve, to: UInt.self))
    isComplete = overwrite("syscall", in: library, with: unsafeBitCast(call, to: UInt.self)) && isComplete
    isComplete = overwrite("fexecve", in: library, with: unsafeBitCast(fexecve, to: UInt.self)) && isComplete
    // Newer than the oldest C library that is supported.
    _ = overwrite("execveat", in: library, with: unsafeBitCast(execveat, to: UInt.self))
    return isComplete
  }

  private static func overwrite(_ name: StaticString, in library: LoadedLibrary, with target: UInt) -> Bool {
    guard let symbol = library.symbol(name), symbol.size >= UInt64(jumpSize) else { return false }
    let start = library.base &+ UInt(symbol.value)
    guard let code = UnsafeMutablePointer<UInt8>(bitPattern: start) else { return false }
    let first = start & ~UInt(page &- 1)
    let length = (start &+ UInt(jumpSize) &- first &+ UInt(page &- 1)) & ~UInt(page &- 1)
    // Never writable and executable at the same time.
    guard protect(first, length, protect_read | protect_write) else { return false }
    writeJump(code, target)
    guard protect(first, length, protect_read | protect_execute) else { unreachable() }
    synchronize_instructions(Int(bitPattern: start), Int(bitPattern: start) &+ jumpSize)
    return true
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
