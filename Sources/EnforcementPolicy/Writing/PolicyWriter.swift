/// Writes a policy as YAML: every control with its mode, what it does, and why it is so.
package struct PolicyWriter: Sendable {
  package init() {}

  package func write(_ policy: EnforcementPolicy) -> String {
    var yaml = YAMLText()
    head(policy, &yaml)
    yaml.blank()
    yaml.line("controls:", indent: 0)
    for (index, control) in Self.order.enumerated() {
      if index > 0 { yaml.blank() }
      self.control(control, of: policy, &yaml)
    }
    directories(policy, &yaml)
    return yaml.text
  }

  /// What a reader asks first comes first: programs, network, files, then what needs no list.
  private static let order: [Control] = [
    .executables, .forbiddenExecutables, .childProcesses, .egress, .tmpExecution, .tmpLibraries, .tmpScripts,
    .tmpWrites, .filelessExecution, .loaderExecution, .libraryInjection, .setuidExecution, .sourceCode,
    .credentials, .honeypots,
  ]

  private func head(_ policy: EnforcementPolicy, _ yaml: inout YAMLText) {
    yaml.comment("What the function \(policy.function) may do while it runs.", indent: 0)
    for remark in policy.remarks.head { yaml.comment(remark, indent: 0) }
    yaml.line("version: 1", indent: 0)
    yaml.line("function: " + YAMLText.scalar(policy.function), indent: 0)
    yaml.comment(
      "The most that any control below does: block, alert (tell, and change nothing), off, or learn.",
      indent: 0)
    yaml.line("mode: " + policy.stance.name, indent: 0)
    if let instant = policy.enforceAfter {
      yaml.comment("Before this time in UTC, what would be blocked is only told.", indent: 0)
      yaml.line("enforce-after: " + instant.description, indent: 0)
    }
    yaml.comment(
      "If the compiled policy cannot be used: open runs the function unprotected, closed under a strict policy.",
      indent: 0)
    yaml.line("on-invalid-policy: " + (policy.onInvalidPolicy == .open ? "open" : "closed"), indent: 0)
    if !policy.announces {
      yaml.line("announce: false", indent: 0, note: "no event when an environment starts")
    }
    if !policy.usesKernelLayer {
      yaml.line("kernel-layer: false", indent: 0, note: "no Landlock and seccomp, even where they work")
    }
  }

  private func control(_ control: Control, of policy: EnforcementPolicy, _ yaml: inout YAMLText) {
    yaml.comment(control.summary, indent: 2)
    for remark in policy.remarks.controls[control] ?? [] { yaml.comment(remark, indent: 2) }
    let mode = policy.mode(of: control).name
    guard !PolicyReader.keys(of: control).isEmpty, hasSettings(control, policy) else {
      yaml.line("\(control.key): \(mode)", indent: 2)
      return
    }
    yaml.line("\(control.key):", indent: 2)
    yaml.line("mode: \(mode)", indent: 4)
    settings(of: control, policy, &yaml)
  }

  /// Whether the mapping says more than the mode alone would.
  private func hasSettings(_ control: Control, _ policy: EnforcementPolicy) -> Bool {
    switch control {
    case .executables: policy.mode(of: control) != .off || !policy.executables.isEmpty
    case .egress: policy.mode(of: control) != .off || policy.egress != Egress()
    case .sourceCode: !policy.sourceFiles.isEmpty
    case .tmpWrites: !policy.writableFiles.isEmpty
    case .tmpLibraries: !policy.loadableLibraries.isEmpty
    case .libraryInjection: !policy.allowedVariables.isEmpty
    case .honeypots: policy.decoys != Decoys()
    case .forbiddenExecutables: true
    default: false
    }
  }

  private func settings(of control: Control, _ policy: EnforcementPolicy, _ yaml: inout YAMLText) {
    switch control {
    case .executables: executables(policy.executables, &yaml)
    case .forbiddenExecutables: forbidden(policy.forbidden, &yaml)
    case .egress: egress(policy.egress, &yaml)
    case .tmpLibraries: yaml.list("allow", policy.loadableLibraries, indent: 4, YAMLText.scalar)
    case .tmpWrites: yaml.list("allow", policy.writableFiles, indent: 4, YAMLText.scalar)
    case .libraryInjection: yaml.list("allow", policy.allowedVariables, indent: 4, YAMLText.scalar)
    case .sourceCode: yaml.list("files", policy.sourceFiles, indent: 4, YAMLText.scalar)
    case .honeypots: honeypots(policy.decoys, &yaml)
    default: break
    }
  }

  private func executables(_ executables: [AllowedExecutable], _ yaml: inout YAMLText) {
    guard !executables.isEmpty else {
      yaml.line("allow: []", indent: 4)
      return
    }
    yaml.line("allow:", indent: 4)
    for executable in executables {
      let path = YAMLText.scalar(executable.path)
      let isPlain =
        executable.digest == nil && !executable.receivesCredentials && !executable.mayBeWritable
      guard !isPlain else {
        yaml.line("- \(path)", indent: 6, note: executable.note)
        continue
      }
      yaml.line("- path: \(path)", indent: 6, note: executable.note)
      if let digest = executable.digest { yaml.line("sha256: \"\(digest)\"", indent: 8) }
      if executable.receivesCredentials {
        yaml.line("credentials: true", indent: 8, note: "gets the function's own AWS_* variables")
      }
      if executable.mayBeWritable {
        yaml.line("writable: true", indent: 8, note: "may run from a writable folder")
      }
    }
  }

  private func forbidden(_ forbidden: ForbiddenExecutables, _ yaml: inout YAMLText) {
    let groups = forbidden.groups.map { Annotated($0.value, note: $0.note ?? $0.value.summary) }
    yaml.list("groups", groups, indent: 4) { $0.rawValue }
    if !forbidden.names.isEmpty { yaml.list("names", forbidden.names, indent: 4, YAMLText.scalar) }
    if !forbidden.digests.isEmpty { yaml.list("hashes", forbidden.digests, indent: 4) { "\"\($0)\"" } }
    if !forbidden.exceptions.isEmpty { yaml.list("except", forbidden.exceptions, indent: 4, YAMLText.scalar) }
  }

  private func egress(_ egress: Egress, _ yaml: inout YAMLText) {
    if !egress.services.isEmpty { yaml.list("services", egress.services, indent: 4, YAMLText.scalar) }
    if !egress.regions.isEmpty {
      yaml.list("regions", egress.regions, indent: 4, YAMLText.scalar)
    } else if !egress.services.isEmpty {
      yaml.comment(
        "Every region's hosts of these services; name yours to narrow it: regions: [eu-central-1]", indent: 4)
    }
    yaml.list("hosts", egress.hosts, indent: 4) { YAMLText.scalar($0.description) }
    if !egress.networks.isEmpty {
      yaml.list("networks", egress.networks, indent: 4) { YAMLText.scalar($0.description) }
    }
  }

  private func honeypots(_ decoys: Decoys, _ yaml: inout YAMLText) {
    yaml.line(
      "end-process: \(decoys.endsProcess)", indent: 4, note: "whether the use of a decoy ends the process")
    if let seed = decoys.seed {
      yaml.comment("All decoys are made from it; whoever knows it can tell them from real ones.", indent: 4)
      yaml.line("seed: \"\(seed)\"", indent: 4)
    }
    if !decoys.variables.isEmpty {
      yaml.line("variables:", indent: 4)
      for variable in decoys.variables {
        guard let value = variable.value.value else {
          yaml.line("- " + YAMLText.scalar(variable.value.name), indent: 6, note: variable.note)
          continue
        }
        yaml.line("- name: " + YAMLText.scalar(variable.value.name), indent: 6, note: variable.note)
        yaml.line("value: " + YAMLText.scalar(value), indent: 8)
      }
    }
    if !decoys.files.isEmpty { yaml.list("files", decoys.files, indent: 4, YAMLText.scalar) }
  }

  private func directories(_ policy: EnforcementPolicy, _ yaml: inout YAMLText) {
    yaml.blank()
    yaml.comment("Where the function can write: what the tmp-… controls are about.", indent: 0)
    yaml.list("writable-directories", policy.writableDirectories, indent: 0, YAMLText.scalar)
    guard policy.executableDirectories != EnforcementPolicy.standardExecutable else { return }
    yaml.blank()
    yaml.comment("Where programs and libraries of the system, the runtime and the function lie.", indent: 0)
    yaml.list("executable-directories", policy.executableDirectories, indent: 0, YAMLText.scalar)
  }
}
