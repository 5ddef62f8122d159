internal import FindingModel
internal import PackageModel

/// `Package.swift`: a program of which the plain `.package(…)` calls are read, and nothing is run.
enum SwiftManifest {
  static func read(_ source: ListSource, into list: inout PackageList) {
    for call in SwiftCalls.named("package", in: source.bytes) {
      let place = SourceLocation(path: source.path, line: call.line, column: 1)
      let name = call.labelled["id"] ?? call.labelled["url"].map { SourceAddress.safe($0) }
      if let name {
        let origin: PackageSource =
          call.labelled["id"] != nil
          ? .registry(nil) : .repository(name, revision: call.labelled["revision"] ?? call.labelled["branch"])
        list.ask(
          for: PackageRequirement(
            PackageIdentity(.swift, name), name: name, constraint: constraint(call), source: origin, at: place
          ))
      } else if let path = call.labelled["path"] {
        let name = call.labelled["name"] ?? String(FilePath.name(of: path))
        list.ask(
          for: PackageRequirement(
            PackageIdentity(.swift, name), name: name, constraint: nil, source: .path(path), at: place))
      }
    }
  }

  /// In the words of the manifest: `from 1.2.0`, `exact 1.2.0`, `1.0.0..<2.0.0`.
  private static func constraint(_ call: SwiftCalls.Call) -> String? {
    for label in ["exact", "from"] {
      if let version = call.labelled[label] { return label + " " + version }
    }
    let versions = call.unlabelled
    guard versions.count == 2, let mark = call.range else { return nil }
    return versions[0] + mark + versions[1]
  }

  /// What a manifest beside a `Package.resolved` asks for; `nil` where there is none.
  static func identities(around source: ListSource) -> Set<PackageIdentity>? {
    let path = FilePath.join(FilePath.folder(of: source.path), "Package.swift")
    guard let bytes = source.files.bytes(of: path), bytes.count <= InventoryLimits.programBytes else {
      return nil
    }
    var list = PackageList(path: path, format: .swiftManifest)
    read(ListSource(bytes: bytes, path: path, files: source.files), into: &list)
    return Set(list.requirements.map(\.identity))
  }
}
