import CEnforcerSystem

/// System calls that the kernel refuses, as a program of seccomp.
struct SystemCallFilter {
  private static let capacity = 48
  private var instructions = InlineArray<48, filter_instruction>(repeating: filter_instruction())
  private(set) var count = 0

  private enum Code {
    static let load: UInt16 = 0x20
    static let jumpIfEqual: UInt16 = 0x15
    static let jumpIfAtLeast: UInt16 = 0x35
    static let jumpIfSet: UInt16 = 0x45
    static let answer: UInt16 = 0x06
  }

  /// Offsets in `struct seccomp_data`; of an argument, its lower half.
  private enum Field {
    static let number: UInt32 = 0
    static let architecture: UInt32 = 4
    static let secondArgument: UInt32 = 24
  }

  /// Empty when the policy blocks nothing that a filter could hold.
  init(_ policy: Policy) {
    let holdsMemoryFiles =
      mode(of: .filelessExecution) == .block && SystemCallFilter.kernelKnowsSeals && !runsDotnet(policy)
    let holdsMemory = mode(of: .credentials) == .block || mode(of: .executables) == .block
    let holdsRing = SystemCallFilter.holdsRing
    guard holdsMemoryFiles || holdsMemory || holdsRing else { return }
    append(Code.load, Field.architecture)
    let fork = count
    append(Code.jumpIfEqual, own_audit_architecture)
    // Another table of system calls, in which the same calls have other numbers.
    #if arch(x86_64)
      append(Code.jumpIfEqual, audit_architecture_i386, whenTrue: 1)
      append(Code.answer, SystemCallFilter.refusal)
      append(Code.load, Field.number)
      refuse(.i386, memory: holdsMemory, ring: holdsRing, memoryFiles: holdsMemoryFiles)
    #else
      append(Code.answer, SystemCallFilter.refusal)
    #endif
    instructions[unchecked: fork].jump_true = UInt8(truncatingIfNeeded: count &- fork &- 1)
    append(Code.load, Field.number)
    #if arch(x86_64)
      // The numbers of x32, the same calls once more. A kernel without x32 knows none of them, nor -1.
      append(Code.jumpIfAtLeast, 0x4000_0000, whenFalse: 1)
      append(Code.answer, seccomp_error | UInt32(truncatingIfNeeded: error_not_implemented))
    #endif
    refuse(.own, memory: holdsMemory, ring: holdsRing, memoryFiles: holdsMemoryFiles)
  }

  /// Numbers of the calls that are held, in one table of system calls.
  private struct Numbers {
    let ptrace, readMemory, writeMemory, ring, memoryFile: Int

    static var own: Numbers {
      Numbers(
        ptrace: number_ptrace, readMemory: number_process_vm_readv, writeMemory: number_process_vm_writev,
        ring: number_io_uring_setup, memoryFile: number_memfd_create)
    }
    /// Of 32-bit programs, and of `int 0x80` in all others.
    static var i386: Numbers {
      Numbers(ptrace: 26, readMemory: 347, writeMemory: 348, ring: 425, memoryFile: 356)
    }
  }

  /// Refuses what is held and allows the rest; the number is loaded.
  @inline(never)
  private mutating func refuse(_ numbers: Numbers, memory: Bool, ring: Bool, memoryFiles: Bool) {
    if memory {
      refuse(numbers.ptrace)
      refuse(numbers.readMemory)
      refuse(numbers.writeMemory)
    }
    if ring { refuse(numbers.ring) }
    if memoryFiles {
      append(Code.jumpIfEqual, UInt32(truncatingIfNeeded: numbers.memoryFile), whenFalse: 3)
      append(Code.load, Field.secondArgument)
      append(Code.jumpIfSet, memory_file_sealed, whenTrue: 1)
      append(Code.answer, SystemCallFilter.refusal)
    }
    append(Code.answer, seccomp_allow)
  }

  /// Whether what could be done through io_uring, past the hooks, is blocked.
  @inline(never)
  static var holdsRing: Bool {
    mode(of: .egress) == .block || mode(of: .honeypots) == .block || mode(of: .sourceCode) == .block
      || mode(of: .temporaryWrites) == .block
  }

  /// EPERM, as from a kernel that was built without the call.
  private static var refusal: UInt32 { seccomp_error | UInt32(truncatingIfNeeded: error_permission) }

  @inline(never)
  private mutating func append(
    _ code: UInt16, _ value: UInt32, whenTrue: UInt8 = 0, whenFalse: UInt8 = 0
  ) {
    guard count < SystemCallFilter.capacity else { return }
    instructions[unchecked: count] = filter_instruction(
      code: code, jump_true: whenTrue, jump_false: whenFalse, value: value)
    count &+= 1
  }

  @inline(never)
  private mutating func refuse(_ number: Int) {
    append(Code.jumpIfEqual, UInt32(truncatingIfNeeded: number), whenFalse: 1)
    append(Code.answer, SystemCallFilter.refusal)
  }

  func apply() -> Bool {
    guard count > 0 else { return false }
    return instructions.span.withUnsafeBufferPointer { buffer in
      var program = filter_program(
        length: UInt16(truncatingIfNeeded: count), instructions: buffer.baseAddress)
      return withUnsafeMutablePointer(to: &program) { program in
        // Without the flag, older kernels slow the whole process down against speculation.
        systemCall(number_seccomp, seccomp_set_mode_filter, seccomp_allow_speculation, address(program)) == 0
          || systemCall(number_seccomp, seccomp_set_mode_filter, 0, address(program)) == 0
      }
    }
  }

  /// Linux 6.3 and later; older ones refuse flags that they do not know.
  private static var kernelKnowsSeals: Bool {
    let name: StaticString = "parapet"
    let file = systemCall(number_memfd_create, address(name.utf8Start), Int(memory_file_sealed))
    guard file >= 0 else { return false }
    close(file)
    return true
  }

  /// .NET maps its code twice, through a file in memory.
  private func runsDotnet(_ policy: Policy) -> Bool {
    let executables = policy.section(.executables)
    for index in 0..<executables.count where executables.string(index).lastComponent == "dotnet" {
      return true
    }
    return withPathBuffer { buffer in
      readLink(StaticString("/proc/self/exe").utf8Start, into: buffer, capacity: pathLimit)
        .map { $0.lastComponent == "dotnet" } ?? false
    }
  }
}
