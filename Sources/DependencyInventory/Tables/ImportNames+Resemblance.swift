package import PackageModel

// What a distribution of PyPI brings is nowhere in a manifest: beside known names, what resembles its own counts.
extension ImportNames {
  /// Whether a distribution may bring a module, by whole words: `google-cloud-storage` brings `google`.
  ///
  /// For whoever reports in doubt: `fastapi` brings no `api`.
  package static func hasWord(_ module: String, in distribution: PackageIdentity) -> Bool {
    if of(distribution).contains(module) { return true }
    let word = PackageIdentity(.pypi, module).name
    let name = distribution.name
    return name == word || name.hasPrefix(word + "-") || name.hasSuffix("-" + word) || name == "py" + word
      || name == "python" + word
  }

  /// Modules that are imported, to be asked about many distributions.
  ///
  /// For whoever is silent in doubt: letters in a row are enough.
  package struct Modules {
    private let modules: Set<String>

    /// - Parameter modules: As imported, `google.cloud.storage`.
    package init(_ modules: some Sequence<String>) {
      self.modules = Set(modules.map(\.letters))
    }

    /// Whether one of them resembles what a distribution is known to be imported as, or its own name.
    package func mayBelong(to distribution: PackageIdentity) -> Bool {
      let known = ImportNames.of(distribution).map(\.letters)
      let own = distribution.name.letters
      return modules.contains { module in
        known.contains(where: module.hasPrefix) || module.resembles(own)
      }
    }
  }
}

extension String {
  /// Without hyphens, dots and underscores, in lower case: `google.cloud.storage` is `googlecloudstorage`.
  fileprivate var letters: String { filter { $0.isLetter || $0.isNumber }.lowercased() }

  /// Whether one has the other in it; short names would be in everything.
  fileprivate func resembles(_ other: String) -> Bool {
    self == other || count >= 3 && other.contains(self) || other.count >= 3 && contains(other)
  }
}
