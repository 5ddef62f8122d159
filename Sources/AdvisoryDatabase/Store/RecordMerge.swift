internal import PackageModel

/// Records of several sources that describe one flaw of one package.
struct RecordGroup {
  /// The one whose word on versions counts first.
  var records: [StoredRecord]

  var chosen: StoredRecord { records[0] }
}

enum RecordMerge {
  /// From here on, sources list several flaws as one record: their word joins nothing.
  private static let bundleRank = AdvisorySource.nodeWorkingGroup.rank

  /// - Parameter records: Of one package, none of them withdrawn.
  /// - Returns: Groups that share an id or an alias, each with the best source first, in the order of ids.
  static func groups(_ records: [StoredRecord]) -> [RecordGroup] {
    if records.count < 2 { return records.map { RecordGroup(records: [$0]) } }
    let claimed = Set(records.lazy.filter { !isBundle($0) }.flatMap(\.names))
    var joins = DisjointSets(count: records.count)
    var owners: [String: Int] = [:]
    var dropped: Set<Int> = []
    for (index, record) in records.enumerated() {
      var names = record.names
      if isBundle(record) {
        // Others describe each of its flaws better, or it stands for itself and for no one of them.
        if names.filter({ $0.hasPrefix("CVE-") }).allSatisfy(claimed.contains) { dropped.insert(index) }
        names.removeAll { $0.hasPrefix("CVE-") }
      }
      for name in names {
        if let owner = owners[name] { joins.join(owner, index) } else { owners[name] = index }
      }
    }
    var groups: [Int: [StoredRecord]] = [:]
    for (index, record) in records.enumerated() where !dropped.contains(index) {
      groups[joins.representative(of: index), default: []].append(record)
    }
    return groups.values.map { RecordGroup(records: $0.sorted(by: isBetter)) }
      .sorted { $0.chosen.id < $1.chosen.id }
  }

  private static func isBundle(_ record: StoredRecord) -> Bool {
    record.source.rank >= bundleRank && record.names.count { $0.hasPrefix("CVE-") } > 1
  }

  /// What was imported counts more than the seed, but a source that is kept counts more than one that is not.
  private static func isBetter(_ left: StoredRecord, _ right: StoredRecord) -> Bool {
    func order(_ record: StoredRecord) -> (Int, Int, Int) {
      let isUseless = record.affected.allSatisfy { $0.ranges.isEmpty && $0.versions.isEmpty }
      let isOld = record.source.rank >= bundleRank
      return ((isUseless ? 2 : 0) + (isOld ? 1 : 0), record.layer, record.source.rank)
    }
    let (mine, theirs) = (order(left), order(right))
    if mine != theirs { return mine < theirs }
    let days = (left.modified ?? "", right.modified ?? "")
    return days.0 == days.1 ? left.id < right.id : days.0 > days.1
  }
}

/// Which elements belong together, by what was joined.
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func representative(of element: Int) -> Int {
    var element = element
    while parents[element] != element {
      // Halving the way keeps later questions short.
      parents[element] = parents[parents[element]]
      element = parents[element]
    }
    return element
  }

  mutating func join(_ left: Int, _ right: Int) {
    let (left, right) = (representative(of: left), representative(of: right))
    parents[max(left, right)] = min(left, right)
  }
}
