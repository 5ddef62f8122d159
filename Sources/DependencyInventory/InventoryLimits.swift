internal import Documents
package import PackageModel

/// Bounds on what one file may ask of us, far above what real projects need; each has a test on either side.
package enum InventoryLimits {
  /// Of a manifest or lockfile; those of the largest public monorepos have 5 MB.
  package static let bytes = 32 << 20
  /// Of a program that is searched for literals, `setup.py`, `Gemfile`, `Package.swift`.
  package static let programBytes = 1 << 20
  /// What a format's files may have; archives and programs in machine code are bounded by their own readers.
  package static func bytes(of format: PackageListFormat) -> Int {
    switch format {
    case .setupScript, .gemfile, .swiftManifest: programBytes
    case .javaArchive, .pythonBundle, .goBinary, .executable: .max
    default: bytes
    }
  }

  /// Packages and requirements of one list.
  package static let packages = 100_000
  /// Files that one file may draw in.
  package static let includes = 64

  /// Of the documents: npm's first lockfiles nest packages in packages.
  static let document = DocumentLimits(bytes: bytes, depth: 200, nodes: 3_000_000)
}
