internal import PackageModel

extension LayerStatus {
  init(of connection: Connection) throws(AdvisoryStoreError) {
    var sources: [Source] = []
    let counts = try connection.prepare(
      """
      SELECT s.name, s.imported, count(a.key), max(a.modified), count(a.withdrawn), (
        SELECT count(*) FROM advisory b WHERE b.source = s.key AND EXISTS (
          SELECT 1 FROM alias x JOIN alias y ON y.name = x.name AND y.advisory <> x.advisory
          JOIN advisory c ON c.key = y.advisory WHERE x.advisory = b.key AND c.source <> b.source))
      FROM source s LEFT JOIN advisory a ON a.source = s.key GROUP BY s.key ORDER BY s.name
      """)
    try counts.rows { row in
      sources.append(
        Source(
          name: row.text(0), records: row.integer(2), shared: row.integer(5), withdrawn: row.integer(4),
          newest: row.optionalText(3), imported: row.text(1)))
    }
    self.sources = sources
    var packages: [Ecosystem: Int] = [:]
    try connection.prepare("SELECT ecosystem, count(DISTINCT name) FROM affected GROUP BY ecosystem").rows {
      row in
      if let ecosystem = Ecosystem(rawValue: row.text(0)) { packages[ecosystem] = row.integer(1) }
    }
    self.packages = packages
    var exploits = (listed: 0, predicted: 0)
    try connection.prepare("SELECT total(listed), count(probability) FROM exploit").rows { row in
      exploits = (row.integer(0), row.integer(1))
    }
    knownExploited = exploits.listed
    predictions = exploits.predicted
  }
}
