internal import CodeAnalysis
internal import ApplicationModel
internal import EnforcementPolicy

/// Where a program lies that code starts by a name.
struct ProgramPaths {
  private let deployed: DeployedFiles
  /// Whether layers or an image hold files that nobody could read.
  private let hasUnknownFiles: Bool
  private let runtime: FunctionRuntime

  /// Under both of their names: which one is a link differs from one base image to the next.
  static let shells = ["/bin/sh", "/bin/bash", "/usr/bin/sh", "/usr/bin/bash"]

  init(_ facts: FunctionFacts, _ deployed: DeployedFiles) {
    self.deployed = deployed
    runtime = facts.runtime
    let known = facts.application.layers.map(\.id)
    hasUnknownFiles =
      facts.runtime == .image
      || facts.function.layers.contains { layer in
        guard let id = layer.value.value?.references.first?.id else { return true }
        return !known.contains(id)
      }
  }

  func executables(_ name: String, note: String) -> [AllowedExecutable] {
    let own = deployed.programs(called: name)
    if !own.isEmpty {
      return own.map {
        AllowedExecutable($0.path, digest: $0.digest, note: "\(note); brought along as \($0.source)")
      }
    }
    return candidates(name).map { path in
      var entry = AllowedExecutable(path, note: note)
      // Started from where the code itself writes: without a digest, whoever can write there can replace it.
      entry.mayBeWritable = ["/tmp/", "/var/tmp/", "/dev/shm/"].contains(where: path.hasPrefix)
      return entry
    }
  }

  private func candidates(_ name: String) -> [String] {
    if name == "sh" || name == "bash" { return Self.shells }
    if name.hasPrefix("/") { return [Self.normalised(name)] }
    if name.contains("/") { return [Self.normalised("/var/task/" + name)] }
    // The interpreters of the image lie apart from the system's programs.
    if let interpreter = runtime.interpreter, PathPattern.matches(interpreter, "/var/lang/bin/" + name) {
      return ["/var/lang/bin/" + name]
    }
    return ["/usr/bin/" + name] + (hasUnknownFiles ? ["/opt/bin/" + name] : [])
  }

  /// Without `.` and `..`; the folders of an image that are links lead to where they are written here.
  private static func normalised(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": parts = parts.dropLast()
      default: parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/")
  }
}
