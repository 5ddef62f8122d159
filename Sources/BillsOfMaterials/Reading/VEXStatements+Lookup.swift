package import PackageModel

extension VEXStatements {
  /// The last word on a flaw in a package: of several statements the latest, of equally old ones the last.
  ///
  /// - Parameters:
  ///   - ids: The flaw's name and aliases.
  ///   - products: Package URLs and names of what is scanned. A statement about a package inside of another
  ///     product says nothing about ours.
  package func statement(
    for identity: PackageIdentity, version: String?, ids: [String], products: [String] = []
  ) -> VEXStatement? {
    let name = PackageURL(identity, name: identity.name, version: nil).unversioned
    let ids = Set(ids.map { $0.uppercased() })
    let products = Set(products.map(ProductName.comparable))
    let candidates = indexes(ofComponent: name).map { statements[$0] }.filter { statement in
      !statement.ids.isDisjoint(with: ids) && statement.holds(for: version)
        && (statement.products.isEmpty || !statement.products.isDisjoint(with: products))
    }
    // The last of equals: `max` keeps the first.
    return candidates.reduce(nil) { best, next in
      guard let best, VEXStatements.isOlder(next, than: best) else { return next }
      return best
    }
  }

  private static func isOlder(_ left: VEXStatement, than right: VEXStatement) -> Bool {
    switch (left.timestamp, right.timestamp) {
    case (let left?, let right?): left < right
    case (nil, .some): true
    case (_, nil): false
    }
  }
}

extension VEXStatement {
  fileprivate func holds(for version: String?) -> Bool {
    if let own = component.version, own != version { return false }
    guard !versions.isEmpty else { return true }
    return version.map(versions.contains) ?? false
  }
}

/// What a scanned product and the product of a statement have in common.
enum ProductName {
  /// A package URL without version and qualifiers; any other name as it is.
  static func comparable(_ text: String) -> String { PackageURL(text)?.unversioned ?? text }
}
