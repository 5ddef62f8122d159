package import FindingModel
package import PackageModel

/// All that is known of flaws in packages: an imported database where there is one, and the embedded seed.
package struct AdvisoryStore: Sendable {
  /// The most trusted first.
  private let layers: [any AdvisoryLayer]

  /// What is embedded in the program, for a first run without a database.
  package static let seed = AdvisoryStore(layers: [SeedLayer()])

  /// - Throws: ``AdvisoryStoreError``; the seed is there all the same, and the caller says what is missing.
  package static func open(at path: String, withSeed: Bool = true) throws(AdvisoryStoreError) -> AdvisoryStore
  {
    let database = try DatabaseLayer(path: path)
    return AdvisoryStore(layers: withSeed ? [database, SeedLayer()] : [database])
  }

  private init(layers: [any AdvisoryLayer]) {
    self.layers = layers
  }

  /// Whether there is more than the seed.
  package var isImported: Bool { !(layers[0] is SeedLayer) }

  /// Every advisory on a package, whatever the version; records of one flaw are one.
  package func advisories(for package: PackageIdentity) throws(AdvisoryStoreError) -> [Advisory] {
    var advisories: [Advisory] = []
    for group in try groups(of: package) { advisories.append(try merged(group)) }
    return advisories.sorted { $0.id < $1.id }
  }

  /// The advisory with this id or alias and all its packages; more than one where a collection gives one name to
  /// several flaws.
  package func advisories(named name: String) throws(AdvisoryStoreError) -> [Advisory] {
    let upper = name.uppercased()
    var records: [StoredRecord] = []
    let withdrawn = try self.withdrawn()
    for (index, layer) in layers.enumerated() {
      for var record in try layer.records(named: upper) where !withdrawn.contains(record.id) {
        record.layer = index
        records.append(record)
      }
    }
    var advisories: [Advisory] = []
    for group in RecordMerge.groups(records) { advisories.append(try merged(group)) }
    return advisories.sorted { $0.id < $1.id }
  }

  /// Which of the packages have known flaws.
  ///
  /// - Returns: Sorted by the package's place in the list, then by id. The cost is one look-up for each package and
  ///   a comparison of versions for each of its advisories.
  package func matches(_ packages: [(PackageIdentity, Version)]) throws(AdvisoryStoreError) -> [AdvisoryMatch]
  {
    var matches: [AdvisoryMatch] = []
    var known: [PackageIdentity: [(group: RecordGroup, versions: AffectedVersions)]] = [:]
    for (index, (identity, version)) in packages.enumerated() {
      let groups: [(group: RecordGroup, versions: AffectedVersions)]
      if let found = known[identity] {
        groups = found
      } else {
        groups = try self.groups(of: identity).map { ($0, AffectedVersions($0.chosen.affected[0])) }
        known[identity] = groups
      }
      for (group, versions) in groups where versions.contains(version) {
        let advisory = try merged(group)
        matches.append(
          AdvisoryMatch(package: index, advisory: advisory, exploit: try exploit(of: advisory)))
      }
    }
    return matches.sorted { ($0.package, $0.advisory.id) < ($1.package, $1.advisory.id) }
  }

  /// What is known of attacks that use the flaw, by its CVE numbers.
  package func exploit(of advisory: Advisory) throws(AdvisoryStoreError) -> KnownExploit? {
    var result: KnownExploit?
    for name in [advisory.id] + advisory.aliases where name.hasPrefix("CVE-") {
      for layer in layers {
        guard let found = try layer.exploit(of: name) else { continue }
        result = result?.joined(with: found) ?? found
      }
    }
    return result
  }

  /// Of the imported database; `nil` where there is none.
  package func status() throws(AdvisoryStoreError) -> LayerStatus? {
    isImported ? try layers[0].status() : nil
  }

  package static func seedStatus() -> LayerStatus { SeedLayer().status() }

  /// How old what it knows is, in days, by the newest advisory; never negative, whatever a source claims.
  package func age(asOf day: CalendarDate) throws(AdvisoryStoreError) -> Int? {
    let status = try self.status() ?? Self.seedStatus()
    guard let newest = status.newest.flatMap({ CalendarDate($0) }) else { return nil }
    return max(0, day.days(since: newest))
  }

  private func withdrawn() throws(AdvisoryStoreError) -> Set<String> {
    var ids: Set<String> = []
    for layer in layers {
      let more = try layer.withdrawn()
      // Sharing the one set there mostly is costs nothing.
      if ids.isEmpty { ids = more } else if !more.isEmpty { ids.formUnion(more) }
    }
    return ids
  }

  private func groups(of package: PackageIdentity) throws(AdvisoryStoreError) -> [RecordGroup] {
    var records: [StoredRecord] = []
    for (index, layer) in layers.enumerated() {
      for var record in try layer.records(of: package) {
        record.layer = index
        records.append(record)
      }
    }
    if records.isEmpty { return [] }
    let withdrawn = try self.withdrawn()
    records.removeAll { withdrawn.contains($0.id) }
    return RecordMerge.groups(records)
  }

  private func merged(_ group: RecordGroup) throws(AdvisoryStoreError) -> Advisory {
    var advisories: [Advisory] = []
    for record in group.records { advisories.append(try layers[record.layer].advisory(of: record)) }
    return Advisory(merging: advisories)
  }
}

/// A package of a list that has a flaw.
package struct AdvisoryMatch: Hashable, Sendable {
  /// The package's place in the list that was asked.
  package let package: Int
  /// With the one package in ``Advisory/affected``.
  package let advisory: Advisory
  package let exploit: KnownExploit?
}

extension KnownExploit {
  fileprivate func joined(with other: KnownExploit) -> KnownExploit {
    KnownExploit(
      inKEV: inKEV || other.inKEV, dateAdded: [dateAdded, other.dateAdded].compactMap { $0 }.min(),
      epss: [epss, other.epss].compactMap { $0 }.max())
  }
}
