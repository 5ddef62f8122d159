/// Makes small ELF files for tests: 64 bits, one loaded segment over the whole file, sections as asked for.
struct ELFMaker {
  struct Section {
    let name: String
    let type: Int
    let content: [UInt8]
  }

  var type = 2
  var machine = 62
  var sections: [Section] = []
  /// Path of the program interpreter, which programs that are linked at their start have.
  var interpreter: String?
  /// Tags and values of the dynamic section; texts are offsets into `.dynstr`.
  var dynamic: [(tag: Int, value: Int)] = []
  static let address = 0x40_0000

  static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  /// Where a section's content starts in the file; the first one lies behind the headers, aligned to 16.
  func offset(of name: String) -> Int { layout.first { $0.section.name == name }?.offset ?? 0 }

  private var all: [Section] {
    var all = sections
    if let interpreter {
      all.append(Section(name: ".interp", type: 1, content: Array(interpreter.utf8) + [0]))
    }
    if !dynamic.isEmpty {
      let content = dynamic.flatMap { Self.little($0.tag, 8) + Self.little($0.value, 8) } + Self.little(0, 16)
      all.append(Section(name: ".dynamic", type: 6, content: content))
    }
    return all
  }

  private var layout: [(section: Section, offset: Int)] {
    var offset = 64 + 3 * 56
    return all.map { section in
      offset = (offset + 15) / 16 * 16
      defer { offset += section.content.count }
      return (section, offset)
    }
  }

  var bytes: [UInt8] {
    let layout = layout
    var names: [UInt8] = [0]
    var body: [UInt8] = []
    let start = 64 + 3 * 56
    var headers = [UInt8](repeating: 0, count: 64)
    for item in layout {
      body += [UInt8](repeating: 0, count: item.offset - start - body.count) + item.section.content
      headers += Self.little(names.count, 4) + Self.little(item.section.type, 4) + Self.little(0, 8)
      headers += Self.little(Self.address + item.offset, 8) + Self.little(item.offset, 8)
      headers += Self.little(item.section.content.count, 8) + Self.little(0, 24)
      names += Array(item.section.name.utf8) + [0]
    }
    let namesOffset = start + body.count
    headers += Self.little(0, 4) + Self.little(3, 4) + Self.little(0, 16) + Self.little(namesOffset, 8)
    headers += Self.little(names.count, 8) + Self.little(0, 24)
    let headersOffset = namesOffset + names.count
    let size = headersOffset + headers.count
    var head: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1] + [UInt8](repeating: 0, count: 9)
    head += Self.little(type, 2) + Self.little(machine, 2) + Self.little(1, 4) + Self.little(Self.address, 8)
    head += Self.little(64, 8) + Self.little(headersOffset, 8) + Self.little(0, 4) + Self.little(64, 2)
    head += Self.little(56, 2) + Self.little(3, 2) + Self.little(64, 2) + Self.little(layout.count + 2, 2)
    head += Self.little(layout.count + 1, 2)
    head += segment(1, flags: 6, offset: 0, size: size)
    head += segment(
      interpreter == nil ? 0 : 3, flags: 4, offset: offset(of: ".interp"),
      size: (interpreter?.utf8.count ?? 0) + 1)
    head += segment(
      dynamic.isEmpty ? 0 : 2, flags: 6, offset: offset(of: ".dynamic"), size: (dynamic.count + 1) * 16)
    return head + body + names + headers
  }

  private func segment(_ type: Int, flags: Int, offset: Int, size: Int) -> [UInt8] {
    Self.little(type, 4) + Self.little(flags, 4) + Self.little(offset, 8)
      + Self.little(Self.address + offset, 8)
      + Self.little(Self.address + offset, 8) + Self.little(size, 8) + Self.little(size, 8)
      + Self.little(8, 8)
  }
}
