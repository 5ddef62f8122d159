internal import Documents

extension PolicyReader {
  private static let modes: KeyValuePairs<String, EnforcementMode> = [
    "block": .block, "alert": .alert, "off": .off,
  ]

  mutating func controls(_ value: Node, in policy: inout EnforcementPolicy) {
    guard value.isMapping else {
      report("controls must be a map from controls to modes.", at: value.location)
      return
    }
    for entry in value.entries {
      guard let control = Control(key: entry.key) else {
        unknown(entry, among: Control.allCases.map(\.key), what: "control")
        continue
      }
      places[control] = entry.keyLocation
      if entry.value.isMapping {
        settings(entry.value, of: control, in: &policy)
      } else if let mode = word(entry.value, entry.key, Self.modes) {
        policy.modes[control] = mode
      }
    }
  }

  /// Keys besides `mode`.
  static func keys(of control: Control) -> [String] {
    switch control {
    case .executables, .tmpLibraries, .tmpWrites, .libraryInjection: ["allow"]
    case .forbiddenExecutables: ["groups", "names", "hashes", "except"]
    case .egress: ["services", "regions", "hosts", "networks"]
    case .sourceCode: ["files"]
    case .honeypots: ["end-process", "seed", "variables", "files"]
    case .tmpExecution, .tmpScripts, .filelessExecution, .loaderExecution, .setuidExecution,
      .childProcesses, .credentials:
      []
    }
  }

  private mutating func settings(_ value: Node, of control: Control, in policy: inout EnforcementPolicy) {
    // Who writes down what is allowed wants the rest refused.
    policy.modes[control] = .block
    for entry in value.entries {
      if entry.key == "mode" {
        if let mode = word(entry.value, "mode", Self.modes) { policy.modes[control] = mode }
      } else if Self.keys(of: control).contains(entry.key) {
        set(entry.key, to: entry.value, of: control, in: &policy)
      } else {
        unknown(entry, among: ["mode"] + Self.keys(of: control), what: "setting of \(control.key)")
      }
    }
  }

  private mutating func set(
    _ key: String, to value: Node, of control: Control, in policy: inout EnforcementPolicy
  ) {
    switch (control, key) {
    case (.executables, "allow"):
      policy.executables = elements(value, key).compactMap { executable($0) }
    case (.tmpLibraries, "allow"): policy.loadableLibraries = paths(value, key, allowsWildcards: true)
    case (.tmpWrites, "allow"): policy.writableFiles = paths(value, key, allowsWildcards: true)
    case (.libraryInjection, "allow"): policy.allowedVariables = variables(value, key)
    case (.forbiddenExecutables, _): forbidden(key, value, &policy.forbidden)
    case (.egress, _): egress(key, value, &policy.egress)
    case (.sourceCode, "files"): policy.sourceFiles = paths(value, key, allowsWildcards: true)
    case (.honeypots, _): honeypots(key, value, &policy.decoys)
    default: break
    }
  }

  // MARK: Executables

  private mutating func executable(_ value: Node) -> AllowedExecutable? {
    guard value.isMapping else { return executable(path: value) }
    guard let path = value["path"] else {
      report("An entry of executables needs a path.", at: value.location)
      return nil
    }
    guard var executable = executable(path: path) else { return nil }
    for entry in value.entries {
      switch entry.key {
      case "path": continue
      case "sha256": executable.digest = digest(entry.value)
      case "credentials":
        executable.receivesCredentials = flag(entry.value, "credentials") ?? false
      case "writable": executable.mayBeWritable = flag(entry.value, "writable") ?? false
      default:
        unknown(
          entry, among: ["path", "sha256", "credentials", "writable"], what: "setting of an executable")
      }
    }
    if executable.digest != nil, executable.isGlob {
      report(
        "A sha256 belongs to one file; '\(Spelling.shown(executable.path))' stands for many.",
        at: path.location)
    }
    return executable
  }

  private mutating func executable(path value: Node) -> AllowedExecutable? {
    guard let path = text(value, "An executable") else { return nil }
    if let problem = PathPattern.problem(ofPath: path, allowsWildcards: true) {
      report("The executable '\(Spelling.shown(path))' \(problem).", at: value.location)
      return nil
    }
    return AllowedExecutable(path)
  }

  private mutating func digest(_ value: Node) -> FileDigest? {
    guard let digest = value.text.flatMap({ FileDigest($0) }) else {
      report("A sha256 is 64 hexadecimal digits, not '\(shown(value))'.", at: value.location)
      return nil
    }
    return digest
  }

  private mutating func forbidden(_ key: String, _ value: Node, _ forbidden: inout ForbiddenExecutables) {
    switch key {
    case "groups":
      forbidden.groups = texts(value, key) { name throws(PatternProblem) in
        if let group = ForbiddenGroup(rawValue: name) { return group }
        throw PatternProblem(
          Spelling.hint("is no group", name, among: ForbiddenGroup.allCases.map(\.rawValue)))
      }
    case "names": forbidden.names = texts(value, key, Self.forbiddenName)
    case "except": forbidden.exceptions = texts(value, key, Self.forbiddenName)
    default:
      forbidden.digests = elements(value, key).compactMap { digest($0) }.map { Annotated($0) }
    }
  }

  private static func forbiddenName(_ text: String) throws(PatternProblem) -> String {
    let problem =
      text.utf8.contains(UInt8(ascii: "/"))
      ? PathPattern.problem(ofPath: text, allowsWildcards: true) : PathPattern.problem(ofText: text)
    if let problem { throw PatternProblem(problem) }
    if text.utf8.allSatisfy({ "*?".utf8.contains($0) }) {
      throw PatternProblem("would forbid every program; use child-processes for that")
    }
    return text
  }

  // MARK: Variables and decoys

  static func variableName(_ text: String) throws(PatternProblem) -> String {
    let isName = text.utf8.enumerated().allSatisfy { index, byte in
      (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
        || index > 0 && (0x30...0x39).contains(byte)
    }
    guard isName, text.utf8.count <= 256 else {
      throw PatternProblem("is no name of a variable: letters, digits and '_', at most 256")
    }
    return text
  }

  private mutating func variables(_ value: Node, _ key: String) -> [Annotated<String>] {
    texts(value, key, Self.variableName)
  }

  private mutating func honeypots(_ key: String, _ value: Node, _ decoys: inout Decoys) {
    switch key {
    case "end-process": decoys.endsProcess = flag(value, key) ?? false
    case "seed":
      guard let seed = value.text.flatMap({ DecoySeed($0) }) else {
        report("seed must be 32 hexadecimal digits, not '\(shown(value))'.", at: value.location)
        return
      }
      decoys.seed = seed
    case "files": decoys.files = paths(value, key, allowsWildcards: false)
    default: decoys.variables = elements(value, key).compactMap { decoyVariable($0) }.map { Annotated($0) }
    }
  }

  private mutating func decoyVariable(_ value: Node) -> DecoyVariable? {
    guard value.isMapping else {
      return texts(value, "variables", Self.variableName).first.map { DecoyVariable($0.value) }
    }
    for entry in value.entries where !["name", "value"].contains(entry.key) {
      unknown(entry, among: ["name", "value"], what: "setting of a decoy")
    }
    guard let nameNode = value["name"], let name = texts(nameNode, "variables", Self.variableName).first
    else {
      report("A decoy variable needs a name.", at: value.location)
      return nil
    }
    guard let node = value["value"] else { return DecoyVariable(name.value) }
    guard let text = text(node, "value") else { return nil }
    guard text.utf8.count <= PolicyLimits.valueBytes, !text.utf8.contains(where: { $0 < 0x20 }) else {
      report("A decoy's value is one line of at most \(PolicyLimits.valueBytes) bytes.", at: node.location)
      return nil
    }
    return DecoyVariable(name.value, value: text)
  }

  // MARK: Egress

  private mutating func egress(_ key: String, _ value: Node, _ egress: inout Egress) {
    switch key {
    case "services":
      egress.services = texts(value, key) { name throws(PatternProblem) in
        if CloudEndpoints.isKnown(name) { return name }
        throw PatternProblem(
          Spelling.nearest(to: name, among: CloudEndpoints.names).map {
            "is no service known here; did you mean '\($0)'?"
          } ?? "is no service known here; write its hosts under hosts")
      }
    case "regions":
      egress.regions = texts(value, key) { region throws(PatternProblem) in
        if CloudRegions.isRegion(region) { return region }
        throw PatternProblem("is no region such as eu-central-1")
      }
    case "hosts":
      egress.hosts = texts(value, key) { text throws(PatternProblem) in try HostPattern(text) }
    default:
      egress.networks = texts(value, key) { text throws(PatternProblem) in try NetworkRange(text) }
    }
  }
}
