/// Makes a policy of what a function was seen to do.
///
/// Nothing tells an attack that happened while it learned from the function's own work, so every entry carries how
/// often it was seen, and what a control forbids by its nature is listed in comments, not allowed.
package struct LearnedPolicy: Sendable {
  private let base: EnforcementPolicy?

  /// - Parameter base: What is already allowed; its modes and lists stay.
  package init(base: EnforcementPolicy? = nil) {
    self.base = base
  }

  /// - Parameters:
  ///   - events: Of one function.
  ///   - function: What the policy is for.
  package func policy(from events: [LearnedEvent], function: String) -> EnforcementPolicy {
    var policy = base ?? EnforcementPolicy(function: function)
    policy.function = function
    policy.remarks = Remarks()
    policy.remarks.head = [
      "Learned from \(events.count) events. What an attacker did meanwhile would be among it: read the lists."
    ]
    if policy.stance == .learn { policy.stance = .block }
    executables(events, &policy)
    egress(events, &policy)
    files(events, &policy)
    variables(events, &policy)
    leftovers(events, &policy)
    return policy
  }

  // MARK: Programs

  /// Controls that tell of a program that ran; the others are about what it is or where it lies.
  private static let running: Set<Control> = [.executables, .childProcesses, .credentials, .libraryInjection]

  private func executables(_ events: [LearnedEvent], _ policy: inout EnforcementPolicy) {
    let runs = events.filter { Self.running.contains($0.control) && $0.isExecution }
    var counts = Counts<AllowedExecutable>()
    for run in runs {
      guard let path = run.path, PathPattern.problem(ofPath: path, allowsWildcards: false) == nil else {
        continue
      }
      var entry = AllowedExecutable(path, digest: run.digest)
      entry.mayBeWritable = policy.writableDirectories.contains { path.hasPrefix($0.value + "/") }
      counts.add(entry)
    }
    let known = policy.executables
    for (var entry, count) in counts.sorted(by: {
      ($0.path, $0.digest?.description ?? "") < ($1.path, $1.digest?.description ?? "")
    })
    where !known.contains(where: { Self.covers($0, entry) }) {
      entry.note = Self.seen(count) + (entry.mayBeWritable ? ", in a writable folder: is that meant?" : "")
      policy.executables.append(entry)
    }
    if base?.modes[.executables] == nil { policy.modes[.executables] = .block }
    if policy.executables.isEmpty {
      policy.remarks.controls[.executables] = ["No program was started."]
      if base?.modes[.childProcesses] == nil { policy.modes[.childProcesses] = .block }
    } else if !counts.isEmpty {
      policy.modes[.childProcesses] = .off
      policy.remarks.controls[.childProcesses] = ["The programs above were started."]
    }
  }

  private static func covers(_ known: AllowedExecutable, _ entry: AllowedExecutable) -> Bool {
    let fits = known.isGlob ? PathPattern.matches(known.path, entry.path) : known.path == entry.path
    return fits && (known.digest == nil || known.digest == entry.digest)
  }

  // MARK: Network

  private func egress(_ events: [LearnedEvent], _ policy: inout EnforcementPolicy) {
    let contacts = events.filter { $0.control == .egress }
    let learned = LearnedHosts(contacts, known: policy)
    policy.egress.services += learned.services
    policy.egress.regions += learned.regions
    policy.egress.hosts += learned.hosts
    policy.egress.networks += learned.networks
    if base?.modes[.egress] == nil { policy.modes[.egress] = .block }
    if policy.egress == Egress() { policy.remarks.controls[.egress] = ["No host was contacted."] }
  }

  // MARK: Files and variables

  private func files(_ events: [LearnedEvent], _ policy: inout EnforcementPolicy) {
    let folders = policy.writableDirectories.map(\.value)
    policy.writableFiles += LearnedPaths.globs(
      events.filter { $0.control == .tmpWrites }.compactMap(\.path), below: folders,
      known: policy.writableFiles.map(\.value))
    policy.loadableLibraries += LearnedPaths.globs(
      events.filter { $0.control == .tmpLibraries }.compactMap(\.path), below: folders,
      known: policy.loadableLibraries.map(\.value))
    if base?.modes[.tmpWrites] == nil { policy.modes[.tmpWrites] = .block }
    if policy.writableFiles.isEmpty { policy.remarks.controls[.tmpWrites] = ["No file was written there."] }
  }

  private func variables(_ events: [LearnedEvent], _ policy: inout EnforcementPolicy) {
    var counts = Counts<String>()
    for event in events where event.control == .libraryInjection {
      guard let name = event.detail, (try? PolicyReader.variableName(name)) != nil,
        !policy.allowedVariables.contains(where: { $0.value == name })
      else { continue }
      counts.add(name)
    }
    for (name, count) in counts.sorted(by: <) {
      policy.allowedVariables.append(
        Annotated(name, note: Self.seen(count) + ", given to a child: is that meant?"))
    }
  }

  /// What was seen and stays forbidden: a person has to look at it.
  private func leftovers(_ events: [LearnedEvent], _ policy: inout EnforcementPolicy) {
    let handled: Set<Control> = [
      .executables, .childProcesses, .credentials, .egress, .tmpWrites, .tmpLibraries, .libraryInjection,
    ]
    for control in Control.allCases where !handled.contains(control) {
      var counts = Counts<String>()
      for event in events where event.control == control {
        counts.add(event.path ?? event.host ?? event.detail ?? event.reason)
      }
      guard !counts.isEmpty else { continue }
      let shown = counts.sorted(by: <).prefix(5).map { "\($0.0) (\(Self.seen($0.1)))" }
      let more = counts.count > 5 ? " and \(counts.count - 5) more" : ""
      policy.remarks.controls[control, default: []].append(
        "Seen and not allowed: \(shown.joined(separator: ", "))\(more). If it is the function's own work, make an "
          + "exception; else find out who did it.")
    }
  }

  static func seen(_ count: Int) -> String { count == 1 ? "seen once" : "seen \(count) times" }
}

/// How often each of some values was seen; values past a bound are left out.
struct Counts<Value: Hashable> {
  private var counts: [Value: Int] = [:]

  var isEmpty: Bool { counts.isEmpty }
  var count: Int { counts.count }

  mutating func add(_ value: Value) {
    guard counts[value] != nil || counts.count < PolicyLimits.entries else { return }
    counts[value, default: 0] += 1
  }

  func sorted(by precedes: (Value, Value) -> Bool) -> [(Value, Int)] {
    counts.sorted { precedes($0.key, $1.key) }.map { ($0.key, $0.value) }
  }
}
