internal import PackageModel
internal import Synchronization

/// The records of an imported database, read from its file as they are asked for.
final class DatabaseLayer: AdvisoryLayer {
  /// A connection and its statements are for one thread at a time.
  private struct State {
    let byPackage: Statement
    let byName: Statement
    let packages: Statement
    let body: Statement
    let exploit: Statement
    let connection: Connection
    let sources: [Int: AdvisorySource]
    var withdrawn: Set<String>?
  }

  private let state: Mutex<State>

  /// - Throws: ``AdvisoryStoreError``: no such file, none of ours, another version.
  init(path: String) throws(AdvisoryStoreError) {
    state = Mutex(try Self.opened(path))
  }

  private static func opened(_ path: String) throws(AdvisoryStoreError) -> sending State {
    let connection = try Connection(path, .readOnly)
    try Schema.check(connection, path: path)
    var sources: [Int: AdvisorySource] = [:]
    try connection.prepare("SELECT key, name FROM source").rows { row in
      sources[row.integer(0)] = AdvisorySource(row.text(1))
    }
    return State(
      byPackage: try connection.prepare(
        """
        SELECT a.key, a.source, a.id, a.aliases, a.modified, f.body FROM affected f
        JOIN advisory a ON a.key = f.advisory WHERE f.ecosystem = ? AND f.name = ?
        """),
      byName: try connection.prepare(
        """
        SELECT a.key, a.source, a.id, a.aliases, a.modified FROM alias n
        JOIN advisory a ON a.key = n.advisory WHERE n.name = ? AND a.withdrawn IS NULL
        """),
      packages: try connection.prepare("SELECT ecosystem, name, body FROM affected WHERE advisory = ?"),
      body: try connection.prepare("SELECT body, withdrawn FROM advisory WHERE key = ?"),
      exploit: try connection.prepare("SELECT added, probability, listed FROM exploit WHERE cve = ?"),
      connection: connection, sources: sources, withdrawn: nil)
  }

  func records(of package: PackageIdentity) throws(AdvisoryStoreError) -> [StoredRecord] {
    try locked { state throws(AdvisoryStoreError) in
      var records: [StoredRecord] = []
      try state.byPackage.rows(.text(package.ecosystem.rawValue), .text(package.name)) {
        row throws(AdvisoryStoreError) in
        var record = Self.record(row, state.sources)
        record.affected = [try Self.affected(package, row.bytes(5), of: record.id)]
        records.append(record)
      }
      return records
    }
  }

  func records(named name: String) throws(AdvisoryStoreError) -> [StoredRecord] {
    try locked { state throws(AdvisoryStoreError) in
      var records: [StoredRecord] = []
      try state.byName.rows(.text(name.uppercased())) { row in records.append(Self.record(row, state.sources))
      }
      for index in records.indices {
        try state.packages.rows(.integer(records[index].key)) { row throws(AdvisoryStoreError) in
          guard let ecosystem = Ecosystem(rawValue: row.text(0)) else { return }
          let identity = PackageIdentity(ecosystem, row.text(1))
          records[index].affected.append(try Self.affected(identity, row.bytes(2), of: records[index].id))
        }
      }
      return records
    }
  }

  func advisory(of record: StoredRecord) throws(AdvisoryStoreError) -> Advisory {
    try locked { state throws(AdvisoryStoreError) in
      var advisory = Advisory(id: record.id)
      advisory.aliases = record.aliases
      advisory.modified = record.modified
      advisory.affected = record.affected
      try state.body.rows(.integer(record.key)) { row throws(AdvisoryStoreError) in
        advisory.withdrawn = row.optionalText(1)
        do {
          try AdvisoryCoding.decode(row.bytes(0), into: &advisory)
        } catch {
          throw .damagedRecord(id: record.id)
        }
      }
      return advisory
    }
  }

  func withdrawn() throws(AdvisoryStoreError) -> Set<String> {
    try locked { state throws(AdvisoryStoreError) in
      if let known = state.withdrawn { return known }
      var ids: Set<String> = []
      let statement = try state.connection.prepare("SELECT id FROM advisory WHERE withdrawn IS NOT NULL")
      try statement.rows { row in ids.insert(row.text(0)) }
      state.withdrawn = ids
      return ids
    }
  }

  func exploit(of cve: String) throws(AdvisoryStoreError) -> KnownExploit? {
    try locked { state throws(AdvisoryStoreError) in
      var exploit: KnownExploit?
      try state.exploit.rows(.text(cve)) { row in
        exploit = KnownExploit(inKEV: row.integer(2) == 1, dateAdded: row.optionalText(0), epss: row.real(1))
      }
      return exploit
    }
  }

  func status() throws(AdvisoryStoreError) -> LayerStatus {
    try locked { state throws(AdvisoryStoreError) in try LayerStatus(of: state.connection) }
  }

  /// `Mutex` hands over errors of any type; a closure of ours throws one only.
  private func locked<Result: Sendable>(
    _ body: (inout State) throws(AdvisoryStoreError) -> Result
  ) throws(AdvisoryStoreError) -> Result {
    try state.withLock { state throws(AdvisoryStoreError) in try body(&state) }
  }

  private static func record(_ row: borrowing Row, _ sources: [Int: AdvisorySource]) -> StoredRecord {
    StoredRecord(
      key: Int64(row.integer(0)), source: sources[row.integer(1)] ?? AdvisorySource("unknown"),
      id: row.text(2),
      aliases: row.text(3).split(separator: " ").map(String.init), modified: row.optionalText(4), affected: []
    )
  }

  private static func affected(
    _ identity: PackageIdentity, _ bytes: [UInt8], of id: String
  ) throws(AdvisoryStoreError) -> AffectedPackage {
    do {
      return try AdvisoryCoding.affected(identity, from: bytes)
    } catch {
      throw .damagedRecord(id: id)
    }
  }
}
