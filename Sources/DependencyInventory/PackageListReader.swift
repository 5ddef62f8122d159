internal import FindingModel
package import PackageModel

/// Reads files that say something about packages.
package enum PackageListReader {
  /// The readers, one per registry; the first that knows a file's name reads it.
  private static let readers: [any RegistryFiles.Type] = [
    NPMFiles.self, PythonFiles.self, RubyFiles.self, SwiftFiles.self, JavaFiles.self, DotNetFiles.self,
    GoFiles.self,
  ]

  /// Whether a file of that name may be one; cheap, by its path alone.
  package static func format(of path: String) -> PackageListFormat? {
    let name = FilePath.name(of: path)
    for reader in readers {
      if let format = reader.format(ofFile: name, in: path) { return format }
    }
    return nil
  }

  /// What a file says of packages, whatever it is: what cannot be read is one of the list's problems.
  ///
  /// - Parameters:
  ///   - path: Relative to the scanned root, as are all places in the list.
  ///   - files: Reads files beside it (includes of requirements, parents, workspaces), bounded.
  package static func read(
    _ bytes: [UInt8], path: String, format: PackageListFormat, files: any PackageFiles
  ) -> PackageList {
    var list = PackageList(path: path, format: format)
    let limit = InventoryLimits.bytes(of: format)
    guard bytes.count <= limit else {
      list.note("\(bytes.count) bytes, more than the limit of \(limit)")
      return list
    }
    let source = ListSource(bytes: bytes, path: path, files: files)
    for reader in readers where reader.formats.contains(format) { reader.read(source, into: &list) }
    PinnedRequirements.add(to: &list)
    return list
  }
}
