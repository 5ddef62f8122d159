internal import DependencyAnalysis
internal import DependencyInventory
internal import PackageModel

/// Whether code imports a package, by all names it may be imported as; a doubt is no finding.
struct ImportedAs {
  private let names: Set<String>
  private let modules: ImportNames.Modules

  init(_ imports: [ImportedName]) {
    names = Set(imports.filter { $0.ecosystem == .npm }.map(\.name))
    modules = ImportNames.Modules(imports.filter { $0.ecosystem == .pypi }.map(\.name))
  }

  func contains(_ requirement: PackageRequirement) -> Bool {
    let name = requirement.alias ?? requirement.name
    guard requirement.identity.ecosystem == .pypi else {
      return names.contains { $0 == name || $0.hasPrefix(name + "/") }
    }
    return modules.mayBelong(to: requirement.identity)
  }
}
