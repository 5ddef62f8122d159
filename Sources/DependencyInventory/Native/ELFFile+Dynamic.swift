extension ELFFile {
  /// What the dynamic linker reads.
  struct Dynamic {
    /// What others link the library by: `libssl.so.1.1`.
    var soname: String?
    /// Libraries that have to be there: how many.
    var needed = 0
    /// Whether the linker says that this movable file is a program.
    var isProgram = false
  }

  /// Entries that are looked at; large programs need some hundred libraries.
  private static let dynamicLimit = 4096

  var dynamic: Dynamic {
    guard let place = segments.first(where: { $0.type == 2 })?.bytes else { return Dynamic() }
    let width = is64 ? 8 : 4
    var dynamic = Dynamic()
    var names: Int?
    var sonameOffset: Int?
    for index in 0..<min(place.count / (2 * width), Self.dynamicLimit) {
      let start = place.lowerBound + index * 2 * width
      guard let tag = word(at: start), let value = word(at: start + width), tag != 0 else { break }
      switch tag {
      case 1: dynamic.needed += 1
      case 5: names = value
      case 14: sonameOffset = value
      case 0x6FFF_FFFB: dynamic.isProgram = value & 0x0800_0000 != 0
      default: continue
      }
    }
    if let names = names.flatMap(offset), let sonameOffset {
      dynamic.soname = text(in: names..<bytes.count, at: sonameOffset, limit: 256)
    }
    return dynamic
  }

  var hasInterpreter: Bool { segments.contains { $0.type == 3 } }

  /// The machine in the words of `uname -m`.
  var architecture: String { Self.machines[machine] ?? "machine \(machine)" }

  private static let machines = [
    3: "i386", 8: "mips", 20: "ppc", 21: "ppc64", 22: "s390x", 40: "arm", 43: "sparc64", 62: "x86_64",
    183: "aarch64", 243: "riscv", 258: "loongarch",
  ]
}
