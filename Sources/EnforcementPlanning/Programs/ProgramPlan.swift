internal import CodeAnalysis
internal import ApplicationModel
internal import EnforcementPolicy
internal import FindingModel

/// Which programs a function needs, and how sure that is.
struct ProgramPlan {
  private let facts: FunctionFacts
  private let deployed: DeployedFiles
  let starts: [ProgramStart]
  /// Packages that start or unpack programs, with what.
  let libraries: [(library: String, entry: LibraryPrograms)]
  private let paths: ProgramPaths

  init(_ facts: FunctionFacts) {
    self.facts = facts
    deployed = DeployedFiles(facts)
    paths = ProgramPaths(facts, deployed)
    starts = facts.code.map { StartReader(facts, $0).starts() } ?? []
    var seen: Set<String> = []
    libraries = facts.imports.compactMap { LibraryPrograms.of($0.name) }.filter {
      seen.insert($0.library).inserted
    }
  }

  var startsNothing: Bool { starts.isEmpty && libraries.isEmpty }
  var usesShell: Bool { starts.contains(where: \.usesShell) }
  /// Where a program is started through the dynamic loader.
  var loaderStart: ProgramStart? { starts.first { !$0.throughLoader.isEmpty } }

  /// Programs that open connections, with where they are started.
  var networkPrograms: [(program: String, place: String)] {
    let groups: [ForbiddenGroup] = [.networkTools, .remoteAccess, .cloudTools, .interpreters, .scanners]
    let globs = groups.flatMap(\.names) + Self.connecting
    var found: [(String, String)] = []
    func look(_ name: String, _ place: String) {
      let base = name.split(separator: "/").last.map(String.init) ?? name
      guard globs.contains(where: { PathPattern.matches($0, base) }), !found.contains(where: { $0.0 == base })
      else { return }
      found.append((base, place))
    }
    for start in starts {
      for name in start.programs.union(start.throughLoader).sorted() { look(name, start.location.place) }
      if start.isOwnInterpreter { found.append(("the function's own code", start.location.place)) }
    }
    for (library, entry) in libraries {
      for name in entry.programs + entry.unpacked { look(name, "the package \(library)") }
    }
    return found
  }

  /// Besides those that are made for it.
  private static let connecting = [
    "chrom*", "ffmpeg", "ffprobe", "firefox", "git", "gs", "headless_shell", "soffice*", "wkhtmlto*",
    "ansible*", "youtube-dl", "yt-dlp",
  ]

  func apply(to policy: inout EnforcementPolicy) {
    policy.executables = executables
    let (mode, remarks) = decision
    policy.modes[.executables] = mode
    policy.remarks.controls[.executables] = remarks
    forbid(in: &policy)
    let isProven = startsNothing && mode == .block && facts.runtime.ownPrograms.isEmpty
    policy.modes[.childProcesses] = isProven ? .block : .off
    policy.remarks.controls[.childProcesses] = [
      isProven
        ? "The code starts none."
        : startsNothing ? "Not sure that none is started." : "The programs above are needed."
    ]
    setuid(&policy)
  }

  private func setuid(_ policy: inout EnforcementPolicy) {
    policy.modes[.setuidExecution] = .block
    policy.modes[.loaderExecution] = .block
    guard let start = loaderStart else { return }
    // What the linker is given is judged by the list, so the linker itself need not be.
    policy.modes[.loaderExecution] = policy.modes[.executables] == .block ? .off : .alert
    policy.remarks.controls[.loaderExecution] = [
      "\(start.location.place) starts \(start.throughLoader.sorted().joined(separator: ", ")) in this way; what is "
        + "started so is still judged by the list of executables. Make the file executable, start it directly, and block."
    ]
  }

  // MARK: The list

  private var executables: [AllowedExecutable] {
    var entries: [AllowedExecutable] = []
    func add(_ more: [AllowedExecutable]) {
      for entry in more where !entries.contains(where: { $0.path == entry.path && $0.digest == entry.digest })
      {
        entries.append(entry)
      }
    }
    for own in facts.runtime.ownPrograms { add([AllowedExecutable(own.path, note: own.reason)]) }
    for start in starts {
      if start.usesShell {
        // The reason stands beside the first of its names.
        let note = "the command line at \(start.location.place) needs a shell"
        add(
          ProgramPaths.shells.enumerated().map { index, path in
            AllowedExecutable(path, note: index == 0 ? note : nil)
          })
      }
      for name in (start.programs.union(start.throughLoader)).sorted() {
        add(paths.executables(name, note: "\(start.callee), \(start.location.place)"))
      }
      if start.isOwnInterpreter, let interpreter = facts.runtime.interpreter {
        var entry = AllowedExecutable(interpreter, note: "\(start.callee), \(start.location.place)")
        entry.receivesCredentials = true
        add([entry])
      }
    }
    for (library, entry) in libraries {
      for name in entry.programs { add(paths.executables(name, note: "what the package \(library) starts")) }
      add(
        entry.unpacked.map { path in
          var executable = AllowedExecutable(path, note: "\(library) unpacks it and starts it there")
          executable.mayBeWritable = true
          return executable
        })
    }
    // What may be started by a name that nobody knows is most likely what was brought along for it.
    if starts.contains(where: \.isOpen) {
      add(
        deployed.programs.map {
          AllowedExecutable($0.path, digest: $0.digest, note: "brought along: \($0.source)")
        })
    }
    return entries
  }

  // MARK: The mode

  private var decision: (EnforcementMode, [String]) {
    guard facts.isCodeComplete else {
      return (.alert, ["Alert, because nobody knows yet which programs it starts."])
    }
    var remarks: [String] = []
    var mode = EnforcementMode.block
    for start in starts where start.isOpen {
      if let influence = start.influence {
        remarks.append(
          "\(start.location.place) takes part of its command from \(influence), which callers choose. What it was "
            + "made for is in the list; anything else is an attack, so it is blocked.")
      } else {
        mode = .alert
        remarks.append(
          "Alert, because \(start.location.place) (\(start.callee)) starts a program whose name the code does not "
            + "tell. List it, then block.")
      }
    }
    for start in starts where !start.isOpen {
      guard let influence = start.influence else { continue }
      remarks.append(
        "\(start.location.place) puts \(influence) into a command. Repair that; until then, programs that callers "
          + "add to it are stopped here.")
    }
    let unknown = facts.unknownLibraries
    if !unknown.isEmpty {
      mode = .alert
      remarks.append(
        "Alert, because nobody knows here what these packages start by themselves: \(Self.list(unknown)). Run the "
          + "function's tests under 'mode: learn', then block.")
    }
    if startsNothing, mode == .block { remarks.append("The code starts no program.") }
    if usesShell {
      remarks.append(
        "A shell has commands of its own that start no program: pass arguments as a list, without a shell, and take "
          + "it off the list.")
    }
    let unused = deployed.programs.filter { program in !executables.contains { $0.path == program.path } }
    if !unused.isEmpty {
      remarks.append("Brought along, but started by no code that was read: \(Self.list(unused.map(\.path))).")
    }
    return (mode, remarks)
  }

  private static func list(_ names: [String]) -> String {
    names.prefix(8).joined(separator: ", ") + (names.count > 8 ? " and \(names.count - 8) more" : "")
  }

  // MARK: What is forbidden

  private func forbid(in policy: inout EnforcementPolicy) {
    policy.modes[.forbiddenExecutables] = .block
    let names = policy.executables.map { $0.path.split(separator: "/").last.map(String.init) ?? $0.path }
    var groups = ForbiddenGroup.standard
    if !usesShell, !names.contains(where: { Self.matches($0, .shells) }) { groups.append(.shells) }
    for group in [ForbiddenGroup.compilers, .interpreters]
    where !names.contains(where: { Self.matches($0, group) }) {
      // An interpreter is what the function's own runtime is; it never starts itself unless the code says so.
      if group == .compilers || policy.modes[.executables] == .block { groups.append(group) }
    }
    policy.forbidden.groups = groups.map { Annotated($0) }
    let needed = Set(names).filter { name in groups.contains { Self.matches(name, $0) } }
    policy.forbidden.exceptions = needed.sorted().flatMap { name in
      groups.flatMap(\.names).filter { PathPattern.matches($0, name) }.map {
        Annotated($0, note: "\(name) is needed")
      }
    }
  }

  private static func matches(_ name: String, _ group: ForbiddenGroup) -> Bool {
    group.names.contains { PathPattern.matches($0, name) }
  }
}
