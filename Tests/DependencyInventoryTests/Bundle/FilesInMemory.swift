import FindingModel
import PackageModel
import DependencyInventory

/// A tree of files that a test writes down.
struct FilesInMemory: PackageFiles {
  var files: [String: String]

  func bytes(of path: String) -> [UInt8]? { files[path].map { Array($0.utf8) } }
  func contains(_ path: String) -> Bool { files[path] != nil }

  /// What the reader says of one of them.
  func list(_ path: String) -> PackageList {
    PackageListReader.read(
      bytes(of: path) ?? [], path: path, format: PackageListReader.format(of: path) ?? .executable,
      files: self)
  }
}

extension PackageList {
  /// `name version` of each package, sorted.
  var lines: [String] { packages.map { "\($0.name) \($0.version ?? "-")" }.sorted() }

  /// `name constraint scope` of each requirement, in the file's order.
  var wishes: [String] { requirements.map { "\($0.name) \($0.constraint ?? "-") \($0.scope.rawValue)" } }

  var reasons: [String] { problems.map(\.reason) }
}
