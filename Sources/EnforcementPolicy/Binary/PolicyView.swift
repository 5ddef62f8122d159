/// Bytes that were checked to be a compiled policy.
struct PolicyView {
  let bytes: [UInt8]
  private var sections: [SectionKind: (offset: Int, count: Int)] = [:]

  init(_ bytes: [UInt8]) throws(CompiledPolicyError) {
    self.bytes = bytes
    guard CompiledPolicy.isCompiled(bytes) else { throw .notAPolicy }
    guard bytes.count >= PolicyFormat.headerSize else {
      throw .wrongSize(bytes: bytes.count, stated: PolicyFormat.headerSize)
    }
    guard bytes.count <= PolicyLimits.compiledBytes else {
      throw .tooLarge(bytes: bytes.count, limit: PolicyLimits.compiledBytes)
    }
    let version = number(8, as: UInt16.self)
    guard version == PolicyFormat.version else { throw .unknownVersion(Int(version)) }
    guard number(10, as: UInt16.self) == PolicyFormat.headerSize else {
      throw .malformed("its header has another size")
    }
    let stated = Int(number(12, as: UInt32.self))
    guard stated == bytes.count else { throw .wrongSize(bytes: bytes.count, stated: stated) }
    guard number(16, as: UInt64.self) == PolicyFormat.checksum(bytes) else { throw .wrongChecksum }
    try readTable()
  }

  private mutating func readTable() throws(CompiledPolicyError) {
    let count = Int(number(72, as: UInt32.self))
    let table = Int(number(76, as: UInt32.self))
    guard count <= PolicyLimits.sections, table >= PolicyFormat.headerSize, table + count * 16 <= bytes.count
    else {
      throw .malformed("its table of lists lies outside of it")
    }
    var previous: UInt32 = 0
    for entry in stride(from: table, to: table + count * 16, by: 16) {
      let kind = number(entry, as: UInt32.self)
      guard kind > previous else { throw .malformed("its lists are not in order") }
      previous = kind
      let offset = Int(number(entry + 4, as: UInt32.self))
      let entries = Int(number(entry + 8, as: UInt32.self))
      let size = Int(number(entry + 12, as: UInt32.self))
      guard offset >= PolicyFormat.headerSize, offset + size <= bytes.count else {
        throw .malformed("list \(kind) lies outside of it")
      }
      // Later versions may bring lists that are none of ours.
      guard let known = SectionKind(rawValue: kind) else { continue }
      guard entries * known.stride == size else { throw .malformed("list \(kind) has another size") }
      guard known == .strings || entries <= PolicyLimits.entries else {
        throw .malformed("list \(kind) has \(entries) entries")
      }
      sections[known] = (offset, entries)
    }
    guard let strings = sections[.strings], strings.count > 0, bytes[strings.offset + strings.count - 1] == 0
    else {
      throw .malformed("its texts do not end")
    }
  }

  /// - Parameter offset: Within the file, with room for the number.
  func number<Number: FixedWidthInteger>(_ offset: Int, as type: Number.Type) -> Number {
    bytes.withUnsafeBytes { Number(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: type)) }
  }

  /// The text whose offset stands at a place.
  func string(at place: Int) throws(CompiledPolicyError) -> String {
    let offset = Int(number(place, as: UInt32.self))
    guard let strings = sections[.strings], offset >= strings.offset, offset < strings.offset + strings.count
    else {
      throw .malformed("a text lies outside of its place")
    }
    let rest = bytes[offset..<strings.offset + strings.count]
    guard let end = rest.prefix(PolicyLimits.stringBytes).firstIndex(of: 0) else {
      throw .malformed("a text is too long")
    }
    guard let text = String(validating: bytes[offset..<end], as: UTF8.self) else {
      throw .malformed("a text is not UTF-8")
    }
    return text
  }

  func entries<Entry>(
    _ kind: SectionKind, _ make: (Int) throws(CompiledPolicyError) -> Entry
  ) throws(CompiledPolicyError) -> [Entry] {
    guard let section = sections[kind] else { return [] }
    var result: [Entry] = []
    for index in 0..<section.count { result.append(try make(section.offset + index * kind.stride)) }
    return result
  }

  func texts(_ kind: SectionKind) throws(CompiledPolicyError) -> [String] {
    try entries(kind) { place throws(CompiledPolicyError) in try string(at: place) }
  }

  func decoyVariable(at place: Int) throws(CompiledPolicyError) -> CompiledPolicy.DecoyVariable {
    let text = Array(try string(at: place).utf8)
    let length = Int(number(place + 4, as: UInt32.self))
    guard length > 0, text.firstIndex(of: UInt8(ascii: "=")) == length else {
      throw .malformed("a decoy's name is not as long as it says")
    }
    let flags = number(place + 8, as: UInt32.self)
    return CompiledPolicy.DecoyVariable(
      name: String(decoding: text[..<length], as: UTF8.self),
      value: String(decoding: text[(length + 1)...], as: UTF8.self),
      replacesInChildren: flags & PolicyFormat.DecoyFlag.children != 0,
      isPlanted: flags & PolicyFormat.DecoyFlag.planted != 0)
  }
}
