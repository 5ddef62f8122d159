internal import Documents
internal import FindingModel
internal import PackageModel

/// Reads the modules that a program was built from, and the standard library of the Go that built it.
enum GoBinaryReader {
  static func read(_ source: ListSource, into list: inout PackageList) {
    guard let file = ELFFile(source.bytes), let information = GoBuildInformation(file) else {
      return list.note("The program does not say what it was built from.")
    }
    fill(&list, from: information)
  }

  static func fill(_ list: inout PackageList, from information: GoBuildInformation) {
    let place = SourceLocation.start(of: list.path)
    let version = information.goVersion.drop { !$0.isNumber }.prefix { $0 != " " && $0 != "-" }
    var library = PackageEntry(
      PackageIdentity(.go, "stdlib"), name: "stdlib", version: version.isEmpty ? nil : String(version),
      source: .bundle, at: place)
    library.bundledPath = list.path
    guard list.add(library) != nil else { return }
    list.engines.append((name: "go", constraint: information.goVersion))
    if let main = information.main {
      list.project = (main.path, main.version == "(devel)" ? nil : main.version)
    }
    // A released program is a package itself: `go install module@version`.
    let released = [information.main].compactMap(\.self).filter { $0.version.hasPrefix("v") }
    for module in released + information.dependencies {
      let code = module.replacement ?? .init(path: module.path, version: module.version, sum: module.sum)
      var entry = PackageEntry(
        PackageIdentity(.go, code.path), name: code.path, version: code.version.isEmpty ? nil : code.version,
        source: code.path.hasPrefix(".") || code.path.hasPrefix("/") ? .path(code.path) : .bundle, at: place)
      if module.replacement != nil { entry.alias = module.path }
      entry.bundledPath = list.path
      entry.integrity = GoSum.hash(code.sum).map { [$0] } ?? []
      guard list.add(entry) != nil else { return }
    }
  }
}
