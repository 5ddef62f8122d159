internal import Digests
internal import Documents
internal import FindingModel
internal import PackageModel

/// Reads `packages.lock.json`: per framework the packages with their type, version, digest and needs.
///
/// Source: NuGet's wiki, "Enable repeatable package restore using a lock file".
enum NuGetLockReader {
  static func read(_ source: ListSource, into list: inout PackageList) {
    guard let document = source.document(.json, into: &list) else { return }
    guard let frameworks = document["dependencies"] else {
      return list.note("The lockfile has no 'dependencies'.")
    }
    // The same package in two frameworks is one, unless the versions differ.
    var known: [String: Int] = [:]
    for framework in frameworks.entries {
      var indexes: [String: Int] = [:]
      for package in framework.value.entries {
        // Projects of the solution have no version; what they need is listed beside them.
        guard let version = package.value["resolved"]?.text else { continue }
        let key = "\(package.key.lowercased())/\(version)"
        guard let index = known[key] ?? list.add(entry(package, version: version)) else { return }
        known[key] = index
        indexes[package.key.lowercased()] = index
        if package.value["type"]?.text == "Direct" { list.packages[index].isDirect = true }
      }
      for package in framework.value.entries {
        guard let index = indexes[package.key.lowercased()] else { continue }
        let needed = (package.value["dependencies"]?.entries ?? []).compactMap {
          indexes[$0.key.lowercased()]
        }
        let present = Set(list.packages[index].dependencies)
        list.packages[index].dependencies += needed.filter { !present.contains($0) }
      }
    }
  }

  private static func entry(_ package: Entry, version: String) -> PackageEntry {
    var entry = PackageEntry(
      PackageIdentity(.nuget, package.key), name: package.key, version: version, at: package.keyLocation)
    if let hash = package.value["contentHash"]?.text, let bytes = Integrity.base64(hash),
      let digest = Integrity.checked("sha512", bytes.hexadecimal)
    {
      entry.integrity = [digest]
    }
    return entry
  }
}
