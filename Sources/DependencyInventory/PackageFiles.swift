/// The scanned tree, for files that name other files; paths are relative to its root.
package protocol PackageFiles: Sendable {
  /// `nil` where there is no such file or it cannot be read.
  func bytes(of path: String) -> [UInt8]?
  func contains(_ path: String) -> Bool
}

/// A file that stands alone.
package struct NoPackageFiles: PackageFiles {
  package init() {}
  package func bytes(of path: String) -> [UInt8]? { nil }
  package func contains(_ path: String) -> Bool { false }
}
