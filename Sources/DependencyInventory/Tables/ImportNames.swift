package import PackageModel

/// By which names programs import what a package brings.
package enum ImportNames {
  /// The first names of imports: `bs4` for `beautifulsoup4`, `@scope/name` for npm's packages.
  ///
  /// What the bundle itself says wins. Empty for registries whose packages do not say what they bring; a package of
  /// PyPI that is not known is taken to bring a module of its own name.
  package static func of(_ entry: PackageEntry) -> [String] {
    if !entry.importNames.isEmpty { return entry.importNames }
    if let alias = entry.alias, entry.identity.ecosystem == .npm { return [alias] }
    return of(entry.identity)
  }

  package static func of(_ identity: PackageIdentity) -> [String] {
    switch identity.ecosystem {
    case .npm: [identity.name]
    case .pypi: python(identity.name)
    case .rubyGems: ruby(identity.name)
    case .go: [identity.name]
    case .maven, .nuget, .swift: []
    }
  }

  private static func python(_ name: String) -> [String] {
    if let known = pythonModules[name] { return known.split(separator: " ").map(String.init) }
    let plain = name.replacing("-", with: "_")
    // `types-requests` and `requests-stubs` are read by type checkers and never imported.
    if name.hasPrefix("types-") || name.hasSuffix("-stubs") { return [] }
    // Many are called after the language, and import without it.
    for affix in ["python-", "py-"] where name.hasPrefix(affix) {
      return [String(plain.dropFirst(affix.count)), plain]
    }
    for affix in ["-python", "-py"] where name.hasSuffix(affix) {
      return [String(plain.dropLast(affix.count)), plain]
    }
    return [plain]
  }

  /// `require "aws-sdk-s3"`, and by convention a folder for each hyphen.
  private static func ruby(_ name: String) -> [String] {
    name.contains("-") ? [name, name.replacing("-", with: "/")] : [name]
  }
}
