/// What one function may do while it runs, as a user writes it down.
package struct EnforcementPolicy: Hashable, Sendable {
  /// The most that any control does: one word turns blocking into watching.
  package enum Stance: Hashable, Sendable {
    case block
    case alert
    case off
    /// Watches, and tells what was allowed as well, for a policy to be made of it.
    case learn

    package var name: String {
      switch self {
      case .block: "block"
      case .alert: "alert"
      case .off: "off"
      case .learn: "learn"
      }
    }

    var ceiling: EnforcementMode {
      switch self {
      case .block: .block
      case .alert, .learn: .alert
      case .off: .off
      }
    }
  }

  /// What a policy that cannot be used shall mean; the layer carries it as a marker, not the compiled policy.
  package enum InvalidPolicy: Hashable, Sendable {
    /// The function runs unprotected.
    case open
    /// A strict built-in policy is in force.
    case closed
  }

  package var function: String
  package var stance: Stance = .block
  /// Before it, what would be blocked is only told; `nil` enforces at once.
  package var enforceAfter: EnforcementInstant?
  package var onInvalidPolicy: InvalidPolicy = .open
  /// Whether each start of an environment is told in an event of its own.
  package var announces = true
  /// Whether Landlock and seccomp are used where the platform lets them.
  package var usesKernelLayer = true
  /// Modes of the controls that the policy mentions.
  package var modes: [Control: EnforcementMode] = [:]

  package var executables: [AllowedExecutable] = []
  package var forbidden = ForbiddenExecutables()
  /// Globs of files that may be written although `tmp-writes` is on.
  package var writableFiles: [Annotated<String>] = []
  /// Globs of libraries that may be loaded from a writable folder.
  package var loadableLibraries: [Annotated<String>] = []
  /// Names of variables that a child may be given although `library-injection` is on.
  package var allowedVariables: [Annotated<String>] = []
  package var egress = Egress()
  /// Globs of absolute paths.
  package var sourceFiles: [Annotated<String>] = []
  package var decoys = Decoys()
  package var writableDirectories: [Annotated<String>] = Self.standardWritable
  package var executableDirectories: [Annotated<String>] = Self.standardExecutable
  /// Why the policy is as it is: comments at its head and at its controls.
  package var remarks = Remarks()

  package init(function: String) {
    self.function = function
  }

  package func mode(of control: Control) -> EnforcementMode { modes[control] ?? control.defaultMode }

  /// The mode that is in force, with the stance and its ceiling.
  package func effectiveMode(of control: Control) -> EnforcementMode {
    // What is to be learned is told as ordinary: as alerts, which are bounded in number, some would be lost.
    if stance == .learn, Self.learned.contains(control) { return .off }
    return min(mode(of: control), stance.ceiling)
  }

  /// Controls whose lists are made from what was observed, and the one that every child would trip.
  private static let learned: Set<Control> = [
    .executables, .childProcesses, .egress, .tmpWrites, .credentials,
  ]

  package static let standardWritable = ["/tmp", "/var/tmp", "/dev/shm"].map { Annotated($0) }

  /// Where Lambda's images keep what runs.
  package static let standardExecutable = [
    "/bin", "/lib", "/lib64", "/opt", "/sbin", "/usr", "/var/lang", "/var/rapid", "/var/runtime", "/var/task",
  ].map { Annotated($0) }
}

/// An entry of a list, with the comment that stands beside it.
package struct Annotated<Value: Hashable & Sendable>: Hashable, Sendable {
  package var value: Value
  /// One line, without the sign of a comment; `nil` for none.
  package var note: String?

  package init(_ value: Value, note: String? = nil) {
    self.value = value
    self.note = note
  }
}

/// Comments that a writer puts into the YAML; a reader does not bring them back.
package struct Remarks: Hashable, Sendable {
  /// Lines at the head of the document.
  package var head: [String] = []
  /// Lines above a control, besides what it does.
  package var controls: [Control: [String]] = [:]

  package init() {}
}

package struct AllowedExecutable: Hashable, Sendable {
  /// Absolute, or a glob.
  package var path: String
  package var digest: FileDigest?
  /// Whether it gets the function's real credentials.
  package var receivesCredentials = false
  /// Whether it may run although it lies in a writable folder.
  package var mayBeWritable = false
  package var note: String?

  package init(_ path: String, digest: FileDigest? = nil, note: String? = nil) {
    self.path = path
    self.digest = digest
    self.note = note
  }

  package var isGlob: Bool { PathPattern.hasWildcard(path) }
}

package struct ForbiddenExecutables: Hashable, Sendable {
  package var groups: [Annotated<ForbiddenGroup>] = ForbiddenGroup.standard.map { Annotated($0) }
  /// Globs: with a slash of the whole path, without one of the file's name.
  package var names: [Annotated<String>] = []
  package var digests: [Annotated<FileDigest>] = []
  /// Names of groups that are needed all the same.
  package var exceptions: [Annotated<String>] = []

  package init() {}

  /// Globs of names and paths, sorted, each once.
  package var patterns: [String] {
    let excepted = Set(exceptions.map(\.value))
    let grouped = groups.flatMap(\.value.names).filter { !excepted.contains($0) }
    return Set(grouped + names.map(\.value)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

package struct Egress: Hashable, Sendable {
  package var services: [Annotated<String>] = []
  /// Of the services' hosts; empty for every commercial region.
  package var regions: [Annotated<String>] = []
  package var hosts: [Annotated<HostPattern>] = []
  package var networks: [Annotated<NetworkRange>] = []

  package init() {}
}

package struct Decoys: Hashable, Sendable {
  /// From which every decoy of the policy is made; `nil` for the seed that is the function's name.
  package var seed: DecoySeed?
  /// Whether the process ends when a decoy is used.
  package var endsProcess = false
  /// Planted in the function's environment.
  package var variables: [Annotated<DecoyVariable>] = []
  /// Absolute paths; those below /opt are shipped in the layer.
  package var files: [Annotated<String>] = []

  package init() {}
}

package struct DecoyVariable: Hashable, Sendable {
  package var name: String
  /// `nil` for a value that is made from the seed.
  package var value: String?

  package init(_ name: String, value: String? = nil) {
    self.name = name
    self.value = value
  }
}
