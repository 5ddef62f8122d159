/// The lists of a policy.
enum SectionKind: UInt32 {
  case strings = 1
  case executables, forbiddenNames, forbiddenHashes, writableDirectories, hosts, networks, sourceFiles
  case decoyVariables, decoyFiles, executableDirectories, writableExceptions, libraryExceptions
  case variableExceptions

  /// Bytes of one entry.
  var stride: Int {
    switch self {
    case .strings: 1
    case .executables: 48
    case .forbiddenHashes: 32
    case .networks: 24
    case .hosts, .decoyVariables: 16
    default: 4
    }
  }

  /// Whether an entry begins with the offset of a string.
  var beginsWithString: Bool { self != .strings && self != .forbiddenHashes && self != .networks }
}

/// One list of a policy.
struct PolicySection {
  let policy: Policy
  /// Where the list's row in the table of sections stands; 0 when the policy has no such list.
  let row: Int

  var offset: Int { Int(policy.number(row &+ 4, as: UInt32.self)) }
  var count: Int { row == 0 ? 0 : Int(policy.number(row &+ 8, as: UInt32.self)) }

  /// - Parameter index: Less than ``count``.
  @inline(never)
  func place(of index: Int) -> Int {
    let size = Int(policy.number(row &+ 12, as: UInt32.self))
    return offset &+ index &* (size / max(1, count))
  }

  /// The string that the entry begins with.
  @inline(never)
  func string(_ index: Int) -> Text { policy.string(at: place(of: index)) }

  /// Whether a listed directory is the path or above it.
  @inline(never)
  func containsDirectory(of path: Text) -> Bool {
    for index in 0..<count where path.isWithin(string(index)) { return true }
    return false
  }

  @inline(never)
  func contains(_ text: Text) -> Bool {
    for index in 0..<count where text == string(index) { return true }
    return false
  }
}

extension Policy {
  /// Empty when the policy has no such list.
  @inline(never)
  func section(_ kind: SectionKind) -> PolicySection {
    let table = Int(number(76, as: UInt32.self))
    for index in 0..<Int(number(72, as: UInt32.self)) {
      let row = table &+ index &* 16
      if number(row, as: UInt32.self) == kind.rawValue { return PolicySection(policy: self, row: row) }
    }
    return PolicySection(policy: self, row: 0)
  }
}
