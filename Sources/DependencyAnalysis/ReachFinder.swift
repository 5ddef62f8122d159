internal import DependencyInventory
internal import FindingModel
internal import PackageModel

/// Which packages of a list the code of a function gets to.
struct ReachFinder {
  let imports: [ImportedName]
  /// Whether all code that the handler reaches was read.
  let isComplete: Bool

  /// By index into the list's packages.
  func reaches(in list: PackageList, _ indexes: [Int]) -> [Int: Reach] {
    var reaches: [Int: Reach] = [:]
    var waiting: [(index: Int, name: String, location: SourceLocation)] = []
    let included = Set(indexes)
    for index in indexes {
      guard let place = place(of: list.packages[index]) else { continue }
      reaches[index] = .imported(place)
      waiting.append((index, list.packages[index].name, place))
    }
    var next = 0
    while next < waiting.count {
      let (index, name, location) = waiting[next]
      next += 1
      for dependency in list.packages[index].dependencies
      where included.contains(dependency) && reaches[dependency] == nil {
        reaches[dependency] = .needed(by: name, location)
        waiting.append((dependency, name, location))
      }
    }
    guard isComplete else { return reaches }
    // A flat list does not say who needs what: an absent import proves nothing of its packages.
    guard list.packages.contains(where: { !$0.dependencies.isEmpty }) || indexes.count == 1 else {
      return reaches
    }
    for index in indexes where reaches[index] == nil { reaches[index] = .notImported }
    return reaches
  }

  /// Where the code imports a package.
  func place(of entry: PackageEntry) -> SourceLocation? {
    place(of: entry.identity, importedAs: ImportNames.of(entry))
  }

  func place(of identity: PackageIdentity, importedAs names: [String]) -> SourceLocation? {
    imports.first { item in
      item.ecosystem == identity.ecosystem
        && names.contains { item.name == $0 || item.name.hasPrefix($0 + ".") }
    }?.location
  }
}
