/// Why packages of a list are there: the shortest way to each from one that the project asks for by name.
///
/// Built once in linear time; a cycle is never entered twice.
package struct DependencyPaths: Sendable {
  private let list: PackageList
  /// For each package the one that brought it in first: itself for direct ones, -1 for those nothing leads to.
  private let parents: [Int]

  package init(_ list: PackageList) {
    self.list = list
    var parents = Array(repeating: -1, count: list.packages.count)
    let direct = Dictionary(grouping: list.packages.indices.filter { list.packages[$0].isDirect }) {
      list.packages[$0].scope
    }
    for index in direct.values.joined() { parents[index] = index }
    // What production needs is explained by what production asks for, even where a tool's way is shorter.
    for scope in [DependencyScope.production, .optional, .provided, .development] {
      var queue = direct[scope] ?? []
      var next = 0
      while next < queue.count {
        let current = queue[next]
        next += 1
        for needed in list.packages[current].dependencies
        where parents.indices.contains(needed) && parents[needed] < 0 {
          parents[needed] = current
          queue.append(needed)
        }
      }
    }
    self.parents = parents
  }

  /// Indexes from a direct package to this one, both included; only itself where nothing says what needs it.
  package func path(to index: Int) -> [Int] {
    var path = [index]
    while let last = path.last, parents.indices.contains(last), parents[last] >= 0, parents[last] != last {
      path.append(parents[last])
    }
    return path.reversed()
  }

  /// `express > body-parser > qs`.
  package func text(to index: Int) -> String {
    path(to: index).filter(list.packages.indices.contains).map { list.packages[$0].name }
      .joined(separator: " > ")
  }
}
