internal import FindingModel
internal import PackageModel

/// Reads `go.mod`, with the digests of the `go.sum` beside it.
enum GoModuleReader {
  static func read(_ source: ListSource, into list: inout PackageList) {
    let file = GoModuleFile(source.bytes, path: source.path)
    list.project.name = file.module
    if let version = file.goVersion { list.engines.append((name: "go", constraint: version)) }
    if let toolchain = file.toolchain { list.engines.append((name: "toolchain", constraint: toolchain)) }
    for line in file.wrongLines.prefix(20) { list.note("line \(line): not a directive of go.mod") }
    let sums = sums(beside: source)
    var replacements: [String: GoModuleFile.Replacement] = [:]
    for item in file.replacements { replacements[key(item.module, item.version)] = item }
    for item in file.requirements {
      let replacement = replacements[key(item.module, item.version)] ?? replacements[key(item.module, nil)]
      let name = replacement?.by ?? item.module
      let version = replacement.map(\.byVersion) ?? item.version
      let origin: PackageSource =
        replacement.map { $0.byVersion == nil ? .path($0.by) : .registry(nil) } ?? .registry(nil)
      let identity = PackageIdentity(.go, name)
      var entry = PackageEntry(
        identity, name: name, version: version, source: origin, isDirect: !item.isIndirect, at: item.location)
      if replacement != nil { entry.alias = item.module }
      entry.integrity = version.flatMap { sums[key(name, $0)] }.map { [$0] } ?? []
      guard list.add(entry) != nil else { return }
      if !item.isIndirect {
        var requirement = PackageRequirement(
          identity, name: name, constraint: version, source: origin, integrity: entry.integrity,
          at: item.location)
        requirement.alias = entry.alias
        list.ask(for: requirement)
      }
      if file.excluded.contains([item.module, item.version]) {
        list.note(
          "line \(item.location.line): \(item.module) \(item.version) is excluded, and which version is used "
            + "instead is not known.")
      }
    }
    if !file.listsEverything, !file.requirements.isEmpty {
      list.note(
        "Modules that are needed indirectly are not all in go.mod before Go 1.17; go.sum is asked for them.",
        isError: false)
    }
  }

  static func path(beside path: String, _ name: String = "go.mod") -> String {
    FilePath.join(FilePath.folder(of: path), name)
  }

  private static func sums(beside source: ListSource) -> [String: IntegrityHash] {
    guard let bytes = source.files.bytes(of: path(beside: source.path, "go.sum")) else { return [:] }
    var sums: [String: IntegrityHash] = [:]
    for item in GoSum.modules(bytes, path: source.path) {
      if let hash = GoSum.hash(item.sum) { sums[key(item.module, item.version)] = hash }
    }
    return sums
  }

  private static func key(_ module: String, _ version: String?) -> String { "\(module) \(version ?? "")" }
}
