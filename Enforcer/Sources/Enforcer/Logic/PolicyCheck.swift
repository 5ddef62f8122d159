/// Why a file is no usable policy.
enum PolicyProblem: UInt8 {
  case missing, size, magic, version, checksum, header, section, string

  /// Ends the sentence "the policy is not usable: ".
  var text: StaticString {
    switch self {
    case .missing: "there is no such file, or it cannot be read"
    case .size: "its size is not what its header says, or too large"
    case .magic: "it does not begin as a policy does"
    case .version: "it was written for another version of the enforcer"
    case .checksum: "its checksum does not match"
    case .header: "its header is malformed"
    case .section: "a list lies outside of the file, is too long or not in order"
    case .string: "a text lies outside of its place or does not end"
    }
  }
}

extension Policy {
  /// The first thing that is wrong with bytes that may come from anywhere; nil when they are a policy.
  static func problem(base: UnsafeRawPointer, size: Int) -> PolicyProblem? {
    guard size >= headerSize, size <= sizeLimit else { return .size }
    let policy = Policy(checked: base)
    // "PARAPET\0", read as a little-endian number.
    guard policy.number(0, as: UInt64.self) == 0x0054_4550_4152_4150 else { return .magic }
    guard policy.number(8, as: UInt16.self) == formatVersion else { return .version }
    guard Int(policy.number(10, as: UInt16.self)) == headerSize else { return .header }
    guard Int(policy.number(12, as: UInt32.self)) == size else { return .size }
    guard policy.number(16, as: UInt64.self) == policy.checksum else { return .checksum }
    return policy.sectionProblem ?? policy.stringProblem
  }

  /// FNV-1a of the file with the bytes of the checksum itself taken as zero.
  var checksum: UInt64 {
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325
    let bytes = base.assumingMemoryBound(to: UInt8.self)
    for index in 0..<size {
      let byte = index >= 16 && index < 24 ? 0 : bytes[index]
      sum = (sum ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return sum
  }

  private var sectionProblem: PolicyProblem? {
    let count = Int(number(72, as: UInt32.self))
    let table = Int(number(76, as: UInt32.self))
    guard count <= Policy.sectionLimit, table >= Policy.headerSize, table &+ count &* 16 <= size else {
      return .section
    }
    var previous: UInt32 = 0
    for index in 0..<count {
      let entry = table &+ index &* 16
      let kind = number(entry, as: UInt32.self)
      guard kind > previous else { return .section }
      previous = kind
      let offset = Int(number(entry &+ 4, as: UInt32.self))
      let entries = Int(number(entry &+ 8, as: UInt32.self))
      let bytes = Int(number(entry &+ 12, as: UInt32.self))
      guard offset >= Policy.headerSize, offset &+ bytes <= size else { return .section }
      // What a later version added is none of this one's business beyond lying within the file.
      guard let known = SectionKind(rawValue: kind) else { continue }
      guard entries &* known.stride == bytes else { return .section }
      guard known == .strings || entries <= Policy.entryLimit else { return .section }
    }
    return nil
  }

  /// Every text begins within the strings and ends before ``stringLimit``.
  private var stringProblem: PolicyProblem? {
    let strings = section(.strings)
    let bytes = base.assumingMemoryBound(to: UInt8.self)
    let end = strings.offset &+ strings.count
    guard strings.count > 0, bytes[end &- 1] == 0 else { return .string }
    func isText(at place: Int) -> Bool {
      let offset = Int(number(place, as: UInt32.self))
      guard offset >= strings.offset, offset < end else { return false }
      return string(at: place).count < Policy.stringLimit
    }
    guard isText(at: 64), isText(at: 68) else { return .string }
    for kind in SectionKind.executables.rawValue...SectionKind.variableExceptions.rawValue {
      guard let known = SectionKind(rawValue: kind), known.beginsWithString else { continue }
      let section = section(known)
      for index in 0..<section.count where !isText(at: section.place(of: index)) { return .string }
      guard known == .decoyVariables else { continue }
      for index in 0..<section.count where !isDecoy(at: section.place(of: index)) { return .string }
    }
    return nil
  }

  /// A decoy is `NAME=value`, and the length of NAME is right.
  private func isDecoy(at place: Int) -> Bool {
    let length = Int(number(place &+ 4, as: UInt32.self))
    let text = string(at: place)
    return length > 0 && text.index(of: UInt8(ascii: "=")) == length
  }
}
