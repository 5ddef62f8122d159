internal import PackageModel

/// The advisories that are embedded in the program.
struct SeedLayer: AdvisoryLayer {
  func records(of package: PackageIdentity) -> [StoredRecord] {
    guard let table = SeedTable.table(of: package.ecosystem), let places = table.places[package.name] else {
      return []
    }
    return places.map { record(at: $0, of: table) }
  }

  func records(named name: String) -> [StoredRecord] {
    SeedTable.all.flatMap { table in
      table.advisories.indices.filter { place in
        let advisory = table.advisories[place]
        return advisory.id.uppercased() == name || advisory.aliases.contains { $0.uppercased() == name }
      }
      .map { record(at: $0, of: table) }
    }
  }

  func advisory(of record: StoredRecord) -> Advisory {
    guard let ecosystem = record.affected.first?.identity.ecosystem,
      let table = SeedTable.table(of: ecosystem), table.advisories.indices.contains(Int(record.key))
    else { return Advisory(id: record.id) }
    return table.advisories[Int(record.key)]
  }

  func withdrawn() -> Set<String> { [] }

  func exploit(of cve: String) -> KnownExploit? {
    SeedExploits.days[cve].map { KnownExploit(inKEV: true, dateAdded: $0) }
  }

  func status() -> LayerStatus {
    var status = LayerStatus()
    let tables = SeedTable.all
    let ids = Set(tables.flatMap { $0.advisories.map(\.id) })
    status.sources = [
      LayerStatus.Source(
        name: "seed", records: ids.count, shared: 0, withdrawn: 0, newest: SeedTable.asOf,
        imported: SeedTable.asOf)
    ]
    for table in tables { status.packages[table.ecosystem] = table.places.count }
    status.knownExploited = SeedExploits.days.count
    return status
  }

  private func record(at place: Int, of table: SeedTable) -> StoredRecord {
    let advisory = table.advisories[place]
    return StoredRecord(
      key: Int64(place), source: .osv(id: advisory.id), id: advisory.id, aliases: advisory.aliases,
      modified: nil, affected: advisory.affected)
  }
}
