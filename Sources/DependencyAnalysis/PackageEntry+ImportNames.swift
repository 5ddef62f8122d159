package import PackageModel

extension PackageEntry {
  /// What code imports the package as.
  package var importNames: [String] {
    switch identity.ecosystem {
    case .pypi: [identity.name.replacing("-", with: "_"), identity.name.replacing("-", with: ".")]
    case .npm, .maven, .nuget, .go, .rubyGems, .swift: [name]
    }
  }
}
