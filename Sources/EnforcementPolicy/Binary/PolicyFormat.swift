/// The compiled policy, format version 1: little endian, offsets from the start of the file.
///
/// docs/enforcement-policy.md describes it; the enforcer reads it in place.
enum PolicyFormat {
  static let magic = Array("PARAPET\0".utf8)
  static let version: UInt16 = 1
  static let headerSize = 96
  static let checksumRange = 16..<24
  static let modesOffset = 40
  static let modesCount = 24
  static let identifierDigits = 16

  enum Flag {
    static let learn: UInt32 = 1
    static let announce: UInt32 = 2
    static let honeypotEndsProcess: UInt32 = 4
    static let kernelLayer: UInt32 = 8
  }

  enum ExecutableFlag {
    static let digest: UInt32 = 1
    static let glob: UInt32 = 2
    static let credentials: UInt32 = 4
    static let writable: UInt32 = 8
  }

  enum DecoyFlag {
    /// Replaces the real one in children.
    static let children: UInt32 = 1
    /// Planted in the function's environment.
    static let planted: UInt32 = 2
  }

  /// FNV-1a over 64 bits, with the checksum's own bytes taken as zero.
  static func checksum(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325
    for (index, byte) in bytes.enumerated() {
      sum = (sum ^ UInt64(checksumRange.contains(index) ? 0 : byte)) &* 0x100_0000_01b3
    }
    return sum
  }
}

/// The lists of a compiled policy.
enum SectionKind: UInt32, CaseIterable {
  case strings = 1
  case executables
  case forbiddenNames
  case forbiddenHashes
  case writableDirectories
  case hosts
  case networks
  case sourceFiles
  case decoyVariables
  case decoyFiles
  case executableDirectories
  case writableExceptions
  case libraryExceptions
  case variableExceptions

  /// Of one entry, in bytes.
  var stride: Int {
    switch self {
    case .strings: 1
    case .executables: 48
    case .forbiddenHashes: 32
    case .networks: 24
    case .hosts, .decoyVariables: 16
    case .forbiddenNames, .writableDirectories, .sourceFiles, .decoyFiles, .executableDirectories,
      .writableExceptions, .libraryExceptions, .variableExceptions:
      4
    }
  }

  /// The key of the YAML that fills it, for messages.
  var key: String {
    switch self {
    case .strings: "strings"
    case .executables: "executables: allow"
    case .forbiddenNames: "forbidden-executables: names"
    case .forbiddenHashes: "forbidden-executables: hashes"
    case .writableDirectories: "writable-directories"
    case .hosts: "egress: hosts"
    case .networks: "egress: networks"
    case .sourceFiles: "source-code: files"
    case .decoyVariables: "honeypots: variables"
    case .decoyFiles: "honeypots: files"
    case .executableDirectories: "executable-directories"
    case .writableExceptions: "tmp-writes: allow"
    case .libraryExceptions: "tmp-libraries: allow"
    case .variableExceptions: "library-injection: allow"
    }
  }
}
