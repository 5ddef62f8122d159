import DependencyInventory
import FindingModel
import PackageModel
import Testing

/// Reads a text as the file of a name, with others around it.
func read(_ text: String, _ path: String, with others: [String: String] = [:]) throws -> PackageList {
  let format = try #require(PackageListReader.format(of: path))
  return PackageListReader.read(
    Array(text.utf8), path: path, format: format, files: FilesInMemory(files: others))
}

func format(_ path: String) -> PackageListFormat? { PackageListReader.format(of: path) }

extension PackageList {
  func entry(_ name: String, _ version: String? = nil) throws -> PackageEntry {
    try #require(packages.first { $0.name == name && (version == nil || $0.version == version) })
  }

  func requirement(_ name: String) throws -> PackageRequirement {
    try #require(requirements.first { $0.name == name })
  }

  /// Names that a package needs, sorted.
  func needs(of name: String, _ version: String? = nil) throws -> [String] {
    try entry(name, version).dependencies.map { packages[$0].name }.sorted()
  }

  /// Names of what the project asks for itself, sorted.
  var direct: [String] { packages.filter(\.isDirect).map(\.name).sorted() }

  func names(_ scope: DependencyScope) -> [String] {
    packages.filter { $0.scope == scope }.map(\.name).sorted()
  }
}
