internal import DependencyAnalysis
internal import DependencyInventory
internal import PackageModel

/// Whether code imports a package, by all names it may be imported as.
///
/// What a distribution of PyPI is imported as is nowhere in a manifest: besides known names whatever resembles the
/// package's own counts, so that a doubt is no finding.
struct ImportedAs {
  private let names: Set<String>
  private let modules: Set<String>

  init(_ imports: [ImportedName]) {
    names = Set(imports.filter { $0.ecosystem == .npm }.map(\.name))
    modules = Set(imports.filter { $0.ecosystem == .pypi }.map { $0.name.letters })
  }

  func contains(_ requirement: PackageRequirement) -> Bool {
    let name = requirement.alias ?? requirement.name
    guard requirement.identity.ecosystem == .pypi else {
      return names.contains { $0 == name || $0.hasPrefix(name + "/") }
    }
    let known = ImportNames.of(requirement.identity).map(\.letters)
    let own = requirement.identity.name.letters
    return modules.contains { module in
      known.contains(where: module.hasPrefix) || module.resembles(own)
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
