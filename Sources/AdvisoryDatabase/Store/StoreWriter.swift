internal import PackageModel

/// Fills a database that nobody reads yet.
final class StoreWriter {
  enum Outcome {
    case added
    case replaced
    /// The database has a newer version of the record.
    case older
  }

  private let connection: Connection
  private let find: Statement
  private let insert: Statement
  private let insertPackage: Statement
  private let insertAlias: Statement
  private let removals: [Statement]
  private let insertExploit: Statement
  private let insertPrediction: Statement
  private let insertSource: Statement
  private let day: String
  private var sources: [String: Int64] = [:]

  /// - Parameters:
  ///   - isNew: Whether the file is to be made; else it is a database of this version.
  ///   - day: Of the import.
  init(path: String, isNew: Bool, day: String) throws(AdvisoryStoreError) {
    connection = try Connection(path, isNew ? .create : .change)
    // The file is a copy: if anything fails, it is thrown away.
    try connection.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536")
    if isNew { try connection.execute(Schema.statements) } else { try Schema.check(connection, path: path) }
    try connection.execute("BEGIN")
    find = try connection.prepare("SELECT key, modified FROM advisory WHERE source = ? AND record = ?")
    insert = try connection.prepare(
      "INSERT INTO advisory (source, record, id, aliases, modified, withdrawn, body) VALUES (?, ?, ?, ?, ?, ?, ?)"
    )
    insertPackage = try connection.prepare(
      "INSERT INTO affected (ecosystem, name, advisory, body) VALUES (?, ?, ?, ?)")
    insertAlias = try connection.prepare("INSERT OR IGNORE INTO alias (name, advisory) VALUES (?, ?)")
    removals = [
      try connection.prepare("DELETE FROM affected WHERE advisory = ?"),
      try connection.prepare("DELETE FROM alias WHERE advisory = ?"),
      try connection.prepare("DELETE FROM advisory WHERE key = ?"),
    ]
    insertExploit = try connection.prepare(
      """
      INSERT INTO exploit (cve, listed, added) VALUES (?1, 1, ?2)
      ON CONFLICT (cve) DO UPDATE SET listed = 1, added = ?2
      """)
    insertPrediction = try connection.prepare(
      """
      INSERT INTO exploit (cve, listed, probability) VALUES (?1, 0, ?2)
      ON CONFLICT (cve) DO UPDATE SET probability = ?2
      """)
    insertSource = try connection.prepare(
      """
      INSERT INTO source (name, imported) VALUES (?1, ?2)
      ON CONFLICT (name) DO UPDATE SET imported = ?2 RETURNING key
      """)
    self.day = day
  }

  func write(_ record: AdvisoryReading.Record) throws(AdvisoryStoreError) -> Outcome {
    let advisory = record.advisory
    let source = try key(of: record.source)
    var old: (key: Int64, modified: String)?
    try find.rows(.integer(source), .text(record.key)) { row in
      old = (Int64(row.integer(0)), row.text(1))
    }
    if let old {
      if let modified = advisory.modified, old.modified > modified { return .older }
      for removal in removals { try removal.run(.integer(old.key)) }
    }
    try insert.run(
      .integer(source), .text(record.key), .text(advisory.id), .text(advisory.aliases.joined(separator: " ")),
      .optional(advisory.modified), .optional(advisory.withdrawn), .bytes(AdvisoryCoding.encode(advisory)))
    let key = connection.lastRow
    // A withdrawn record only says that its id is gone.
    if advisory.withdrawn == nil {
      for package in advisory.affected {
        try insertPackage.run(
          .text(package.identity.ecosystem.rawValue), .text(package.identity.name), .integer(key),
          .bytes(AdvisoryCoding.encode(package)))
      }
    }
    for name in [advisory.id] + advisory.aliases {
      try insertAlias.run(.text(name.uppercased()), .integer(key))
    }
    return old == nil ? .added : .replaced
  }

  func write(_ exploited: ExploitedVulnerability) throws(AdvisoryStoreError) {
    try insertExploit.run(.text(exploited.cve), .optional(exploited.added))
  }

  func write(_ prediction: ExploitPrediction) throws(AdvisoryStoreError) {
    try insertPrediction.run(.text(prediction.cve), .real(prediction.probability))
  }

  /// How many records of the sources of this import describe a flaw that another source has too.
  func shared() throws(AdvisoryStoreError) -> [(AdvisorySource, Int)] {
    var result: [(AdvisorySource, Int)] = []
    let counts = try connection.prepare(
      """
      SELECT s.name, count(*) FROM advisory a JOIN source s ON s.key = a.source WHERE EXISTS (
        SELECT 1 FROM alias x JOIN alias y ON y.name = x.name AND y.advisory <> x.advisory
        JOIN advisory b ON b.key = y.advisory WHERE x.advisory = a.key AND b.source <> a.source)
      GROUP BY s.key
      """)
    try counts.rows { row in
      if sources[row.text(0)] != nil { result.append((AdvisorySource(row.text(0)), row.integer(1))) }
    }
    return result
  }

  func finish() throws(AdvisoryStoreError) {
    try connection.execute("COMMIT; PRAGMA optimize")
  }

  private func key(of source: AdvisorySource) throws(AdvisoryStoreError) -> Int64 {
    if let key = sources[source.name] { return key }
    var key: Int64 = 0
    try insertSource.rows(.text(source.name), .text(day)) { row in key = Int64(row.integer(0)) }
    sources[source.name] = key
    return key
  }
}
