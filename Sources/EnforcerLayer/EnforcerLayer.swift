package import FunctionProtection

/// What protects functions from inside, as the layer that Lambda unpacks at `/opt`.
package struct EnforcerLayer: Sendable {
  /// A compiled policy and the name that functions ask for it by.
  package struct Policy: Sendable {
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// A file that nothing but an attacker opens.
  package struct DecoyFile: Sendable {
    /// Where the function sees it, below `/opt`.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  package var policies: [Policy]
  package var architectures: [FunctionArchitecture] = FunctionArchitecture.allCases
  package var decoyFiles: [DecoyFile] = []
  /// Whether a policy that cannot be used means the strictest instead of none.
  package var failsClosed = false
  /// The architecture whose launcher also starts functions of `provided` runtimes; `nil` for none.
  package var bootstrap: FunctionArchitecture?

  package init(policies: [Policy]) { self.policies = policies }

  /// The archive; the same input gives the same bytes on every machine.
  ///
  /// - Throws: ``LayerError``.
  package func archive() throws(LayerError) -> [UInt8] {
    try checkPolicies()
    var entries: [ArchiveWriter.Entry] = []
    for architecture in architectures {
      let folder = LayerPaths.folder(of: architecture)
      entries.append(try .program(folder + "/launch", Binaries.launcher(architecture)))
      entries.append(try .program(folder + "/libparapet.so", Binaries.library(architecture)))
    }
    for policy in policies { entries.append(.file(LayerPaths.policies + "/" + policy.name, policy.bytes)) }
    if failsClosed { entries.append(.file(LayerPaths.failClosed, [])) }
    entries.append(.file(LayerPaths.licence, PackageResources.LICENSE))
    if let bootstrap { entries.append(try .program(LayerPaths.bootstrap, Binaries.launcher(bootstrap))) }
    for decoy in decoyFiles { entries.append(.file(try Self.entryPath(of: decoy), decoy.bytes)) }
    entries.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    for (entry, next) in zip(entries, entries.dropFirst()) where entry.path == next.path {
      throw .duplicate(path: entry.path)
    }
    return try ArchiveWriter.archive(of: entries)
  }

  private func checkPolicies() throws(LayerError) {
    guard !policies.isEmpty else { throw .noPolicy }
    guard policies.count <= Self.policyLimit else {
      throw .tooManyPolicies(count: policies.count, limit: Self.policyLimit)
    }
    for policy in policies where !PolicyName.isValid(policy.name) { throw .unusableName(policy.name) }
  }

  /// Policies of one layer; more functions than that share some.
  package static let policyLimit = 500

  /// Decoys lie anywhere below `/opt` but where the enforcer itself is.
  private static func entryPath(of decoy: DecoyFile) throws(LayerError) -> String {
    let parts = decoy.path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 2, parts[0].isEmpty, parts[1] == "opt", parts[2] != LayerPaths.root[...],
      parts.dropFirst().allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." && !$0.contains("\0") })
    else { throw .unusableDecoy(path: decoy.path) }
    return parts.dropFirst(2).joined(separator: "/")
  }
}

extension ArchiveWriter.Entry {
  fileprivate static func file(_ path: String, _ bytes: [UInt8]) -> Self {
    Self(path: path, bytes: bytes, isExecutable: false)
  }

  fileprivate static func program(_ path: String, _ bytes: [UInt8]) throws(LayerError) -> Self {
    guard !bytes.isEmpty else { throw .missingProgram(path: path) }
    return Self(path: path, bytes: bytes, isExecutable: true)
  }
}
