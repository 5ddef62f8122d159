/// Makes the compiled form that the enforcer maps into the function's memory.
package enum PolicyCompiler {
  /// Deterministic: the same policy gives the same bytes.
  ///
  /// - Throws: ``PolicyCompilationError`` for a policy beyond the format's bounds.
  package static func compile(_ policy: EnforcementPolicy) throws(PolicyCompilationError) -> [UInt8] {
    let zeros = String(repeating: "0", count: PolicyFormat.identifierDigits)
    let draft = try bytes(of: policy, identifier: zeros)
    return try bytes(of: policy, identifier: hexadecimal(PolicyFormat.checksum(draft)))
  }

  /// Tells policies apart in events: 16 hexadecimal digits of the compiled form.
  package static func identifier(of policy: EnforcementPolicy) throws(PolicyCompilationError) -> String {
    let zeros = String(repeating: "0", count: PolicyFormat.identifierDigits)
    return hexadecimal(PolicyFormat.checksum(try bytes(of: policy, identifier: zeros)))
  }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: PolicyFormat.identifierDigits - digits.count) + digits
  }

  private static func bytes(
    of policy: EnforcementPolicy, identifier: String
  ) throws(PolicyCompilationError) -> [UInt8] {
    let kinds = SectionKind.allCases.filter { $0 != .strings }
    // The table's size decides where strings begin, and their offsets stand in the lists.
    let tableEnd = PolicyFormat.headerSize + 16 * (kinds.count + 1)
    var strings = StringBlob(start: tableEnd)
    let name = try strings.offset(of: policy.function)
    let identity = try strings.offset(of: identifier)
    var sections: [(kind: SectionKind, bytes: [UInt8])] = []
    for kind in kinds {
      let entries = try SectionEntries.entries(of: kind, in: policy, &strings)
      guard entries.count <= PolicyLimits.entries * kind.stride else {
        throw .tooManyEntries(
          list: kind.key, count: entries.count / kind.stride, limit: PolicyLimits.entries)
      }
      sections.append((kind, entries))
    }
    strings.pad()
    sections.insert((.strings, strings.bytes), at: 0)
    var file = header(of: policy, name: name, identifier: identity, sections: sections.count)
    var offset = tableEnd
    for section in sections {
      let count = section.bytes.count / section.kind.stride
      for number in [section.kind.rawValue, UInt32(offset), UInt32(count), UInt32(section.bytes.count)] {
        file.append(littleEndian: number)
      }
      offset += section.bytes.count
    }
    for section in sections { file += section.bytes }
    guard file.count <= PolicyLimits.compiledBytes else {
      throw .tooLarge(bytes: file.count, limit: PolicyLimits.compiledBytes)
    }
    file.overwrite(UInt32(file.count), at: 12)
    file.overwrite(PolicyFormat.checksum(file), at: PolicyFormat.checksumRange.lowerBound)
    return file
  }

  private static func header(
    of policy: EnforcementPolicy, name: UInt32, identifier: UInt32, sections: Int
  ) -> [UInt8] {
    var file = [UInt8](repeating: 0, count: PolicyFormat.headerSize)
    file.replaceSubrange(0..<8, with: PolicyFormat.magic)
    file.overwrite(PolicyFormat.version, at: 8)
    file.overwrite(UInt16(PolicyFormat.headerSize), at: 10)
    file.overwrite(flags(of: policy), at: 24)
    file.overwrite(policy.enforceAfter?.seconds ?? 0, at: 32)
    for control in Control.allCases {
      file[PolicyFormat.modesOffset + control.rawValue] = policy.effectiveMode(of: control).rawValue
    }
    file.overwrite(name, at: 64)
    file.overwrite(identifier, at: 68)
    file.overwrite(UInt32(sections), at: 72)
    file.overwrite(UInt32(PolicyFormat.headerSize), at: 76)
    return file
  }

  private static func flags(of policy: EnforcementPolicy) -> UInt32 {
    (policy.stance == .learn ? PolicyFormat.Flag.learn : 0)
      | (policy.announces ? PolicyFormat.Flag.announce : 0)
      | (policy.decoys.endsProcess ? PolicyFormat.Flag.honeypotEndsProcess : 0)
      | (policy.usesKernelLayer ? PolicyFormat.Flag.kernelLayer : 0)
  }
}

/// Why a policy does not fit into the format.
package enum PolicyCompilationError: Error, Hashable, Sendable {
  case tooManyEntries(list: String, count: Int, limit: Int)
  case tooLarge(bytes: Int, limit: Int)
  case textTooLong(String, limit: Int)
  case textHoldsZero(String)
}

extension PolicyCompilationError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .tooManyEntries(let list, let count, let limit):
      "\(list) has \(count) entries, more than the \(limit) of a compiled policy; a glob may stand for many"
    case .tooLarge(let bytes, let limit):
      "the compiled policy has \(bytes) bytes, more than the \(limit) that the enforcer reads; name regions of "
        + "services, or globs in place of single files"
    case .textTooLong(let text, let limit):
      "the text '\(Spelling.shown(text))' is longer than the \(limit) bytes of a compiled policy"
    case .textHoldsZero(let text): "the text '\(Spelling.shown(text))' holds a zero byte"
    }
  }
}

/// Texts of a compiled policy, each once.
struct StringBlob {
  private let start: Int
  private(set) var bytes: [UInt8] = []
  private var offsets: [String: UInt32] = [:]

  init(start: Int) { self.start = start }

  /// From the start of the file.
  mutating func offset(of text: String) throws(PolicyCompilationError) -> UInt32 {
    if let known = offsets[text] { return known }
    let utf8 = Array(text.utf8)
    guard utf8.count < PolicyLimits.stringBytes else {
      throw .textTooLong(text, limit: PolicyLimits.stringBytes - 1)
    }
    guard !utf8.contains(0) else { throw .textHoldsZero(text) }
    let offset = UInt32(start + bytes.count)
    bytes += utf8 + [0]
    offsets[text] = offset
    return offset
  }

  /// To a multiple of eight, so that what follows is aligned.
  mutating func pad() {
    while (start + bytes.count) % 8 != 0 { bytes.append(0) }
  }
}

extension [UInt8] {
  mutating func append(littleEndian number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }

  mutating func overwrite(_ number: some FixedWidthInteger, at offset: Int) {
    Swift.withUnsafeBytes(of: number.littleEndian) { value in
      replaceSubrange(offset..<offset + value.count, with: value)
    }
  }
}
