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
      vectors += advisory.vectors.filter { !vectors.contains($0) }
      severityWord = severityWord ?? advisory.severityWord
      score = score ?? advisory.score
      weaknesses += advisory.weaknesses.filter { !weaknesses.contains($0) }
      references += advisory.references.prefix(AdvisoryLimits.references - references.count)
        .filter { !references.contains($0) }
      for package in advisory.affected { add(package) }
    }
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

  /// The first name that is neither a number of CVE, which says nothing of packages, nor of an ended list.
  private static func bestName(of names: [String]) -> String {
    let lesser = ["CVE-", "NSWG-", "OSVDB-", "RETIREJS-"]
    return names.first { name in !lesser.contains { name.hasPrefix($0) } } ?? names.first ?? ""
  }
}
