internal import PackageModel

extension Advisory {
  /// One advisory of several on the same flaw, the best first: its versions count, the others add what it lacks.
  init(merging advisories: [Advisory]) {
    let names = advisories.flatMap { [$0.id] + $0.aliases }
    let id = Self.bestName(of: names)
    self.init(id: id)
    var seen: Set<String> = [id]
    aliases = names.filter { seen.insert($0).inserted }.sorted()
    for advisory in advisories {
      if summary.isEmpty { summary = advisory.summary }
      if let day = advisory.published { published = min(published ?? day, day) }
      if let day = advisory.modified { modified = max(modified ?? day, day) }
      takeSeverity(of: advisory)
      weaknesses.add(advisory.weaknesses, limit: AdvisoryLimits.ratings)
      references.add(advisory.references, limit: AdvisoryLimits.references)
      for package in advisory.affected { add(package) }
    }
  }

  /// All of it from one source: the word of one and the vector of another may contradict each other.
  private mutating func takeSeverity(of advisory: Advisory) {
    guard vectors.isEmpty, severityWord == nil, score == nil else { return }
    vectors = advisory.vectors
    severityWord = advisory.severityWord
    score = advisory.score
  }

  /// The best source's versions of each package; symbols of the first that knows some.
  private mutating func add(_ package: AffectedPackage) {
    guard let place = affected.firstIndex(where: { $0.identity == package.identity }) else {
      affected.append(package)
      return
    }
    if affected[place].symbols.isEmpty { affected[place].symbols = package.symbols }
    if affected[place].ranges.isEmpty, affected[place].versions.isEmpty {
      affected[place].ranges = package.ranges
      affected[place].versions = package.versions
    }
  }

  /// The name that people look up: of GitHub or the ecosystem, else the number of CVE, which says nothing of packages,
  /// else that of an ended list; of equals the first.
  private static func bestName(of names: [String]) -> String {
    let ended = ["NSWG-", "OSVDB-", "RETIREJS-"]
    func rank(_ name: String) -> Int {
      if name.hasPrefix("CVE-") { return 1 }
      return ended.contains { name.hasPrefix($0) } ? 2 : 0
    }
    return names.min { rank($0) < rank($1) } ?? ""
  }
}

extension Array where Element: Equatable {
  /// Adds what is not there yet, up to a bound that keeps the search short.
  fileprivate mutating func add(_ others: [Element], limit: Int) {
    for other in others where count < limit && !contains(other) { append(other) }
  }
}
