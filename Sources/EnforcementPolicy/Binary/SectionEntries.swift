/// The lists of a policy in compiled form: each sorted, each entry once.
enum SectionEntries {
  static func entries(
    of kind: SectionKind, in policy: EnforcementPolicy, _ strings: inout StringBlob
  ) throws(PolicyCompilationError) -> [UInt8] {
    switch kind {
    case .strings: []
    case .executables: try executables(policy, &strings)
    case .forbiddenNames: try texts(policy.forbidden.patterns, &strings)
    case .forbiddenHashes: Set(policy.forbidden.digests.map(\.value)).sorted().flatMap(\.bytes)
    case .writableDirectories: try texts(policy.writableDirectories.map(\.value), &strings)
    case .hosts: try hosts(policy, &strings)
    case .networks: networks(policy)
    case .sourceFiles: try texts(policy.sourceFiles.map(\.value), &strings)
    case .decoyVariables: try decoyVariables(policy, &strings)
    case .decoyFiles: try texts(policy.decoys.files.map(\.value), &strings)
    case .executableDirectories: try texts(policy.executableDirectories.map(\.value), &strings)
    case .writableExceptions: try texts(policy.writableFiles.map(\.value), &strings)
    case .libraryExceptions: try texts(policy.loadableLibraries.map(\.value), &strings)
    case .variableExceptions: try texts(policy.allowedVariables.map(\.value), &strings)
    }
  }

  private static func sorted(_ texts: [String]) -> [String] {
    Set(texts).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func texts(
    _ texts: [String], _ strings: inout StringBlob
  ) throws(PolicyCompilationError) -> [UInt8] {
    var bytes: [UInt8] = []
    for text in sorted(texts) { bytes.append(littleEndian: try strings.offset(of: text)) }
    return bytes
  }

  private static func executables(
    _ policy: EnforcementPolicy, _ strings: inout StringBlob
  ) throws(PolicyCompilationError) -> [UInt8] {
    var bytes: [UInt8] = []
    // A path may be listed with several digests, for a function that is being replaced.
    let entries = Set(policy.executables.map(\.withoutNote)).sorted { left, right in
      if left.path != right.path { return left.path.utf8.lexicographicallyPrecedes(right.path.utf8) }
      return (left.digest?.description ?? "", left.flags) < (right.digest?.description ?? "", right.flags)
    }
    for entry in entries {
      bytes.append(littleEndian: try strings.offset(of: entry.path))
      bytes.append(littleEndian: entry.flags)
      bytes += entry.digest?.bytes ?? [UInt8](repeating: 0, count: 32)
      bytes.append(littleEndian: UInt64(0))
    }
    return bytes
  }

  /// What may be reached by name: the services' hosts and those that are listed.
  static func hostPatterns(of policy: EnforcementPolicy) -> [HostPattern] {
    let regions = policy.egress.regions.map(\.value)
    let cloud = policy.egress.services.flatMap {
      CloudEndpoints.hosts(of: $0.value, regions: regions) ?? []
    }
    return Set(cloud + policy.egress.hosts.map(\.value)).sorted { left, right in
      left.glob == right.glob
        ? (left.port ?? 0) < (right.port ?? 0) : left.glob.utf8.lexicographicallyPrecedes(right.glob.utf8)
    }
  }

  private static func hosts(
    _ policy: EnforcementPolicy, _ strings: inout StringBlob
  ) throws(PolicyCompilationError) -> [UInt8] {
    var bytes: [UInt8] = []
    for host in hostPatterns(of: policy) {
      bytes.append(littleEndian: try strings.offset(of: host.glob))
      bytes.append(littleEndian: host.port ?? 0)
      bytes.append(littleEndian: UInt16(0))
      bytes.append(littleEndian: UInt64(0))
    }
    return bytes
  }

  private static func networks(_ policy: EnforcementPolicy) -> [UInt8] {
    var bytes: [UInt8] = []
    let ranges = Set(policy.egress.networks.map(\.value)).sorted { left, right in
      if left.address != right.address { return left.address.lexicographicallyPrecedes(right.address) }
      return (left.prefixLength, left.port ?? 0) < (right.prefixLength, right.port ?? 0)
    }
    for range in ranges {
      bytes += range.address + [range.prefixLength, 0]
      bytes.append(littleEndian: range.port ?? 0)
      bytes.append(littleEndian: UInt32(0))
    }
    return bytes
  }

  /// Decoys in place of real credentials, and those that are planted; a name that is both is one entry.
  static func decoyVariables(of policy: EnforcementPolicy) -> [(name: String, value: String, flags: UInt32)] {
    let contents = DecoyContents(policy)
    var entries: [String: (value: String, flags: UInt32)] = [:]
    for variable in contents.childVariables {
      entries[variable.name] = (variable.value, PolicyFormat.DecoyFlag.children)
    }
    for variable in policy.decoys.variables.map(\.value) {
      let value = variable.value ?? contents.value(of: variable.name)
      let flags = (entries[variable.name]?.flags ?? 0) | PolicyFormat.DecoyFlag.planted
      entries[variable.name] = (value, flags)
    }
    return sorted(Array(entries.keys)).compactMap { name in
      entries[name].map { (name, $0.value, $0.flags) }
    }
  }

  private static func decoyVariables(
    _ policy: EnforcementPolicy, _ strings: inout StringBlob
  ) throws(PolicyCompilationError) -> [UInt8] {
    var bytes: [UInt8] = []
    for variable in decoyVariables(of: policy) {
      bytes.append(littleEndian: try strings.offset(of: variable.name + "=" + variable.value))
      bytes.append(littleEndian: UInt32(variable.name.utf8.count))
      bytes.append(littleEndian: variable.flags)
      bytes.append(littleEndian: UInt32(0))
    }
    return bytes
  }
}

extension AllowedExecutable {
  fileprivate var withoutNote: AllowedExecutable {
    var copy = self
    copy.note = nil
    return copy
  }

  var flags: UInt32 {
    (digest == nil ? 0 : PolicyFormat.ExecutableFlag.digest)
      | (isGlob ? PolicyFormat.ExecutableFlag.glob : 0)
      | (receivesCredentials ? PolicyFormat.ExecutableFlag.credentials : 0)
      | (mayBeWritable ? PolicyFormat.ExecutableFlag.writable : 0)
  }
}
