import CEnforcerSystem

/// A library in memory, and how to find its functions without the dynamic linker's help: linking `dlsym` would bind
/// a version of it that old systems lack, and calling it allocates.
struct LoadedLibrary {
  let base: UInt
  let symbols: UnsafePointer<elf_symbol>
  let strings: UnsafePointer<UInt8>
  let hash: UnsafePointer<UInt32>
  /// One number per symbol; nil in libraries without versions.
  let versions: UnsafePointer<UInt16>?

  init?(_ object: loaded_object) {
    var found = (symbols: UInt(0), strings: UInt(0), hash: UInt(0), versions: UInt(0))
    for index in 0..<Int(object.program_header_count) {
      let header = object.program_headers[index]
      guard header.type == segment_dynamic else { continue }
      guard var entry = UnsafePointer<elf_dynamic>(bitPattern: UInt(object.base &+ header.address)) else {
        return nil
      }
      while entry.pointee.tag != 0 {
        // The linker of glibc has relocated these values already, that of musl and the kernel's vDSO have not.
        let value = entry.pointee.value
        let place = UInt(value < object.base ? value &+ object.base : value)
        switch entry.pointee.tag {
        case dynamic_symbols: found.symbols = place
        case dynamic_strings: found.strings = place
        case dynamic_gnu_hash: found.hash = place
        case dynamic_versions: found.versions = place
        default: break
        }
        entry += 1
      }
    }
    guard let symbols = UnsafePointer<elf_symbol>(bitPattern: found.symbols),
      let strings = UnsafePointer<UInt8>(bitPattern: found.strings),
      let hash = UnsafePointer<UInt32>(bitPattern: found.hash)
    else { return nil }
    base = UInt(object.base)
    self.symbols = symbols
    self.strings = strings
    self.hash = hash
    versions = UnsafePointer(bitPattern: found.versions)
  }

  /// The definition that a program linked today would get.
  func symbol(_ name: StaticString) -> elf_symbol? { symbol(named: Text(name)) }

  func symbol(named wanted: Text) -> elf_symbol? {
    var sum: UInt32 = 5381
    for index in 0..<wanted.count { sum = sum &* 33 &+ UInt32(wanted.start[index]) }
    let bucketCount = hash[0]
    let firstSymbol = hash[1]
    let bloomWords = Int(hash[2])
    guard bucketCount > 0 else { return nil }
    let buckets = hash + 4 + bloomWords &* 2
    let chains = buckets + Int(bucketCount)
    var index = buckets[Int(sum % bucketCount)]
    guard index >= firstSymbol else { return nil }
    while true {
      let link = chains[Int(index &- firstSymbol)]
      let symbol = symbols[Int(index)]
      if (link ^ sum) >> 1 == 0, symbol.section != 0, isDefault(Int(index)),
        Text(terminated: strings + Int(symbol.name), limit: wanted.count &+ 1) == wanted
      {
        return symbol
      }
      if link & 1 != 0 { return nil }
      index &+= 1
    }
  }

  /// The highest bit marks a version kept only for programs that were linked against it.
  private func isDefault(_ index: Int) -> Bool { versions.map { $0[index] & 0x8000 == 0 } ?? true }

  /// Where a function is; 0 when there is none of that name.
  func address(named name: Text) -> UInt { symbol(named: name).map { base &+ UInt($0.value) } ?? 0 }

  func function(_ name: StaticString) -> UnsafeMutableRawPointer? {
    symbol(name).flatMap { UnsafeMutableRawPointer(bitPattern: base &+ UInt($0.value)) }
  }
}

/// Finds the C library: the first object that offers the functions which only it has.
func findCLibrary() -> LoadedLibrary? {
  var result: LoadedLibrary?
  withUnsafeMutablePointer(to: &result) { result in
    _ = visit_objects(
      { object, _, context in
        guard let library = LoadedLibrary(object.pointee), let context,
          library.symbol("__errno_location") != nil, library.symbol("execve") != nil
        else { return 0 }
        context.assumingMemoryBound(to: LoadedLibrary?.self).pointee = library
        return 1
      }, UnsafeMutableRawPointer(result))
  }
  return result
}
