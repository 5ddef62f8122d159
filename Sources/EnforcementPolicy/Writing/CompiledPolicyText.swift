/// A compiled policy for people: what the enforcer will do.
package enum CompiledPolicyText {
  /// Values of decoys are left out: whoever reads the text could tell them from real ones.
  package static func text(of policy: CompiledPolicy) -> String {
    var lines = [
      "Policy \(shown(policy.identifier)) of \(shown(policy.function)), format version 1",
      "Enforced: "
        + (policy.enforceAfter.map { "after \($0); before, what is blocked is only told" } ?? "at once"),
    ]
    lines.append("Also: " + features(policy).joined(separator: "; "))
    lines.append("")
    let width = Control.allCases.map(\.key.count).max() ?? 0
    for control in Control.allCases {
      let name = control.key + String(repeating: " ", count: width - control.key.count)
      lines.append("\(name)  \(policy.modes[control]?.name ?? "off")")
    }
    list("Executables", policy.executables.map(executable), &lines)
    list("Forbidden names", policy.forbiddenNames, &lines, isPacked: true)
    list("Forbidden hashes", policy.forbiddenHashes.map(\.description), &lines)
    list("Hosts", policy.hosts.map(\.description), &lines)
    list("Networks", policy.networks.map(\.description), &lines)
    list("Source files", policy.sourceFiles, &lines)
    list("Decoy variables", policy.decoyVariables.map(decoy), &lines)
    list("Decoy files", policy.decoyFiles, &lines)
    list("Writable folders", policy.writableDirectories, &lines)
    list("Files that may be written there", policy.writableExceptions, &lines)
    list("Libraries that may be loaded from there", policy.libraryExceptions, &lines)
    list("Variables that children may get", policy.variableExceptions, &lines)
    list("Folders of programs", policy.executableDirectories, &lines, isPacked: true)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func features(_ policy: CompiledPolicy) -> [String] {
    [
      policy.learns ? "tells what is allowed as well (learns)" : nil,
      policy.announces ? "tells each start" : "does not tell starts",
      policy.honeypotEndsProcess ? "the use of a decoy ends the process" : nil,
      policy.usesKernelLayer ? "the kernel's means where they work" : "without the kernel's means",
    ].compactMap(\.self)
  }

  private static func executable(_ executable: CompiledPolicy.Executable) -> String {
    let marks = [
      executable.digest.map { "sha256 \($0)" }, executable.isGlob ? "glob" : nil,
      executable.receivesCredentials ? "real credentials" : nil,
      executable.mayBeWritable ? "may lie in a writable folder" : nil,
    ].compactMap(\.self)
    return executable.path + (marks.isEmpty ? "" : "  (" + marks.joined(separator: ", ") + ")")
  }

  private static func decoy(_ variable: CompiledPolicy.DecoyVariable) -> String {
    let places = [
      variable.replacesInChildren ? "in children, for the real one" : nil,
      variable.isPlanted ? "planted in the function" : nil,
    ].compactMap(\.self)
    return variable.name + (places.isEmpty ? "" : "  (" + places.joined(separator: ", ") + ")")
  }

  private static func list(
    _ title: String, _ entries: [String], _ lines: inout [String], isPacked: Bool = false
  ) {
    guard !entries.isEmpty else { return }
    lines += ["", "\(title) (\(entries.count))"]
    guard isPacked else {
      lines += entries.map { "  " + shown($0) }
      return
    }
    var line = " "
    for entry in entries.map(shown) {
      if line.count + entry.count + 1 > YAMLText.width, line.count > 1 {
        lines.append(line)
        line = " "
      }
      line += " " + entry
    }
    lines.append(line)
  }

  private static func shown(_ text: String) -> String { Spelling.safe(text) }
}
