internal import PackageModel

/// The packages of a lockfile that a project's production code gets, each with the shortest way to it.
///
/// Cost is linear in packages and edges; a cycle is walked once.
struct PackagedClosure {
  /// Indexes into the list's packages, nearest first.
  private(set) var order: [Int] = []
  /// By index: the package that brings it, `nil` for what is asked for directly.
  private var parents: [Int: Int?] = [:]
  private let list: PackageList

  /// - Parameter manifest: What of a lockfile with several members counts; `nil` for all of it.
  init(_ list: PackageList, for manifest: PackageList? = nil) {
    self.list = list
    var waiting: [Int] = []
    for index in roots(for: manifest) where parents[index] == nil {
      parents[index] = .some(nil)
      waiting.append(index)
    }
    walk(&waiting)
    guard manifest == nil else { return }
    // What nothing leads to is installed all the same, as far as the lockfile says so.
    for index in list.packages.indices where parents[index] == nil && list.packages[index].isPackaged {
      parents[index] = .some(nil)
      waiting = [index]
      walk(&waiting)
    }
  }

  private mutating func walk(_ waiting: inout [Int]) {
    var next = 0
    while next < waiting.count {
      let index = waiting[next]
      next += 1
      order.append(index)
      for dependency in list.packages[index].dependencies
      where list.packages.indices.contains(dependency) && parents[dependency] == nil
        && list.packages[dependency].isPackaged
      {
        parents[dependency] = .some(index)
        waiting.append(dependency)
      }
    }
  }

  private func roots(for manifest: PackageList?) -> [Int] {
    guard let manifest else {
      return list.packages.indices.filter { list.packages[$0].isDirect && list.packages[$0].isPackaged }
    }
    let wanted = Set(manifest.requirements.filter { $0.scope != .development }.map(\.identity))
    var known: Set<PackageIdentity> = []
    return list.packages.indices.filter {
      wanted.contains(list.packages[$0].identity) && known.insert(list.packages[$0].identity).inserted
    }
  }

  /// Names from what is asked for directly to the package.
  func path(to index: Int) -> [String] {
    var names = [list.packages[index].name]
    var current = index
    while let parent = parents[current] ?? nil {
      names.append(list.packages[parent].name)
      current = parent
    }
    return names.reversed()
  }
}

extension PackageEntry {
  /// Whether it is part of what is deployed.
  var isPackaged: Bool { scope != .development }
}
