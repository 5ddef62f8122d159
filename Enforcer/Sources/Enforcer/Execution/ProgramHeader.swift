import CEnforcerSystem

/// The beginning of a file that is to run.
struct ProgramHeader {
  /// The kernel looks at 256 bytes for `#!`; the program headers of a binary may take more.
  static let size = 1024

  private let bytes: Text

  /// - Parameter buffer: At least ``size`` bytes. A file that cannot be read counts as empty.
  init(of descriptor: Int, into buffer: UnsafeMutablePointer<UInt8>) {
    let count = max(0, systemCall(number_pread64, descriptor, address(buffer), ProgramHeader.size, 0))
    bytes = Text(start: UnsafePointer(buffer), count: count)
  }

  var isScript: Bool { bytes[0] == UInt8(ascii: "#") && bytes[1] == UInt8(ascii: "!") }

  /// The interpreter that the first line names; nil when the kernel would find none either.
  var interpreter: Text? {
    guard isScript else { return nil }
    let line = bytes.prefix(256)
    var start = 2
    while isBlank(line[start]) { start &+= 1 }
    var end = start
    while end < line.count, !isBlank(line[end]), line[end] != 10, line[end] != 0 { end &+= 1 }
    return end > start ? Text(start: line.start + start, count: end &- start) : nil
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }

  private var elf: elf_header? {
    guard bytes.count >= MemoryLayout<elf_header>.size else { return nil }
    let header = UnsafeRawPointer(bytes.start).loadUnaligned(as: elf_header.self)
    // 64 bits, little endian.
    guard bytes.hasPrefix(Text("\u{7f}ELF\u{2}\u{1}")) else { return nil }
    return header
  }

  /// Whether the library can be loaded into it: a binary of this architecture that names a dynamic linker.
  var isHookable: Bool {
    guard let elf, elf.machine == own_machine else { return false }
    for index in 0..<Int(elf.program_header_count) {
      guard let header = programHeader(index, of: elf) else { break }
      if header.type == segment_interpreter { return true }
    }
    return false
  }

  /// Whether it is a binary of 32 bits.
  var isOfOtherSize: Bool { bytes.hasPrefix(Text("\u{7f}ELF\u{1}")) }

  private func programHeader(_ index: Int, of elf: elf_header) -> elf_program_header? {
    guard elf.program_headers <= UInt64(bytes.count) else { return nil }
    let offset = Int(elf.program_headers) &+ index &* MemoryLayout<elf_program_header>.size
    guard offset &+ MemoryLayout<elf_program_header>.size <= bytes.count else { return nil }
    return UnsafeRawPointer(bytes.start + offset).loadUnaligned(as: elf_program_header.self)
  }
}

/// Whether a file is the dynamic linker, which runs any file it is given.
func isLoader(_ file: Executable) -> Bool {
  if file.status.ino == State.loaderInode, file.status.size == State.loaderSize { return true }
  let name = file.canonical.lastComponent
  return name.hasPrefix(Text("ld-linux")) || name.hasPrefix(Text("ld-musl")) || name.hasPrefix(Text("ld.so"))
    || name.hasPrefix(Text("ld64.so")) || name.hasPrefix(Text("ld-uClibc"))
    || (name.hasPrefix(Text("ld-2.")) && name.hasSuffix(Text(".so")))
}
