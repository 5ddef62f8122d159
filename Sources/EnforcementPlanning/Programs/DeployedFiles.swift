internal import DependencyAnalysis
internal import ApplicationModel
internal import CodeAnalysis
internal import EnforcementPolicy
internal import FindingModel
internal import PackageModel

/// Where the programs that a function brings along lie once it is deployed.
struct DeployedFiles {
  struct Program: Hashable, Sendable {
    let path: String
    let digest: FileDigest?
    /// Within the scanned tree.
    let source: String
  }

  /// Sorted by path.
  let programs: [Program]

  init(_ facts: FunctionFacts) {
    let own = facts.function.codeRoot.map { [(Self.prefix(of: $0), "/var/task/")] } ?? []
    let layers = facts.function.layers.compactMap { layer -> (String, String)? in
      guard let id = layer.value.value?.references.first?.id,
        let root = facts.application.layers.first(where: { $0.id == id })?.codeRoot
      else { return nil }
      return (Self.prefix(of: root), "/opt/")
    }
    programs = (facts.dependencies?.binaries ?? []).filter { $0.kind == .executable }.compactMap { binary in
      // A layer's folder may lie within the function's own.
      let roots = (layers + own).sorted { $0.0.utf8.count > $1.0.utf8.count }
      guard let (root, place) = roots.first(where: { binary.path.hasPrefix($0.0) }) else { return nil }
      return Program(
        path: place + binary.path.dropFirst(root.utf8.count), digest: FileDigest(binary.sha256),
        source: binary.path)
    }.sorted { $0.path < $1.path }
  }

  /// What stands before paths of files in a folder or archive.
  private static func prefix(of root: String) -> String {
    if root.isEmpty || root == "." { return "" }
    let isArchive = [".zip", ".jar", ".war"].contains(where: root.lowercased().hasSuffix)
    return root + (isArchive ? "!/" : "/")
  }

  /// The program at a path, by its name alone where no path is given.
  func programs(called name: String) -> [Program] {
    if name.hasPrefix("/") { return programs.filter { $0.path == name } }
    if name.contains("/") {
      let path = "/var/task/" + Self.withoutDots(name)
      return programs.filter { $0.path == path }
    }
    return programs.filter { $0.path.hasSuffix("/" + name) }
  }

  /// `./bin/x` as `bin/x`.
  static func withoutDots(_ path: String) -> String {
    path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }
}
