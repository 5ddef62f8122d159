internal import PackageModel

/// Finds out what packages are needed for by walking from those that the project asks for.
enum ScopeWalk {
  /// The strongest reason first: what production needs is not only there for development.
  private static let order: [DependencyScope] = [.production, .optional, .provided, .development]

  /// Gives every package that a root leads to the strongest scope of such a root; others keep theirs.
  ///
  /// Linear in packages and edges. What is asked for is direct.
  ///
  /// - Parameters:
  ///   - optional: Of each package the needed ones that may be missing, which also are in its dependencies.
  static func assign(
    to list: inout PackageList, roots: [(index: Int, scope: DependencyScope)], optional: [Int: Set<Int>] = [:]
  ) {
    var isKnown = Array(repeating: false, count: list.packages.count)
    var optionalRoots: [Int] = []
    for root in roots { list.packages[root.index].isDirect = true }
    for scope in order {
      var queue = roots.filter { $0.scope == scope }.map(\.index)
      if scope == .optional { queue += optionalRoots }
      while let index = queue.popLast() {
        if isKnown[index] { continue }
        isKnown[index] = true
        list.packages[index].scope = scope
        for needed in list.packages[index].dependencies where !isKnown[needed] {
          if scope == .production, optional[index]?.contains(needed) == true {
            optionalRoots.append(needed)
          } else {
            queue.append(needed)
          }
        }
      }
    }
  }
}
