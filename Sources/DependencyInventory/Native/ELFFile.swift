/// The tables of an ELF file; every offset in it is only believed where it lies inside the file.
///
/// Source: System V ABI, chapters 4 and 5.
struct ELFFile {
  struct Segment {
    let type: Int
    let flags: Int
    let address: Int
    let bytes: Range<Int>
  }

  struct Section {
    let name: String
    let type: Int
    let address: Int
    let bytes: Range<Int>
  }

  /// Entries of one table; Go and C++ programs with debug sections have some hundred.
  static let tableLimit = 4096

  let bytes: [UInt8]
  let is64: Bool
  let isBig: Bool
  /// 2 for a fixed address, 3 for a shared object or a program that can be moved.
  let type: Int
  let machine: Int
  private(set) var segments: [Segment] = []
  private(set) var sections: [Section] = []

  static let magic: [UInt8] = [0x7F, 0x45, 0x4C, 0x46]

  /// - Returns: `nil` for what is no ELF file, or has not even a whole header.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: Self.magic), bytes.count >= 52, bytes[4] == 1 || bytes[4] == 2,
      bytes[5] == 1 || bytes[5] == 2, bytes[4] == 1 || bytes.count >= 64
    else { return nil }
    self.bytes = bytes
    is64 = bytes[4] == 2
    isBig = bytes[5] == 2
    type = bytes.number(at: 16, count: 2, isBig: isBig) ?? 0
    machine = bytes.number(at: 18, count: 2, isBig: isBig) ?? 0
    segments = readSegments()
    sections = readSections()
  }

  func number(at offset: Int, _ count: Int) -> Int? { bytes.number(at: offset, count: count, isBig: isBig) }

  /// A number as wide as an address.
  func word(at offset: Int) -> Int? { number(at: offset, is64 ? 8 : 4) }

  /// The part of the range that lies in the file; `nil` if it starts outside.
  func range(_ offset: Int, _ count: Int) -> Range<Int>? {
    guard offset >= 0, count >= 0, offset <= bytes.count else { return nil }
    return offset..<(offset + min(count, bytes.count - offset))
  }

  private func table(offset: Int?, size: Int?, count: Int?, least: Int) -> [Int] {
    guard let offset, let size, let count, size >= least, offset > 0 else { return [] }
    return (0..<min(count, Self.tableLimit)).compactMap { index in
      let (start, overflow) = offset.addingReportingOverflow(index * size)
      return overflow || start > bytes.count - least ? nil : start
    }
  }

  private func readSegments() -> [Segment] {
    let starts = table(
      offset: word(at: is64 ? 32 : 28), size: number(at: is64 ? 54 : 42, 2),
      count: number(at: is64 ? 56 : 44, 2),
      least: is64 ? 56 : 32)
    return starts.compactMap { start in
      guard let type = number(at: start, 4), let flags = number(at: start + (is64 ? 4 : 24), 4),
        let offset = word(at: start + (is64 ? 8 : 4)), let address = word(at: start + (is64 ? 16 : 8)),
        let size = word(at: start + (is64 ? 32 : 16)), let range = range(offset, size)
      else { return nil }
      return Segment(type: type, flags: flags, address: address, bytes: range)
    }
  }

  private func readSections() -> [Section] {
    let starts = table(
      offset: word(at: is64 ? 40 : 32), size: number(at: is64 ? 58 : 46, 2),
      count: number(at: is64 ? 60 : 48, 2),
      least: is64 ? 64 : 40)
    let raw = starts.compactMap { start -> (name: Int, section: Section)? in
      guard let name = number(at: start, 4), let type = number(at: start + 4, 4),
        let address = word(at: start + (is64 ? 16 : 12)), let offset = word(at: start + (is64 ? 24 : 16)),
        let size = word(at: start + (is64 ? 32 : 20)),
        // A section without bytes in the file has a size all the same.
        let range = range(offset, type == 8 ? 0 : size)
      else { return nil }
      return (name, Section(name: "", type: type, address: address, bytes: range))
    }
    guard let index = number(at: is64 ? 62 : 50, 2), raw.indices.contains(index) else {
      return raw.map(\.section)
    }
    let names = raw[index].section.bytes
    return raw.map { item in
      let name = text(in: names, at: item.name, limit: 64) ?? ""
      return Section(
        name: name, type: item.section.type, address: item.section.address, bytes: item.section.bytes)
    }
  }

  /// The text that ends with a NUL; `nil` if none ends inside the range and the limit.
  func text(in range: Range<Int>, at offset: Int, limit: Int) -> String? {
    guard offset >= 0, offset < range.count else { return nil }
    let start = range.lowerBound + offset
    let rest = bytes[start..<min(range.upperBound, start + limit)]
    guard let end = rest.firstIndex(of: 0) else { return nil }
    return String(decoding: rest[..<end], as: UTF8.self)
  }

  func section(_ name: String) -> Section? { sections.first { $0.name == name } }

  /// Where in the file the byte of an address lies.
  func offset(ofAddress address: Int) -> Int? {
    for segment in segments where segment.type == 1 && address >= segment.address {
      let distance = address - segment.address
      if distance < segment.bytes.count { return segment.bytes.lowerBound + distance }
    }
    return nil
  }
}

extension [UInt8] {
  /// An unsigned number; `nil` if it lies outside or exceeds `Int`.
  func number(at offset: Int, count: Int, isBig: Bool) -> Int? {
    guard offset >= 0, offset <= self.count - count else { return nil }
    var value: UInt64 = 0
    for index in 0..<count {
      value = value << 8 | UInt64(self[isBig ? offset + index : offset + count - 1 - index])
    }
    return Int(exactly: value)
  }
}
