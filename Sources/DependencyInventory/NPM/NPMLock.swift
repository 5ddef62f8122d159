internal import Documents
internal import FindingModel
internal import PackageModel

/// `package-lock.json` and `npm-shrinkwrap.json`, version 1 to 3.
///
/// https://docs.npmjs.com/cli/configuring-npm/package-lock-json
enum NPMLock {
  static func read(_ source: ListSource, into list: inout PackageList) {
    guard let document = source.document(.json, into: &list) else { return }
    guard document.isMapping else { return list.note("no object, as a lockfile of npm has to be") }
    list.project = (document["name"]?.text, document["version"]?.text)
    list.registries = NPMRegistries.around(source)
    // Version 2 has both forms; the newer one says more.
    if let packages = document["packages"], packages.isMapping {
      var tree = NPMPackageTree(packages)
      tree.fill(&list)
    } else if let dependencies = document["dependencies"], dependencies.isMapping {
      var tree = NPMNestedTree()
      tree.fill(&list, from: dependencies, manifest: source.neighbour("package.json", .json))
    } else if document["lockfileVersion"] == nil {
      list.note("neither packages nor dependencies nor a lockfileVersion: no lockfile of npm")
    }
  }

  /// The package's name in a location, `node_modules/a/node_modules/@b/c` is `@b/c`.
  static func name(ofLocation location: String) -> String? {
    let parts = location.split(separator: "/")
    guard let folder = parts.lastIndex(of: "node_modules") else { return nil }
    let name = parts[(folder + 1)...]
    guard let first = name.first else { return nil }
    let expected = first.hasPrefix("@") ? 2 : 1
    return name.count == expected ? name.joined(separator: "/") : nil
  }

  /// What npm's marks mean; a peer is installed like anything else, since npm 7.
  static func scope(isDevelopment: Bool, isOptional: Bool) -> DependencyScope {
    isDevelopment ? .development : isOptional ? .optional : .production
  }

  /// Systems and processors that a package is for, in yarn's words: `os=linux & cpu=(x64 | arm64)`.
  static func condition(of node: Node) -> String? {
    let parts = ["os", "cpu", "libc"].compactMap { key -> String? in
      let names = (node[key]?.elements ?? []).compactMap(\.text)
      guard let first = names.first else { return nil }
      return key + "=" + (names.count == 1 ? first : "(" + names.joined(separator: " | ") + ")")
    }
    return parts.isEmpty ? nil : parts.joined(separator: " & ")
  }
}
