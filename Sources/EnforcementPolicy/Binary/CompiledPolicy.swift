/// A compiled policy, read back: what the enforcer sees.
package struct CompiledPolicy: Hashable, Sendable {
  package struct Executable: Hashable, Sendable {
    package let path: String
    package let digest: FileDigest?
    package let isGlob: Bool
    package let receivesCredentials: Bool
    package let mayBeWritable: Bool
  }

  package struct DecoyVariable: Hashable, Sendable {
    package let name: String
    /// Never shown: whoever reads it knows the decoy.
    package let value: String
    package let replacesInChildren: Bool
    package let isPlanted: Bool
  }

  package let function: String
  package let identifier: String
  package let learns: Bool
  package let announces: Bool
  package let honeypotEndsProcess: Bool
  package let usesKernelLayer: Bool
  /// `nil` for at once.
  package let enforceAfter: EnforcementInstant?
  package let modes: [Control: EnforcementMode]
  package let executables: [Executable]
  package let forbiddenNames: [String]
  package let forbiddenHashes: [FileDigest]
  package let writableDirectories: [String]
  package let hosts: [HostPattern]
  package let networks: [NetworkRange]
  package let sourceFiles: [String]
  package let decoyVariables: [DecoyVariable]
  package let decoyFiles: [String]
  package let executableDirectories: [String]
  package let writableExceptions: [String]
  package let libraryExceptions: [String]
  package let variableExceptions: [String]

  /// Whether bytes begin as a compiled policy does.
  package static func isCompiled(_ bytes: [UInt8]) -> Bool { bytes.starts(with: PolicyFormat.magic) }

  /// - Throws: ``CompiledPolicyError`` for anything that the enforcer would call unusable.
  package init(_ bytes: [UInt8]) throws(CompiledPolicyError) {
    let view = try PolicyView(bytes)
    function = try view.string(at: 64)
    identifier = try view.string(at: 68)
    let flags = view.number(24, as: UInt32.self)
    learns = flags & PolicyFormat.Flag.learn != 0
    announces = flags & PolicyFormat.Flag.announce != 0
    honeypotEndsProcess = flags & PolicyFormat.Flag.honeypotEndsProcess != 0
    usesKernelLayer = flags & PolicyFormat.Flag.kernelLayer != 0
    let seconds = view.number(32, as: Int64.self)
    enforceAfter = seconds == 0 ? nil : EnforcementInstant(seconds: seconds)
    var modes: [Control: EnforcementMode] = [:]
    for control in Control.allCases {
      let byte = view.number(PolicyFormat.modesOffset + control.rawValue, as: UInt8.self)
      guard let mode = EnforcementMode(rawValue: byte) else {
        throw .malformed("the mode of \(control.key) is \(byte)")
      }
      modes[control] = mode
    }
    self.modes = modes
    executables = try view.entries(.executables) { place throws(CompiledPolicyError) in
      let flags = view.number(place + 4, as: UInt32.self)
      let hasDigest = flags & PolicyFormat.ExecutableFlag.digest != 0
      return Executable(
        path: try view.string(at: place),
        digest: hasDigest ? FileDigest(bytes: view.bytes[place + 8..<place + 40]) : nil,
        isGlob: flags & PolicyFormat.ExecutableFlag.glob != 0,
        receivesCredentials: flags & PolicyFormat.ExecutableFlag.credentials != 0,
        mayBeWritable: flags & PolicyFormat.ExecutableFlag.writable != 0)
    }
    forbiddenNames = try view.texts(.forbiddenNames)
    forbiddenHashes = try view.entries(.forbiddenHashes) { FileDigest(bytes: view.bytes[$0..<$0 + 32]) }
      .compactMap(\.self)
    writableDirectories = try view.texts(.writableDirectories)
    hosts = try view.entries(.hosts) { place throws(CompiledPolicyError) in
      let port = view.number(place + 4, as: UInt16.self)
      return HostPattern(glob: try view.string(at: place), port: port == 0 ? nil : port)
    }
    networks = try view.entries(.networks) { place throws(CompiledPolicyError) in
      let port = view.number(place + 18, as: UInt16.self)
      guard
        let range = NetworkRange(
          address: Array(view.bytes[place..<place + 16]), prefixLength: view.bytes[place + 16],
          port: port == 0 ? nil : port)
      else { throw .malformed("a network has a prefix of \(view.bytes[place + 16]) bits") }
      return range
    }
    sourceFiles = try view.texts(.sourceFiles)
    decoyVariables = try view.entries(.decoyVariables) { place throws(CompiledPolicyError) in
      try view.decoyVariable(at: place)
    }
    decoyFiles = try view.texts(.decoyFiles)
    executableDirectories = try view.texts(.executableDirectories)
    writableExceptions = try view.texts(.writableExceptions)
    libraryExceptions = try view.texts(.libraryExceptions)
    variableExceptions = try view.texts(.variableExceptions)
  }
}

/// Why bytes are no usable policy.
package enum CompiledPolicyError: Error, Hashable, Sendable {
  case notAPolicy
  case unknownVersion(Int)
  case wrongSize(bytes: Int, stated: Int)
  case tooLarge(bytes: Int, limit: Int)
  case wrongChecksum
  case malformed(String)
}

extension CompiledPolicyError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notAPolicy: "it is no compiled policy"
    case .unknownVersion(let version): "it has the format version \(version); this program knows version 1"
    case .wrongSize(let bytes, let stated):
      "it has \(bytes) bytes where its header says \(stated): it was cut off or added to"
    case .tooLarge(let bytes, let limit): "it has \(bytes) bytes, more than the limit of \(limit)"
    case .wrongChecksum: "its checksum does not fit: it was changed after it was compiled"
    case .malformed(let what): "it is malformed: \(what)"
    }
  }
}
