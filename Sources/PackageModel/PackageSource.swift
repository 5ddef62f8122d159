/// Where a package comes from.
package enum PackageSource: Hashable, Sendable {
  /// A registry; the address where the file says it, `nil` for the ecosystem's ordinary one.
  case registry(String?)
  /// A repository, with what is checked out of it as written: a commit, a tag, a branch, or `nil`.
  case repository(String, revision: String?)
  /// An archive at an address.
  case archive(String)
  /// A folder or file of the project.
  case path(String)
  /// Found inside the bundle itself.
  case bundle
  case unknown
}

/// What a package is needed for.
package enum DependencyScope: String, Hashable, Sendable, CaseIterable {
  case production
  case optional
  /// What the user of the package has to bring, npm's peers and Maven's `provided`.
  case provided
  case development
}

/// A digest by which a package's archive is checked.
package struct IntegrityHash: Hashable, Sendable {
  /// In lower case without hyphens, `sha512`.
  package let algorithm: String
  /// In lower case hexadecimal.
  package let hexadecimal: String

  package init(algorithm: String, hexadecimal: String) {
    self.algorithm = algorithm.lowercased().replacing("-", with: "")
    self.hexadecimal = hexadecimal.lowercased()
  }
}
